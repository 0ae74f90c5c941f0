import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createClient, delta, isApiError, isRemoved, jsonBody, list } from "../../templates/runtime/index.js";
import type { List } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";

const lists = suite("lists");
const deltas = suite("deltas");

const next = (name: string): string => `${base}/things?$skiptoken=${name}`;
const op = operation("/things", { result: "list" });

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

lists("awaited: the first page", async () => {
  const { client, asked } = stub([json({ value: [1, 2], "@odata.nextLink": next("a"), "@odata.count": 3 })]);
  assert.equal(await list<number>(client, op, { options: { count: true } }), {
    items: [1, 2],
    nextLink: next("a"),
    count: 3,
  });
  assert.equal(
    asked.map(({ url }) => url),
    [`${base}/things?$count=true`],
  );
});

lists("iterated: all items; an empty page with a next link goes on", async () => {
  const { client, asked } = stub([
    json({ value: [1], "@odata.nextLink": next("a") }),
    json({ value: [], "@odata.nextLink": next("b") }),
    json({ value: [2, 3] }),
  ]);
  const things = list<number>(client, op, { options: { headers: { ConsistencyLevel: "eventual" } } });
  assert.is(asked.length, 0, "nothing is sent before");
  assert.equal(await collect(things), [1, 2, 3]);
  assert.equal(
    asked.map(({ url }) => url),
    [`${base}/things`, next("a"), next("b")],
  );
  assert.ok(asked.every(({ headers }) => headers.get("consistencylevel") === "eventual"));
});

lists("pages, fetched as they are needed", async () => {
  const { client, asked } = stub([json({ value: [1], "@odata.nextLink": next("a") }), json({ value: [2] })]);
  const things: List<number> = list(client, op, {});
  for await (const page of things.pages()) {
    assert.equal(page, { items: [1], nextLink: next("a") });
    break;
  }
  assert.is(asked.length, 1);
  assert.equal(await collect(things.pages()), [{ items: [2] }], "each iteration starts anew");
});

lists("a next link that comes twice ends with an error", async () => {
  const { client, asked } = stub([json({ value: [1], "@odata.nextLink": next("a") })]);
  const seen: number[] = [];
  const error = await failure(
    (async () => {
      for await (const item of list<number>(client, op, {})) seen.push(item);
    })(),
  );
  assert.ok(isApiError(error));
  assert.is(error.code, "repeated");
  assert.equal([seen, asked.length], [[1, 1], 2]);
});

lists("a next link of another origin is refused, nothing is sent there", async () => {
  for (const link of [
    "https://evil.example/v1.0/things",
    "http://api.example/v1.0/things",
    "https://api.example.evil.example/",
  ]) {
    const { client, asked } = stub([json({ value: [1], "@odata.nextLink": link })], { token: "secret" });
    const error = await failure(collect(list(client, op, {})));
    assert.ok(isApiError(error));
    assert.is(error.code, "foreign");
    assert.is(asked.length, 1);
  }
});

lists("of an action: the pages after the first are reads", async () => {
  const { client, asked } = stub([json({ value: [1], "@odata.nextLink": next("a") }), json({ value: [2] })]);
  assert.equal(
    await collect(list(client, operation("/search", { method: "POST", body: jsonBody }), { what: { q: "x" } })),
    [1, 2],
  );
  assert.equal(
    asked.map(({ method, body }) => [method, body]),
    [
      ["POST", '{"q":"x"}'],
      ["GET", null],
    ],
  );
});

lists("nothing tells of a body on a page that is read after an action", async () => {
  const { client, asked } = stub([json({ value: [1], "@odata.nextLink": next("a") }), json({ value: [2] })]);
  const options = { headers: { Prefer: "outlook.timezone" } };
  await collect(list(client, operation("/search", { method: "POST", body: jsonBody }), { what: {}, options }));
  assert.equal(
    asked.map(({ headers }) => [headers.get("content-type"), headers.get("prefer")]),
    [
      ["application/json", "outlook.timezone"],
      [null, "outlook.timezone"],
    ],
  );
});

lists("an error on a later page comes out there", async () => {
  const { client } = stub([
    json({ value: [1], "@odata.nextLink": next("a") }),
    json({ error: { code: "x", message: "y" } }, { status: 400 }),
  ]);
  const items = list<number>(client, op, {})[Symbol.asyncIterator]();
  assert.equal(await items.next(), { done: false, value: 1 });
  assert.ok(isApiError(await failure(items.next())));
});

lists("values that do not fit reject, they do not throw", async () => {
  const things = list(createClient({ baseUrl: base }), operation("/things/{id}"), { where: { id: ".." } });
  assert.instance(await failure(things), TypeError);
});

deltas("changes, what was removed, and where the next round starts", async () => {
  const end = `${base}/things/delta?$deltatoken=z`;
  const { client } = stub([
    json({ value: [{ id: "1" }], "@odata.nextLink": next("a") }),
    json({ value: [{ id: "2", "@removed": { reason: "deleted" } }], "@odata.deltaLink": end }),
  ]);
  const changes = delta<{ id: string }>(client, operation("/things/delta", { result: "delta" }), {});
  assert.is(changes.deltaLink, undefined);
  const items = await collect(changes);
  assert.equal(items.map(isRemoved), [false, true]);
  assert.is(changes.deltaLink, end);
  assert.equal(await collect(changes.pages()), [
    { items: [{ id: "2", "@removed": { reason: "deleted" } }], deltaLink: end },
  ]);
});

deltas("since: the next round starts at the link", async () => {
  const end = `${base}/things/delta?$deltatoken=z`;
  const { client, asked } = stub([json({ value: [], "@odata.deltaLink": `${end}2` })]);
  const changes = delta(client, operation("/things/{id}/delta"), {
    where: { id: "1" },
    options: { select: ["id"] },
  }).since(end);
  assert.equal(await changes, { items: [], deltaLink: `${end}2` });
  assert.equal(
    asked.map(({ url }) => url),
    [end],
  );
  assert.is(changes.deltaLink, `${end}2`);
  const error = await failure(changes.since("https://evil.example/"));
  assert.ok(isApiError(error));
  assert.is(error.code, "foreign");
});

lists.run();
deltas.run();
