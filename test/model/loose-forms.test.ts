/** Pages that say what they mean in other places than most: beside their headings, without a method, in an example of a type. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, typed, type Pages } from "./api-of.js";

const loose = suite("model/loose-forms");

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

const answered = (status: number, value: unknown): string =>
  fence("http", `HTTP/1.1 ${status} OK\nContent-Type: application/json\n\n${JSON.stringify(value, null, 2)}`);

/** An operation whose sections stand beside its heading. */
const hook = (title: string, address: string, request: string, value: unknown): string =>
  [
    `### ${title}\n\nSays what it does.`,
    `#### Resource URL\n\n\`https://api.harbour.example/hooks/v1/${address}\``,
    `### Request example\n\n${fence("http", request)}`,
    `### Response example\n\n${answered(200, value)}`,
  ].join("\n\n");

const hooks = `# Harbour hooks

Your program is told what happens.

## Receiving events

${fence("http", "POST /your/callback\nContent-Type: application/json")}

## Hook APIs

### Authentication

All calls need a token.

${hook("List events", "events", "GET /hooks/v1/events\nAccept: */*", ["berth-freed"])}

${hook("Register a hook", "hooks", 'POST /hooks/v1/hooks\nContent-Type: application/json\n\n{ "url": "https://me.example" }', { id: "h1", url: "https://me.example" })}

${hook("Get a hook", "hooks/{hookId}", "GET https://api.harbour.example/hooks/v1/hooks/h1", { id: "h1" })}
`;

const berths = `# Get a berth

## HTTP request

${fence("http", "GET https://api.harbour.example/v1/berths/{berthId}")}

## Example

${["b1", "b2", "b3", "b4"].map((id) => fence("http", `GET https://api.harbour.example/v1/berths/${id}`)).join("\n\n")}
`;

const callsOf = (pages: Pages): readonly string[] =>
  apiOf(pages).operations.map(({ method, routes }) => `${method} ${routes.map(({ template }) => template).join(", ")}`);

loose("operations whose sections stand beside their headings, with an address and the method of an example", () => {
  const api = apiOf({ "hooks.md": hooks, "get-berth.md": berths });
  const calls = api.operations.map(({ page, method, routes, examples }) => [
    page,
    `${method} ${routes[0]?.template}`,
    examples.map(({ call }) => call !== undefined),
  ]);
  assert.equal(calls, [
    ["get-berth.md", "GET /v1/berths/{berthId}", [true, true, true, true]],
    ["hooks.md", "GET /hooks/v1/hooks/{hookId}", [true]],
    ["hooks.md", "GET /hooks/v1/events", [true]],
    ["hooks.md", "POST /hooks/v1/hooks", [true]],
  ]);
  // there is no version that all have
  assert.is(api.baseUrl, "https://api.harbour.example");
  assert.is(api.operations[0]?.examples[0]?.request.url, "https://api.harbour.example/v1/berths/b1");
});

loose("a version that few calls have is kept where the base has none", () => {
  const page = (path: string): string =>
    `# Get\n\n## HTTP request\n\n${fence("http", `GET https://api.harbour.example${path}/{id}`)}\n\n## Example\n\n${fence("http", `GET https://api.harbour.example${path}/1`)}\n`;
  const api = apiOf({
    "api/berth.md": page("/berths"),
    "api/quay.md": page("/quays"),
    "api/tide.md": page("/tides"),
    "api/tug.md": page("/v2/tugs"),
  });
  assert.is(api.baseUrl, "https://api.harbour.example");
  assert.equal(
    api.operations.map(({ routes, examples }) => [routes[0]?.template, examples[0]?.call !== undefined]),
    [
      ["/berths/{berthId}", true],
      ["/quays/{quayId}", true],
      ["/tides/{tideId}", true],
      ["/v2/tugs/{tugId}", true],
    ],
  );
  assert.equal(
    api.findings.filter(({ rule }) => rule === "example-url"),
    [],
  );
});

loose("a path that begins as the base does repeats it", () => {
  const api = apiOf({ "hooks.md": hooks });
  assert.is(api.baseUrl, "https://api.harbour.example/hooks/v1");
  const calls = api.operations.map(({ routes, examples }) => [routes[0]?.template, examples[0]?.call !== undefined]);
  assert.equal(calls, [
    ["/hooks/{hookId}", true],
    ["/events", true],
    ["/hooks", true],
  ]);
});

