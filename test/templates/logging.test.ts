/** What is written down of a call at each level, and what never is. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, createClient, jsonBody, logging, upload } from "../../templates/runtime/index.js";
import type { LogLevel } from "../../templates/runtime/index.js";
import { base, failure, json, operation } from "./stub.js";

const logs = suite("templates/logging");

type Line = readonly [level: string, message: string, details: Readonly<Record<string, unknown>>];

/** A client that writes into a list; `answer` is what it gets. */
function logged(level: LogLevel | undefined, answer: () => Response | Promise<Response>) {
  const lines: Line[] = [];
  const at = (name: string) => (message: string, details: Readonly<Record<string, unknown>>) =>
    void lines.push([name, message, details]);
  const logger = { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
  const client = createClient({
    baseUrl: base,
    token: "s3cret",
    headers: { "X-Api-Key": "s3cret" },
    fetch: async () => answer(),
    retry: { limit: 0 },
    middleware: [logging({ logger, ...(level && { level }) })],
  });
  return { client, lines, told: () => lines.map(([name, message]) => `${name} ${message}`) };
}

const get = operation("/users/{userId}");
const where = { userId: "ann" };

logs("info tells of every answer: method, path, status, time, request id", async () => {
  const { client, lines } = logged("info", () => json({}, { headers: { "request-id": "r1" } }));
  await call(client, get, { where });
  const [[level, message, { status, requestId, milliseconds }] = ["", "", {}]] = lines;
  assert.equal([level, message, status, requestId], ["info", "GET /users/ann 200", 200, "r1"]);
  assert.type(milliseconds, "number");
  assert.is(lines.length, 1);
});

for (const [level, wanted] of [
  ["off", []],
  ["error", []],
  [undefined, ["warn GET /users/ann 404"]],
  ["info", ["warn GET /users/ann 404"]],
  ["debug", ["debug GET /users/ann", "warn GET /users/ann 404"]],
] as const)
  logs(`an answer that is an error, at level ${level ?? "of its own"}`, async () => {
    const { client, told } = logged(level, () => json({ error: { code: "x" } }, { status: 404 }));
    await failure(call(client, get, { where }));
    assert.equal(told(), wanted);
  });

logs("no answer at all is an error, told without what the platform says of it", async () => {
  const { client, told } = logged("error", () => Promise.reject(new TypeError("https://user:s3cret@host")));
  await failure(call(client, get, { where }));
  assert.equal(told(), ["error GET /users/ann network"]);
});

logs("no secret is told: tokens, bodies, queries, quoted arguments, addresses that are keys", async () => {
  const { client, lines } = logged("debug", () =>
    json({ id: "s3cret" }, { headers: { "set-cookie": "s3cret", location: "https://x/s3cret", "retry-after": "1" } }),
  );
  const search = operation("/search(q='s3cret')", { method: "POST", body: jsonBody });
  const query = { token: "s3cret" };
  await call(client, search, { what: { password: "s3cret" }, options: { query, headers: { "X-Sig": "s3cret" } } });
  await upload(client, { uploadUrl: "https://files.example/up/s3cret?sig=s3cret" }, new Blob(["s3cret"]));
  const text = JSON.stringify(lines);
  assert.not.match(text, /s3cret/);
  assert.match(text, /"query":\["token"\]/);
  assert.match(text, /"x-sig":"…"/);
  assert.match(text, /"retry-after":"1"/);
  assert.match(text, /POST \/search\(q='…'\) 200/);
  assert.match(text, /PUT https:\/\/files\.example 200/);
});

logs.run();
