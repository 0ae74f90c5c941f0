/** Errors in the shape that the API's own have. */
import type { MockErrorBody } from "./data.js";

/** What is wrong with a request, and where the docs say so. */
export interface Problem {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const codes: Readonly<Record<number, string>> = {
  400: "badRequest",
  401: "unauthenticated",
  403: "forbidden",
  404: "notFound",
  405: "methodNotAllowed",
  406: "notAcceptable",
  408: "requestTimeout",
  409: "conflict",
  410: "gone",
  412: "preconditionFailed",
  413: "requestTooLarge",
  415: "unsupportedMediaType",
  422: "unprocessable",
  423: "locked",
  424: "failedDependency",
  429: "tooManyRequests",
  500: "internalServerError",
  501: "notImplemented",
  502: "badGateway",
  503: "serviceUnavailable",
  504: "gatewayTimeout",
  507: "quotaExceeded",
};

/** An error's body; `shape` says how the API writes it. */
export function errorBody({ status, message }: Problem, requestId: string, shape?: MockErrorBody): object {
  const code = codes[status] ?? `status${status}`;
  if (shape === undefined) return { error: { code, message, innerError: { "request-id": requestId } } };
  const own = Object.fromEntries([
    ...(shape.code === undefined ? [] : [[shape.code, code]]),
    [shape.message, message],
    ...(shape.requestId === undefined ? [] : [[shape.requestId, requestId]]),
  ]);
  if (shape.at === "") return own;
  const outer = shape.outerRequestId === undefined ? {} : { [shape.outerRequestId]: requestId };
  return { ...outer, [shape.at]: shape.isList ? [own] : own };
}

/** `api/book-get.md, line 12` */
export function placeOf({ page, line }: { readonly page: string; readonly line: number }): string {
  return `${page}, line ${line}`;
}
