/** Answers of a batch that are not what a batch should answer: each call ends with its own answer or an `ApiError`, none is lost. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, callAccepted, createBatch, createClient, isApiError, jsonBody } from "../../templates/runtime/index.js";
import { answer, serve } from "./server.js";
import { json, operation, stub } from "./stub.js";

const test = suite("odd batches");
const create = operation("/things", { method: "POST", body: jsonBody });

/** What becomes of a read and a write that are answered like this, and how many batches it took. */
async function outcomesOf(body: unknown): Promise<[...string[], number]> {
  const { client, asked } = stub([json(body)]);
  const batch = createBatch(client, { sleep: async () => {}, retry: { limit: 1 } });
  const outcomes = await Promise.allSettled([
    call(batch, operation("/things/1"), {}),
    call(batch, create, { what: {} }),
  ]);
  const told = outcomes.map((outcome) => {
    if (outcome.status === "fulfilled") return JSON.stringify(outcome.value) ?? "nothing";
    return isApiError(outcome.reason) ? `${outcome.reason.status} ${outcome.reason.code}` : String(outcome.reason);
  });
  return [...told, asked.length];
}

for (const responses of ["abc", 5, {}, null, true]) {
  test(`no list of answers: ${JSON.stringify(responses)}`, async () => {
    assert.equal(await outcomesOf({ responses }), ["200 malformed", "200 malformed", 1]);
  });
}

test("no batch at all: the answers are missing", async () => {
  for (const body of [null, 5, "abc", [], {}]) assert.equal(await outcomesOf(body), ["0 missing", "0 missing", 2]);
});

test("answers that are none, and ids of nobody", async () => {
  const ours = { id: "2", status: 200, body: 2 };
  const odd = [
    null,
    5,
    "1",
    [],
    { id: 1, status: 200 },
    { id: { toString: 1 }, status: 200 },
    { id: "3", status: 200 },
  ];
  assert.equal(await outcomesOf({ responses: [...odd, ours] }), ["0 missing", "2", 2]);
});

test("of two answers with one id the first one counts", async () => {
  const responses = [
    { id: "1", status: 200, body: "a" },
    { id: "2", status: 200, body: "b" },
    { id: "1", status: 500 },
  ].map((each) => ({ ...each, body: each.body && { is: each.body } }));
  assert.equal(await outcomesOf({ responses }), ['{"is":"a"}', '{"is":"b"}', 1]);
});

for (const [status, told] of [
  ["200", '{"id":"1"}'],
  [200, '{"id":"1"}'],
  ["two hundred", "200 malformed"],
  [null, "200 malformed"],
  [undefined, "200 malformed"],
  [{ toString: 1 }, "200 malformed"],
  [[200], "200 malformed"],
  [-1, "200 malformed"],
  [200.5, "200 malformed"],
  [7, "200 malformed"],
  [100, "100 http"],
  [999, "999 http"],
] as const) {
  test(`status ${JSON.stringify(status)}: only this call has it, and it is not made again`, async () => {
    const responses = [
      { id: "1", status, body: { id: "1" } },
      { id: "2", status: 201, body: 2 },
    ];
    assert.equal(await outcomesOf({ responses }), [told, "2", 1]);
  });
}

for (const headers of [
  "abc",
  5,
  null,
  [["a", "b"]],
  { "a b": "c" },
  { a: "b\r\nc" },
  { a: { toString: 1 } },
  { a: null },
]) {
  test(`headers ${JSON.stringify(headers)}: what HTTP does not have is left out`, async () => {
    const responses = [
      { id: "1", status: 200, headers, body: 1 },
      { id: "2", status: 200, headers, body: 2 },
    ];
    assert.equal(await outcomesOf({ responses }), ["1", "2", 1]);
  });
}

test("a body that says it is JSON and is none goes by itself, the others travel", async () => {
  const { client, asked } = stub([json({ responses: [{ id: "1", status: 200, body: 1 }] })]);
  const batch = createBatch(client);
  const headers = new Headers({ "content-type": "application/json" });
  await Promise.all([
    call(batch, operation("/things/1"), {}),
    batch.send({ method: "POST", url: "/things", headers, body: "{secret" }),
  ]);
  assert.equal(asked.map(({ url }) => new URL(url).pathname).sort(), ["/v1.0/$batch", "/v1.0/things"]);
});

test("links of an answer are seen from the address of its call", async () => {
  const headers = { Location: "operations/1" };
  await using server = await serve(answer(200, { responses: [{ id: "1", status: 202, headers }] }));
  const batch = createBatch(createClient({ baseUrl: `${server.origin}/v1.0` }));
  const accepted = await callAccepted(batch, operation("/jobs/1/run", { method: "POST" }), {});
  assert.equal(accepted, { location: `${server.origin}/v1.0/jobs/1/operations/1` });
});

test.run();
