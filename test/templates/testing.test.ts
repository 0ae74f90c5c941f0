import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  call,
  callAccepted,
  callStream,
  callText,
  createClient,
  delta,
  jsonBody,
  list,
} from "../../templates/runtime/index.js";
import type { AnyFixture, Client, Fixture, Operation } from "../../templates/runtime/index.js";
import { replay, verify } from "../../templates/testing/index.js";
import { failure, operation } from "./stub.js";

const replays = suite("replay");
const passes = suite("verify passes");
const fails = suite("verify fails");

const plan = { id: "1", title: "Move" };

type Change = {
  readonly request?: Partial<AnyFixture["request"]>;
  readonly response?: Partial<AnyFixture["response"]>;
  readonly findings?: string[];
};

function fixture({ request, response, ...rest }: Change = {}): AnyFixture {
  return {
    name: "get_plan",
    page: "api/plan-get.md",
    request: { method: "GET", url: "https://api.example/beta/plans/1", headers: {}, ...request },
    response: { status: 200, headers: { "Content-Type": "application/json" }, body: plan, ...response },
    ...rest,
  };
}

const planOperation = operation("/plans/{planId}", { id: "plan-get" });
const getPlan = (client: Client): Promise<unknown> => call(client, planOperation, { where: { planId: "1" } });

const getFixture: Fixture<never, typeof plan> = {
  name: "get_plan",
  page: "api/plan-get.md",
  request: { method: "GET", url: "https://api.example/beta/plans/1", headers: {} },
  response: { status: 200, headers: {}, body: plan },
};

replays("a documented answer in two lines", async () => {
  const client = replay(getFixture);
  assert.equal(await call(client, planOperation, { where: { planId: "mine" } }), plan);
  assert.equal(
    client.requests.map(({ method, url, body }) => ({ method, url, body })),
    [{ method: "GET", url: "https://api.example/beta/plans/mine", body: undefined }],
  );
});

replays("several, by method and URL, each once, the last one for ever", async () => {
  const first = fixture();
  const second = fixture({ response: { body: { id: "2" } } });
  const created = fixture({
    request: { method: "POST", url: "/plans", body: {} },
    response: { status: 201, body: { id: "3" } },
  });
  const client = replay([first, created, second]);
  assert.equal([await getPlan(client), await getPlan(client), await getPlan(client)], [plan, { id: "2" }, { id: "2" }]);
  assert.equal(await call(client, operation("/plans", { method: "POST", body: jsonBody }), { what: { a: 1 } }), {
    id: "3",
  });
  assert.equal(client.requests.at(-1)?.body, { a: 1 });
  const error = await failure(call(client, operation("/plans/2"), {}));
  assert.match(
    String(Object(error).cause),
    "No example answers GET https://api.example/beta/plans/2; there are GET https://api.example/beta/plans/1",
  );
});

replays("under a client of one's own", async () => {
  const { fetch, requests } = replay(getFixture);
  await getPlan(createClient({ baseUrl: "https://api.example/beta", token: "t", fetch }));
  assert.is(requests[0]?.headers.get("authorization"), "Bearer t");
});

replays("errors too", async () => {
  const gone = fixture({ response: { status: 404, body: { error: { code: "gone", message: "!" } } } });
  assert.is(Object(await failure(getPlan(replay(gone)))).code, "gone");
});

const post: Operation = operation("/plans", { id: "plan-post", method: "POST", body: jsonBody });

