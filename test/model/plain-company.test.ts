/** Docs in the style that payment companies write: a page a resource, a heading an operation, bold labels, lists of parameters. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import { apiOf, operationOf, typed, words } from "./api-of.js";

const company = suite("model/plain-company");

const fence = (code: string, language: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

const tickets = `# Tickets

| Method | Path | |
|---|---|---|
| POST | \`/v2/tickets\` | [Issue a ticket](#issue-a-ticket) |
| GET | \`/v2/tickets\` | [List tickets](#list-tickets) |

## The ticket object

| Attribute | Description |
|---|---|
| \`id\` *string* | Its number. |
| \`class\` *enum* | One of \`deck\` or \`cabin\`. |
| \`legs\` *array of [journey legs](#the-journey-leg-object)* | Where it goes. |
| \`used_at\` *datetime or null* | When it was used. |

## The journey leg object

| Attribute | Type | Description |
|---|---|---|
| \`from\` | string | Harbour. |
| \`price\` | decimal | Of this leg. |

## Issue a ticket

**\`POST /v2/tickets\`**

Sends it by mail. Required scope: \`tickets.write\`.

**Parameters**

- \`class\` (enum, required): \`deck\` or \`cabin\`.
- \`legs\` (array of [journey legs](#the-journey-leg-object), required): Where it goes.

**Example request**

${fence(
  `curl https://api.ferries.example/sales/v2/tickets -H "X-Api-Key: KEY" -H "Content-Type: application/json" \\
  -d '{"class": "deck", "legs": [{"from": "north", "price": 4.5}]}'`,
  "bash",
)}

**Example response (201)**

${fence('{ "id": "t1", "class": "deck", "legs": [{ "from": "north", "price": 4.5 }], "used_at": null }', "json")}

Returns the [ticket](#the-ticket-object).

## List tickets

**\`GET /v2/tickets\`**

Required scope: \`tickets.read\`. Returns \`200 OK\` and a list of [tickets](#the-ticket-object).

**Query parameters**

- \`class\` (enum, optional): Only those, \`deck\` or \`cabin\`.
- \`page\` (integer, optional): Which page.

## Cancel a ticket

**\`DELETE /v2/tickets/:ticket_id\`**

Required scope: \`tickets.write\`. Returns \`204 No Content\`.

Header | Required | Description
--- | --- | ---
\`X-Reason\` | no | Why

## Move a ticket

\`POST /v2/tickets/{ticket_id}/move\`

Scope: \`tickets.write\`

Body parameter | Type | Required | Description
--- | --- | --- | ---
\`day\` | date | yes | When

Response: \`201 Created\`, a [ticket](#the-ticket-object).
`;

const scan = `# Scan a ticket

## Request

PUT \`/v2/tickets/{ticket_id}/scan\`

Requires the scope \`tickets.scan\`.

## Response

\`204 No Content\`
`;

const api = apiOf({ "tickets.md": tickets, "scan.md": scan });

company("each heading with a request is an operation of its own; the table above only leads there", () => {
  assert.equal(
    api.operations.map((one) => `${one.id}: ${one.method} ${one.routes[0]?.template}`),
    [
      "scan: PUT /tickets/{ticketId}/scan",
      "tickets#cancel-a-ticket: DELETE /tickets/{ticketId}",
      "tickets#issue-a-ticket: POST /tickets",
      "tickets#list-tickets: GET /tickets?class={class}&page={page}",
      "tickets#move-a-ticket: POST /tickets/{ticketId}/move",
    ],
  );
  assert.is(api.baseUrl, "https://api.ferries.example/sales/v2");
});

company("types stand behind names, and links to headings lead to them", () => {
  assert.equal(typed(api, "ticket"), {
    id: "String",
    class: '"deck" | "cabin"',
    legs: "object JourneyLeg[]",
    used_at: "DateTimeOffset",
  });
  assert.equal(typed(api, "JourneyLeg"), { from: "String", price: "Decimal" });
});

company("a list below a bold label is a table of parameters", () => {
  const { parameters } = operationOf(api, "tickets#list-tickets");
  assert.equal(
    parameters.map((one) => `${one.in} ${one.name}: ${words(one.type)}${one.required ? "" : "?"}`),
    ['query class: "deck" | "cabin"?', "query page: Int32?"],
  );
});

company("a table says by its first column where its rows are sent", () => {
  assert.equal(
    operationOf(api, "tickets#cancel-a-ticket").headers.map(({ name, required }) => [name, required]),
    [["X-Reason", false]],
  );
  const { body, result, statuses } = operationOf(api, "tickets#move-a-ticket");
  assert.equal(body?.kind === "json" && body.properties?.map(({ name, type }) => `${name}: ${words(type)}`), [
    "day: Date",
  ]);
  assert.equal(["type" in result && words(result.type), ...statuses], ["object ticket", 201]);
});

company("scope and answer may stand within other sentences", () => {
  const { permissions, statuses } = operationOf(api, "tickets#cancel-a-ticket");
  const scope = { least: [["tickets.write"]], higher: [] };
  const tables = permissions.map(({ line: _line, lines: _lines, ...table }) => table);
  assert.equal(tables, [{ delegatedWork: scope, application: scope }]);
  assert.equal(statuses, [204]);
});

company("the label of an answer has its status", () => {
  const { examples, result } = operationOf(api, "tickets#issue-a-ticket");
  assert.equal(
    examples.map(({ request, response, call }) => [request.method, response?.status, call !== undefined]),
    [["POST", 201, true]],
  );
  assert.is("type" in result && words(result.type), "object ticket");
});

company("nothing of this is a finding but the missing status line", () => {
  assert.equal(
    api.findings.map(({ rule }) => rule),
    ["status-line"],
  );
});

/** The envelope of docs with one list that answers this. */
function envelopeOf(answer: string, parameter?: string, said?: string): unknown {
  return listing(answer, parameter, said).envelope;
}

