import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, createClient, isApiError } from "../../templates/runtime/index.js";
import type { Client, Middleware } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";

const sending = suite("sending");
const tokens = suite("token");
const middleware = suite("middleware");
const retries = suite("retry");

const get = (client: Client, options = {}): Promise<unknown> => call(client, operation("/a"), { options });
const post = (client: Client): Promise<unknown> => call(client, operation("/a", { method: "POST" }), {});

sending("the client's headers, then the call's", async () => {
  const { client, asked } = stub([json({})], { headers: { "X-A": "client", "x-b": "client" } });
  await get(client, { headers: { "x-a": "call" } });
  assert.is(asked[0]?.headers.get("x-a"), "call");
  assert.is(asked[0]?.headers.get("x-b"), "client");
});

sending("below the base URL, with or without a slash at its end", async () => {
  for (const baseUrl of ["https://api.example/v1.0", "https://api.example/v1.0/"]) {
    const { client, asked } = stub([json({})], { baseUrl });
    await get(client);
    assert.is(asked[0]?.url, "https://api.example/v1.0/a");
  }
});

sending("what is no address is refused at once, by its name", () => {
  for (const baseUrl of ["", "/v1.0", "api.example", JSON.parse("null") as string])
    assert.throws(
      () => createClient({ baseUrl }),
      (error: Error) => error instanceof TypeError && error.message === "baseUrl",
    );
});

sending("other origins are refused", async () => {
  const { client, asked } = stub([json({})], { token: "secret" });
  for (const url of [
    "https://evil.example/v1.0/a",
    "http://api.example/v1.0/a",
    "https://api.example:444/",
    "@evil.example/",
    "javascript:alert(1)",
  ]) {
    const error = await failure(client.send({ method: "GET", url, headers: new Headers() }));
    assert.ok(isApiError(error) ? error.code === "foreign" && error.status === -1 : error instanceof TypeError, url);
  }
  assert.is(asked.length, 0);
});

sending("a double slash does not lead to another host", async () => {
  const { client, asked } = stub([json({})]);
  await client.send({ method: "GET", url: "//evil.example/a", headers: new Headers() });
  assert.is(new URL(asked[0]?.url ?? "").host, "api.example");
});

sending("an aborted call rejects with the signal's reason", async () => {
  const reason = new Error("enough");
  const { client, waits } = stub([], { fetch: (_, { signal }) => Promise.reject(signal?.reason) });
  assert.is(await failure(get(client, { signal: AbortSignal.abort(reason) })), reason);
  assert.equal(waits, []);
});

tokens("a string, a function, a promise", async () => {
  for (const token of ["t", () => "t", async () => "t"]) {
    const { client, asked } = stub([json({})], { token });
    await get(client);
    assert.is(asked[0]?.headers.get("authorization"), "Bearer t");
  }
});

tokens("asked for on each attempt", async () => {
  let count = 0;
  const { client, asked } = stub([new Response(null, { status: 503 }), json({})], { token: () => `t${++count}` });
  await get(client);
  assert.equal(
    asked.map(({ headers }) => headers.get("authorization")),
    ["Bearer t1", "Bearer t2"],
  );
});

tokens("when there is none, its own error comes out and nothing is sent", async () => {
  const reason = new Error("signed out");
  for (const token of [
    () => Promise.reject(reason),
    () => {
      throw reason;
    },
  ]) {
    const { client, asked, waits } = stub([json({})], { token });
    assert.is(await failure(get(client)), reason);
    assert.equal([asked.length, waits.length], [0, 0]);
  }
});

tokens("never in an error", async () => {
  const { client } = stub([json({ error: { code: "x", message: "y" } }, { status: 401 })], {
    token: "secret\nX-Evil: 1",
  });
  const error = await failure(get(client));
  assert.ok(error instanceof Error);
  assert.not.match(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, /secret/);
});

middleware("sees each attempt, outermost first, without the token", async () => {
  const seen: string[] = [];
  const log =
    (name: string): Middleware =>
    async (request, next) => {
      seen.push(`${name} ${request.method} ${request.url} ${request.headers.has("authorization")}`);
      const response = await next({
        ...request,
        headers: new Headers({ ...Object.fromEntries(request.headers), [`x-${name}`]: "1" }),
      });
      seen.push(`${name} ${response.status}`);
      return response;
    };
  const { client, asked } = stub([new Response(null, { status: 429 }), json({ id: "1" })], {
    token: "t",
    middleware: [log("a"), log("b")],
  });
  assert.equal(await get(client), { id: "1" });
  assert.equal(seen, [
    "a GET /a false",
    "b GET /a false",
    "b 429",
    "a 429",
    "a GET /a false",
    "b GET /a false",
    "b 200",
    "a 200",
  ]);
  assert.equal([asked[1]?.headers.get("x-a"), asked[1]?.headers.get("x-b")], ["1", "1"]);
});

