/** `src/client.ts`: the runtime's client for the service that the docs describe. */
import type { ErrorBody } from "../../model/api.js";
import { splitUrl } from "../../shared/odata/url.js";
import type { Plan } from "../../plan/plan.js";
import { comment, literal } from "../typescript/encode.js";
import { basePlaceholders, type BasePlaceholder } from "./base-placeholders.js";

const PLACEHOLDER = /\{([^{}]*)\}/;

/** The client with what is known of the service: its address, and how its errors come. */
export function clientSource({ api }: Plan): string {
  const { baseUrl, errorBody } = api;
  if (baseUrl === undefined && errorBody === undefined)
    return `import type { Middleware } from "./runtime/index.js";
export { createClient } from "./runtime/index.js";
export type { ClientOptions } from "./runtime/index.js";
${middlewareOf()}${baseOfTests(baseUrl)}`;
  const placeholders = basePlaceholders(baseUrl);
  const isOpen = placeholders.length > 0 || baseUrl === undefined;
  const settings = [
    ...(baseUrl === undefined ? [] : [`baseUrl: ${addressCode(baseUrl, placeholders)}`]),
    "...options",
    ...(errorBody === undefined
      ? []
      : [`middleware: [...ownMiddleware, ...(options${isOpen ? "" : "?"}.middleware ?? [])]`]),
  ];
  const given =
    placeholders.length === 0
      ? `options${isOpen ? "" : "?"}`
      : `{ ${placeholders.map(({ name }) => name).join(", ")}, ...options }`;
  return `import { createClient as createClientFor } from "./runtime/index.js";
import type { Client, ClientOptions as RuntimeClientOptions, ${errorBody === undefined ? "" : "ErrorReader, "}Middleware } from "./runtime/index.js";

${baseUrl === undefined ? "export type ClientOptions = RuntimeClientOptions;" : clientOptions(baseUrl, placeholders)}

/** A client for the service that the documentation describes. */
export function createClient(${given}: ClientOptions): Client {
  return createClientFor({ ${settings.join(", ")} });
}
${placeholders.length === 0 ? "" : checker}${errorBody === undefined ? middlewareOf() : readerOf(errorBody)}${baseOfTests(baseUrl)}`;
}

/** What tests and mock take off an address as it is, where no version tells where the base ends. */
function baseOfTests(baseUrl: string | undefined): string {
  const isWhole = baseUrl !== undefined && !PLACEHOLDER.test(baseUrl) && splitUrl(`${baseUrl}/`).version === "";
  return `
/** The address that documented ones begin with, where it has no version: theirs are their own. */
export const baseWithoutVersion: string | undefined = ${isWhole ? literal(baseUrl) : "undefined"};
`;
}

/** What the client of the package, and that of its tests, does by itself with each request. */
function middlewareOf(...names: readonly string[]): string {
  return `
/** What the client does by itself on the way of each request. */
export const ownMiddleware: readonly Middleware[] = [${names.join(", ")}];
`;
}

function clientOptions(baseUrl: string, placeholders: readonly BasePlaceholder[]): string {
  const declared = placeholders.map(
    ({ documented, name }) => `
  /** Stands for \`{${comment(documented)}}\` in ${comment(baseUrl)}. */
  readonly ${name}: string;`,
  );
  return `/** As for the runtime's client; the address is known${placeholders.length === 0 ? "" : " but for its placeholders"}. */
export interface ClientOptions extends Omit<RuntimeClientOptions, "baseUrl"> {
  /** Host and version; ${comment(baseUrl)} unless given. */
  readonly baseUrl?: string;${declared.join("")}
}`;
}

/** A literal, or a sum of such and of variables that the placeholders are called. */
function addressCode(baseUrl: string, placeholders: readonly BasePlaceholder[]): string {
  const names = new Map(placeholders.map(({ documented, name }) => [documented, name]));
  const pieces = baseUrl.split(PLACEHOLDER).map((piece, i) => {
    const name = i % 2 === 1 ? names.get(piece) : undefined;
    return name === undefined ? literal(piece) : `checked(${literal(name)}, ${name})`;
  });
  return pieces.filter((piece) => piece !== literal("")).join(" + ");
}

const checker = `
/** A value for a placeholder of the address: none that would choose the host, which gets the token. */
function checked(name: string, value: string): string {
  if (/[/?#@\\\\]/.test(value)) throw new TypeError(name + ": no part of an address");
  return value;
}
`;

/** Where an error of this service says what. */
function readerOf({ at, isList, message, code, requestId, outerRequestId }: ErrorBody): string {
  const held = at === "" ? "body" : `Object(body)[${literal(at)}]${isList ? "?.[0]" : ""}`;
  const of = (name: string | undefined, from = "own"): string | undefined => name && `${from}[${literal(name)}]`;
  const request = of(requestId) ?? of(outerRequestId, "all");
  const members = [
    ...(code === undefined ? [] : [`code: typeof ${of(code)} === "number" ? String(${of(code)}) : ${of(code)}`]),
    `message: ${of(message)}`,
    ...(request === undefined ? [] : [`innerError: { "request-id": ${request} }`]),
  ];
  return `
/** What an error of this service says. */
const errors: ErrorReader = (body) => {
  ${outerRequestId === undefined ? "" : "const all: Readonly<Record<string, unknown>> = { ...body };"}
  const own: Readonly<Record<string, unknown>> = { ...Object(${held}) };
  return { ${members.join(", ")} };
};

/** Each answer knows how its errors are read. */
const telling: Middleware = async (request, next) => Object.assign(await next(request), { errors });
${middlewareOf("telling")}`;
}
