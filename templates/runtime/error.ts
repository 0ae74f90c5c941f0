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
   * be, or what cannot be used as it stands), `foreign` (an address outside the client's origin), `repeated` (a next link came twice),
   * `exhausted` (pages or a long-running operation without an end), `missing` (a batch without this answer), `failed` (a long-running
   * operation), `stalled` (an upload).
   */
  override readonly name = "ApiError";
  declare readonly code: string;
  readonly status: number = 0;
  declare readonly innerCode?: string | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfter?: number | undefined;
  declare readonly body?: unknown;

  constructor(code: string, message: string, details?: Partial<ErrorDetails> & ErrorOptions) {
    super(code + ": " + message, details);
    Object.assign(this, { code }, details);
  }
}

/** Whether something caught is an `ApiError`, also one of another copy of this package. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === "ApiError";
}

/** What is looked at of a response beside its body. */
interface Head extends Pick<Response, "ok" | "status" | "statusText" | "headers"> {
  readonly errors?: ErrorReader | undefined;
}

/** What an error body says. What should be text comes from a service, and may be anything. */
export interface ErrorClaims {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly innererror?: unknown;
  readonly innerError?: unknown;
  readonly "request-id"?: unknown;
}

/** Finds in the body of an error what it says. */
export type ErrorReader = (body: { readonly error?: unknown }) => unknown;

/**
 * The error that an answer stands for: `{ error: { code, message, innerError } }`; whatever it holds is kept in `body`. Texts of it that are
 * none count as missing.
 */
export function errorOf(
  { ok, status, statusText, headers, errors = ({ error }) => error }: Head,
  text: string,
): ApiError {
  const body = parse(text) ?? text;
  const { code, message, innerError, innererror }: ErrorClaims = Object(errors(Object(body)));
  const inner: ErrorClaims = Object(innerError ?? innererror);
  return new ApiError(textOf(code) || (ok ? "malformed" : "http"), `${textOf(message) || statusText} (${status})`, {
    status,
    innerCode: textOf(inner.code),
    requestId: textOf(headers.get("request-id") ?? inner["request-id"]),
    retryAfter: retryAfter(headers),
    body,
  });
}

/** `value` where it is text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value that JSON stands for; undefined when it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {}
}
