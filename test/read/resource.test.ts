import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf, shown } from "./page-of.js";

const resource = suite("read/resource");

const table = "|Property|Type|Description|\n|:---|:---|:---|\n|id|String|Its number.|";
const block =
  '<!-- { "blockType": "resource", "@odata.type": "library.book", "keyProperty": "id", "baseType": null, "openType": "true" } -->\n``` json\n{\n  "id": "String (identifier)"\n}\n```';

function read(body: string): ReturnType<typeof pageOf> {
  return pageOf(`# book resource type\n\nNamespace: library\n\nA book.\n\n${body}\n`, "resources/book.md");
}

resource("properties, relationships, representation, methods", () => {
  const page = read(
    `## Methods\n\n|Method|Return type|\n|:---|:---|\n|[Get book](../api/book-get.md)|[book](book.md)|\n\n## Properties\n${table}\n\n## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n|loans|[loan](loan.md) collection|Who has it.|\n\n## JSON representation\n${block}`,
  );
  assert.is(page.kind, "resource");
  assert.equal(
    page.properties?.tables[0]?.rows.map((row) => row.name.text),
    ["id"],
  );
  assert.equal(
    page.relationships?.tables[0]?.rows.map((row) => row.name.text),
    ["loans"],
  );
  assert.equal(
    page.methods.map(({ url }) => url),
    ["../api/book-get.md"],
  );
  const [representation] = page.blocks;
  assert.is(representation?.annotation?.type, "library.book");
  assert.is(representation?.annotation?.baseType, null);
  assert.is(representation?.annotation?.openType, true);
  assert.equal(representation?.body.kind === "json" && representation.body.value, { id: "String (identifier)" });
  assert.equal(shown(page), []);
});

resource("tables without relationships say so in words", () => {
  assert.equal(
    read(`## Properties\n${table}\n\n## Relationships\nNone.`).relationships?.prose.map((prose) => prose.text),
    ["None."],
  );
});

resource("instance attributes are properties, and so is a table without its heading", () => {
  assert.equal(read(`## Instance Attributes\n${table}`).properties?.tables.length, 1);
  assert.equal(read(`## book properties\n${table}`).properties?.tables.length, 1);
  assert.equal(read(table).properties?.tables.length, 1);
});

resource("a JSON representation without annotation", () => {
  const { blocks } = read('## JSON representation\n\n```json\n{ "id": "string", }\n```');
  assert.equal(
    blocks.map(({ body }) => body.kind === "json" && body.repaired),
    [true],
  );
});

resource("slips in a representation are reported once", () => {
  assert.equal(
    shown(read(`## JSON representation\n${block.replace('"String (identifier)"', '"String (identifier)",')}`)),
    ["json-invalid 11:30"],
  );
  assert.equal(shown(read('## JSON representation\n\n```json\n{ "id": string }\n```')), ["json-invalid 10:9"]);
  assert.equal(shown(read('## JSON representation\n\n```json\n{ "id" "name" }\n```')), ["json-unreadable 10:8"]);
});

const bases: readonly (readonly [sentence: string, text: string | undefined, url?: string])[] = [
  ["Inherits from [item](item.md).", "item", "item.md"],
  [
    "The **book** resource is derived from [**item**][base] and inherits properties from that resource.",
    "item",
    "item.md",
  ],
  ["A type derived from libraryItem. Inherits from [item](item.md).", "item", "item.md"],
  ["It inherits from base class [item](item.md).", "item", "item.md"],
  ["Extends the [item](item.md) type.", "item", "item.md"],
  ["Inherits from **item**.", "item", ""],
  ["A type derived from libraryItem that holds pages.", "libraryItem", ""],
  ["It inherits from the item type.", "item", ""],
  ["The size is derived from its pages.", undefined],
  ["Other types inherit from this type.", undefined],
  ["[novel](novel.md) inherits from [book](book.md).", undefined],
];

for (const [sentence, text, url] of bases) {
  resource(`base type: ${sentence}`, () => {
    const { inheritsFrom } = read(`${sentence}\n\n[base]: item.md`);
    assert.equal(inheritsFrom && [inheritsFrom.text, inheritsFrom.url], text === undefined ? undefined : [text, url]);
  });
}

resource("kinds of pages are told by what they hold", () => {
  const kind = (text: string, path: string): string => pageOf(text, path).kind;
  assert.is(
    kind("# Get a book resource\n\n## HTTP request\n\n``` http\nGET /books\n```", "api/book-get.md"),
    "operation",
  );
  assert.is(
    kind(
      `# Get book\n\n## HTTP request\n\n\`\`\` http\nGET /books\n\`\`\`\n\n## book properties\n${table}`,
      "pages/book.md",
    ),
    "operation",
  );
  assert.is(kind(`# book resource type\n\n## JSON representation\n${block}`, "api/book.md"), "resource");
  assert.is(kind("# status enum type\n\n## Members\n\n|Member|\n|---|\n|lent|", "resources/status.md"), "enum");
  assert.is(kind("# Working with books\n\nSome words.", "resources/books-overview.md"), "concept");
  assert.is(kind("---\ndoc_type: apiPageType\n---\n# Borrow\n\nWords.", "borrow.md"), "operation");
});

resource(
  "a request line below `HTTP request` makes a page that of an operation, whatever its body is annotated as",
  () => {
    const body = `### Request body\n\n<!-- { "blockType": "resource", "@odata.type": "library.lending" } -->\n\`\`\`json\n{ "days": 7 }\n\`\`\``;
    const lend = (title: string): string =>
      `# ${title}\n\n## HTTP request\n\n\`\`\`http\nPOST /books/{id}/lend\n\`\`\`\n\n${body}`;
    const page = pageOf(lend("Lend a book"), "items/book-lend.md");
    assert.equal([page.kind, page.requests.map(({ target }) => target)], ["operation", ["/books/{id}/lend"]]);
    // what its title, its folder or its front matter calls a type stays one
    assert.is(pageOf(lend("book resource type"), "items/book.md").kind, "resource");
    assert.is(pageOf(lend("Book"), "resources/book.md").kind, "resource");
  },
);

resource.run();
