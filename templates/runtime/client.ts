/** The client that talks to the service: addresses, token, redirects, timeout, retry. */
import { assume } from "./assume.js";
import { defined, headersOf } from "./entries.js";
import { ApiError, errorOf } from "./error.js";
import type { ErrorReader } from "./error.js";
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
  /** Set where the body is a stream, which is sent once only. */
  readonly duplex?: "half";
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt; 0 for no limit. */
  readonly timeout?: number | undefined;
  /** May lead to another origin, without the token and the client's headers. Refused otherwise. */
  readonly foreign?: boolean;
  /** Goes without the token and the client's headers also to the client's own origin. Only with `foreign`. */
  readonly bare?: boolean;
  /** The answer is handed over unread. */
  readonly stream?: boolean;
  /** `manual` unless given: redirects are answers like others. */
  readonly redirect?: "follow" | "manual";
}

/** The answer, whatever its status. */
export interface ApiResponse extends Response {
  /** What was asked for it: `url` is empty on an answer that was made anew. */
  readonly address?: string;
  /** Finds what the body of an error says, where that is not `{ error: { code, message, innerError } }`. */
  readonly errors?: ErrorReader | undefined;
}

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
  /** Host and version; a password in it is refused by the platform. */
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

/**
 * A client for one service; see `ClientOptions`.
 * @throws TypeError when `baseUrl` is no address
 */
export function createClient(options: ClientOptions): Client {
  if (!URL.canParse(options.baseUrl)) throw new TypeError("baseUrl");
  const from =
    (layer: number): Client["send"] =>
    (request) =>
      (options.middleware?.[layer] ?? transmit)(request, from(layer + 1), options);
  return { send: (request) => retry(request, from(0), { ...options, ...options.retry }) };
}

/** One attempt, up to the last byte of the answer unless that is wanted as a stream. */
async function transmit(
  request: ApiRequest,
  _next: Client["send"],
  { baseUrl, token, headers: own, timeout = 100_000, fetch: send = fetch }: ClientOptions,
): Promise<ApiResponse> {
  const { url, signal } = request;
  const { href, origin } = new URL(url[0] === "/" ? baseUrl.replace(/\/?$/, () => url) : url);
  const home = !request.bare && origin === new URL(baseUrl).origin;
  if (!home && !request.foreign) throw new ApiError("foreign", origin, { status: -1 });
  const headers = headersOf([...defined(home && own), ...request.headers]);
  if (token && home) {
    // `encodeURI` leaves tokens as they are; what is none would otherwise be quoted by the error about an invalid header.
    headers.set("authorization", "Bearer " + encodeURI(typeof token === "string" ? token : await token()));
  }
  const late = AbortSignal.timeout((request.timeout ?? timeout) || 2e9);
  const init = {
    redirect: "manual",
    ...request,
    headers,
    signal: AbortSignal.any([late, signal ?? late]),
  };
  assume<RequestInit>(init);
  let response!: Response;
  let text: string | undefined;
  try {
    response = await send(href, init);
    if (!request.stream && response.status) {
      text = await response.text();
      response = new Response(text || null, response);
    }
    return Object.assign(response, { address: href });
  } catch (error) {
    signal?.throwIfAborted();
    // An error's text is its message.
    assume<string>(error);
    // A status that no `Response` can be made of.
    throw text === undefined
      ? new ApiError(late.aborted ? "timeout" : "network", error, { cause: error })
      : errorOf(response, text);
  }
}