/** Each pair: what the docs show, and a call of it. */
const exchanges: Readonly<Record<string, readonly [AnyFixture, (client: Client) => PromiseLike<unknown>]>> = {
  "an object": [fixture(), getPlan],
  "an object, wrapped and bare": [
    fixture({ response: { body: { "@odata.context": "…", value: plan } } }),
    (client) => call(client, { ...planOperation, result: "wrapped" }, { where: { planId: "1" } }),
  ],
  "an object that has a value of its own": [fixture({ response: { body: { value: { a: 1 } } } }), getPlan],
  "a scalar": [
    fixture({ response: { body: { value: 5 } } }),
    (client) => call(client, { ...planOperation, result: "value" }, { where: { planId: "1" } }),
  ],
  nothing: [
    fixture({ request: { method: "DELETE" }, response: { status: 204, body: undefined } }),
    (client) => call(client, { ...planOperation, method: "DELETE", result: "none" }, { where: { planId: "1" } }),
  ],
  "a list": [
    fixture({
      request: { url: "/plans?$top=2&$select=id, title" },
      response: { body: { value: [plan], "@odata.nextLink": "https://api.example/beta/x" } },
    }),
    (client) => list(client, operation("/plans"), { options: { select: ["id", "title"], top: 2 } }),
  ],
  "a delta": [
    fixture({
      request: { url: "/plans/delta" },
      response: { body: { value: [{ id: "1", "@removed": {} }], "@odata.deltaLink": "…" } },
    }),
    (client) => delta(client, operation("/plans/delta"), {}),
  ],
  "a delta with members that are not OData's": [
    fixture({
      request: { url: "/plans/delta" },
      response: {
        body: { "\u001b]0;": 1, value: [plan], "@odata.deltaLink": "https://api.example/beta/plans/delta?t=1" },
      },
    }),
    (client) => delta(client, operation("/plans/delta"), {}),
  ],
  "a delta of nothing, with such a member": [
    fixture({
      request: { url: "/plans/delta" },
      response: { body: { constructor: "", "@odata.deltaLink": "https://api.example/beta/plans/delta?t=1" } },
    }),
    (client) => delta(client, operation("/plans/delta"), {}),
  ],
  text: [
    fixture({ response: { body: undefined, text: "a\r\nb" } }),
    (client) => callText(client, planOperation, { where: { planId: "1" } }),
  ],
  "a file": [
    fixture({ response: { body: undefined, text: "%PDF" } }),
    (client) => callStream(client, planOperation, { where: { planId: "1" } }),
  ],
  "a redirect to a file": [
    fixture({ response: { status: 302, headers: { Location: "https://files.example/1" }, body: undefined } }),
    (client) => callStream(client, planOperation, { where: { planId: "1" } }),
  ],
  "a redirect to another place of the service, which gets the token": [
    fixture({ response: { status: 302, headers: { Location: "/v1.0/files('1')" }, body: undefined } }),
    (client) => callStream(client, planOperation, { where: { planId: "1" } }),
  ],
  "202": [
    fixture({
      response: {
        status: 202,
        headers: { Location: "https://api.example/beta/operations/1", "Retry-After": "5" },
        body: undefined,
      },
    }),
    (client) => callAccepted(client, planOperation, { where: { planId: "1" } }),
  ],
  "a body": [
    fixture({
      request: {
        method: "POST",
        url: "/plans",
        headers: { "Content-length": "3", "Content-type": "application/json" },
        body: { title: "x" },
      },
      response: { status: 201 },
    }),
    (client) => call(client, post, { what: { title: "x" } }),
  ],
  headers: [
    fixture({ request: { headers: { Authorization: "Bearer {token}", Prefer: "a", Accept: "x" } } }),
    (client) => call(client, planOperation, { where: { planId: "1" }, options: { headers: { prefer: "a" } } }),
  ],
  "an error": [fixture({ response: { status: 404, body: { error: { code: "gone", message: "!" } } } }), getPlan],
  "an error that is no JSON": [fixture({ response: { status: 500, body: undefined, text: "Oops" } }), getPlan],
  "an error that is null": [fixture({ response: { status: 404, body: undefined, text: "null" } }), getPlan],
  "an error that is deeper than a stack": [
    fixture({ response: { status: 404, body: undefined, text: `{"error":${"[".repeat(9000)}${"]".repeat(9000)}}` } }),
    getPlan,
  ],
  "JSON that is none": [fixture({ response: { body: undefined, text: "{ id: 1, … }" } }), getPlan],
  "a URL with other casing, encoding and host": [
    fixture({ request: { url: "https://API.example/v1.0/Plans/%31/?%24count=true" } }),
    (client) => call(client, planOperation, { where: { planId: "1" }, options: { count: true } }),
  ],
  "a wrapped object that has a value of its own": [
    fixture({ response: { body: { value: { id: "1", value: "x" } } } }),
    (client) => call(client, { ...planOperation, result: "wrapped" }, { where: { planId: "1" } }),
  ],
  "numbers that JSON cannot send": [
    fixture({ request: { method: "POST", url: "/plans", text: "[-0, 1e400]" } }),
    (client) => call(client, post, { what: [-0, Infinity] }),
  ],
  "a list of one object that stands without its brackets": [
    fixture({ request: { url: "/plans" }, response: { body: { value: plan } } }),
    (client) => list(client, operation("/plans"), {}),
  ],
  "JSON under another content type": [
    fixture({
      request: { method: "POST", url: "/plans", headers: { "Content-Type": "text/plain" }, text: '{ "a": 1 }' },
      response: { headers: { "Content-Type": "text/plain" }, body: undefined, text: '{ "id": "1" }' },
    }),
    (client) => call(client, post, { what: { a: 1 }, options: { headers: { "Content-Type": "text/plain" } } }),
  ],
  "a JSON text and a JSON number under another content type": [
    fixture({ request: { method: "POST", url: "/plans", text: '"hello"' }, response: { body: undefined, text: "5" } }),
    (client) => call(client, post, { what: "hello" }),
  ],
  "a number as text": [
    fixture({ response: { body: undefined, text: "5" } }),
    (client) => callText(client, planOperation, { where: { planId: "1" } }),
  ],
  "an error that is JSON under another content type": [
    fixture({ response: { status: 404, body: undefined, text: '{"error":{"code":"gone"}}' } }),
    getPlan,
  ],
  "an error of JSON null": [fixture({ response: { status: 404, body: null } }), getPlan],
  "an error whose code is none": [
    fixture({ response: { status: 404, body: { error: { code: { toString: 1 } } } } }),
    getPlan,
  ],
  "a status that HTTP does not have": [fixture({ response: { status: 999 } }), getPlan],
  "a header that HTTP cannot carry, left out": [
    fixture({ request: { headers: { Prefer: "a=\u201cb\u201d" } } }),
    getPlan,
  ],
  "a header that HTTP cannot carry, with straight quotes": [
    fixture({ request: { headers: { Prefer: "a=\u201cb\u201d" } } }),
    (client) => call(client, planOperation, { where: { planId: "1" }, options: { headers: { Prefer: 'a="b"' } } }),
  ],
  "202 with a relative address and a date": [
    fixture({
      response: {
        status: 202,
        headers: { Location: "operations/1", "Retry-After": "Tue, 01 Jan 2030 00:00:03 GMT" },
        body: undefined,
      },
    }),
    (client) => callAccepted(client, planOperation, { where: { planId: "1" } }),
  ],
  "202 with a wait that is none": [
    fixture({ response: { status: 202, headers: { Location: "{url}", "Retry-After": "-5" }, body: undefined } }),
    (client) => callAccepted(client, planOperation, { where: { planId: "1" } }),
  ],
  "a body where there is none to send": [fixture({ request: { body: {} }, findings: ["example-body"] }), getPlan],
};
for (const [name, [documented, run]] of Object.entries(exchanges)) passes(name, () => verify(documented, run));

