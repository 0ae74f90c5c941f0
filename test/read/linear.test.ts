/**
 * Whatever stands on a page, reading it takes time in proportion to its length. Each line below is the worst that somebody could write with
 * one part of the syntax, as long as it is asked for.
 */
import { suite } from "uvu";
import { readPage } from "../../generator/read/read-page.js";
import { grows } from "../helpers/growth.js";

const linear = suite("read/linear");

/** Characters of the smaller page; the larger one is four times as long. */
const LENGTH = 6_000;

type Body = (n: number) => string;

const times = (part: string, n: number): string => part.repeat(Math.ceil(n / part.length));
const all =
  (part: string, before = "", behind = ""): Body =>
  (n) =>
    before + times(part, n) + behind;
const halves =
  (first: string, second: string, between = ""): Body =>
  (n) =>
    times(first, n / 2) + between + times(second, n / 2);
/** `x1 x2 x3 …`. */
const counted =
  (part: (i: number) => string, before = "", behind = ""): Body =>
  (n) => {
    const parts: string[] = [before];
    for (let i = 0, length = 0; length < n; i++) length += parts[parts.push(part(i)) - 1]?.length ?? 1;
    return parts.join("") + behind;
  };

const fence = (text: string): string => `\`\`\`http\n${text}\n\`\`\`\n\n`;
const ok = "HTTP/1.1 200 OK";
const json = (part: string, open = "{", close = "}"): Body =>
  all(part, `## Examples\n\n\`\`\`http\n${ok}\nContent-type: application/json\n\n${open}`, `${close}\n\`\`\``);
const cell = (part: string, before = "", behind = ""): Body =>
  all(part, `## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Application|${before}`, `${behind}|`);
const table = "|Property|Type|Description|\n|:--|:--|:--|\n|size|String|x|\n";

