/** A client that answers with documented examples. */
import { ownMiddleware } from "../client.js";
import { createClient } from "../runtime/index.js";
import type { Client, Fetch, AnyFixture } from "../runtime/index.js";
import { addressOf, baseOf } from "./address.js";

/** A request that was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** Parsed where it is JSON, else text; undefined when there was none. */
  readonly body: unknown;
}

/** A client, and the `fetch` under it for a client of your own: `createClient({ fetch: replay(fixture).fetch })`. */
export interface Replay extends Client {
  readonly fetch: Fetch;
  /** Everything sent, in order. */
  readonly requests: readonly Sent[];
}

const withoutBody = /^(204|205|304)$/;
/** They describe the message on the wire, not the one that is made here. */
const wireOnly = /^(content-length|content-encoding|transfer-encoding|connection)$/i;

/**
 * Answers each request with the example of the same method and URL, each example once, the last one again and again; a single example
 * answers any request of its method.
 * @throws Error from the call when no example fits
 */
export function replay(fixtures: AnyFixture | readonly AnyFixture[]): Replay {
  const all = "request" in fixtures ? [fixtures] : [...fixtures];
  const unused = new Set(all);
  const requests: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = await sentOf(url, init);
    requests.push(request);
    const fitting = all.filter((fixture) => fits(fixture, request, all.length === 1));
    const fixture = fitting.find((one) => unused.has(one)) ?? fitting.at(-1);
    if (!fixture)
      throw new Error(
        `No example answers ${request.method} ${url}; there are ${all.map(titleOf).join(", ") || "none"}`,
      );
    unused.delete(fixture);
    return responseOf(fixture.response);
  };
  const client = playing(all[0]?.request.url ?? "", fetch);
  return { send: (request) => client.send(request), fetch, requests };
}

/** The package's client for the service at `url`, with another `fetch` under it. */
export function playing(url: string, fetch: Fetch, token?: string): Client {
  const options = { baseUrl: baseOf(url), fetch, retry: { limit: 0 }, middleware: ownMiddleware };
  return createClient(token === undefined ? options : { ...options, token });
}

/** What a documented response looks like to the runtime. */
export function responseOf({ status, headers, body, text }: AnyFixture["response"]): Response {
  const content = body === undefined ? text : JSON.stringify(body);
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) if (!wireOnly.test(name)) set(sent, name, value);
  if (possible(status))
    return new Response(withoutBody.test(String(status)) ? null : content, { status, headers: sent });
  const odd = { status: { value: status }, ok: { value: false } };
  return Object.defineProperties(new Response(content, { headers: sent }), odd);
}

/** Whether an answer can have the status: docs also show others, as services do, and `Response` cannot be made with them. */
export function possible(status: number): boolean {
  return status >= 200 && status < 600;
}

/** Docs hold names and values that HTTP does not allow. */
function set(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // Left out: the runtime could not have received it either.
  }
}

/** What a `fetch` was called with. */
export async function sentOf(url: string, { method = "GET", headers, body }: RequestInit): Promise<Sent> {
  const text = body === null || body === undefined ? undefined : await new Response(body).text();
  return { method, url, headers: new Headers(headers), body: text === undefined ? undefined : parse(text) };
}

/** JSON, else the text as it is. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function fits({ request }: AnyFixture, { method, url }: Sent, alone: boolean): boolean {
  if (request.method !== method) return false;
  const wanted = addressOf(request.url);
  const sent = addressOf(url);
  return alone || (wanted.path === sent.path && wanted.query.join("&") === sent.query.join("&"));
}

function titleOf({ request }: AnyFixture): string {
  return `${request.method} ${request.url}`;
}
