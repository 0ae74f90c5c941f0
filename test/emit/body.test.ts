/** Request bodies: what the examples add to the page's table. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { emitModule } from "../../generator/emit/emit-module.js";
import { planPackage } from "../../generator/emit/plan.js";
import { api, bodyProperty, example, object, operation, type } from "./sample-api.js";

const bodies = suite("bodies");

bodies("a relationship that the examples bind by address is set that way, a required one by nothing else", async () => {
  const body = { "shelf@odata.bind": "https://x/shelves/1", "authors@odata.bind": ["https://x/people/1"] };
  const lend = operation("book-post", ["create", "book"], ["/books"], {
    subject: "microsoft.graph.book",
    method: "POST",
    body: {
      kind: "json",
      partial: false,
      of: object("book"),
      properties: [bodyProperty("shelf", { required: true, type: object("shelf") }), bodyProperty("title")],
    },
    examples: [
      example("create_book", "POST", "https://x/books", {
        request: { method: "POST", url: "https://x/books", headers: {}, body },
        requestFit: "exact",
      }),
    ],
  });
  const given = api({ types: [type("book"), type("shelf")], operations: [lend] });
  const { modules } = planPackage(given, { name: "x", version: "1.0.0", license: "MIT" });
  const files = await Promise.all(modules.map(emitModule));
  const source = files.flat().find(({ path }) => path === "src/book.ts")?.content ?? "";
  for (const line of [
    "  shelf?: Input<Shelf>;",
    `  "shelf@odata.bind": string;`,
    `  "authors@odata.bind"?: readonly string[];`,
  ])
    assert.ok(source.includes(line), `${line} in\n${source}`);
});

bodies.run();
