/** A mock that remembers what is written. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { exchange, json, operation } from "../model/api-of.js";
import type { Pages } from "../model/api-of.js";
import { createMemory } from "../../templates/mock/memory.js";
import { asker, base } from "./mock-of.js";
import type { Asker } from "./mock-of.js";
import { parcelPages, three } from "./mock-pages.js";

const state = suite("state of a mock");

const pages: Pages = {
  ...parcelPages,
  "api/parcel-update.md": operation({
    title: "Update parcel",
    request: "PATCH /parcels/{parcelId}",
    body: "In the request body, supply the values to change.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|label|String|What is in it.|",
    response:
      "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.",
    examples: [
      exchange({
        name: "update_parcel",
        request: json(`PATCH ${base}/parcels/p-1`, { label: "Novels" }),
        response: json("HTTP/1.1 200 OK", { ...three[0], label: "Novels" }),
        type: "microsoft.graph.parcel",
      }),
    ],
  }),
  "api/parcel-delete.md": operation({
    title: "Delete parcel",
    request: "DELETE /parcels/{parcelId}",
    response: "If successful, this method returns a `204 No Content` response code.",
    examples: [
      exchange({ name: "delete_parcel", request: `DELETE ${base}/parcels/p-1`, response: "HTTP/1.1 204 No Content" }),
    ],
  }),
};
const withState = (): Asker => asker(pages, { state: true });

async function ids(ask: Asker, query = ""): Promise<unknown[]> {
  const { value }: { value?: { id: unknown }[] } = Object((await ask(`GET /parcels${query}`)).body);
  return (value ?? []).map(({ id }) => id);
}
const all = ["p-1", "p-2", "p-3"];

state("what is created can be read, where Location says and in the list, in pages as well", async () => {
  const ask = withState();
  const made = await ask("POST /parcels", { body: { label: "Cups", weight: 2 } });
  assert.is(made.status, 201);
  const { id, label }: { id?: string; label?: string } = Object(made.body);
  assert.is(label, "Cups");
  assert.is(made.headers.get("location"), `${base}/parcels/${id}`);
  const read = await ask(`GET /parcels/${id}`);
  assert.equal(Object(read.body).weight, 2);
  assert.equal(await ids(ask), [...all, id]);
  assert.equal(await ids(ask, "?$top=2"), ["p-1", "p-2"]);
  assert.equal((await ask("GET /parcels/$count")).body, 4);
  assert.equal(Object((await ask(`GET /parcels/${id}?$select=label`)).body).weight, undefined);
});

state("the documented request still gets the documented answer, the second time a new object", async () => {
  const ask = withState();
  const post = (): ReturnType<Asker> => ask("POST /parcels", { body: { label: "Books", weight: 3 } });
  assert.is(Object((await post()).body).id, "p-1");
  assert.is.not(Object((await post()).body).id, "p-1");
  assert.is((await ids(ask)).length, 4);
});

state("a change is laid over what the docs show, in the object and in the list", async () => {
  const ask = withState();
  const { body } = await ask("PATCH /parcels/p-2", { body: { label: "Green tea" } });
  assert.is(Object(body).label, "Green tea");
  assert.is(Object((await ask("GET /parcels/p-2")).body).label, "Green tea");
  const { value } = Object((await ask("GET /parcels")).body);
  assert.equal(
    value.map((each: { label: string }) => each.label),
    ["Books", "Green tea", "Lamp"],
  );
  // The docs show a 404 for this one, until somebody writes it.
  assert.is((await ask("GET /parcels/p-9")).status, 404);
  await ask("PATCH /parcels/p-9", { body: { label: "Found" } });
  const found = await ask("GET /parcels/p-9");
  assert.equal([found.status, Object(found.body).label], [200, "Found"]);
});

state("what is deleted is gone, with all below it", async () => {
  const ask = withState();
  assert.is((await ask("DELETE /parcels/p-2")).status, 204);
  for (const path of ["/parcels/p-2", "/parcels/p-2/photo/$value"])
    assert.is((await ask(`GET ${path}`)).status, 404, path);
  assert.is((await ask("DELETE /parcels/p-2")).status, 404);
  assert.equal(await ids(ask), ["p-1", "p-3"]);
});

state("the parts of a batch write and read the same; a reset forgets it all", async () => {
  const ask = withState();
  const requests = [
    { id: "1", method: "DELETE", url: "/parcels/p-1" },
    { id: "2", method: "GET", url: "/parcels/p-1", dependsOn: ["1"] },
  ];
  const { responses } = Object((await ask("POST /$batch", { body: { requests } })).body);
  assert.equal(
    responses.map(({ status }: { status: number }) => status),
    [204, 404],
  );
  assert.is((await ask("POST /__docwright/reset")).status, 204);
  assert.equal(await ids(ask), all);
});

state("of too much, what was written first is forgotten and is again as the docs show it", async () => {
  const ask = withState();
  const large = "x".repeat(3_000_000);
  for (const id of ["p-1", "p-2", "p-3"]) await ask(`PATCH /parcels/${id}`, { body: { label: id + large } });
  const label = async (id: string): Promise<unknown> => Object((await ask(`GET /parcels/${id}`)).body).label;
  assert.is(await label("p-1"), three[0]?.label);
  assert.is(await label("p-2"), `p-2${large}`);
  // What is too much alone is answered, and not kept.
  await ask("PATCH /parcels/p-3", { body: { label: large.repeat(3) } });
  assert.is(await label("p-2"), `p-2${large}`);
  assert.is.not(await label("p-3"), large.repeat(3));
});

state("a memory counts objects, deleted ones too, and what is written again keeps its place", () => {
  const memory = createMemory({ objects: 2, signs: 60 });
  const paths = (): readonly string[] => [...memory.all()].map(([path]) => path);
  memory.set("/a", { n: 1 });
  memory.set("/b", undefined);
  memory.set("/a", { n: 2 });
  assert.equal(
    [...memory.all()],
    [
      ["/a", { n: 2 }],
      ["/b", undefined],
    ],
  );
  memory.set("/c", { n: 3 });
  assert.equal(paths(), ["/b", "/c"]);
  assert.ok(memory.has("/b"));
  // 55 and 9 signs.
  memory.set("/d", { n: "x".repeat(45) });
  assert.equal(paths(), ["/d"]);
  memory.set("/d", { n: "x".repeat(60) });
  assert.equal(paths(), []);
  memory.set("/c", { n: 3 });
  memory.clear();
  assert.equal(paths(), []);
});

state("without it nothing is remembered", async () => {
  const ask = asker(pages);
  await ask("DELETE /parcels/p-2");
  assert.equal(await ids(ask), all);
  assert.is((await ask("POST /__docwright/reset")).status, 404);
});

state.run();
