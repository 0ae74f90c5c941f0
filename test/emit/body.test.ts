/** Request bodies: what the examples add to the page's table. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { emitModule } from "../../generator/emit/typescript/emit-module.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { apiOf, exchange, json, operation, resource } from "../model/api-of.js";

const bodies = suite("bodies");

bodies("a relationship that the examples bind by address is set that way, a required one by nothing else", async () => {
  const body = { "shelf@odata.bind": "https://x/shelves/1", "authors@odata.bind": ["https://x/people/1"] };
  const given = apiOf({
    "resources/shelf.md": resource("shelf", { properties: ["|id|String|Its name.|"] }),
    "resources/book.md": resource("book", { properties: ["|title|String|Its title.|"] }),
    "api/book-post.md": operation({
      title: "Create book",
      request: "POST /books",
      body: "Supply a [book](../resources/book.md) object.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|shelf|[shelf](../resources/shelf.md)|Where. Required.|\n|title|String|Its title.|",
      examples: [exchange({ request: json("POST /books", body) })],
    }),
  });
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
