/** Where a page says what is called: the forms of a request line, one page each. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "./page-of.js";

const forms = suite("read/request-forms");

const harbour = "https://api.harbour.example/v1";

/** The request lines of a page that is in no folder and has no front matter. */
function lines(markdown: string): readonly string[] {
  return pageOf(markdown, "berth.md").requests.map(({ method, target }) => `${method} ${target}`);
}

const http = (code: string): string => `\`\`\`http\n${code}\n\`\`\``;

forms("a fence below any word for the address, numbered or not", () => {
  for (const heading of ["HTTP request", "Endpoint", "1.3 URL", "Syntax", "REST request", "Request URI (v2)"])
    assert.equal(
      lines(`# Free a berth\n\n## ${heading}\n\n${http("POST /berths/{id}/free")}`),
      ["POST /berths/{id}/free"],
      heading,
    );
});

forms("two slashes behind a method are one", () => {
  assert.equal(lines(`# Free a berth\n\n## HTTP request\n\n${http("POST //pier.example/berths")}`), [
    "POST /pier.example/berths",
  ]);
});

forms("a word for the address above anything else heads no request", () => {
  assert.equal(lines("# Buoy\n\n## URL\n\nWhere the buoy is shown on the chart."), []);
});

forms("a table with a method column and an address column, decorated", () => {
  const page = `# Get a berth

## REST request

### Request syntax

| Method | Request URI |
|---|---|
| **GET** | [*{baseURL}*](hosts.md)/v1/berths/{berth-id} HTTP/1.1 |
`;
  assert.equal(lines(page), ["GET {baseURL}/v1/berths/{berth-id}"]);
});

forms("the title, with brackets around the path or without", () => {
  assert.equal(lines("# GET (/berths/{id})\n\nOne berth."), ["GET /berths/{id}"]);
  assert.equal(lines("# DELETE /berths/{id}\n\nGone."), ["DELETE /berths/{id}"]);
  assert.equal(lines("# Get the berth\n\nOne berth."), []);
});

forms("code in a paragraph of its own", () => {
  assert.equal(lines("# Get a berth\n\n## Endpoint\n\n`GET /berths/{id}`\n"), ["GET /berths/{id}"]);
});

forms("an indented block", () => {
  assert.equal(lines("# Get a berth\n\n## Endpoint\n\n    GET /berths/{id}\n"), ["GET /berths/{id}"]);
});

forms("two lines: the method alone, or an address with an open brace", () => {
  assert.equal(lines(`# Free\n\n## HTTP request\n\n${http(`POST\n${harbour}/berths/{id}/free`)}`), [
    `POST ${harbour}/berths/{id}/free`,
  ]);
  assert.equal(lines(`# Log\n\n## HTTP request\n\n${http("GET /berths/{berth\nid}/log")}`), [
    "GET /berths/{berth id}/log",
  ]);
});

forms("a bold line that stands for the heading", () => {
  assert.equal(lines(`# Free a berth\n\n**Endpoint**\n\n${http("POST /berths/{id}/free")}`), [
    "POST /berths/{id}/free",
  ]);
});

forms("a command of curl, where nothing else tells", () => {
  const command = `# Free a berth\n\n\`\`\`bash\ncurl -X POST "${harbour}/berths/4/free" \\\n  -H 'X-Port: north' -d '{"why":"storm"}'\n\`\`\`\n`;
  assert.equal(
    lines(`# Free\n\n## Endpoint\n\n${http("POST /berths/{id}/free")}\n\n## Example\n${command.slice(16)}`),
    ["POST /berths/{id}/free"],
  );
  const page = pageOf(
    `# Free a berth\n\n## Endpoint\n\n${http("POST /berths/{id}/free")}\n\n## Example${command.slice(15)}`,
    "berth.md",
  );
  const [example] = page.examples;
  assert.equal(example?.request.method, "POST");
  assert.equal(example?.request.url, `${harbour}/berths/4/free`);
  assert.equal(example?.request.headers, [["X-Port", "north"]]);
  assert.equal(example?.request.body.kind === "json" && example.request.body.value, { why: "storm" });
});

forms("a heading that is only Request, on a page in no folder", () => {
  const page = pageOf(`# Berth\n\n## Request\n\n${http("GET /berths/{id}")}\n\n## Response\n\nThe berth.`, "berth.md");
  assert.equal([page.kind, page.requests.map(({ target }) => target)], ["operation", ["/berths/{id}"]]);
});

forms("the options of curl that say what is called", () => {
  const sent = (command: string): readonly unknown[] => {
    const page = pageOf(
      `# Berths\n\n## Endpoint\n\n${http("GET /berths")}\n\n## Example\n\n\`\`\`bash\n${command}\n\`\`\``,
      "berth.md",
    );
    return page.examples.map(({ request: { method, url, body } }) => [method, url, body.kind]);
  };
  const berths = `${harbour}/berths`;
  assert.equal(sent(`curl -sX PUT ${berths}/4`), [["PUT", `${berths}/4`, "none"]]);
  assert.equal(sent(`curl -sG ${berths} -d limit=3 --data-urlencode "near=north pier"`), [
    ["GET", `${berths}?limit=3&near=north%20pier`, "none"],
  ]);
  assert.equal(sent(`curl ${berths} -F plan=@plan.pdf`), [["POST", berths, "none"]]);
  assert.equal(sent(`curl -T plan.pdf ${berths}/4`), [["PUT", `${berths}/4`, "none"]]);
});

forms("what stands below an example, and a sentence, is none", () => {
  assert.equal(lines(`# About\n\n## Example\n\n${http("GET /berths/4")}\n\nGET /berths/{id} is what most call.`), []);
});

forms("a heading for each operation makes a part of each", () => {
  const page = pageOf(
    `# Berths

Where ships lie.

## List berths

${http("GET /berths")}

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`pier\` | string | no | Which pier. |

## GET /berths/:id

Returns a [berth](berth.md).
`,
    "berths.md",
  );
  assert.equal(page.requests, []);
  const parts = (page.parts ?? []).map(({ anchor, title, requests, functionParameters, response }) => [
    anchor,
    title.text,
    requests.map(({ method, target }) => `${method} ${target}`),
    functionParameters?.tables.flatMap(({ rows }) => rows).map(({ name }) => name.text),
    response?.prose.map(({ text }) => text),
  ]);
  assert.equal(parts, [
    ["list-berths", "List berths", ["GET /berths"], ["pier"], undefined],
    ["get-berthsid", "GET /berths/:id", ["GET /berths/:id"], undefined, ["Returns a berth."]],
  ]);
});

forms("headings beside sections that are about all of the page are scenarios of one operation", () => {
  const page = `# Get a berth\n\n## By id\n\n${http("GET /berths/{id}")}\n\n## By name\n\n${http("GET /berths/by-name/{name}")}\n\n## Response\n\nA berth.`;
  assert.equal(pageOf(page, "berth.md").parts, undefined);
});

forms.run();
