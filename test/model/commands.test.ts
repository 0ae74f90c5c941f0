/** Docs that show calls by commands: a page has several operations, each with its command and the JSON that it answers. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, operationOf, typed, words } from "./api-of.js";
import { body, fence, parameters, scopes } from "./told.js";

const commands = suite("model/commands");

const lamp = { id: 7, label: "Hall", lit: false };
const shown = (value: unknown): string => fence("json", JSON.stringify(value, null, 2));

// groups of operations, a plain fence each, tables below a word with a colon, words on who may call beside them

const lamps = apiOf({
  "lamps.md": `---
title: Lamps API
---

## Permissions and security

Only keepers may call these.

## List all lamps

${fence("plaintext", "GET /lamps")}

Parameters:

| Attribute | Type | Required | Description |
| --- | --- | --- | --- |
| \`lit\` | boolean | No | Only such. |

Example request:

${fence("shell", 'curl --header "LAMP-KEY: <your_key>" "https://lamps.example/api/lamps"')}

Example response:

${shown([lamp])}

## House lamps

### Fit a house lamp

${fence("plaintext", "POST /houses/:id/lamps")}

| Attribute | Type | Required | Description |
| --- | --- | --- | --- |
| \`id\` | integer | Yes | The house. |
| \`label\` | string | Yes | What it is called. |

${fence("shell", `curl --request POST --header "Content-Type: application/json" --data '{"label": "Hall"}' "https://lamps.example/api/houses/3/lamps"`)}

${shown(lamp)}

### Dim a house lamp

${fence("plaintext", "POST /houses/:id/lamps/:lamp_id/dim")}

| Attribute | Type | Required | Description |
| --- | --- | --- | --- |
| \`id\` | integer | Yes | The house. |
| \`lamp_id\` | integer | Yes | The lamp. |

If successful, returns \`200\` and the following attributes:

| Attribute | Type | Description |
| --- | --- | --- |
| \`level\` | integer | How bright it is. |
| \`until\` | date | Until when. |
`,
});

commands("headings below headings divide a page, whatever it says of all its operations", () => {
  assert.equal(
    lamps.operations.map(({ method, routes }) => `${method} ${routes[0]?.template}`),
    ["POST /houses/{houseId}/lamps/{lampId}/dim", "POST /houses/{houseId}/lamps", "GET /lamps?lit={lit}"],
  );
});

commands("a command and the JSON behind it are an example without any word for it", () => {
  const fit = operationOf(lamps, "lamps#fit-a-house-lamp");
  assert.equal(
    fit.examples.map(({ request, response }) => [request.url, response?.status]),
    [["https://lamps.example/api/houses/3/lamps", 200]],
  );
  assert.is(body(lamps, "lamps#fit-a-house-lamp"), "label! String");
});

commands("a table behind a sentence on the answer lists what is answered", () => {
  const { result, body: sent } = operationOf(lamps, "lamps#dim-a-house-lamp");
  assert.is(sent, undefined);
  assert.is(result.kind === "object" && words(result.type), "object DimHouseLampResult");
  assert.equal(typed(lamps, "DimHouseLampResult"), { level: "Int32", until: "Date" });
});

// lists below words with a colon; a key and an id of the request in headers; scopes in sentences

const kiln = apiOf({
  "readme.md": `# Kiln API

All addresses are relative to \`https://kiln.example/v1\`.

## Authentication

${fence("sh", 'curl https://kiln.example/v1/pots -H "X-Kiln-Key: k1"')}

## Errors

${shown({ error: { reason: "cold", message: "The kiln is cold" } })}
`,
  "pots.md": `# Pots

## The pot object

| Attribute | Type | Description |
| --- | --- | --- |
| \`id\` | string | Its id. |
| \`state\` | [PotState](#potstate) | How it is. |

## PotState

| Value | Meaning |
| --- | --- |
| \`wet\` | Just made. |
| \`fired\` | Done. |

## List pots [GET /pots]

Lists pots. Requires \`pots:read\`.

Query parameters:

- \`state\` (string, optional) – One of \`wet\`, \`fired\`.
- \`shelf\` – On which shelf.

## Make a pot

\`POST /pots\`

Requires the \`pots.write\` permission.

Headers:

- \`Firing-Key\` (string, required) – Said once.

Body:

- \`state\` ([PotState](#potstate), required) – How it is.
- \`maker\` (object) – Who made it.
  - \`name\` (string, required) – What they are called.

Returns \`201 Created\` and the [pot](#the-pot-object).

${fence("sh", `curl -X POST https://kiln.example/v1/pots -H "Firing-Key: f1" -H "Content-Type: application/json" -d '{ "state": "wet" }'`)}

${shown({ id: "p1", state: "wet" })}

## Break a pot

\`DELETE /pots/:pot_id\`

No scope is needed.

Returns \`204 No Content\`.

${fence("sh", "curl -X DELETE https://kiln.example/v1/pots/p1")}
`,
});

commands("lists below words with a colon are parameters, headers and bodies", () => {
  assert.equal(parameters(kiln, "pots#list-pots-get-pots"), ["query state enum PotState", "query shelf String"]);
  assert.is(body(kiln, "pots#make-a-pot"), "state! enum PotState, maker object MakePotBodyMaker");
  assert.equal(
    operationOf(kiln, "pots#make-a-pot").headers.map(({ name, required }) => [name, required]),
    [["Firing-Key", true]],
  );
});

commands("a sentence tells the scope", () => {
  const each = (name: string): unknown => scopes(kiln, `pots#${name}`)[0];
  assert.equal(each("list-pots-get-pots"), [[["pots:read"]], [["pots:read"]]]);
  assert.equal(each("make-a-pot"), [[["pots.write"]], [["pots.write"]]]);
  assert.is(each("break-a-pot"), undefined);
});

commands("a command that calls what the page describes is an example, though nothing is answered", () => {
  assert.equal(
    operationOf(kiln, "pots#break-a-pot").examples.map(({ request }) => request.url),
    ["https://kiln.example/v1/pots/p1"],
  );
});

commands("a heading called like a type, above values, is an enumeration", () => {
  assert.equal(
    kiln.enums.map(({ name, members }) => [name, members.map((member) => member.name)]),
    [["PotState", ["wet", "fired"]]],
  );
  assert.equal(typed(kiln, "pot"), { id: "String", state: "enum PotState" });
});

commands("a title with its request in brackets is called as its words", () => {
  assert.equal(
    kiln.operations.map(({ naming }) => `${naming.verb} ${naming.object}`),
    ["delete pot", "list pots", "make pot"],
  );
});

commands("a section of a guide tells how errors look, and its commands only illustrate", () => {
  assert.equal(kiln.errorBody, { at: "error", isList: false, message: "message", code: "reason" });
  assert.equal(
    findingsOf(kiln).filter((told) => !told.includes("status-line")),
    [],
  );
});

// commands first, words that lead to the answer, and the request below a heading

const keys = apiOf({
  "index.md": `# Keys

## Get a Key

${fence("shell", 'curl "https://keys.example/api/keys/2"\n  -H "Authorization: secret"')}

> The above command returns JSON structured like this:

${shown({ id: 2, teeth: 5 })}

This endpoint retrieves a key.

### HTTP Request

\`GET https://keys.example/api/keys/<ID>\`

### URL Parameters

Parameter | Description
--------- | -----------
ID | The key

## Cut a Key

### HTTP Request

\`POST https://keys.example/api/keys\`

### POST Parameters

Parameter | Type
--------- | ----
teeth? | integer
blank | string
`,
});

commands("words lead from a command to what it answers", () => {
  assert.equal(
    operationOf(keys, "index#get-a-key").examples.map(({ response }) => [response?.status, response?.body]),
    [[200, { id: 2, teeth: 5 }]],
  );
});

commands("a mark of question behind a name is one of what may be left out", () => {
  assert.is(body(keys, "index#cut-a-key"), "teeth Int32, blank! String");
});

// anchors in headings, statuses with a fence or a heading of their own

const rope = { id: 4, strands: 3 };
const ropes = apiOf({
  "ropes.md": `# Ropes

## Lay a rope {#lay}

    POST /ropes

Request:

    POST https://ropes.example/ropes
    Content-Type: application/json

    { "strands": 3 }

Response:

    201 Created

${shown(rope)}

## Show a rope {#show}

    GET /ropes/:id

### Response

#### 200: OK

${shown(rope)}

#### 404: Not found

${shown({ error: "gone" })}
`,
});

commands("an anchor that the writer chose is no word of the heading", () => {
  assert.equal(
    ropes.operations.map(({ id, naming }) => `${id} ${naming.verb} ${naming.object}`),
    ["ropes#lay-a-rope create rope", "ropes#show-a-rope show rope"],
  );
});

commands("a status stands in a fence of its own, or in a heading behind a colon", () => {
  assert.equal(
    ropes.operations.map(({ examples }) => examples.map(({ response }) => [response?.status, response?.body])),
    [
      [[201, rope]],
      [
        [200, rope],
        [404, { error: "gone" }],
      ],
    ],
  );
});

// an address that is no version, in bold, and a file

const posts = apiOf({
  "start.md": `# Getting started

The Post API is served from **https://api.posts.example/2024**.
`,
  "post.md": `# Posts

## Show a post

${fence("", "GET /posts/:id")}

#### Returns

| Field | Type | Description |
| --- | --- | --- |
| \`marks\` | object of strings | Whatever. |
| \`raised\` | date and time | When it was put up. |

${fence("sh", "curl https://api.posts.example/2024/posts/4")}

${shown({ marks: { wood: "oak" }, raised: "2024-01-01T00:00:00Z" })}

## Draw a post

${fence("", "GET /posts/:id/drawing")}

#### Returns

The drawing (\`application/pdf\`).

${fence("sh", "curl https://api.posts.example/2024/posts/4/drawing")}
`,
});

commands("a sentence that says from where an API is served names its address, whatever its path", () => {
  assert.is(posts.baseUrl, "https://api.posts.example/2024");
  assert.equal(
    findingsOf(posts).filter((told) => told.includes("example-url")),
    [],
  );
});

commands("objects of strings are maps, and a media type is that of a file", () => {
  const [shownPost] = posts.types;
  assert.equal(
    shownPost?.properties.map(({ name, type }) => `${name} ${type.kind}`),
    ["marks map", "raised scalar"],
  );
  assert.is(operationOf(posts, "post#draw-a-post").result.kind, "stream");
});

commands.run();
