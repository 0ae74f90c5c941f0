/** What a service invents in a status, an error or a header becomes an `ApiError` that tells it, once. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, callStream, callText, createClient, isApiError, jsonBody } from "../../templates/runtime/index.js";
import { pause } from "../../templates/runtime/timing.js";
import { answer, serve } from "./server.js";
import { failure, operation, stub } from "./stub.js";

const statuses = suite("odd statuses");
const errors = suite("odd errors");
const hints = suite("odd Retry-After");
const headers = suite("headers that HTTP cannot carry");

for (const status of [600, 999]) {
  statuses(`${status}: the error has it, and the code of the body; nothing is sent again`, async () => {
    await using server = await serve(answer(status, { error: { code: "odd", message: "What?" } }));
    const client = createClient({ baseUrl: server.origin, retry: { base: 1 } });
    for (const send of [
      () => call(client, operation("/a"), {}),
      () => call(client, operation("/a", { method: "POST", body: jsonBody }), { what: {} }),
      () => callText(client, operation("/a"), {}),
      () => callStream(client, operation("/a"), {}),
    ]) {
      const error = await failure(send());
      assert.ok(isApiError(error));
      assert.equal([error.status, error.code], [status, "odd"]);
      assert.equal(error.body, { error: { code: "odd", message: "What?" } });
    }
    assert.is(server.reached.length, 4);
  });
}

statuses("without a code of its own: http", async () => {
  await using server = await serve(answer(999, "what?"));
  const error = await failure(call(createClient({ baseUrl: server.origin }), operation("/a"), {}));
  assert.ok(isApiError(error));
  assert.equal([error.status, error.code, error.body, server.reached.length], [999, "http", "what?", 1]);
});

statuses("of three zeros", async () => {
  await using server = await serve(
    (request) => void request.socket.end("HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n"),
  );
  const error = await failure(call(createClient({ baseUrl: server.origin, retry: { limit: 0 } }), operation("/a"), {}));
  assert.ok(isApiError(error));
  assert.is(error.status, 0);
});

const told: readonly (readonly [unknown, string, string])[] = [
  [{ code: { toString: 1 }, message: { toString: 1 } }, "http", "http: Not Found (404)"],
  [{ code: { toString: null, valueOf: null }, message: [] }, "http", "http: Not Found (404)"],
  [{ code: 404, message: 1 }, "http", "http: Not Found (404)"],
  [{ code: null, message: null }, "http", "http: Not Found (404)"],
  [{ code: ["a"], message: { lang: "en", value: "x" } }, "http", "http: Not Found (404)"],
  [{ code: "", message: "" }, "http", "http: Not Found (404)"],
  [{ code: true }, "http", "http: Not Found (404)"],
  [[], "http", "http: Not Found (404)"],
  ["gone", "http", "http: Not Found (404)"],
  [{ code: "a", message: "b", innerError: null, innererror: 5 }, "a", "a: b (404)"],
  [{ code: "a", message: "b", innerError: [[]] }, "a", "a: b (404)"],
];
for (const [error, code, message] of told) {
  errors(`${JSON.stringify(error)}: what is no text counts as missing`, async () => {
    const response = new Response(JSON.stringify({ error }), { status: 404, statusText: "Not Found" });
    const caught = await failure(call(stub([response]).client, operation("/a"), {}));
    assert.ok(isApiError(caught));
    assert.equal([caught.status, caught.code, caught.message], [404, code, message]);
    assert.equal(caught.body, { error });
  });
}

errors("inner codes and request ids that are no text are left out", async () => {
  const inner = { code: { toString: 1 }, "request-id": 5 };
  const response = new Response(JSON.stringify({ error: { code: "a", innerError: inner } }), { status: 400 });
  const caught = await failure(call(stub([response]).client, operation("/a"), {}));
  assert.ok(isApiError(caught));
  assert.equal([caught.code, caught.innerCode, caught.requestId], ["a", undefined, undefined]);
});

for (const [after, wait] of [
  ["-5", 500],
  ["-0.1", 500],
  ["1.2.3", 500],
  ["5, 10", 500],
  ["NaN", 500],
  ["2001", 2_001_000],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 0],
  ["99999999", 99_999_999_000],
] as const) {
  hints(`${after}: ${wait === 500 ? "is none" : `${wait} ms`}`, async () => {
    const busy = new Response(null, { status: 429, headers: { "retry-after": after } });
    const { client, waits } = stub([busy, new Response("{}")], { retry: { budget: Infinity } });
    await call(client, operation("/a"), {});
    assert.equal(waits, [wait]);
  });
}

hints("a wait beyond what timers can does not end at once", async () => {
  for (const wait of [99_999_999_000, 2 ** 31, Infinity]) {
    const controller = new AbortController();
    let over = false;
    const waiting = pause(wait, controller.signal).then(() => (over = true));
    await pause(30);
    assert.not.ok(over, `${wait} ms`);
    controller.abort();
    await waiting;
  }
});

for (const value of ["secret\r\nX-Evil: 1", "secret\n", "\u201csecret\u201d", "secret\0", "secret\u{1f600}"].map(
  (text) => `a${text}b`,
)) {
  headers(`${JSON.stringify(value)}: the error names the header and hides the value`, async () => {
    const { client, asked } = stub([], { headers: { "x-key": value } });
    const own = stub([]);
    for (const [send, name] of [
      [() => call(client, operation("/a"), {}), "x-key"],
      [() => call(own.client, operation("/a"), { options: { headers: { Prefer: value } } }), "Prefer"],
    ] as const) {
      const error = await failure(send());
      assert.ok(error instanceof TypeError);
      assert.match(error.message, name);
      assert.not.match(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, /secret/);
    }
    assert.equal([asked.length, own.asked.length], [0, 0]);
  });
}

statuses.run();
errors.run();
hints.run();
headers.run();
