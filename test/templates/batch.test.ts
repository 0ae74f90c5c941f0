import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, callText, createBatch, isApiError, jsonBody, list, rawBody } from "../../templates/runtime/index.js";
import type { BatchOptions, ClientOptions } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";
import type { Asked, Stub } from "./stub.js";

interface Item {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}
type Reply =
  { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | undefined;

const test = suite("batch");
const get = (id: string) => [operation("/things/{id}"), { where: { id } }] as const;
const create = operation("/things", { method: "POST", body: jsonBody });

function itemsOf({ body }: Asked): Item[] {
  return typeof body === "string" ? JSON.parse(body).requests : [];
}

/** A service that answers each item of each batch, last item first. */
function service(
  reply: (item: Item, batch: number) => Reply,
  options: Partial<ClientOptions> = {},
): Stub & { readonly batches: Item[][] } {
  const batches: Item[][] = [];
  const all = stub(
    [
      (asked) => {
        if (!asked.url.endsWith("/$batch")) return json({ alone: asked.url });
        const items = itemsOf(asked);
        batches.push(items);
        const responses = items.flatMap((item) => {
          const answer = reply(item, batches.length);
          return answer ? [{ id: item.id, ...answer }] : [];
        });
        return json({ responses: responses.reverse() });
      },
    ],
    options,
  );
  return { ...all, batches };
}

const echo = ({ url }: Item): Reply => ({ status: 200, body: { url } });
const timing = (waits: number[]): BatchOptions => ({
  sleep: async (wait) => void waits.push(wait),
  random: () => 0.5,
  now: () => 0,
});

test("calls made together travel together, each gets its own answer", async () => {
  const { client, asked, batches } = service(echo, { token: "t" });
  const batch = createBatch(client);
  const [one, two, page] = await Promise.all([
    call(batch, ...get("1")),
    call(batch, create, { what: { a: 1 } }),
    list(batch, operation("/all"), {}),
  ]);
  assert.equal([one, two, page], [{ url: "/things/1" }, { url: "/things" }, { items: [] }]);
  assert.equal(
    asked.map(({ url, method }) => [method, url]),
    [["POST", `${base}/$batch`]],
  );
  assert.equal(batches, [
    [
      { id: "1", method: "GET", url: "/things/1", headers: {} },
      { id: "2", method: "POST", url: "/things", headers: { "content-type": "application/json" }, body: { a: 1 } },
      { id: "3", method: "GET", url: "/all", headers: {} },
    ],
  ]);
});

test("twenty at a time", async () => {
  const { client, batches } = service(echo);
  const batch = createBatch(client);
  const ids = Array.from({ length: 45 }, (_, i) => String(i));
  const answers = await Promise.all(ids.map((id) => call<{ url: string }>(batch, ...get(id))));
  assert.equal(
    batches.map((items) => items.length),
    [20, 20, 5],
  );
  assert.equal(
    answers.map(({ url }) => url),
    ids.map((id) => `/things/${id}`),
  );
});

test("one failed item rejects one promise", async () => {
  const { client } = service(({ url }) =>
    url.endsWith("2")
      ? { status: 404, headers: { "request-id": "r" }, body: { error: { code: "gone", message: "!" } } }
      : { status: 204 },
  );
  const batch = createBatch(client);
  const [one, two] = await Promise.allSettled([call(batch, ...get("1")), call(batch, ...get("2"))]);
  assert.equal(one, { status: "fulfilled", value: undefined });
  assert.ok(two.status === "rejected" && isApiError(two.reason));
  assert.equal([two.reason.status, two.reason.code, two.reason.requestId], [404, "gone", "r"]);
});

test("a throttled item travels again by itself", async () => {
  const waits: number[] = [];
  const { client, batches } = service(({ url }, batch) =>
    batch === 1 && url !== "/things/1" ? { status: 429, headers: { "Retry-After": "1.5" } } : echo({ url } as Item),
  );
  const batch = createBatch(client, timing(waits));
  await Promise.all([call(batch, ...get("1")), call(batch, ...get("2")), call(batch, create, { what: {} })]);
  assert.equal(
    batches.map((items) => items.map(({ url }) => url)),
    [
      ["/things/1", "/things/2", "/things"],
      ["/things/2", "/things"],
    ],
  );
  assert.equal(waits, [1500, 1500]);
});

test("an answer that is missing: read again, but nothing is written twice", async () => {
  const { client, batches } = service(({ url }, batch) => (batch === 1 ? undefined : echo({ url } as Item)));
  const batch = createBatch(client, timing([]));
  const [read, written] = await Promise.allSettled([call(batch, ...get("1")), call(batch, create, { what: {} })]);
  assert.is(read.status, "fulfilled");
  assert.ok(written.status === "rejected" && isApiError(written.reason));
  assert.is(written.reason.code, "missing");
  assert.is(batches.flat().filter(({ method }) => method === "POST").length, 1);
});

test("steps: dependsOn within one batch", async () => {
  const { client, batches } = service(echo);
  const batch = createBatch(client);
  const one = batch.step();
  const two = batch.step(one);
  await Promise.all([
    call(one, create, { what: {} }),
    call(batch, ...get("x")),
    call(two, ...get("1")),
    call(two, ...get("2")),
  ]);
  // What hangs together stands together.
  const urls = batches.map((items) =>
    items.map(({ url, dependsOn }) =>
      dependsOn ? [url, ...dependsOn.map((id) => items.find((item) => item.id === id)?.url)] : url,
    ),
  );
  assert.equal(urls, [["/things/x", "/things", ["/things/1", "/things"], ["/things/2", "/things"]]]);
});

test("steps: what failed before stops what comes after", async () => {
  const { client } = service(({ method }) => (method === "POST" ? { status: 400 } : { status: 424 }));
  const batch = createBatch(client, timing([]));
  const one = batch.step();
  const outcomes = await Promise.allSettled([call(one, create, { what: {} }), call(batch.step(one), ...get("1"))]);
  assert.equal(
    outcomes.map((outcome) => outcome.status === "rejected" && isApiError(outcome.reason) && outcome.reason.status),
    [400, 424],
  );
});

test("steps: a throttled first step takes the second one with it, both are carried out once", async () => {
  const done: string[] = [];
  const { client, batches } = service(({ method }, batch) => {
    if (batch === 1) return method === "POST" ? { status: 429, headers: { "retry-after": "1" } } : { status: 424 };
    done.push(method);
    return { status: 200, body: {} };
  });
  const batch = createBatch(client, timing([]));
  const one = batch.step();
  await Promise.all([call(one, create, { what: {} }), call(batch.step(one), ...get("1"))]);
  assert.equal(done, ["POST", "GET"]);
  assert.is(batches.length, 3);
  assert.is(batches[2]?.[0]?.dependsOn, undefined);
});

test("steps: what is made later waits for the answer", async () => {
  const { client, batches } = service(echo);
  const batch = createBatch(client);
  const one = batch.step();
  await call(one, create, { what: {} });
  await call(batch.step(one), ...get("1"));
  assert.equal(
    batches.map((items) => items.map(({ dependsOn }) => dependsOn)),
    [[undefined], [undefined]],
  );
});

test("more calls that depend on each other than a batch holds are refused", async () => {
  const { client, asked } = service(echo);
  const batch = createBatch(client, { size: 2 });
  const one = batch.step();
  const two = batch.step(one);
  const outcomes = await Promise.allSettled([call(one, ...get("1")), call(two, ...get("2")), call(two, ...get("3"))]);
  assert.ok(outcomes.every((outcome) => outcome.status === "rejected" && outcome.reason instanceof RangeError));
  assert.is(asked.length, 0);
});

test("what a batch cannot carry goes by itself", async () => {
  const { client, batches } = service(echo);
  const batch = createBatch(client);
  await callText(batch, operation("/text"), {});
  await call(batch, operation("/photo", { method: "PUT", body: rawBody }), { what: new Blob(["x"]) });
  await batch.send({ method: "GET", url: `${base}/things?$skiptoken=a`, headers: new Headers() });
  assert.equal(batches, []);
});

test("an aborted call rejects at once; the others go on without it and what depends on it", async () => {
  const { client, batches } = service(echo);
  const batch = createBatch(client);
  const reason = new Error("enough");
  const one = batch.step();
  const outcomes = await Promise.allSettled([
    call(one, operation("/a"), { options: { signal: AbortSignal.abort(reason) } }),
    call(batch.step(one), operation("/b"), {}),
    call(batch, operation("/c"), {}),
  ]);
  assert.is(outcomes[0]?.status === "rejected" && outcomes[0].reason, reason);
  assert.ok(outcomes[1]?.status === "rejected" && isApiError(outcomes[1].reason) && outcomes[1].reason.status === 424);
  assert.is(outcomes[2]?.status, "fulfilled");
  assert.equal(
    batches.map((items) => items.map(({ url }) => url)),
    [["/c"]],
  );
});

test("when the batch as a whole fails, every call tells", async () => {
  for (const [answer, code] of [
    [json({ error: { code: "tooBig", message: "" } }, { status: 413 }), "tooBig"],
    [new Response('{"responses":[{"id":"1","stat'), "malformed"],
    [json({}), "missing"],
    [new TypeError("fetch failed"), "network"],
  ] as const) {
    const { client } = stub([answer]);
    const batch = createBatch(client, { ...timing([]), retry: { limit: 1 } });
    const outcomes = await Promise.allSettled([call(batch, ...get("1")), call(batch, create, { what: {} })]);
    for (const outcome of outcomes)
      assert.is(outcome.status === "rejected" && isApiError(outcome.reason) && outcome.reason.code, code);
  }
});

test("a lost batch: what reads is sent again, what writes is not", async () => {
  const methods: string[][] = [];
  const { client } = stub([
    (asked) => {
      methods.push(itemsOf(asked).map(({ method }) => method));
      if (methods.length === 1) throw new TypeError("fetch failed");
      return json({ responses: itemsOf(asked).map(({ id }) => ({ id, status: 204 })) });
    },
  ]);
  const batch = createBatch(client, timing([]));
  await Promise.allSettled([call(batch, ...get("1")), call(batch, create, { what: {} })]);
  assert.equal(methods, [["GET", "POST"], ["GET"]]);
});

test("statuses and bodies of any kind", async () => {
  const { client } = service(({ url }) =>
    url === "/text" ? { status: 200, headers: { "Content-Type": "text/plain" }, body: "plain" } : { status: 7 },
  );
  const batch = createBatch(client);
  const text = await batch.send({ method: "GET", url: "/text", headers: new Headers() });
  assert.is(await text.text(), "plain");
  assert.ok(await failure(call(batch, ...get("1"))));
});

test.run();
