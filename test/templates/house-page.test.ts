/** Lists of houses that do not speak OData: members within members, numbers of pages, the `Link` header. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { housePage, list } from "../../templates/runtime/index.js";
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

pages.run();
