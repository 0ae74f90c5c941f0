/** Words and marks of everyday prose that read like a base address, a group of operations, the name of an object, a request, an answer. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readJson } from "../../generator/shared/json/json.js";
import { apiOf, type Pages } from "./api-of.js";
import { body, fence } from "./told.js";

const everyday = suite("model/everyday-words");

const getBerth = (address: string, lead = "Gets a berth."): string =>
  `# Get a berth\n\n${lead}\n\n## HTTP request\n\n${fence("http", `GET ${address}`)}\n\n## Response\n\nReturns \`204 No Content\`.\n`;

const baseOf = (pages: Pages): string | undefined => apiOf(pages).baseUrl;

everyday("an address in a sentence is the base where the sentence says that calls go there, and they do", () => {
  const relative = (lead: string): string | undefined => baseOf({ "get-berth.md": getBerth("/berths/{id}", lead) });
  assert.is(relative("All requests are sent to https://api.harbour.example/2024."), "https://api.harbour.example/2024");
  assert.is(relative("A preview is available at https://labs.harbour.example/try today."), undefined);
  assert.is(relative("Notifications of requests are sent to https://hooks.guest.example/inbox."), undefined);
  const absolute = (lead: string): string | undefined =>
    baseOf({ "get-berth.md": getBerth("https://api.harbour.example/v1/berths/{id}", lead) });
  const own = "https://api.harbour.example/v1";
  assert.is(absolute("The api client is available on https://code.example/harbour/client."), own);
  assert.is(absolute("Each path can be reached at https://api.harbour.example/v1/files/{id}/content."), own);
  assert.is(absolute("The beta endpoints are available at https://api.harbour.example/v1-beta."), own);
});

const routesOf = (pages: Pages): readonly string[] =>
  apiOf(pages).operations.flatMap(({ routes }) => routes.map(({ template }) => template));

everyday("where words stand before the version of some calls, each call keeps what it has", () => {
  const berth = getBerth("https://api.harbour.example/v1/berths/{berthId}");
  const event = getBerth("https://api.harbour.example/hooks/v1/events/{eventId}");
  const boat = getBerth("/boats/{boatId}");
  const pages = { "get-berth.md": berth, "get-event.md": event };
  assert.is(baseOf(pages), "https://api.harbour.example");
  assert.equal(routesOf(pages), ["/v1/berths/{berthId}", "/hooks/v1/events/{eventId}"]);
  // a path alone means the version that the others have
  const many = { "get-a.md": berth.replace("berths", "quays"), ...pages, "get-boat.md": boat };
  assert.equal(routesOf(many), [
    "/v1/quays/{berthId}",
    "/v1/berths/{berthId}",
    "/v1/boats/{boatId}",
    "/hooks/v1/events/{eventId}",
  ]);
});

const usage = (title: string, path: string): string => `## ${title}

Does so.

### Usage

${fence("http", `POST https://api.harbour.example/v1${path}`)}

### Parameters

| Name | Type | Description |
|---|---|---|
| force | boolean | Whether to force it. |

### Response

Returns \`204 No Content\`.
`;

everyday("a heading above the request alone makes no group of an operation with sections of its own", () => {
  const api = apiOf({
    "berths.md": `# Berths\n\n${usage("Free a berth", "/berths/{id}/free")}\n${usage("Take a berth", "/berths/{id}/take")}`,
  });
  assert.equal(
    api.operations.map(({ title }) => title),
    ["Free a berth", "Take a berth"],
  );
  assert.equal(
    api.operations.map((each) => each.statuses),
    [[204], [204]],
  );
});

everyday("the first table of a section is what is sent, whatever the sentence above calls it", () => {
  for (const name of ["body", "Berth"]) {
    const api = apiOf({
      "free-berth.md": `# Free a berth

## HTTP request

${fence("http", "POST https://api.harbour.example/v1/berths/free")}

## Request body

The ${name} object contains the following fields.

| Field | Type | Description |
|--|--|--|
| pier | string | Required. Which one. |

## Response

Returns \`204 No Content\`.
`,
    });
    assert.is(body(api, "free-berth"), "pier! String");
  }
});

everyday("a title ends where its request does, and one that only mentions a request has none", () => {
  const page = (title: string): Pages => ({
    "berths.md": `# Berths\n\n## ${title}\n\nTells of it.\n\n## Free a berth: POST /berths/{id}/free\n\nFrees it.\n`,
  });
  const templates = (title: string): readonly string[] => routesOf(page(title));
  assert.ok(templates("List views: GET /berths/view(from={a})").includes("/berths/view(from={from})"));
  assert.ok(templates("List berths [GET /berths]").includes("/berths"));
  assert.ok(templates("List berths (GET /berths)").includes("/berths"));
  assert.not.ok(templates("When to use GET /berths").includes("/berths"));
});

everyday("a name in braces stands for a value where a value begins", () => {
  assert.equal(readJson('{ "berth": {Harbour.Berth} }').value, { berth: "{Harbour.Berth}" });
  assert.equal(readJson("{ “path”: “see {a}, or c” }").value, { path: "see {a}, or c" });
});

everyday.run();
