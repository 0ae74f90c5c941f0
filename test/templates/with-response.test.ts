/** The raw answer of a typed call, streams as bodies, text in place of JSON, an upload that is given up. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  call,
  callStream,
  cancelUpload,
  createClient,
  rawBody,
  textOrJson,
  withResponse,
} from "../../templates/runtime/index.js";
import type { Client } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";

const answers = suite("raw answers");
const bodies = suite("other bodies");

answers("value, status and headers of one call", async () => {
  const { client } = stub([json({ id: "1" }, { status: 201, headers: { location: "/a/1" } })]);
  const { value, response } = await withResponse(client, (one) => call<{ id: string }>(one, operation("/a"), {}));
  assert.is(value.id, "1");
  assert.is(response.status, 201);
  assert.is(response.headers.get("location"), "/a/1");
  assert.equal(await response.json(), { id: "1" });
});

answers("a stream is read from the value only", async () => {
  const { client } = stub([new Response("bytes")]);
  const { value, response } = await withResponse(client, (one) => callStream(one, operation("/a"), {}));
  assert.is(response.status, 200);
  assert.is(await value.text(), "bytes");
});

answers("errors are thrown as ever; a call that sends nothing has no answer", async () => {
  const { client } = stub([json({}, { status: 404 })]);
  assert.match(String(await failure(withResponse(client, (one) => call(one, operation("/a"), {})))), /404/);
  assert.instance(await failure(withResponse(client, async () => 5)), TypeError);
});

/** A client, and the requests that the platform's own `Request` takes for possible. */
function strict(...statuses: number[]): { readonly client: Client; readonly sent: Promise<string>[] } {
  const sent: Promise<string>[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    sent.push(request.text().then((text) => `${request.method} ${request.headers.get("content-type")} ${text}`));
    return new Response(null, { status: statuses[sent.length - 1] ?? 204 });
  };
  return { client: createClient({ baseUrl: base, fetch, retry: { base: 0 } }), sent };
}

const stream = (): ReadableStream<Uint8Array> => new Blob(["abc"]).stream();

bodies("a stream is sent, and once only", async () => {
  const put = operation("/a", { method: "PUT", body: rawBody });
  const { client, sent } = strict();
  await call(client, put, { what: stream(), options: { headers: { "content-type": "image/png" } } });
  assert.equal(await Promise.all(sent), ["PUT image/png abc"]);
  const busy = strict(503, 503);
  assert.match(String(await failure(call(busy.client, put, { what: stream() }))), /503/);
  assert.is(busy.sent.length, 1);
  await call(busy.client, put, { what: "abc" });
  assert.is(busy.sent.length, 3);
});

bodies("a string goes as the documented text where that may stand for JSON", async () => {
  const { client, sent } = strict();
  const send = operation("/a", { method: "POST", body: textOrJson("text/plain") });
  await call(client, send, { what: "TUlNRQ==" });
  await call(client, send, { what: { subject: "x" } });
  assert.equal(await Promise.all(sent), ["POST text/plain TUlNRQ==", 'POST application/json {"subject":"x"}']);
});

bodies("an upload that is given up", async () => {
  const { client, asked } = stub([new Response(null, { status: 204 })], { token: "secret" });
  await cancelUpload(client, { uploadUrl: "https://files.example/up/1" });
  assert.equal([asked[0]?.method, asked[0]?.url], ["DELETE", "https://files.example/up/1"]);
  assert.not(asked[0]?.headers.has("authorization"));
  assert.instance(await failure(cancelUpload(client, {})), TypeError);
});

answers.run();
bodies.run();
