/** Lists of houses that do not speak OData: members within members, numbers of pages, the `Link` header. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { housePage, jsonBody, list } from "../../templates/runtime/index.js";
import type { PageShape } from "../../templates/runtime/house-page.js";
import { base, json, operation, stub } from "./stub.js";

const pages = suite("templates/house-page");

/** What is found, and what was asked for it. */
async function all(shape: PageShape, answers: readonly Response[], path = "/things") {
  const { client, asked } = stub(answers);
  const items: unknown[] = [];
  const op = { ...operation(path, { result: "list" }), page: housePage(shape) };
  for await (const item of list<unknown>(client, op, {})) items.push(item);
  return { items, asked: asked.map(({ url }) => url.slice(base.length)) };
}

pages("pages are asked for by their number until the last", async () => {
  const shape = { items: "data", pages: "meta.total_pages", send: "page", count: "meta.total" };
  const answers = [1, 2, 3].map((page) => json({ data: [page], meta: { page, total_pages: 3, total: 3 } }));
  assert.equal(await all(shape, answers), {
    items: [1, 2, 3],
    asked: ["/things", "/things?page=2", "/things?page=3"],
  });
});

pages("or as long as there are more", async () => {
  const answers = [json({ rows: ["a"], has_more: true }), json({ rows: ["b"], has_more: false })];
  assert.equal(await all({ items: "rows", pages: "has_more", send: "p" }, answers), {
    items: ["a", "b"],
    asked: ["/things", "/things?p=2"],
  });
});

pages("or behind the last item, as long as there are more", async () => {
  const shape = { items: "data", pages: "has_more", send: "starting_after", last: "id" };
  const answers = [
    json({ data: [{ id: "a" }, { id: "b" }], has_more: true }),
    json({ data: [{ id: "c" }], has_more: false }),
  ];
  assert.equal(await all(shape, answers, "/things?limit=2"), {
    items: [{ id: "a" }, { id: "b" }, { id: "c" }],
    asked: ["/things?limit=2", "/things?limit=2&starting_after=b"],
  });
  for (const data of [[], [{ name: "x" }]])
    assert.equal((await all(shape, [json({ data, has_more: true })])).asked, ["/things"]);
});

pages("or from how many items came before, up to their count or as long as there are more", async () => {
  const counted = [2, 1].map((length) => json({ list: Array(length).fill("x"), total: 3 }));
  assert.equal(await all({ items: "list", pages: "total", send: "startAt", offset: true }, counted), {
    items: ["x", "x", "x"],
    asked: ["/things", "/things?startAt=2"],
  });
  const told = [json({ list: [1], more: true }), json({ list: [2], more: false })];
  const shape = { items: "list", pages: "more", send: "skip", offset: true };
  assert.equal((await all(shape, told, "/things?skip=4")).asked, ["/things?skip=4", "/things?skip=5"]);
  assert.equal((await all(shape, [json({ list: [], more: true })])).asked, ["/things"]);
});

pages("a link may stand within another member", async () => {
  const answers = [json({ data: [1], links: { next: `${base}/things?after=1` } }), json({ data: [2], links: {} })];
  assert.equal(await all({ items: "data", next: "links.next" }, answers), {
    items: [1, 2],
    asked: ["/things", "/things?after=1"],
  });
});

pages("the `Link` header leads on, also where the answer itself is the list", async () => {
  const link = `<${base}/things?page=2>; rel="next", <${base}/things>; rel="first"`;
  const answers = [
    json([1], { headers: { Link: link } }),
    json([2], { headers: { Link: `<${base}/things>; rel="first"` } }),
  ];
  assert.equal(await all({ items: "" }, answers), { items: [1, 2], asked: ["/things", "/things?page=2"] });
});

for (const [link, leads] of [
  ['<N>;  rel="next"', true],
  ['<N>; rel="prev next"', true],
  ["<N>; REL=next", true],
  ['<N>; title="more"; rel=Next', true],
  ['<F>; rel="first",  <N>;rel = next; type="x"', true],
  ["<N>; rel=next-archive", false],
  ['<N>; rel="next-archive"', false],
  ["<N>; rel=prev; title=next", false],
  ['<N?a=;rel=next>; rel="prev"', false],
] as const)
  pages(`a Link header ${leads ? "leads on" : "does not"}: ${link}`, async () => {
    const header = link.replace("N", `${base}/next`).replace("F", `${base}/first`);
    const { asked } = await all({ items: "" }, [json([1], { headers: { Link: header } }), json([2])]);
    assert.equal(asked, leads ? ["/things", "/next"] : ["/things"]);
  });

pages("names that every object has are members only where the answer has them", async () => {
  const shape = { items: "data", next: "constructor", count: "meta.valueOf" };
  assert.equal(await all(shape, [json({ data: [1], meta: {} })]), { items: [1], asked: ["/things"] });
  const token = { items: "data", next: "meta.toString", send: "after" };
  assert.equal(await all(token, [json({ data: [1], meta: {} })]), { items: [1], asked: ["/things"] });
});

pages("where answers carry no address, a page has no address of a next one", async () => {
  const answer = { data: [1], meta: { pages: 3, after: "a" } };
  for (const shape of [
    { items: "data", pages: "meta.pages", send: "page" },
    { items: "data", next: "meta.after", send: "after" },
  ]) {
    const client = { send: async () => json(answer) };
    const op = { ...operation("/things", { result: "list" }), page: housePage(shape) };
    assert.equal(await list(client, op, {}), { items: [1] });
  }
});

pages("a list that is asked for by a body sends it with each token and number; a link is read", async () => {
  const search = async (shape: PageShape, first: object): Promise<unknown> => {
    const { client, asked } = stub([json(first), json({ data: [] })]);
    const op = { ...operation("/search", { method: "POST", body: jsonBody }), page: housePage(shape) };
    for await (const item of list(client, op, { what: { q: "x" } })) assert.is(item, 1);
    return asked.map(({ method, url, body }) => [method, url.slice(base.length), body]);
  };
  const [start, body] = [["POST", "/search", '{"q":"x"}'], '{"q":"x"}'];
  assert.equal(await search({ items: "data", next: "after", send: "after" }, { data: [1], after: "a" }), [
    start,
    ["POST", "/search?after=a", body],
  ]);
  assert.equal(await search({ items: "data", pages: "pages", send: "page" }, { data: [1], pages: 2 }), [
    start,
    ["POST", "/search?page=2", body],
  ]);
  assert.equal(await search({ items: "data", next: "next" }, { data: [1], next: `${base}/search/2` }), [
    start,
    ["GET", "/search/2", null],
  ]);
});

pages.run();
