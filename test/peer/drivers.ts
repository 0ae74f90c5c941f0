/** One documented call, made with the generated package and with the official client, each the way its own docs say. */
import {
  AuthenticationHandler,
  Client,
  GraphError,
  HTTPMessageHandler,
  RedirectHandler,
  ResponseType,
  RetryHandler,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import type { Context, GraphRequest, Middleware } from "@microsoft/microsoft-graph-client";
import * as generated from "../../output/src/index.js";
import type { Documented } from "./documented.js";

/** What a call came to, in terms that both clients share. */
export type Answer = { readonly value: unknown } | { readonly status: number; readonly code: string | null };

export type Driver = (documented: Documented, fetch: typeof globalThis.fetch) => Promise<Answer>;

const token = "a.b-c_d";
const list = /^(?:select|expand)$/;
const number = /^(?:top|skip)$/;
const version = /^https:\/\/[^/]+\/beta/;
const names: Readonly<Record<string, string>> = { orderby: "orderBy" };

type RequestFunction = (client: generated.Client, ...parts: unknown[]) => PromiseLike<unknown>;

export const withGenerated: Driver = async (documented, fetch) => {
  const client = generated.createClient({ token, fetch });
  const functions: Readonly<Record<string, unknown>> = generated;
  const call = functions[documented.name];
  if (!isFunction(call)) throw new Error(`There is no ${documented.name}`);
  const { fixture, operation, where } = documented;
  const what = operation.body === undefined ? [] : [bodyOf(documented)];
  const options = { ...queryOptions(documented), headers: fixture.request.headers };
  try {
    const value = await call(client, ...(where === undefined ? [] : [where]), ...what, options);
    return { value: await plain(value) };
  } catch (error) {
    if (!generated.isApiError(error)) throw error;
    return { status: error.status, code: error.code };
  }
};

function isFunction(value: unknown): value is RequestFunction {
  return typeof value === "function";
}

/** `{ select: ["id"], top: 5, query: { $deltatoken: "…" } }` */
function queryOptions({ query, operation }: Documented): object {
  const shaped = operation.query === "all" || operation.query.length > 0;
  const entries = Object.entries(query).map(([name, value]): [string, unknown] => {
    const known = shaped && /^(?:select|expand|filter|orderby|search|top|skip|count|format)$/.test(name);
    if (!known) return ["query", { [`$${name}`]: value }];
    const typed = list.test(name) ? value.split(",") : number.test(name) ? Number(value) : value;
    return [names[name] ?? name, typed];
  });
  return Object.fromEntries(entries);
}

/** The items of a page, the text of a file. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Response) return value.text();
  return typeof value === "object" && value !== null && "items" in value ? value.items : value;
}

export const withGraphClient: Driver = async (documented, fetch) => {
  const { fixture, operation } = documented;
  const client = Client.initWithMiddleware({ middleware: chain(fetch), defaultVersion: "beta" });
  const [path = "", query = ""] = fixture.request.url.replace(version, "").split("?");
  const request = client.api(path).headers({ ...fixture.request.headers });
  if (query !== "") request.query(query);
  try {
    return { value: inner(await send(request, documented), operation.result) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.statusCode, code: error.code };
  }
};

/** The middleware that `Client.init` sets up, with a `fetch` of ours at its end. */
function chain(fetch: typeof globalThis.fetch): Middleware {
  const last = new HTTPMessageHandler();
  last.execute = async (context: Context) => {
    context.response = await fetch(context.request, context.options);
  };
  const all: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) }),
    new RetryHandler(),
    new RedirectHandler(),
    new TelemetryHandler(),
    last,
  ];
  all.forEach((each, index) => {
    const next = all[index + 1];
    if (next !== undefined) each.setNext?.(next);
  });
  return all[0] ?? last;
}

function send(request: GraphRequest, documented: Documented): Promise<unknown> {
  const { method } = documented.fixture.request;
  const { kind } = documented.operation.result;
  if (kind === "text" || kind === "stream") request.responseType(ResponseType.TEXT);
  if (kind === "accepted") request.responseType(ResponseType.RAW);
  if (method === "GET") return request.get();
  if (method === "DELETE") return request.delete();
  const content = bodyOf(documented);
  if (method === "POST") return request.post(content);
  return method === "PUT" ? request.put(content) : request.patch(content);
}

/** What the official client leaves to its users: headers of a 202, items of a list, numbers, objects that docs wrap in `{"value": {…}}`. */
function inner(body: unknown, result: Documented["operation"]["result"]): unknown {
  if (body instanceof Response) return accepted(body);
  if (result.kind === "value" && typeof body === "string") return JSON.parse(body);
  const wrapped = /^(?:list|delta)$/.test(result.kind) || (result.kind === "object" && result.unwrap);
  return wrapped && typeof body === "object" && body !== null && "value" in body ? body.value : body;
}

function accepted({ headers, ok, status }: Response): object {
  if (!ok) throw new GraphError(status);
  const [location, wait] = [headers.get("location"), headers.get("retry-after")];
  return { ...(location && { location }), ...(wait && { retryAfter: Number(wait) * 1000 }) };
}

function bodyOf({ fixture, operation }: Documented): unknown {
  const { body, text = "", headers } = fixture.request;
  return operation.body?.kind === "binary" ? new Blob([text], { type: headers["Content-Type"] ?? "" }) : body;
}
