/** What was lost without a word: each is read, or a finding. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf, shown } from "./page-of.js";

const lost = suite("read/not-lost");

const row = (name: string, type: string): string => `<tr><td>${name}</td><td>${type}</td><td>Of a berth.</td></tr>`;
const head = "<tr><th>Property</th><th>Type</th><th>Description</th></tr>";

/** `name, line` of the properties of a page. */
function properties(html: string): readonly string[] {
  const page = pageOf(`# Berth resource\n\n## Properties\n\n${html}\n`, "resources/berth.md");
  return (page.properties?.tables ?? []).flatMap(({ rows }) =>
    rows.map(({ name, place }) => `${name.text}, ${place.line}`),
  );
}

lost("a table of HTML within other blocks", () => {
  const table = `<table>\n${head}\n${row("id", "String")}\n</table>`;
  assert.equal(properties(`<div class="wide">\n${table}\n</div>`), ["id, 8"]);
  assert.equal(properties(table), ["id, 7"]);
});

lost("two tables in one block of HTML, each row in its line", () => {
  const tables = ["id", "depth"].map((name) => `<table>\n${head}\n${row(name, "String")}\n</table>`);
  assert.equal(properties(tables.join("\n")), ["id, 7", "depth, 11"]);
});

lost("a typed table below a heading of values is no enumeration, and told", () => {
  const table = "|Value|Type|Description|\n|:--|:--|:--|\n|depth|Int32|In feet.|";
  const page = pageOf(`# Berth resource\n\n## Return values\n\n${table}\n`, "resources/berth.md");
  assert.equal([page.enums, shown(page)], [[], ["unread-table 5:1"]]);
  const members = "|Value|Description|\n|:--|:--|\n|free|Nobody is there.|";
  const other = pageOf(`# Berth resource\n\n## State values\n\n${members}\n`, "resources/berth.md");
  assert.equal([other.enums.map(({ name }) => name), shown(other)], [["State"], []]);
});

lost("a row of a table of requests that holds none", () => {
  const page = pageOf(
    "# Free a berth\n\n## Request\n\n|Method|Request URI|\n|:--|:--|\n|POST|/berths/{id}/free|\n|see|the harbour|\n",
    "free.md",
  );
  assert.equal(
    page.findings.filter(({ rule }) => rule === "request-line").map(({ line, symbol }) => [line, symbol]),
    [[8, "see the harbour"]],
  );
  assert.is(page.requests.length, 1);
});

for (const [description, required] of [
  ["Required. Leave the optional part of the name out.", true],
  ["The name, with an optional number behind it. Required.", true],
  ["Optional. Required by some harbours.", false],
  ["Required. It is optional in winter.", false],
  ["The optional name.", false],
] as const) {
  lost(`required: ${description}`, () => {
    const page = pageOf(
      `# Free a berth\n\n## Request\n\n\`POST /berths\`\n\n## Request body\n\n|Property|Type|Description|\n|:--|:--|:--|\n|name|String|${description}|\n`,
      "api/free.md",
    );
    assert.is(page.body?.tables[0]?.rows[0]?.says?.required?.says, required);
  });
}

const guide = (front: string, rest: string): string =>
  `---\ntitle: "Berths"\n${front}---\n\n# Berths\n\n## By radio\n\n\`\`\`http\nGET https://harbour.example/berths/b-1\n\`\`\`\n${rest}`;
const unread = (text: string): readonly string[] => shown(pageOf(text, "guides/berths.md"));

lost("a page that shows a request in passing, one that is about it, and one that says that it explains", () => {
  assert.equal(unread(guide("", "")), ["request-unread 9:1"]);
  assert.equal(unread(guide("", "\n## Headers\n\nNone.\n\n## Request body\n\nNone.\n")), ["page-unread 9:1"]);
  // about another call, in a part of its own
  const other = guide("", "\n## By letter\n\n### Headers\n\nNone.\n\n### Request body\n\nNone.\n");
  assert.equal(unread(other.replace("## By radio", "## By wire\n\n### By radio")), ["request-unread 11:1"]);
  const reference = guide("", "\n## Headers\n\nNone.\n\n## Response\n\nThe berth.\n");
  assert.is(pageOf(reference, "guides/berths.md").kind, "operation");
  for (const topic of ["how-to", "concept-article", "overview", "get-started"])
    assert.equal(unread(guide(`ms.topic: ${topic}\n`, "")), [], topic);
});

lost("headers of a request are no request", () => {
  const page = pageOf(
    "# Headers\n\n## REST request headers\n\n|Name|Description|\n|:--|:--|\n|Date|When.|\n",
    "headers.md",
  );
  assert.equal([page.kind, shown(page)], ["concept", []]);
});

lost("a body right behind its headers, and a query by itself, are no request lines", () => {
  const fence = 'POST /berths\nHost: harbour.example\n{\n  "name": "North"\n}';
  const page = pageOf(
    `# Free a berth\n\n## HTTP request\n\n\`\`\`http\n${fence}\n\`\`\`\n\n\`\`\`http\n?filter=north\n\`\`\`\n`,
    "api/free.md",
  );
  assert.equal(
    page.findings.filter(({ rule }) => rule === "request-line"),
    [],
  );
});

lost("an answer that is shown below the heading of the request is no request line", () => {
  const answer = "```http\nHTTP/1.1 204 No Content\n```";
  const page = (behind: string): string =>
    `# Free a berth\n\n## HTTP request\n\n\`\`\`http\nPOST /berths/{id}/free\n\`\`\`\n\n${behind}\n`;
  const odd = (behind: string): number =>
    pageOf(page(behind), "api/free.md").findings.filter(({ rule }) => rule === "request-line").length;
  assert.is(odd(`### More of it\n\n<!-- { "blockType": "response" } -->\n${answer}`), 0);
  assert.is(odd(`### Example\n\n#### No more\n\n${answer}`), 0);
  // of which nothing else is made
  assert.is(odd(answer), 1);
});

lost("an unreadable body is told by what makes it unreadable", () => {
  const body = '\ufeff{\n  "name": "North",\n  "depth": {a Depth},\n}';
  const page = pageOf(
    `# Berth resource\n\n## JSON representation\n\n<!-- { "blockType": "resource" } -->\n\`\`\`json\n${body}\n\`\`\`\n`,
    "resources/berth.md",
  );
  assert.equal(
    page.findings.map(({ rule, line }) => `${rule} ${line}`),
    ["json-unreadable 9"],
  );
});

lost.run();