const bodies: Readonly<Record<string, Body>> = {
  // tables
  "tables whose delimiter row is too long": all("|a|\n|-|-|\n\n"),
  "such tables, and definitions for their links": halves("|[a]|\n|-|-|\n\n", "[a]: x\n", "\n"),
  "a delimiter row of colons": all("|:", "|a\n|-", "x"),
  "a header of many cells": (n) => `${times("|a", n / 2)}|\n${times("|-", n / 2)}|`,
  "a row of many cells": all("|x", "|a|b|\n|-|-|\n"),
  "rows that blank lines part from their table": all("|x|y|\n\n", "|a|b|\n|-|-|\n|c|d|\n\n"),
  "rows of a table": all("|c|d|\n", "|a|b|\n|-|-|\n"),
  "lines without pipes behind a row": all("[a](b)\n", table),
  "small tables": all("|a|b|\n|-|-|\n|c|d|\n\n"),
  "tables of values": all(
    `values of **size**\n\n|Value|Meaning|\n|-|-|\n|b|c|\n\n${table}\n`,
    "## Query parameters\n\n",
  ),
  "links in a cell": all("[a](b.md)", `${table}|b|String|`),
  // comments
  "annotations without an end": all('<!-- { "blockType": "x"\n# a\n'),
  "annotations without an end, one behind the other": all('<!-- { "blockType": "x"\n'),
  "annotations without an end, with code": all('<!-- { "blockType": "x"\n```\na\n```\n'),
  "comments in a sentence without an end": all("<!-- ", "a "),
  "declarations without an end": all("<!A ", "a "),
  "instructions without an end": all("<?", "a "),
  "braces in a comment": all("}", '<!-- {"blockType"', " -->"),
  "broken annotations in one line": all('<!-- { "blockType": "request" "x" } --> '),
  // fences
  "fences without an end": all("```http\nGET /a\n\n## Response\n\n"),
  "fences that begin in a fence": all("```http\nGET /a\n"),
  "fences that are turned inside out": all("```\n# Request\n```\nx\n"),
  "fences without an end, and definitions": halves("```http\nGET /[a]\n\n## Response\n\n", "[a]: x\n", "\n```\n\n"),
  // what is inside of them
  "request lines": all("GET /a/{b}\n", "```http\n", "```"),
  "request lines of examples": all(
    "GET /a/b\n",
    `${fence("GET /c/{d}/e")}## Example\n\n### HTTP request\n\n\`\`\`http\n`,
    "```",
  ),
  "a request that goes on over many lines": all("b,\n", "## Examples\n\n```http\nGET /a(\n", "```"),
  "blanks in a request line": all(" ", "```http\nGET /a", "x\n```"),
  headers: all("A: b\n", "## Examples\n\n```http\nGET /a\n", "```"),
  "requests and answers": all(fence("GET /a/{b}") + fence(`${ok}\n\n{}`), "## Examples\n\n"),
  "requests with one answer": all(fence("GET /a/{b}"), "## Examples\n\n", fence(`${ok}\n\n{}`)),
  "answers without a request": all(fence(ok), "## Examples\n\n"),
  "answers that name their requests": counted(
    (i) =>
      `<!-- { "blockType": "${i % 2 ? "request" : "response"}", "name": "n${i >> 1}" } -->\n${fence(i % 2 ? "GET /a" : ok)}`,
    "## Examples\n\n",
  ),
  // JSON
  "strings without an end in JSON": json('"\\'),
  "single quotation marks in JSON": json("'a "),
  "curly quotation marks in JSON": json('"a”  '),
  "words and colons in JSON": json(":r"),
  "words in JSON": json("r  "),
  "blanks in JSON": json(" ", "{a:"),
  "digits in JSON": json("1", "{a:"),
  "dots in JSON": json("..."),
  // two characters a line: the longer page stays within the lines that a page may have
  "line breaks in a string of JSON": json("x\n", '{"a": "', '"}'),
  "comments in JSON": json("/*"),
  "arrays within each other": json("[", "", ""),
  "objects within each other": json('{"a":', "", ""),
  "properties of JSON": counted((i) => `"a${i}": ${i},\n`, "## Examples\n\n```http\nHTTP/1.1 200 OK\n\n{", "}\n```"),
  // includes and tabs
  "includes without an end": all("[!INCLUDE [a]("),
  "includes that do not exist": all("[!INCLUDE [a](b.md)]\n\n"),
  tabs: all("# [HTTP](#tab/http)\n\na\n\n"),
  // links and emphasis
  "links without an end": all("[a]("),
  "titles of links without an end": all("[a](b (c "),
  "addresses without an end": all("[a](<b"),
  "images without an end": all("![]("),
  "images within each other": halves("![", "](b)", "a"),
  "open brackets": all("["),
  brackets: all("[a] "),
  "brackets within each other": halves("[", "]"),
  references: all("[a][] ", "[a]: x\n\n"),
  "references without a definition": all("[a][b"),
  footnotes: all("[^a]"),
  "stars in front of words": all("*a "),
  "stars behind words": all("a* "),
  "stars around stars": halves("*a ", "b* "),
  "stars in words": all("a**b"),
  "stars and underscores": all("*a_ "),
  "a run of stars before a word, and one behind it": halves("*", "*", "b"),
  "back-ticks, each time one more": counted((i) => `${"`".repeat((i % 200) + 1)} `),
  "angle brackets": all("<a "),
  ampersands: all("&a"),
  "exclamation marks": all("a!\n"),
  // lists and quotations
  "lists within each other, line by line": counted((i) => `${" ".repeat(2 * i)}- a\n`),
  "lists within each other, in one line": all("- ", "", "a"),
  "lists of stars within each other": all("* ", "", "a"),
  "items of a list": all("- a\n\n"),
  "lines below a deep list": all("x\n", `${"- ".repeat(50)}a\n`),
  "quotations within each other": all(">", "", "a"),
  "lines below a deep quotation": all("x\n", `${">".repeat(100)}a\n`),
  "quotations of lists": all("> - ", "", "a"),
  "quotations between headings": all(">>>\n# a\n"),
  "include directives": all("[!INCLUDE [\u2028", "", "x\n"),
  // the rest
  headings: all("## a\n"),
  "headings with a line below": all("a\n===\n"),
  "paragraphs with a line below": all("a\n", "", "==="),
  "a long heading": all("a ", "## "),
  definitions: counted((i) => `[a${i}]: x\n`),
  "definitions without an end": all("[a]: x (\n"),
  lines: all("a\n"),
  "blank lines": all("   \n"),
  "no-break spaces": all("\u00a0", "a", "b"),
  "combining characters": all("e\u0301\u0301 "),
  "carriage returns": all("a\r\n"),
  HTML: all("<div>\n\n"),
  "sentences about what is deprecated": all(". this types ", "deprecated"),
  // cells of permissions
  "quotation marks in a cell of permissions": cell("'", "A", "x"),
  "verbs in a cell of permissions": cell("determine "),
  "hyphens in a cell of permissions": cell("A-"),
  "conditions in a cell of permissions": cell("a for the "),
  "brackets in a cell of permissions": cell("(a) "),
  "names in a cell of permissions": cell("A.B, "),
  "lines in a cell of permissions": cell("a: A.B<br>"),
  "rows of permissions": cell("A.B|\n|Application|"),
  "rows of permissions for one account": counted(
    (i) => `|Application|A${i}.B|\n`,
    "## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n",
  ),
  "sentences on permissions": all("A.B: ", "## Permissions\n\n"),
};

const operation = (body: string): string => `# Get a\n\n${body}\n`;
const resource = (body: string): string => `# a resource type\n\n${body}\n`;

function costs(path: string, name: string, textOf: (n: number) => string): void {
  linear(`${name} cost what they are long`, () =>
    grows((n) => {
      const source = { path, text: textOf(n), includes: new Map() };
      return () => readPage(source);
    }, LENGTH),
  );
}

for (const [name, body] of Object.entries(bodies)) costs("api/a-get.md", name, (n) => operation(body(n)));

/** What is read of the page of a type only. */
const ofTypes: Readonly<Record<string, Body>> = {
  properties: all("|size|String|x|\n", `## Properties\n\n${table}`),
  "members of an enumeration": all("|a|0|\n", "### size values\n\n|Member|Value|\n|-|-|\n"),
  "marks behind a member": all(",", "### size values\n\n|Member|Value|\n|-|-|\n|a", "x|0|"),
  "tables of members": all("### a values\n\n|Member|Value|\n|-|-|\n|a|0|\n\n"),
  representations: all('```json\n{"a": "b",}\n```\n\n', "## JSON representation\n\n"),
  "operations of a type": all("|[a](b.md)|c|\n", "## Methods\n\n|Method|Return type|\n|-|-|\n"),
  "base types": all("extends aB "),
  "sentences about what is deprecated in a type": all(". this types ", "deprecated"),
};

for (const [name, body] of Object.entries(ofTypes)) costs("resources/a.md", name, (n) => resource(body(n)));

const frontMatter: Readonly<Record<string, Body>> = {
  keys: counted((i) => `a${i}: b\n`),
  brackets: all("[", "a: "),
  "keys within each other": counted((i) => `${" ".repeat(i)}a:\n`),
};

for (const [name, body] of Object.entries(frontMatter))
  costs("api/a-get.md", `${name} in the front matter`, (n) => `---\n${body(n)}\n---\n\n# Get a\n`);

linear.run();