loose("a page of one such call", () => {
  const page = (address: string): string =>
    `# List tides\n\n## Endpoint\n\n\`${address}\`\n\n## Example request\n\n${fence("http", "GET /ports/p1/tides")}\n`;
  const folder = (address: string): Pages => ({ "api/list-tides.md": page(address) });
  assert.equal(callsOf(folder("https://api.harbour.example/ports/{portId}/tides")), ["GET /ports/{portId}/tides"]);
  assert.equal(callsOf(folder("/ports/{portId}/tides")), ["GET /ports/{portId}/tides"]);
  // the example calls another address
  assert.equal(callsOf(folder("https://api.harbour.example/tides")), []);
});

loose("a title that says what is done is that of an operation, whatever it is done to", () => {
  const call = "## REST request\n\n`POST /entities`\n";
  assert.equal(callsOf({ "create.md": `# Create a berth entity for a harbour\n\n${call}` }), ["POST /entities"]);
  assert.equal(callsOf({ "order.md": `# Order resource\n\n${call}` }), []);
});

loose("a version of HTTP without its slash is no part of the address", () => {
  const page = `# List tides\n\n## HTTP request\n\n${fence("http", "GET /tides?from={day} HTTP 1.1")}\n`;
  assert.equal(callsOf({ "api/list-tides.md": page }), ["GET /tides?from={from}"]);
});

loose("fields on the page of an operation that says of its answer elsewhere are told", () => {
  const table = "|Field|Type|Description|\n|:--|:--|:--|\n|depth|int|In feet.|";
  const page = (answer: string): Pages => ({
    "get-depth.md": `# Get depths\n\n## Request\n\n\`GET /depths\`\n\n${answer}## Filter fields\n\n${table}\n`,
  });
  const unread = (pages: Pages): readonly string[] =>
    findingsOf(apiOf(pages)).filter((each) => each.startsWith("unread-table"));
  assert.equal(unread(page("## Response\n\nA `200 OK` response code.\n\n")), ["unread-table Filter fields"]);
  // nothing else says what is answered
  assert.equal(unread(page("")), []);
});

const typeWith = (rows: string, example: string, title = "Berth resource type"): string =>
  `# ${title}\n\nA place for a ship.\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n${rows}\n\n${example}\n`;

const depth = "|depth|Double|In feet.|\n|state|String|As it is.|";

const told = (text: string): readonly string[] =>
  apiOf({ "resources/berth.md": text }).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

loose("an example of a type is held against it", () => {
  const example = (json: string): string => `## Example\n\n${fence("json", json)}`;
  assert.equal(told(typeWith(depth, example('{ "depth": 3.5, "state": "free" }'))), []);
  assert.equal(told(typeWith(depth, example('{ "depth": 3.5,\n  "colour": "red" }'))), ["example-property 16:3"]);
  assert.equal(told(typeWith(depth, example('{ "depth": "deep" }'))), ["example-type 15:3"]);
  // of a body that holds one, or of anything else, nothing is said
  assert.equal(told(typeWith(depth, example('{ "berth": { "depth": "deep" } }'))), []);
  assert.equal(told(typeWith(depth, example('{ "depth": 3.5, "state": free }'))), ["json-invalid 15:26"]);
  assert.equal(told(typeWith(depth, example('{ "depth": 3.5, : }'))), ["json-unreadable 15:17"]);
});

loose("of several types, the example below the heading of each", () => {
  const part = (name: string, json: string): string =>
    `## ${name}\n\n### Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n${depth}\n\n#### Example\n\n${fence("json", json)}`;
  const page = `# What harbours tell\n\n${part("Berth event", '{ "depth": 3.5 }')}\n\n${part("Quay event", '{ "depth": 1, "length": 2 }')}\n`;
  const api = apiOf({ "events.md": page });
  assert.equal(Object.keys(typed(api, "BerthEvent")), ["depth", "state"]);
  assert.equal(
    api.findings.map(({ message }) => message),
    ["The example shows length, which QuayEvent does not have."],
  );
});

loose("dots in place of a whole answer are no text: that there is a body is all that is known", () => {
  const answer = fence("http", "HTTP/1.1 200 OK\nContent-Type: application/json\n\n...");
  const page = `# Get berth\n\n## HTTP request\n\n${fence("http", "GET /berths/{berthId}")}\n\n## Response\n\n${answer}\n`;
  const [get] = apiOf({ "berth-get.md": page }).operations;
  assert.equal(get?.result, { kind: "object", type: { kind: "unknown" }, unwrap: false });
});

loose.run();
