/** What exceeds a bound is a finding at its place; the rest of the page is read. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { linksOf } from "../../generator/shared/runs.js";
import { bounds } from "../../generator/shared/bounds.js";
import { includesOf } from "../../generator/read/source/source.js";
import { operation, pageOf, shown } from "./page-of.js";

const bound = suite("read/bounds");

/** Lines of `operation()` above its middle. */
const above = operation().split("\n").indexOf("## Examples") - 1;

function middle(text: string): ReturnType<typeof pageOf> {
  return pageOf(operation({ middle: text }));
}

bound("a paragraph with too many marks keeps its words, and the next one its links", () => {
  const page = middle(`## Response\n\n${"*a ".repeat(bounds.marks + 1)}\n\nReturns a [book](book.md).`);
  assert.equal(shown(page), [`over-bound ${above + 2}:${3 * bounds.marks + 1}`]);
  const [crowded, next] = page.response?.prose ?? [];
  assert.ok(crowded?.text.endsWith("*a"));
  assert.is(next && linksOf(next)[0]?.url, "book.md");
});

bound("as many marks as are allowed are read", () => {
  assert.equal(shown(middle(`## Response\n\n${"*a* ".repeat(bounds.marks / 2)}`)), []);
});

bound("brackets that lead nowhere are tried fifty times", () => {
  const page = middle(`## Response\n\n${"[a] ".repeat(bounds.deadMarks)}[b](c.md)`);
  assert.equal(shown(page), [`over-bound ${above + 2}:${4 * bounds.deadMarks + 1}`]);
});

bound("what is nested too deep is no part of the page", () => {
  const page = middle(`## Response\n\n${"> ".repeat(bounds.nesting)}deep\n\n${"> ".repeat(bounds.nesting + 1)}deeper`);
  assert.equal(shown(page), [`over-bound ${above + 4}:${2 * bounds.nesting + 1}`]);
  assert.equal(
    page.response?.prose.map(({ text }) => text),
    ["deep"],
  );
});

bound("quotations that are too many, as often as one begins in another; the lines that go on count for nothing", () => {
  const deep = "> > > >\n# b\n".repeat(bounds.quotations / 4);
  assert.equal(shown(middle(`${deep}> a\n> b\n`)), [`over-bound ${above + bounds.quotations / 2}:1`]);
  assert.equal(shown(middle("> a\n".repeat(bounds.quotations + 1))), []);
});

bound("items that begin on one line count each", () => {
  assert.equal(shown(middle("1. - a\n# b\n".repeat(bounds.listItems / 2 + 1))), [
    `over-bound ${above + bounds.listItems}:1`,
  ]);
});

bound("items, definitions and underlined headings that are too many", () => {
  assert.equal(shown(middle("- a\n".repeat(bounds.listItems + 2))), [`over-bound ${above + bounds.listItems}:1`]);
  assert.equal(shown(middle("[a]: b\n".repeat(bounds.definitions + 1))), [
    `over-bound ${above + bounds.definitions}:1`,
  ]);
  assert.equal(shown(middle("a\n===\n".repeat(bounds.underlinedHeadings + 1))), [
    `over-bound ${above + 2 * bounds.underlinedHeadings}:1`,
  ]);
});

bound("a row of too many cells gives way to a blank line", () => {
  const page = middle(`## Response\n\nReturns.\n\n${"|".repeat(bounds.linePipes + 1)}\n\nThen.`);
  assert.equal(shown(page), [`over-bound ${above + 4}:1`]);
  assert.equal(
    page.response?.prose.map(({ text }) => text),
    ["Returns.", "Then."],
  );
});

bound("lines behind the last that is read", () => {
  assert.equal(shown(middle("a\n".repeat(bounds.pageLines))), [`over-bound ${bounds.pageLines + 1}:1`]);
});

bound("annotations without an end are mended until it is enough, which is said once", () => {
  const page = middle('<!-- { "blockType": "ignored"\n## Response\n'.repeat(500));
  const rules = page.findings.map(({ rule }) => rule);
  assert.is(rules.filter((rule) => rule === "over-bound").length, 1);
  assert.ok(rules.filter((rule) => rule === "comment-unclosed").length > 5);
});

bound("links in a piece that is parsed again find the page's definitions", () => {
  const page = middle("## Response\n\n|[Book][b]|\n|-|-|\n|[x][]|\n\n[b]: book.md\n[x]: x.md");
  assert.equal(shown(page), [`table-broken ${above + 2}:1`]);
  const [table] = page.response?.tables ?? [];
  assert.equal(
    table?.rows.map(({ name }) => linksOf(name).map(({ url }) => url)),
    [["x.md"]],
  );
  assert.is(table?.place.line, above + 2);
});

bound("a delimiter row may forgive colons, and is judged at once", () => {
  assert.equal(shown(middle(`## Response\n\n|a\n|-${"|:".repeat(60)}x`)), []);
  assert.equal(shown(middle("## Response\n\n|a|b|\n|-|:|\n|c|d|")), [`table-broken ${above + 2}:1`]);
});

bound("an include in a line of beginnings is found", () => {
  assert.equal(includesOf(`${"[!INCLUDE [".repeat(2_000)}[!INCLUDE [a](../b.md "c")] [!INCLUDE [d](<e.md>)]`), [
    "../b.md",
    "e.md",
  ]);
});

const reason = `it is nested deeper than ${bounds.jsonDepth} levels`;
const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

bound("JSON that is nested too deep is text", () => {
  const example = (body: string): string =>
    `\`\`\`http\nGET /books/b1\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n${body}\n\`\`\``;
  const page = pageOf(operation({ examples: example(nested(3_000)) }));
  const [finding] = page.findings;
  assert.is(finding?.rule, "json-unreadable");
  assert.ok(finding?.message.includes(reason));
  assert.is(page.examples[0]?.response?.body.kind, "text");
  assert.equal(shown(pageOf(operation({ examples: example(nested(bounds.jsonDepth)) }))), []);
});

bound("so is an annotation, and what stands for a resource", () => {
  const deep = `{"blockType": "resource", "a": ${nested(bounds.jsonDepth)}}`;
  assert.ok(middle(`<!-- ${deep} -->`).findings.some(({ message }) => message.includes(reason)));
  const page = pageOf(
    `# book resource type\n\n## JSON representation\n\n\`\`\`json\n${deep}\n\`\`\`\n`,
    "resources/book.md",
  );
  assert.equal(shown(page), ["json-unreadable 6:131"]);
});

bound("brackets in strings and comments nest nothing; what closes something else closes nothing", () => {
  const representation = (json: string): string[] =>
    shown(
      pageOf(`# book resource type\n\n## JSON representation\n\n\`\`\`json\n${json}\n\`\`\`\n`, "resources/book.md"),
    );
  assert.equal(representation(`{"a": "${"[".repeat(200)}"}`), []);
  assert.equal(representation(`{"a": ${"[},".repeat(200)}`).length, 1);
});

bound.run();
