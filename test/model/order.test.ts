/** What a page means depends neither on the names of files nor on the order in which they are read. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import { apiOf, findingsOf, plain, resource, words, type Pages } from "./api-of.js";

const order = suite("model/order");

const listed = "Possible values are: `slow`, `fast`.";
const set: Pages = {
  "resources/a.md": resource("cart", { properties: ["|speed|cartSpeed|How fast.|", "|lid|[lid](l.md)|On top.|"] }),
  "resources/b.md": resource("sled", {
    properties: [`|speed|cartSpeed|How fast. ${listed}|`, "|id|String|Its name.|"],
  }),
  "resources/c.md": resource("raft", { properties: ["|speed|cartSpeed|Possible values are: `slow`, `stopped`.|"] }),
  "resources/l.md": resource("lid", { text: "Inherits from [part](p.md).", properties: ["|hinges|Int32|How many.|"] }),
  "resources/p.md": resource("part", { properties: ["|maker|String|Who.|"] }),
  "resources/q.md": resource("Part", { properties: ["|weight|Int32|In kilograms.|"] }),
  "resources/r.md": resource("ring", { text: "Inherits from [band](s.md).", properties: ["|size|Int32|How wide.|"] }),
  "resources/s.md": resource("band", { text: "Inherits from [ring](r.md).", properties: ["|stone|String|Which.|"] }),
};

/** All that a reader of the package sees of the types. */
function told({ types, enums }: Api): unknown {
  return [
    types.map(({ name: type, base, properties }) => [
      plain(type),
      base,
      properties.map((property) => [property.name, words(property.type), property.nullable, property.required]),
    ]),
    enums.map(({ name: list, members }) => [plain(list), members.map((member) => member.name)]),
  ];
}

/** The same pages under other names; links follow. */
function renamed(pages: Pages, name: (stem: string) => string): Pages {
  const stems = Object.keys(pages).map((path) => path.replace(/^resources\/|\.md$/g, ""));
  return Object.fromEntries(
    Object.entries(pages).map(([path, text]) => [
      path.replace(/(\w+)\.md$/, (_, stem: string) => `${name(stem)}.md`),
      text.replace(/\((\w+)\.md\)/g, (all, stem: string) => (stems.includes(stem) ? `(${name(stem)}.md)` : all)),
    ]),
  );
}

order("a list of values on one page names the type of all, whatever the pages are called", () => {
  const forwards = apiOf(set);
  const backwards = apiOf(renamed(set, (stem) => String.fromCharCode(219 - stem.charCodeAt(0))));
  assert.match(JSON.stringify(told(forwards)), /"cartSpeed",\["slow","fast","stopped"\]/);
  assert.equal(told(backwards), told(forwards));
  assert.equal(findingsOf(backwards).toSorted(), findingsOf(forwards).toSorted());
});

const docs = fileURLToPath(new URL("../../docs", import.meta.url));

order("the project's own docs in any order", () => {
  const files = readdirSync(docs, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort();
  const pages = files.map((path) => [path.replaceAll("\\", "/"), readFileSync(`${docs}/${path}`, "utf8")] as const);
  const inOrder = apiOf(Object.fromEntries(pages));
  assert.ok(inOrder.operations.length > 5);
  assert.equal(apiOf(Object.fromEntries(pages.toReversed())), inOrder);
  const byEnd = pages.toSorted(([a], [b]) => (a.slice(-9) < b.slice(-9) ? -1 : 1));
  assert.equal(apiOf(Object.fromEntries(byEnd)), inOrder);
});

order("its resource pages under other names", () => {
  const files = readdirSync(`${docs}/resources`).filter((file) => file.endsWith(".md"));
  const pages = Object.fromEntries(
    files.map((file) => [
      `resources/${file}`,
      readFileSync(`${docs}/resources/${file}`, "utf8").replace(/\]\(\.\.\/api\/[^)]*\)/g, "](#)"),
    ]),
  );
  const turned = renamed(
    Object.fromEntries(
      Object.entries(pages).map(([path, text]) => [
        path.replaceAll("-", "_"),
        text.replace(/\(([\w-]+)\.md\)/g, (_, stem: string) => `(${stem.replaceAll("-", "_")}.md)`),
      ]),
    ),
    (stem) => `x${[...stem].toReversed().join("")}`,
  );
  assert.ok(apiOf(pages).types.length > 5);
  assert.equal(told(apiOf(turned)), told(apiOf(pages)));
});

order.run();
