/** What goes wrong, in one shape. */
import { retryAfter } from "./timing.js";

/** What may be known about an error. */
export interface ErrorDetails {
  /** HTTP status; 0 when there is no complete answer, -1 when nothing was sent. */
  readonly status: number;
  readonly innerCode?: string | undefined;
  /** To be quoted to the service's support. */
  readonly requestId?: string | undefined;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number | undefined;
  /** The answer: parsed where it is JSON, else its text. */
  readonly body?: unknown;
}

/** The service refused, or its answer did not arrive or cannot be used. Never holds what was sent. */
export class ApiError extends Error implements ErrorDetails {
  /**
   * The service's code, or one of ours: `http` (an error status without a code), `network`, `timeout`, `malformed` (not the JSON it should
   * be), `foreign` (an address outside the client's origin), `repeated` (a next link came twice), `missing` (a batch without this answer),
   * `failed` (a long-running operation), `stalled` (an upload).
   */
  declare readonly code: string;
  declare readonly status: number;
  declare readonly innerCode?: string | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfter?: number | undefined;
  declare readonly body?: unknown;

  constructor(code: string, message: string, details?: Partial<ErrorDetails> & ErrorOptions) {
    super(`${code}: ${message}`, details);
    Object.assign(this, { name: "ApiError", status: 0, code }, details);
  }
}

/** Whether something caught is an `ApiError`, also one of another copy of this package. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === "ApiError";
}

interface ODataError {
  readonly code?: string;
  readonly message?: string;
  readonly innererror?: InnerError;
  readonly innerError?: InnerError;
}

interface InnerError {
  readonly code?: string;
  readonly "request-id"?: string;
}

/** The error that an answer stands for: `{ error: { code, message, innerError } }`; whatever it holds is kept in `body`. */
export function errorOf({ ok, status, statusText, headers }: Response, body: unknown): ApiError {
  const {
    code = ok ? "malformed" : "http",
    message = statusText,
    innerError,
    innererror,
  }: ODataError = Object(Object(body).error);
  const inner: InnerError = Object(innerError ?? innererror);
  return new ApiError(code, `${message} (${status})`, {
    status,
    innerCode: inner.code,
    requestId: headers.get("request-id") ?? inner["request-id"],
    retryAfter: retryAfter(headers, Date.now()),
    body,
  });
}

/** The value that JSON stands for; undefined when it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {}
}
