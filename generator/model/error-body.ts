/** Where the errors of a house say what went wrong: read off the documented bodies. */
import type { Dialect } from "../dialect/dialect.js";
import type { Page } from "../read/page.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import type { ErrorBody } from "./api.js";

export const ERROR_STATUS = 400;

/** Where a documented error body has code, message and request id; undefined for the usual `{"error": {"code", "message"}}`, and for none. */
export function errorBodyOf(pages: readonly Page[], { error: words }: Dialect): ErrorBody | undefined {
  const shown = pages
    .flatMap(({ examples }) => examples)
    .flatMap(({ response, followUps }) => [...(response ? [response] : []), ...followUps]);
  const bodies = [
    ...pages.flatMap(({ errorBody }) => (errorBody?.kind === "json" ? [errorBody.value] : [])),
    ...shown.flatMap(({ status, body }) => (status >= ERROR_STATUS && body.kind === "json" ? [body.value] : [])),
  ];
  for (const body of bodies) {
    const found = isObject(body) ? errorIn(body, words) : undefined;
    if (found === undefined) continue;
    const isUsual =
      found.at === "error" && found.code === "code" && found.message === "message" && found.requestId === undefined;
    return isUsual ? undefined : found;
  }
  return undefined;
}

function errorIn(body: Readonly<Record<string, unknown>>, words: Dialect["error"]): ErrorBody | undefined {
  for (const at of ["", ...words.at]) {
    const held = at === "" ? body : own(body, at);
    const inner = Array.isArray(held) ? (held[0] as unknown) : held;
    const message = isObject(inner) ? keyIn(inner, words.message, isTextValue) : undefined;
    if (!isObject(inner) || message === undefined) continue;
    const code = keyIn(
      inner,
      words.code.filter((name) => name !== message),
      (value) => isTextValue(value) || typeof value === "number",
    );
    const requestId = keyIn(inner, words.requestId, isTextValue);
    const outer = requestId === undefined && at !== "" ? keyIn(body, words.requestId, isTextValue) : undefined;
    return {
      at,
      isList: Array.isArray(held),
      message,
      ...(code !== undefined && { code }),
      ...(requestId !== undefined && { requestId }),
      ...(outer !== undefined && { outerRequestId: outer }),
    };
  }
  return undefined;
}

function isTextValue(value: unknown): boolean {
  return typeof value === "string";
}

/** The first of the names that is such a thing in a body. */
export function keyIn(
  body: Readonly<Record<string, unknown>>,
  names: readonly string[],
  is: (value: unknown) => boolean,
): string | undefined {
  return names.find((name) => Object.hasOwn(body, name) && is(own(body, name)));
}
