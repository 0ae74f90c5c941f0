/** What a test of whole docs asks an API about, in short words. */
import type { Api } from "../../generator/model/api.js";
import { operationOf, words } from "./api-of.js";

export const fence = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\``;

/** `path loanId! String` */
export const parameters = (api: Api, id: string): readonly string[] =>
  operationOf(api, id).parameters.map(
    ({ in: place, name, required, type }) => `${place} ${name}${required ? "!" : ""} ${words(type)}`,
  );

/** `weight! Int32, label String`; the kind of any other body. */
export const body = (api: Api, id: string): string => {
  const { body: sent } = operationOf(api, id);
  if (sent?.kind !== "json") return sent?.kind ?? "none";
  return (sent.properties ?? [])
    .map(({ name, required, type }) => `${name}${required ? "!" : ""} ${words(type)}`)
    .join(", ");
};

/** Those of people, then those of applications, of each table. */
export const scopes = (api: Api, id: string): readonly unknown[] =>
  operationOf(api, id).permissions.map(({ delegatedWork, application }) =>
    [delegatedWork, application].map((one) => typeof one === "object" && one.least),
  );
