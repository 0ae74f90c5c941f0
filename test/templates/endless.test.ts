/** Services that never come to an end: work that is never done, pages without a last one. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createClient, createPoller, delta, isApiError, list } from "../../templates/runtime/index.js";
import type { Client, PollerOptions } from "../../templates/runtime/index.js";
import { answer, serve } from "./server.js";
import { base, failure, json, operation, stub } from "./stub.js";

const polls = suite("polls");
const pages = suite("pages");

async function codeOf(promise: PromiseLike<unknown>): Promise<string> {
  const error = await failure(promise);
  return isApiError(error) ? error.code : String(error);
}

const monitor = "https://monitor.example/1";
/** How often work that is never done was asked for, and how long it waited each time. */
async function pollsOf(after: string | undefined, options: PollerOptions<unknown> = {}): Promise<[string, number[]]> {
  const waits: number[] = [];
  const headers: Record<string, string> = after === undefined ? {} : { "retry-after": after };
  const service = stub([() => json({ status: "running" }, { status: 202, headers })]);
  const sleep = async (wait: number): Promise<void> => void waits.push(wait);
  const code = await codeOf(createPoller(service.client, { location: monitor }, { sleep, now: () => 0, ...options }));
  assert.is(service.asked.length, waits.length);
  return [code, waits];
}

polls("asked to hurry: a question a second", async () => {
  for (const after of ["0", "0.001", "Thu, 01 Jan 1970 00:00:00 GMT"])
    assert.equal(await pollsOf(after, { budget: 8000 }), ["exhausted", [5000, 1000, 1000, 1000]]);
});

polls("a shorter interval of the caller's counts", async () => {
  assert.equal(await pollsOf("0", { interval: 10, budget: 3000 }), ["exhausted", [10, 10, 10]]);
  assert.equal(await pollsOf(undefined, { interval: 0, budget: 2000 }), ["exhausted", [0, 0]]);
});

polls("a wait beyond the budget is not begun", async () => {
  for (const after of ["99999999", "Fri, 31 Dec 9999 23:59:59 GMT", "9".repeat(400)])
    assert.equal(await pollsOf(after), ["exhausted", [5000]]);
});

polls("a day unless given", async () => {
  const [code, waits] = await pollsOf(undefined, { interval: 3_600_000 });
  assert.equal([code, waits.length], ["exhausted", 24]);
});

polls("on a real clock: no hot loop", async () => {
  await using server = await serve(answer(202, { status: "running" }, { "retry-after": "0" }));
  const client = createClient({ baseUrl: server.origin });
  const options = { interval: 400, signal: AbortSignal.timeout(1000) };
  await failure(createPoller(client, { location: `${server.origin}/1` }, options));
  assert.is(server.reached.length, 2);
});

polls("states whose texts are none", async () => {
  const state = { status: "failed", error: { code: { toString: 1 }, message: [] } };
  for (const [body, code] of [
    [state, "failed"],
    [{ status: "failed", error: null }, "failed"],
    [{ status: "failed", error: { code: 5 } }, "failed"],
  ] as const)
    assert.is(await codeOf(createPoller(stub([json(body)]).client, { location: monitor }, { interval: 0 })), code);
  const odd = { status: { toString: 1 } };
  assert.equal(await createPoller(stub([json(odd)]).client, { location: monitor }, { interval: 0 }), odd);
});

const link = (name: string): string => `${base}/things?page=${name}`;
const things = operation("/things", { result: "list" });
async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const item of items) assert.ok(item);
}
let count = 0;
const endless =
  (value: unknown[]): (() => Response) =>
  () =>
    json({ value, "@odata.nextLink": link(`${++count}`) });

pages("links in a circle", async () => {
  const { client: circling, asked } = stub([
    ({ url }) => json({ value: [1], "@odata.nextLink": link(url === link("a") ? "b" : "a") }),
  ]);
  assert.is(await codeOf(drain(list(circling, things, {}))), "repeated");
  assert.is(asked.length, 3);
});

pages("without an end: as many as the caller allows", async () => {
  for (const [limits, value, asks] of [
    [{ limit: 5 }, [1], 5],
    [{ limit: 5 }, [], 5],
    [{ empty: 3 }, [], 3],
  ] as const) {
    const { client: service, asked } = stub([endless([...value])]);
    assert.is(await codeOf(drain(list(service, things, {}).pages(limits))), "exhausted");
    assert.is(await codeOf(drain(delta(service, things, {}).pages(limits))), "exhausted");
    assert.is(asked.length, 2 * asks);
  }
});

pages("10,000 unless given, 1,000 that hold nothing", async () => {
  let asked = 0;
  const full: Client = {
    send: async () => new Response(`{"value":[1],"@odata.nextLink":"${link(`${++asked}`)}"}`),
  };
  assert.is(await codeOf(drain(list(full, things, {}))), "exhausted");
  assert.is(asked, 10_000);
  const hollow = stub([endless([])]);
  assert.is(await codeOf(drain(list(hollow.client, things, {}))), "exhausted");
  assert.is(hollow.asked.length, 1000);
});

pages("a link is seen from the page that holds it", async () => {
  await using server = await serve(
    answer(200, { value: [1], "@odata.nextLink": "things?page=2" }),
    answer(200, { value: [2], "@odata.nextLink": "/v1.0/things?page=3" }),
    answer(200, { value: [3], "@odata.nextLink": "?page=4" }),
    answer(200, { value: [4], "@odata.deltaLink": "/v1.0/things?since=4" }),
  );
  const changes = delta(createClient({ baseUrl: `${server.origin}/v1.0` }), things, {});
  await drain(changes);
  assert.equal(
    server.reached.map(({ url }) => url),
    ["/v1.0/things", "/v1.0/things?page=2", "/v1.0/things?page=3", "/v1.0/things?page=4"],
  );
  assert.is(changes.deltaLink, `${server.origin}/v1.0/things?since=4`);
});

pages("what is no address on the service is refused, the page before is not lost", async () => {
  for (const odd of [
    "//evil.example/x",
    "/\\evil.example",
    "javascript:1",
    "https://user:pw@api.example/x",
    "http://[",
    5,
    {},
    [base],
    true,
  ]) {
    const { client: service, asked } = stub([json({ value: [1], "@odata.nextLink": odd })], { token: "secret" });
    const items = list(service, things, {})[Symbol.asyncIterator]();
    assert.equal(await items.next(), { done: false, value: 1 });
    assert.match(await codeOf(items.next()), /^(foreign|malformed)$/);
    assert.is(asked.length, 1);
  }
});

polls.run();
pages.run();
