/** Docs of companies that know nothing of each other: definitions beside each call, lists of members within members, labels in front of what they head. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, enumOf, findingsOf, operationOf, typed, words, type Pages } from "./api-of.js";
import type { Api } from "../../generator/model/api.js";

const companies = suite("model/further-companies");

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;
const shown = (value: unknown): string => fence("json", JSON.stringify(value, null, 2));

const body = (api: Api, id: string): string => {
  const { body: sent } = operationOf(api, id);
  if (sent?.kind !== "json") return sent?.kind ?? "none";
  const names = (sent.properties ?? []).map(
    ({ name, required, type }) => `${name}${required ? "!" : ""} ${words(type)}`,
  );
  return names.join(", ");
};

const result = (api: Api, id: string): string => {
  const { result: answer } = operationOf(api, id);
  return `${answer.kind} of ${words("type" in answer ? answer.type : undefined)}`;
};

const silo = `# Silos - List By Harbour

${fence("http", "GET https://grain.example/harbours/{harbourName}/silos")}

## URI Parameters

| Name | In | Required | Type | Description |
| --- | --- | --- | --- | --- |
| harbourName | path | True | string | The harbour. |
| full | query | | boolean | Only full ones. |
| most | query | | integer (int64) | No more than these. |

## Responses

| Name | Type | Description |
| --- | --- | --- |
| 200 OK | [SiloPage](#silopage) | The silos. |

## Examples

#### Sample request

${fence("http", "GET https://grain.example/harbours/north/silos")}

#### Sample response

Status code: 200

${shown({ value: [{ name: "s1", content: { grain: "Rye", tons: 4.5 } }], nextLink: "https://grain.example/harbours/north/silos?skip=1" })}

## Definitions

| Name | Description |
| --- | --- |
| [Silo](#silo) | A silo. |

### Silo

| Name | Type | Description |
| --- | --- | --- |
| name | string | Its name. |
| content.grain | [Grain](#grain) | What is in it. |
| content.tons | number (double) | How much. |
| built | string (date-time) | When. |

### SiloPage

| Name | Type | Description |
| --- | --- | --- |
| value | [Silo](#silo)[] | The silos. |
| nextLink | string | Where it goes on. |

### Grain

| Value | Description |
| --- | --- |
| Rye | Dark. |
| Oats | Light. |
`;

const locking = `# Silos - Lock

${fence("http", "POST https://grain.example/silos/{siloName}/lock")}

## Request Body

| Name | Required | Type | Description |
| --- | --- | --- | --- |
| target.lorry | True | string | Which lorry. |
| target.dock | | integer | Which dock. |

## Responses

| Name | Type | Description |
| --- | --- | --- |
| 204 No Content | | Done. |
`;

const grain = apiOf({ "silos/list.md": silo, "silos/lock.md": locking });

companies(
  "what stands below Definitions are types and enumerations; a name with dots is a member of what its beginning names",
  () => {
    assert.equal(typed(grain, "Silo"), { name: "String", content: "object SiloContent", built: "DateTimeOffset" });
    assert.equal(typed(grain, "SiloContent"), { grain: "enum Grain", tons: "Double" });
    assert.equal(
      enumOf(grain, "Grain").members.map(({ name }) => name),
      ["Rye", "Oats"],
    );
    assert.is(body(grain, "lock"), "target object LockBodyTarget");
    assert.equal(typed(grain, "LockBodyTarget"), { lorry: "String", dock: "Int32" });
  },
);

companies("a list that leads on by a name of its own is read by that name, and is of what its items are", () => {
  assert.is(result(grain, "list"), "list of object Silo");
  assert.equal(grain.envelope, { items: "value", next: "nextLink" });
});

companies("a column says where parameters are sent; a status without a type answers nothing", () => {
  assert.equal(
    operationOf(grain, "list").parameters.map(({ name, in: place, required, type }) =>
      [name, place, required, words(type)].join(" "),
    ),
    ["harbourName path true String", "full query false Boolean", "most query false Int64"],
  );
  assert.is(operationOf(grain, "lock").result.kind, "none");
});

companies("titles that say first what they are about name the function by what is done to it", () => {
  assert.equal(
    grain.operations.map(({ id, naming }) => `${id}: ${naming.verb} ${naming.object}`),
    ["list: list silos", "lock: lock silo"],
  );
});

const shop = `# Kites

## Object: Kite

### Attributes

- \`id\` *string* — Its number.
- \`colour\` *enum* — What it looks like.
  - \`red\` — Warm.
  - \`blue\` — Cold.
- \`tail\` *nullable object* — What hangs on it.
  - \`length\` *integer* — In metres.
  - \`bows\` *array of strings*

## POST /v2/kites

Makes a kite.

### Parameters

- \`colour\` *enum*, **required** — \`red\` or \`blue\`.
- \`flyers\` (array of objects): Who holds it.
  - \`name\` (string, required): The name.

### Returns

A [Kite](#object-kite).

## GET /v2/kites/:id/flights

The flights of a kite.

### Parameters

| Name | Type | Description |
| --- | --- | --- |
| \`from\` | date | Only later ones. |
| \`wind\` | string | Only with such wind. |

### Response 200

${shown([{ number: 1, height: 20.5, calm: false }])}

### Response 404

${shown({ error: { code: "gone", message: "It flew away." } })}

## GET /v2/flights/:number

### Response

${fence("", "Status: 200 OK")}

${shown({ number: 1, height: 20.5, calm: false, day: "2021-05-01" })}
`;

const kites = apiOf({ "kites.md": shop });

companies("lists say types in many ways, and within an item what its thing has or which values it takes", () => {
  assert.equal(typed(kites, "Kite"), { id: "String", colour: '"red" | "blue"', tail: "object KiteTail" });
  assert.equal(typed(kites, "KiteTail"), { length: "Int32", bows: "String[]" });
  assert.is(body(kites, "kites#post-v2kites"), 'colour! "red" | "blue", flyers object PostV2kitesBodyFlyers[]');
});

companies("more rows than the path has placeholders are parameters of the query", () => {
  assert.is(
    operationOf(kites, "kites#get-v2kitesidflights").routes[0]?.template,
    "/kites/{kiteId}/flights?from={from}&wind={wind}",
  );
});

companies(
  "what several answers show alike is a type, and so named; an answer of its own status is an example of its own",
  () => {
    assert.is(result(kites, "kites#get-v2flightsnumber"), "object of object Flight");
    assert.is(result(kites, "kites#get-v2kitesidflights"), "object of object Flight[]");
    assert.equal(
      operationOf(kites, "kites#get-v2kitesidflights").examples.map(({ response }) => response?.status),
      [200, 404],
    );
  },
);

companies("one answer alone makes no type", () => {
  const lonely: Pages = { "kites.md": shop.slice(0, shop.indexOf("## GET /v2/flights")) };
  assert.is(result(apiOf(lonely), "kites#get-v2kitesidflights"), "object of unknown[]");
});

companies("headings that are requests name functions by method and path", () => {
  assert.equal(
    kites.operations.map(({ naming }) => `${naming.verb} ${naming.object}`),
    ["get flight", "list flights", "create kite"],
  );
});

const rooms = `# Rooms

## Room

| Field | Type | Description |
| --- | --- | --- |
| id | string | Its number. |
| seats | uint32 | How many. |

## List rooms

**Request:** \`GET /rooms\`

**Scope:** \`rooms:read\`

**Query parameters**

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| cursor | string | no | \`next_cursor\` of the page before |

**Response:** \`200 OK\`

${shown({ rooms: [{ id: "r1", seats: 4 }], next_cursor: "abc" })}

## Open a room

**Request:** \`POST /rooms\`

**Body**

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| seats | integer | yes | How many. |

${shown({ seats: 4 })}

**Response:** \`201 Created\`, a [Room](#room)

${shown({ id: "r1", seats: 4 })}
`;

const lock = `# rooms.lock

## Facts

| | |
| --- | --- |
| **Method URL** | \`https://rooms.example/api/rooms.lock\` |
| **HTTP method** | \`POST\` |

## Response

${shown({ ok: true })}
`;

const house = apiOf({ "rooms.md": rooms, "lock.md": lock });

companies("a label may stand in front of what it heads, and a request in the rows of a table", () => {
  assert.equal(
    house.operations.map(({ id, method, routes }) => `${id}: ${method} ${routes[0]?.template}`),
    ["lock: POST /api/rooms.lock", "rooms#list-rooms: GET /rooms?cursor={cursor}", "rooms#open-a-room: POST /rooms"],
  );
  assert.is(result(house, "rooms#open-a-room"), "object of object Room");
});

companies("JSON in the section on the body is what the one request sends", () => {
  assert.equal(
    operationOf(house, "rooms#open-a-room").examples.map(({ request, response }) => [request.body, response?.status]),
    [[{ seats: 4 }, 201]],
  );
});

companies("a list may call its items as what they are", () => {
  const { result: rooms } = operationOf(house, "rooms#list-rooms");
  assert.equal(rooms.kind === "list" && rooms.house, { items: "rooms", next: "next_cursor", send: "cursor" });
});

companies("where few pages name scopes, the others need none", () => {
  assert.equal(
    findingsOf(house).filter((told) => told.startsWith("permissions")),
    [],
  );
});

companies.run();