const problems: readonly (readonly [string, AnyFixture, (client: Client) => PromiseLike<unknown>])[] = [
  ["method GET instead of PUT", fixture({ request: { method: "PUT" } }), getPlan],
  ['url.path: "/plans/1" instead of "/plans/2"', fixture({ request: { url: "/plans/2" } }), getPlan],
  ['url.query[0]: nothing instead of "top=1"', fixture({ request: { url: "/plans/1?$top=1" } }), getPlan],
  [
    "header Prefer: c instead of",
    fixture({ request: { headers: { Prefer: "a=\u201cb\u201d" } } }),
    (client) => call(client, planOperation, { where: { planId: "1" }, options: { headers: { Prefer: "c" } } }),
  ],
  [
    'result.id: "1" instead of "2"',
    fixture({ response: { body: undefined, text: '{"id":"2"}' } }),
    async (client) => ({ ...Object(await getPlan(client)), id: "1" }),
  ],
  [
    "result.__proto__: nothing instead of {}",
    fixture({ response: { body: JSON.parse('{"__proto__":{}}') } }),
    async (client) => (await getPlan(client), {}),
  ],
  ["header Prefer: nothing instead of a", fixture({ request: { headers: { Prefer: "a" } } }), getPlan],
  [
    'body.title: "y" instead of "x"',
    fixture({ request: { method: "POST", url: "/plans", body: { title: "x" } } }),
    (client) => call(client, post, { what: { title: "y" } }),
  ],
  ["body: nothing instead of {}", fixture({ request: { body: {} } }), getPlan],
  [
    'result.id: "1" instead of "2"',
    fixture({ response: { body: { id: "2" } } }),
    async (client) => ({ ...Object(await getPlan(client)), id: "1" }),
  ],
  ["result: nothing instead of {", fixture(), async (client) => void (await getPlan(client))],
  [
    "result.items[0]",
    fixture({ response: { body: { value: [plan] } } }),
    async (client) => (await getPlan(client), { items: [] }),
  ],
  [
    "it resolved although the answer is a 404",
    fixture({ response: { status: 404 } }),
    async (client) => void (await getPlan(client).catch(() => {})),
  ],
  [
    "status",
    fixture({ response: { status: 404 } }),
    async (client) => {
      await getPlan(client).catch((error: unknown) => {
        throw Object.assign(Object(error), { status: 400 });
      });
    },
  ],
  [
    "nothing was sent: TypeError: plan-get: no path",
    fixture(),
    (client) => call(client, planOperation, { where: { planId: ".." } }),
  ],
  [
    "without the wrapping",
    fixture({ response: { body: { value: plan } } }),
    async (client) => {
      const result = Object(await getPlan(client));
      if (!("value" in result)) throw new Error("no value");
      return result.value;
    },
  ],
];
for (const [message, documented, run] of problems) {
  fails(message, async () => {
    const error = await failure(verify(documented, run));
    assert.ok(error instanceof Error);
    assert.ok(error.message.startsWith("get_plan (api/plan-get.md): "), error.message);
    assert.ok(error.message.includes(message), error.message);
  });
}

replays.run();
passes.run();
fails.run();
