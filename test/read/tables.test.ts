import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codeOf, linksOf, markdownOf } from "../../generator/shared/runs.js";
import type { Row } from "../../generator/read/page.js";
import { operation, pageOf, shown } from "./page-of.js";

const tableTests = suite("read/tables");

const resource = (properties: string): string =>
  `# book resource type\n\nNamespace: library\n\n## Properties\n\n${properties}\n`;

function rowsOf(properties: string): { rows: string[]; findings: string[]; first: Row | undefined } {
  const page = pageOf(resource(properties), "resources/book.md");
  const rows = page.properties?.tables.flatMap((table) => table.rows) ?? [];
  const texts = rows.map((row) =>
    [row.name, row.type, row.description, row.required].map((cell) => cell?.text ?? "-").join(" | "),
  );
  return { rows: texts, findings: shown(page), first: rows[0] };
}

tableTests("cells are found by the header's names", () => {
  assert.equal(rowsOf("|Property|Type|Description|\n|:---|:---|:---|\n|title|String|The title.|").rows, [
    "title | String | The title. | -",
  ]);
  assert.equal(
    rowsOf("|Name|Description|Data type|Required?|\n|---|---|---|---|\n|title|The title.|String|Yes|").rows,
    ["title | String | The title. | Yes"],
  );
  assert.equal(rowsOf("|Property name|Value|Description|\n|---|---|---|\n|title|String|The title.|").rows, [
    "title | String | The title. | -",
  ]);
  const headers = operation({ middle: "## Request headers\n\n|Header|Value|\n|---|---|\n|Prefer|A number.|" });
  const [prefer] = pageOf(headers).headers?.tables[0]?.rows ?? [];
  assert.equal([prefer?.name.text, prefer?.type, prefer?.description?.text], ["Prefer", undefined, "A number."]);
  assert.equal(rowsOf("Property | Type\n:--|:--\ntitle | String").rows, ["title | String | - | -"]);
});

tableTests("names are read without their decoration", () => {
  const { rows } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|**title**|`String`|a|\n|`pages`|Int32|b|\n|_isbn_|String|c|\n|[shelf](../api/shelf.md)|String|d|",
  );
  assert.equal(rows, [
    "title | String | a | -",
    "pages | Int32 | b | -",
    "isbn | String | c | -",
    "shelf | String | d | -",
  ]);
});

tableTests("links keep their targets, also those by reference", () => {
  const { first } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|shelf|[shelf][] collection|See [the *long* list][shelf] or [x](y.md#z).|\n\n[shelf]: shelf.md",
  );
  assert.equal(first?.type, {
    text: "shelf collection",
    runs: [
      {
        kind: "link",
        url: "shelf.md",
        runs: [{ kind: "text", text: "shelf", place: { line: 9, column: 9 } }],
        place: { line: 9, column: 8 },
      },
      { kind: "text", text: " collection", place: { line: 9, column: 17 } },
    ],
    place: { line: 9, column: 8 },
    expression: {
      kind: "collection",
      of: { kind: "link", link: { text: "shelf", url: "shelf.md", place: { line: 9, column: 8 } } },
    },
  });
  assert.is(markdownOf(first?.description?.runs ?? []), "See [the *long* list](shelf.md) or [x](y.md#z).");
  assert.equal(first?.description && linksOf(first.description).map(({ text, url }) => [text, url]), [
    ["the long list", "shelf.md"],
    ["x", "y.md#z"],
  ]);
});

tableTests("a reference without a definition is read as its words", () => {
  assert.equal(rowsOf("|Property|Type|\n|---|---|\n|shelf|[shelf][] collection|").rows, [
    "shelf | shelf collection | - | -",
  ]);
});

tableTests("words are read without mark-up, entities and invisible characters", () => {
  const { first } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|title|String|One&nbsp;<br/>two\u200b &lt;x&gt; <bookId> `a\\|b` \\*|",
  );
  assert.is(first?.description?.text, "One two <x> <bookId> a|b *");
  assert.equal(first?.description && codeOf(first.description), ["a|b"]);
});

tableTests("a pipe too many does not lose the rest of the description", () => {
  const { rows, findings } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|file|String|A file (*.epub | *.pdf).|",
  );
  assert.equal(rows, ["file | String | A file (*.epub | *.pdf). | -"]);
  assert.equal(findings, ["table-shape 9:1"]);
});

tableTests("missing cells are reported, surplus empty ones are not", () => {
  const { rows, findings } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|title|String|\n|pages|Int32|How many.||",
  );
  assert.equal(rows, ["title | String | - | -", "pages | Int32 | How many. | -"]);
  assert.equal(findings, ["table-shape 9:1"]);
});

tableTests("a line glued to the table goes on with the description above", () => {
  const { rows } = rowsOf(
    "|Property|Type|Description|\n|---|---|---|\n|state|String|One of several.\nZero means none.\n|pages|Int32|How many.|",
  );
  assert.equal(rows, ["state | String | One of several. Zero means none. | -", "pages | Int32 | How many. | -"]);
});

tableTests("a delimiter row of another width", () => {
  const { rows, findings } = rowsOf("|Property|Type|Description|\n|---|---|\n|title|[String](string.md)|The title.|");
  assert.equal(rows, ["title | String | The title. | -"]);
  assert.equal(findings, ["table-broken 7:1"]);
});

tableTests("rows behind a blank line", () => {
  const page = pageOf(resource("|Property|Type|\n|---|---|\n|title|String|\n\n|pages|Int32|"), "resources/book.md");
  const rows = page.properties?.tables[0]?.rows ?? [];
  assert.equal(
    rows.map((row) => [row.name.text, row.place.line]),
    [
      ["title", 9],
      ["pages", 11],
    ],
  );
  assert.equal(shown(page), ["table-broken 11:1"]);
});

tableTests("a paragraph with pipes is no table", () => {
  assert.equal(rowsOf("Either this | or that.\n\nNothing else.").findings, []);
});

tableTests.run();