middleware("may answer or fail by itself", async () => {
  const { client, asked } = stub([], { middleware: [async () => json({ cached: true })] });
  assert.equal(await get(client), { cached: true });
  const broken = stub([], {
    middleware: [
      () => {
        throw new RangeError("mine");
      },
    ],
  });
  assert.instance(await failure(get(broken.client)), RangeError);
  assert.equal([asked.length, broken.waits.length], [0, 0]);
});

middleware("cannot send the token elsewhere", async () => {
  const detour: Middleware = (request, next) => next({ ...request, url: "https://evil.example/", foreign: true });
  const { client, asked } = stub([json({})], { token: "secret", headers: { "x-key": "secret" }, middleware: [detour] });
  await get(client);
  assert.equal([...(asked[0]?.headers ?? [])], []);
});

const status = (code: number, after?: string): Response =>
  new Response(null, { status: code, headers: after === undefined ? {} : { "retry-after": after } });

retries("what is sent again", async () => {
  for (const [answer, gets, posts] of [
    [status(429), 2, 2],
    [status(429, "1"), 2, 2],
    [status(503), 2, 1],
    [status(503, "1"), 2, 2],
    [status(504), 2, 1],
    [status(504, "1"), 2, 1],
    [status(500), 1, 1],
    [status(502), 1, 1],
    [status(409), 1, 1],
    [new TypeError("fetch failed"), 2, 1],
  ] as const) {
    for (const [send, times] of [
      [get, gets],
      [post, posts],
    ] as const) {
      const { client, asked } = stub([answer, json({ id: "1" })]);
      const outcome = await send(client).catch((error: unknown) => error);
      assert.is(asked.length, times);
      assert.is(isApiError(outcome), times === 1);
    }
  }
});

retries("methods that may be sent twice", async () => {
  for (const [method, times] of [
    ["GET", 2],
    ["HEAD", 2],
    ["PUT", 2],
    ["DELETE", 2],
    ["OPTIONS", 2],
    ["POST", 1],
    ["PATCH", 1],
  ] as const) {
    const { client, asked } = stub([new TypeError("fetch failed"), new Response(null, { status: 204 })]);
    await call(client, operation("/a", { method, result: "none" }), {}).catch(() => {});
    assert.is(asked.length, times, method);
  }
});

retries("Retry-After in seconds, with decimals, as a date", async () => {
  for (const [after, wait] of [
    ["2", 2000],
    ["1.5", 1500],
    ["0", 0],
    ["Tue, 01 Jan 2030 00:00:03 GMT", 3000],
    ["Mon, 31 Dec 2029 00:00:00 GMT", 0],
    ["soon", 500],
    ["", 500],
  ] as const) {
    const { client, waits } = stub([status(429, after), json({})]);
    await get(client);
    assert.equal(waits, [wait], after);
  }
});

retries("without it: twice as long each time, at random, up to a cap", async () => {
  const { client, asked, waits } = stub([status(503)], { retry: { limit: 5, base: 1000, cap: 4000 } });
  const error = await failure(get(client));
  assert.ok(isApiError(error));
  assert.is(error.status, 503);
  assert.equal(waits, [500, 1000, 2000, 2000, 2000]);
  assert.is(asked.length, 6);
});

retries("a wait beyond the budget ends the call at once, with the hint", async () => {
  const { client, asked, waits } = stub([status(429, "50")], { retry: { budget: 120_000 } });
  const error = await failure(get(client));
  assert.ok(isApiError(error));
  assert.equal([asked.length, waits, error.retryAfter], [3, [50_000, 50_000], 50_000]);
});

retries("limit 0: never", async () => {
  const { client, asked } = stub([status(503)], { retry: { limit: 0 } });
  await failure(get(client));
  assert.is(asked.length, 1);
});

retries("an abort ends the wait", async () => {
  const controller = new AbortController();
  const client = createClient({
    baseUrl: base,
    fetch: async (_, { signal }) => {
      signal?.throwIfAborted();
      setTimeout(() => controller.abort(new Error("enough")));
      return status(503, "3600");
    },
    retry: { budget: Infinity },
  });
  const error = await failure(get(client, { signal: controller.signal }));
  assert.is(error instanceof Error && error.message, "enough");
});

sending.run();
tokens.run();
middleware.run();
retries.run();
