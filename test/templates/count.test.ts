/** How many items a list has, without the list. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { countOf, list } from "../../templates/runtime/index.js";
import type { Client, Parts } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";

const counts = suite("templates/count");
const users = operation("/users", { result: "list" });
const listing = (parts: Parts) => (client: Client) => list(client, users, parts);

counts("asks for the count of what the list would hold, and for nothing of how it would come", async () => {
  const { client, asked } = stub([new Response("893", { headers: { "content-type": "text/plain" } })]);
  const options = {
    filter: "startswith(displayName,'a')",
    search: '"mail:b"',
    select: ["id"],
    top: 5,
    orderBy: "displayName",
    count: true,
    headers: { ConsistencyLevel: "eventual" },
    query: { region: "eu" },
  };
  assert.is(await countOf(client, listing({ options })), 893);
  const [{ method = "", url = "", headers = new Headers() } = {}] = asked;
  assert.is(method, "GET");
  const { pathname, searchParams } = new URL(url);
  assert.is(pathname, "/v1.0/users/$count");
  assert.equal(
    [...searchParams],
    [
      ["$filter", "startswith(displayName,'a')"],
      ["$search", '"mail:b"'],
      ["region", "eu"],
    ],
  );
  assert.equal([headers.get("consistencylevel"), headers.get("accept")], ["eventual", "text/plain"]);
});

counts("of a list without options", async () => {
  const { client, asked } = stub([new Response("0")]);
  assert.is(await countOf(client, listing({})), 0);
  assert.is(asked[0]?.url, `${base}/users/$count`);
});

counts("an error is thrown as by the list; what is no number is malformed", async () => {
  const refused = stub([json({ error: { code: "no" } }, { status: 400 })]);
  assert.match(String(await failure(countOf(refused.client, listing({})))), /no: .*400/);
  const odd = stub([json({ value: [] })]);
  assert.is(Object(await failure(countOf(odd.client, listing({})))).code, "malformed");
});

counts("a call that sends nothing has no count", async () => {
  const { client } = stub([]);
  assert.instance(await failure(countOf(client, async () => [])), TypeError);
});

counts.run();
