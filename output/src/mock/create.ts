/** The mock: from a request to the answer that the docs show for it. */
import { withoutPermission, withoutToken } from "./auth.js";
import { askedOf } from "./asked.js";
import type { Asked } from "./asked.js";
import { answerBatch } from "./batch.js";
import { cors, preflight } from "./cors.js";
import type { MockApi, MockOperation } from "./data.js";
import { documentedAnswer } from "./documented.js";
import type { Outcome, Workshop } from "./workshop.js";
import { createExamples } from "./examples.js";
import { createFaults, randomOf } from "./faults.js";
import { createMonitors } from "./monitors.js";
import { nearest } from "./near.js";
import { withoutSecrets } from "./options.js";
import type { MockOptions } from "./options.js";
import { errorBody, placeOf } from "./problem.js";
import type { Problem } from "./problem.js";
import { createRouter } from "./route.js";
import { createStore } from "./store.js";
import { tailAnswer } from "./tail.js";
import { redirected } from "./undocumented.js";
import { createUploads } from "./uploads.js";
import { pathOf } from "../testing/address.js";
import { possible } from "../testing/replay.js";

/** A service that answers with the documented examples. */
export interface Mock {
  /** Answers a request as the docs show it. Never rejects, and never sends anything. */
  readonly respond: (request: Request) => Promise<Response>;
  /** The same for a client: `createClient({ fetch: mock.fetch })`. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/**
 * A mock of the service that `api` documents. What it remembers (which of several answers came, work that was begun) is its own.
 * @throws TypeError for a fault that is none
 */
export function createMock(api: MockApi, options: MockOptions = {}): Mock {
  const { now = Date.now, seed = 1 } = options;
  const [router, examples] = [createRouter(api.operations), createExamples(api)];
  const workshop: Workshop = {
    api,
    options,
    router,
    examples,
    monitors: createMonitors(),
    uploads: createUploads(),
    ...(options.state && { store: createStore(router, examples) }),
    wait: waiterOf(options, randomOf(seed)),
    faults: createFaults(options.faults ?? [], seed, now),
    now,
  };
  let count = 0;
  const respond = (request: Request): Promise<Response> =>
    respondTo(request, workshop, `docwright-${++count}`, respond);
  return { respond, fetch: (url, init) => respond(new Request(url, init)) };
}

function waiterOf({ latency = 0, sleep = pause }: MockOptions, random: () => number): () => Promise<void> {
  const [from, to] = typeof latency === "number" ? [latency, latency] : latency;
  return async () => {
    if (to > 0) await sleep(from + random() * (to - from));
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function respondTo(
  request: Request,
  workshop: Workshop,
  requestId: string,
  respond: Mock["respond"],
): Promise<Response> {
  const { api, options, now } = workshop;
  const start = now();
  await workshop.wait();
  let outcome: Outcome;
  try {
    const asked = await askedOf(request, options.baseUrl, api.baseUrl);
    outcome = await outcomeOf(asked, workshop, respond);
  } catch (reason) {
    const message = `The mock failed: ${reason instanceof Error ? reason.message : String(reason)}`;
    outcome = { problem: { status: 500, message }, warnings: [] };
  }
  const { operation, example, warnings } = outcome;
  const response = outcome.response ?? problemAnswer(outcome.problem ?? { status: 500, message: "" }, requestId, api);
  stamp(response.headers, outcome, requestId);
  cors(request.headers, response.headers);
  const { pathname, search } = new URL(request.url);
  options.log?.({
    method: request.method,
    url: withoutSecrets(pathname + search),
    status: response.status,
    ...(operation && { operation: operation.id, page: operation.page, line: operation.line }),
    ...(example !== undefined && { example }),
    warnings: outcome.problem === undefined ? warnings : [outcome.problem.message, ...warnings],
    milliseconds: now() - start,
  });
  return request.method === "HEAD" && possible(response.status) ? new Response(null, response) : response;
}

function problemAnswer(problem: Problem, requestId: string, { errorBody: shape }: MockApi): Response {
  const headers = { "Content-Type": "application/json", ...problem.headers };
  return new Response(JSON.stringify(errorBody(problem, requestId, shape)), { status: problem.status, headers });
}

function stamp(headers: Headers, { operation, example, warnings, ignored = [] }: Outcome, requestId: string): void {
  const told: readonly (readonly [string, string | undefined])[] = [
    ["request-id", headers.get("request-id") ?? requestId],
    ["x-docwright-operation", operation?.id],
    ["x-docwright-example", example],
    ["x-docwright-ignored", ignored.join(", ")],
    ["x-docwright-warning", warnings.join(" ")],
  ];
  for (const [name, value] of told) if (value) headers.set(name, plain(value));
}

/** What a header can carry. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

async function outcomeOf(asked: Asked, workshop: Workshop, respond: Mock["respond"]): Promise<Outcome> {
  const { api, options, router, faults, monitors } = workshop;
  const { method, segments } = asked;
  const path = pathOf(segments);
  const matches = router.find(segments);
  const allowed = [...new Set(matches.map(({ operation }) => operation.method))];
  if (method === "OPTIONS" && !allowed.includes(method))
    return { response: preflight(asked.headers, allowed), warnings: [] };
  const special = await ownAnswer(asked, workshop);
  if (special !== undefined) return special;
  const asksFor = method === "HEAD" && !allowed.includes("HEAD") ? "GET" : method;
  const own = matches.filter(({ operation }) => answers(operation, asksFor));
  const stranger = options.auth && (withoutToken(asked) ?? (await withoutPermission(asked, own, api.shapes)));
  if (stranger) return { problem: stranger, operation: (own[0] ?? matches[0])?.operation, warnings: [] };
  const fault = path.endsWith("/$batch") ? undefined : faults.next(path);
  if (fault !== undefined) return faultOf(fault.status, fault.retryAfter);
  const code = Number(asked.prefer.get("code") ?? 200);
  if (!Number.isInteger(code) || code < 200 || code > 599)
    return { problem: { status: 400, message: "Prefer: code must be the status of an answer." }, warnings: [] };
  const documented =
    (await documentedAnswer({ ...asked, method: asksFor }, own, workshop)) ??
    (api.odata && own.length === 0 ? await tailAnswer(asked, workshop) : undefined);
  if (documented !== undefined) return documented;
  if (code >= 400 && own.length > 0) return { ...faultOf(code), operation: own[0]?.operation };
  if (api.odata && method === "POST" && path === "/$batch") return batchOf(asked, respond);
  const monitor = monitors.ask(segments);
  if (monitor !== undefined) return { response: monitor, warnings: [] };
  return allowed.length > 0 ? wrongMethod(asked, allowed, matches[0]?.operation) : unknownPath(asked, workshop);
}

/** At the addresses of its own that it leads to, which need no token. */
async function ownAnswer(asked: Asked, workshop: Workshop): Promise<Outcome | undefined> {
  if (!asked.path.startsWith("/__docwright/")) return undefined;
  const { store, uploads } = workshop;
  if (asked.path === "/__docwright/reset" && asked.method === "POST" && store !== undefined) {
    store.clear();
    return { response: new Response(null, { status: 204 }), warnings: [] };
  }
  const upload = uploads.ask(asked);
  return upload === undefined ? redirected(asked, workshop) : { response: upload, warnings: [] };
}

function answers(operation: MockOperation, method: string): boolean {
  return operation.method === method || operation.also?.includes(method) === true;
}

function faultOf(status: number, retryAfter = 1): Outcome {
  const waits = status === 429 || status === 503;
  const message = `This mock was asked for a ${status}.`;
  return { problem: { status, message, ...(waits && { headers: { "Retry-After": `${retryAfter}` } }) }, warnings: [] };
}

async function batchOf({ text, base, headers: own }: Asked, respond: Mock["respond"]): Promise<Outcome> {
  const answer = await answerBatch(text, base, own.get("authorization"), respond);
  if (typeof answer === "string") return { problem: { status: 400, message: answer }, warnings: [] };
  const headers = { "Content-Type": "application/json" };
  return { response: new Response(JSON.stringify(answer), { headers }), warnings: [] };
}

function wrongMethod({ method }: Asked, allowed: readonly string[], operation: MockOperation | undefined): Outcome {
  const where = operation === undefined ? "" : ` (${placeOf(operation)})`;
  const message = `The docs have no ${method} for this path, but ${allowed.join(", ")}${where}.`;
  return { problem: { status: 405, message, headers: { Allow: allowed.join(", ") } }, warnings: [] };
}

function unknownPath({ method, path }: Asked, { api }: Workshop): Outcome {
  const near = nearest(method, path, api.operations).map(
    ({ operation, route }) => `${operation.method} ${route} (${placeOf(operation)})`,
  );
  const message = `The docs have no such path.${near.length === 0 ? "" : ` Near are: ${near.join("; ")}.`}`;
  return { problem: { status: 404, message }, warnings: [] };
}