function listing(answer: string, parameter = "page", said = ""): Api {
  const list = `# List decks

\`GET /v2/decks\`

${said}

## Query parameters

| Name | Type |
|---|---|
| ${parameter} | integer |

## Response

${fence(answer, "json")}
`;
  return apiOf({ "decks.md": list });
}

company("lists come in pages that have numbers, also where these stand within another member", () => {
  assert.equal(envelopeOf('{ "data": [{ "id": 1 }], "meta": { "total_pages": 4, "total": 93 } }'), {
    items: "data",
    pages: "meta.total_pages",
    send: "page",
    count: "meta.total",
  });
  assert.equal(envelopeOf('{ "rows": [], "has_more": true }', "p"), { items: "rows", pages: "has_more", send: "p" });
  assert.equal(envelopeOf('{ "data": [], "links": { "next": "https://api.ferries.example/decks?x=1" } }'), {
    items: "data",
    next: "links.next",
  });
});

company("a sign that there is more, which no parameter asks for, is a finding", () => {
  const { envelope, findings } = listing('{ "data": [], "has_more": true }', "size");
  assert.equal(envelope, { items: "data" });
  assert.equal(
    findings.filter(({ rule }) => rule === "paging-unknown").map(({ symbol }) => symbol),
    ["has_more"],
  );
});

company("or with the address of the next page in a header, where the answer itself is the list", () => {
  assert.equal(envelopeOf('[{ "id": 1 }]', "page", "The `Link` header holds the address of the next page."), {
    items: "",
    link: true,
  });
  assert.is(envelopeOf('[{ "id": 1 }]'), undefined);
});

/** A page with a call that sends something and is answered so. */
function posting(line: string, status: string, answer: string): string {
  const shown = `POST https://api.ferries.example/${line}\n\n{ "berth": "a" }`;
  return [
    "# Make a booking",
    "## HTTP request",
    fence(`POST /${line}`, "http"),
    "## Response",
    `Returns \`${status}\`.`,
    "## Example",
    fence(shown, "http"),
    fence(`HTTP/1.1 ${status}\nContent-Type: application/json\n\n${answer}`, "http"),
  ].join("\n\n");
}

company("one thing that has items, which was created, makes no house of lists, and is no list in one", () => {
  const booking = '{ "id": "b1", "items": [{ "berth": "a" }], "total": 5 }';
  const created = posting("bookings", "201 Created", booking);
  assert.is(apiOf({ "book.md": created }).envelope, undefined);
  assert.is(apiOf({ "book.md": posting("bookings", "200 OK", booking) }).envelope, undefined);
  const names = "# List names\n\n`GET /v2/names`\n\n## Response\n\n";
  assert.is(apiOf({ "names.md": `${names}${fence('{ "items": ["a", "b"] }', "json")}` }).envelope, undefined);
  const house = apiOf({ "book.md": created, "berths.md": `${names}${fence('{ "items": [{ "id": 1 }] }', "json")}` });
  assert.equal(house.envelope, { items: "items" });
  assert.equal(
    house.operations.map(({ method, result }) => `${method} ${result.kind}`),
    ["GET list", "POST object"],
  );
});

company("a search that is sent answers a list, which its next page tells", () => {
  const found = '{ "items": [{ "berth": "a" }], "next": "https://api.ferries.example/search?x=2" }';
  assert.equal(apiOf({ "search.md": posting("search", "200 OK", found) }).envelope, { items: "items", next: "next" });
});

company.run();
