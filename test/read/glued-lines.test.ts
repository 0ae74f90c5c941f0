/** Lines that stand too near to others, and fences that do not say what they hold: what they are is told by what stands around them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withClosedAnchors } from "../../generator/read/markdown/anchors.js";
import { pageOf, shown } from "./page-of.js";

const glued = suite("read/glued-lines");

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

/** `method target, line` of all operations of a page. */
function requests(text: string): readonly string[] {
  const page = pageOf(text, "berths.md");
  return [page, ...(page.parts ?? [])].flatMap((one) =>
    one.requests.map(({ method, target, place }) => `${method} ${target}, ${place.line}`),
  );
}

const berths = (between: string): string =>
  [
    "# Berths",
    "## Get a berth",
    fence("http", "GET /berths/{berthId}"),
    `## Free a berth\n${between}\n${fence("http", "POST /berths/{berthId}/free\n\n{}")}`,
    "## List berths",
    fence("http", "GET /berths"),
  ].join("\n\n");

glued("an anchor right above a fence is a line of its own", () => {
  for (const anchor of ['<a name="free" />', "<a id='free'>", '  <a class="x" name=free/>'])
    assert.equal(
      requests(berths(anchor)),
      ["GET /berths/{berthId}, 6", "POST /berths/{berthId}/free, 12", "GET /berths, 20"],
      anchor,
    );
  // what else opens HTML does so for a browser, too: the page is told
  const page = pageOf(berths('<div class="sample">'), "berths.md");
  assert.ok(shown(page).includes("fence-swallowed 11:1"), shown(page).join());
});

glued("an anchor right above a table or a heading", () => {
  const table = "|Property|Type|\n|:--|:--|\n|depth|Int32|";
  const named = (text: string): readonly string[] =>
    (pageOf(text, "resources/berth.md").properties?.tables ?? []).flatMap(({ rows }) =>
      rows.map(({ name, place }) => `${name.text} ${place.line}:${place.column}`),
    );
  assert.equal(named(`# Berth resource\n\n## Properties\n\n<a name="properties" />\n${table}\n`), ["depth 8:1"]);
  assert.equal(named(`# Berth resource\n\n<a name="properties" />\n## Properties\n\n${table}\n`), ["depth 8:1"]);
  const details = pageOf(
    `# Berth resource\n\n## Properties\n\n<details>\n${table}\n</details>\n`,
    "resources/berth.md",
  );
  assert.equal(shown(details), ["table-broken 6:1"]);
});

glued("what only looks like such an anchor stays as it is", () => {
  for (const text of [
    fence("html", '\n<a name="x" />\n'),
    'words\n<a name="x" />\nmore words',
    '\n<a name="x"></a>\n|a|\n|-|',
    '\n<a name="x" href="y">\n\n',
    '\n<a name="x">\n<img src="y">\n',
    '<table>\n<tr><td>\n<a name="x" />\n</td></tr>\n</table>',
  ])
    assert.is(withClosedAnchors(text), text);
  // a comment goes on to its own end
  const page = pageOf('# Berths\n\n<!-- left out:\n\n<a name="x" />\n# Gone\n\n-->\n\nThe end.\n', "berths.md");
  assert.equal(page.title.text, "Berths");
  assert.equal(page.ledger.lines.filter(([, , state]) => state === "unread").length, 0);
});

const list = `## List berths\n\n${fence("http", "GET https://api.harbour.example/berths")}\n\n### Response\n\n${fence("json", '["north"]')}`;

glued("a page about a thing may have one operation", () => {
  assert.equal(requests(`# Berths\n\nShips lie there.\n\n${list}\n`), ["GET https://api.harbour.example/berths, 8"]);
  // a guide shows a call of something, and one that tells of two steps is no reference either
  for (const title of ["Quickstart", "How to list berths", "Ships"])
    assert.equal(requests(`# ${title}\n\n${list}\n`), []);
  assert.equal(requests(`# Berths\n\n${list.replace("List berths", "Usage")}\n`), []);
});

const addressed = (sentence: string, heading = "Request URL"): string =>
  `# Free berths\n\n## ${heading}\n\n${sentence}\n\n${fence("HTTP", "https://api.harbour.example/free?version=3")}\n`;

glued("the sentence above an address tells its method", () => {
  const line = "POST https://api.harbour.example/free?version=3, 8";
  for (const sentence of ["Send a `POST` request to:", "Use POST.", "It is free. Call it with **POST**:", "By `post`:"])
    for (const heading of ["Request URL", "Endpoint", "HTTP request"])
      assert.equal(requests(addressed(sentence, heading)), [line], sentence);
  for (const sentence of ["Send `GET` or `POST` to:", "Post it to:", "Send POST. The address is:"])
    assert.equal(requests(addressed(sentence)), [], sentence);
});

const sampled = (language: string): string =>
  [
    "# POST (/berths)",
    `## Request body\n\n### Sample request\n\n${fence(language, '{ "depth": 3 }')}`,
    `## Response body\n\n### Sample response\n\n${fence(language, '{ "id": "b1" }')}`,
  ].join("\n\n");

glued("JSON below a heading for it is JSON, whatever its fence is called", () => {
  for (const language of ["json", "cpp", "csharp"]) {
    const [example] = pageOf(sampled(language), "berths.md").examples;
    const bodies = [example?.request.body, example?.response?.body];
    assert.equal(
      bodies.map((body) => body?.kind === "json" && body.value),
      [{ depth: 3 }, { id: "b1" }],
      language,
    );
  }
  const code = sampled("cpp").replace('{ "id": "b1" }', "{ return b1; }");
  assert.equal(pageOf(code, "berths.md").examples, []);
});

glued("dots in place of a whole body show nothing, on purpose", () => {
  const answer = (body: string): string =>
    `# Get berth\n\n## HTTP request\n\n${fence("http", "GET /berths/{berthId}")}\n\n## Response\n\n${fence("http", `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`)}\n`;
  const found = (body: string): readonly string[] =>
    shown(pageOf(answer(body), "berth-get.md")).filter((one) => one.includes("json"));
  assert.equal(found("..."), ["json-shortened 15:1"]);
  assert.equal(found("{ ... }"), ["json-shortened 15:3"]);
  assert.equal(found("some words"), ["json-unreadable 15:1"]);
});

glued.run();
