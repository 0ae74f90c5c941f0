/** The client that talks to the service: addresses, token, redirects, timeout, retry. */
import { ApiError } from "./error.js";
import { retry } from "./retry.js";
import type { RetryOptions } from "./retry.js";
import type { Timing } from "./timing.js";
import type { Binary } from "./shapes.js";

/** One request on its way through a client. */
export interface ApiRequest {
  readonly method: string;
  /** `/users?$top=5` below the client's base URL, or absolute (a next link). */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | Binary | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt; 0 for no limit. */
  readonly timeout?: number | undefined;
  /** May lead to another origin, without the token and the client's headers. Refused otherwise. */
  readonly foreign?: boolean;
  /** The answer is handed over unread. */
  readonly stream?: boolean;
  /** `manual` unless given: redirects are answers like others. */
  readonly redirect?: "follow" | "manual";
}

/** The answer, whatever its status. */
export type ApiResponse = Response;

/** The one seam: sending, retrying, batching, recording and replaying are all clients. */
export interface Client {
  /** Resolves for any status; rejects with `ApiError` when there is no answer, with the signal's reason when aborted. */
  send(request: ApiRequest): Promise<ApiResponse>;
}

/** Sees every attempt before the token is added. */
export type Middleware = (request: ApiRequest, next: Client["send"]) => Promise<ApiResponse>;

/** A bearer token, or where to get one for each attempt; nothing is sent when it fails. */
export type Token = string | (() => string | Promise<string>);

/** The part of the global `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where a client sends, as whom, and how often. */
export interface ClientOptions extends Timing {
  /** Host and version. */
  readonly baseUrl: string;
  readonly token?: Token;
  readonly fetch?: Fetch;
  /** Sent with each request to the base URL's origin. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly retry?: RetryOptions;
  /** Milliseconds for each attempt, answer included; 0 for no limit. 100,000 unless given. */
  readonly timeout?: number;
  /** The first one is the outermost. */
  readonly middleware?: readonly Middleware[];
}

/** A client for one service; see `ClientOptions`. */
export function createClient(options: ClientOptions): Client {
  const from =
    (layer: number): Client["send"] =>
    (request) =>
      options.middleware?.[layer]?.(request, from(layer + 1)) ?? transmit(options, request);
  return { send: (request) => retry(request, from(0), { ...options, ...options.retry }) };
}

/** One attempt, up to the last byte of the answer unless that is wanted as a stream. */
async function transmit({ baseUrl, token, ...client }: ClientOptions, request: ApiRequest): Promise<ApiResponse> {
  const { method, body = null, signal, stream, redirect = "manual", timeout = client.timeout ?? 100_000 } = request;
  const base = baseUrl.replace(/\/$/, "");
  const { href, origin } = new URL((request.url[0] === "/" ? base : "") + request.url);
  const home = origin === new URL(base).origin;
  if (!home && !request.foreign) throw new ApiError("foreign", origin, { status: -1 });
  const headers = new Headers(home ? client.headers : {});
  for (const [name, value] of request.headers) headers.set(name, value);
  // `encodeURI` leaves tokens as they are; what is none would otherwise be quoted by the error about an invalid header.
  if (token && home)
    headers.set("authorization", "Bearer " + encodeURI(typeof token === "string" ? token : await token()));
  const late = AbortSignal.timeout(timeout || 2e9);
  try {
    const init = { method, headers, body, redirect, signal: AbortSignal.any([late, signal ?? late]) };
    const response = await (client.fetch ?? fetch)(href, init);
    return stream || !response.status ? response : new Response((await response.text()) || null, response);
  } catch (error) {
    signal?.throwIfAborted();
    throw new ApiError(late.aborted ? "timeout" : "network", String(error), { cause: error });
  }
}
