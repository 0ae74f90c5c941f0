/** Docs that describe what is answered where it is answered: tables of members, tables of statuses, and request lines above a curl. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api, Operation } from "../../generator/model/api.js";
import { apiOf, operationOf, typed, words } from "./api-of.js";

const answers = suite("model/answer-tables");

const fence = (code: string, language = ""): string => `\`\`\`${language}\n${code}\n\`\`\``;

const bookings = `# Bookings

## Get a booking

Reads one booking.

### Request

${fence("GET /bookings/{booking_id}")}

### Response

| Field | Type | Description |
|---|---|---|
| \`id\` | integer | Its number. |
| \`guest\` | Guest | Who comes. |
| \`note\` | string or null | What to know. |

#### Guest

| Field | Type | Description |
|---|---|---|
| \`mail\` | string | Where to write to. |

### Example

${fence("GET https://api.inn.example/v1/bookings/7")}

${fence('{"id": 7, "guest": {"mail": "ann@inn.example"}, "note": null}', "json")}

## List bookings

### Request

${fence("GET /bookings")}

### Response

| Field | Type | Description |
|---|---|---|
| \`items\` | array of booking summary | The bookings. |
| \`next\` | string | Where the next page is. |

#### Booking summary

| Field | Type | Description |
|---|---|---|
| \`id\` | integer | Its number. |

### Example

${fence("GET https://api.inn.example/v1/bookings")}

${fence('{"items": [{"id": 7}], "next": "https://api.inn.example/v1/bookings?after=7"}', "json")}
`;

const inn = apiOf({ "bookings.md": bookings });

function answerOf({ result }: Operation): string {
  return `${result.kind} ${"type" in result ? words(result.type) : ""}`.trim();
}

answers("a table of members below the answer is its type, tables below names those that it uses", () => {
  assert.equal(typed(inn, "GetBookingResult"), { id: "Int32", guest: "object Guest", note: "String" });
  assert.equal(typed(inn, "Guest"), { mail: "String" });
  assert.is(answerOf(operationOf(inn, "bookings#get-a-booking")), "object object GetBookingResult");
});

answers("what only wraps the items of a list is no type of the package", () => {
  assert.is(answerOf(operationOf(inn, "bookings#list-bookings")), "list object BookingSummary");
  assert.equal(
    inn.types.map(({ name }) => name),
    ["BookingSummary", "GetBookingResult", "Guest"],
  );
});

answers("a request line below `Request` is the call itself: the example is the one with an answer", () => {
  assert.equal(
    inn.operations.map(({ id, examples }) => [id, examples.map(({ request }) => request.url)]),
    [
      ["bookings#get-a-booking", ["https://api.inn.example/v1/bookings/7"]],
      ["bookings#list-bookings", ["https://api.inn.example/v1/bookings"]],
    ],
  );
  assert.equal(
    inn.findings.filter(({ rule }) => rule === "example-unpaired"),
    [],
  );
});

function reading(response: string): Api {
  const page = `# Get room

Reads one room of the inn.

${fence("GET https://api.inn.example/v1/rooms/{room_id}", "http")}

## URI parameters

| Name | In | Required | Type | Description |
|---|---|---|---|---|
| room_id | path | True | string | Which room. |

## Responses

${response}
`;
  const room = "# Room\n\n## Properties\n\n| Name | Type |\n|---|---|\n| beds | integer |\n";
  return apiOf({ "room-get.md": page, "room.md": room });
}

answers("a table of statuses says which type each of them answers", () => {
  const api = reading(`| Name | Type | Description |
|---|---|---|
| 200 OK | [Room](room.md) | The room. |
| 404 Not Found | [Fault](fault.md) | There is none. |`);
  const operation = operationOf(api);
  assert.is(answerOf(operation), "object object Room");
  assert.equal(operation.statuses, [200]);
});

answers("a status with several of a type answers a list", () => {
  const api = reading("| Name | Type |\n|---|---|\n| 200 OK | array of [Room](room.md) |");
  assert.is(answerOf(operationOf(api)), "list object Room");
});

answers("a table beside a sentence that names the type describes what is described elsewhere", () => {
  const api = reading(
    "Returns `200 OK` and a [room](room.md).\n\n| Field | Type |\n|---|---|\n| beds | integer |\n| view | string |",
  );
  assert.is(answerOf(operationOf(api)), "object object Room");
  assert.equal(
    api.types.map(({ name }) => name),
    ["Room"],
  );
  assert.equal(
    api.findings.filter(({ rule }) => rule === "unread-table").map(({ page }) => page),
    ["room-get.md"],
  );
});

const curl = `# Rooms

## Get room

Reads one room.

${fence("GET /rooms/:room_no", "plaintext")}

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`room_no\` | integer | Yes | Which room. |

${fence('curl --header "X-Key: k" "https://api.inn.example/v1/rooms/41"', "shell")}

Example response:

${fence('{"beds": 2}', "json")}

## Delete room

Closes one room.

${fence("DELETE /rooms/:room_no", "plaintext")}
`;

answers("the curl below a request line fills it in, and is the only example", () => {
  const api = apiOf({ "rooms.md": curl });
  assert.equal(
    api.operations.map(({ id, routes, examples }) => [
      id,
      routes.map(({ template }) => template),
      examples.map(({ request, call }) => [request.url, call !== undefined]),
    ]),
    [
      ["rooms#delete-room", ["/rooms/{roomNo}"], []],
      ["rooms#get-room", ["/rooms/{roomNo}"], [["https://api.inn.example/v1/rooms/41", true]]],
    ],
  );
  assert.equal(
    api.findings.filter(({ rule }) => rule === "example-untyped"),
    [],
  );
});

answers(
  "lines that show one or the other optional parameter are one route; titles without a verb are called by one",
  () => {
    const page = `# Loans

## List loans

${fence("GET /loans\nGET /loans?state=open\nGET /loans?reader=7", "plaintext")}

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`state\` | string | No | How they stand. |
| \`reader\` | integer | No | Whose they are. |

## Single loan

${fence("GET /loans/:loan_no", "plaintext")}

## New loan

${fence("POST /loans", "plaintext")}

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`copy\` | integer | Yes | Of which book. |
`;
    assert.equal(
      apiOf({ "loans.md": page }).operations.map(({ naming, routes }) => [
        `${naming.verb} ${naming.object}`,
        ...routes.map(({ template }) => template),
      ]),
      [
        ["list loans", "/loans?state={state}&reader={reader}"],
        ["create loan", "/loans"],
        ["get loan", "/loans/{loanNo}"],
      ],
    );
  },
);

answers.run();
