/** Docs in styles of other systems: exports of wikis, one long page a resource. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, operationOf, typed, words } from "./api-of.js";
import { body, fence, parameters, scopes } from "./told.js";

const styles = suite("model/other-styles");

// an export of a wiki: bold lines for headings, tables in HTML, fences in braces

const wiki = apiOf({
  "list-barges.md": `# List barges

**Endpoint details**

<table>
<tr><th>Method</th><td>GET</td></tr>
<tr><th>URL</th><td><code>/rest/2/barges</code></td></tr>
<tr><th>Required permission</th><td><code>BARGE_READ</code></td></tr>
</table>

**Query parameters**

<table>
<tr><th>Name</th><th>Type</th><th>Mandatory</th><th>Description</th></tr>
<tr><td>canal</td><td>string</td><td>Yes</td><td>Where they are. One of <code>EAST</code> or <code>WEST</code>.</td></tr>
<tr><td>startAt</td><td>integer</td><td>No</td><td>How many to leave out.</td></tr>
</table>

**Sample request**

{code:bash}
curl "https://canals.example/rest/2/barges?canal=EAST"
{code}

**Sample response**

{code:title=Answer|json}
{ "startAt": 0, "total": 2, "barges": [{ "id": 7, "name": null, "berth": { "pier": 3, "side": "left" } }] }
{code}
`,
  "move-barge.md": `# Move barge

**Endpoint details**

Method: PUT

URL: \`/rest/2/barges/{bargeId}/berth\`

**Request body**

| Field | Type | Mandatory | Description |
|---|---|---|---|
| pier | integer | Yes | The pier. |

**Response codes**

| Code | Meaning |
|---|---|
| 204 | It lies there. |
`,
  "model.md": `# Barge data model

**Barge**

| Field | Type | Nullable | Description |
|---|---|---|---|
| id | integer | No | Its number. |
| name | string | Yes | What it is called. |
| berth | Berth | Yes | Where it lies. |

**Berth**

| Field | Type | Nullable | Description |
|---|---|---|---|
| pier | integer | No | The pier. |
| side | string | No | The side of it. |
`,
});

styles("a request stands in the cells of an HTML table, or in lines with a label each", () => {
  assert.equal(
    wiki.operations.map(({ id, method, routes }) => `${id}: ${method} ${routes[0]?.template}`),
    [
      "list-barges: GET /rest/2/barges?canal={canal}&startAt={startAt}",
      "move-barge: PUT /rest/2/barges/{bargeId}/berth",
    ],
  );
});

styles("columns may be called Mandatory and Nullable, and a row tells the permission", () => {
  assert.equal(parameters(wiki, "list-barges"), ['query canal! "EAST" | "WEST" | String', "query startAt Int32"]);
  assert.is(body(wiki, "move-barge"), "pier! Int32");
  assert.equal(scopes(wiki, "list-barges"), [[[["BARGE_READ"]], [["BARGE_READ"]]]]);
  assert.equal(
    wiki.types.flatMap(({ properties }) => properties.map(({ name, nullable }) => `${name} ${nullable}`)),
    ["id false", "name true", "berth true", "pier false", "side false"],
  );
});

styles("on a page without headings, bold names above tables of members are types", () => {
  assert.equal(typed(wiki, "Barge"), { id: "Int32", name: "String", berth: "object Berth" });
});

styles("braces are fences; a list that counts what comes before is followed by that count", () => {
  const { result, examples } = operationOf(wiki, "list-barges");
  assert.equal(
    examples.map(({ request, response }) => [request.url, response?.status]),
    [["https://canals.example/rest/2/barges?canal=EAST", 200]],
  );
  assert.equal(result.kind === "list" && [words(result.type), result.house], [
    "object Barge",
    { items: "barges", pages: "total", send: "startAt", offset: true, count: "total" },
  ]);
});

// one long page: quoted requests, members in paragraphs, statuses for headings, forms

const pass = { id: "p1", zone: "inner", ends_at: 1700000000 };
const tram = apiOf({
  "passes.md": `# Passes

## The pass object

\`id\` (string): Its number.

\`zone\` (enum): One of \`inner\` or \`outer\`.

\`ends_at\` (timestamp or null): When it ends.

## Create a pass

> POST /v3/passes

**Form parameters**

\`zone\` (enum, required): One of \`inner\` or \`outer\`.

\`renews\` (boolean, optional): Whether it renews itself.

**Request**

${fence("", "curl https://trams.example/v3/passes -d zone=inner -d renews=true")}

**200**

${fence("json", JSON.stringify(pass))}

**400**

${fence("json", '{ "error": { "code": "zone", "message": "No such zone" } }')}

## List passes

> \`GET /v3/passes\`

**Query parameters**

\`starting_after\` (string, optional): The id of the last pass of the page before.

**Request**

${fence("", "curl -G https://trams.example/v3/passes -d starting_after=p0")}

**200**

${fence("json", JSON.stringify({ has_more: true, data: [pass] }))}

## Cancel a pass

> \`DELETE /v3/passes/{pass_id}\`

**Request**

${fence("", "curl -X DELETE https://trams.example/v3/passes/p1")}

**204**

Nothing.
`,
});

styles("a request may be quoted, and a member have a paragraph of its own", () => {
  assert.equal(
    tram.operations.map(({ method, routes }) => `${method} ${routes[0]?.template}`),
    ["DELETE /passes/{passId}", "POST /passes", "GET /passes?starting_after={startingAfter}"],
  );
  assert.equal(typed(tram, "pass"), { id: "String", zone: '"inner" | "outer"', ends_at: "Int64" });
});

styles("fields of a form are members of what is sent", () => {
  const { body: sent, examples } = operationOf(tram, "passes#create-a-pass");
  assert.is(sent?.kind === "json" && sent.contentType, "application/x-www-form-urlencoded");
  assert.is(body(tram, "passes#create-a-pass"), 'zone! "inner" | "outer", renews Boolean');
  assert.equal(
    examples.map(({ request, response, untyped }) => [request.text, response?.status, untyped]),
    [
      ["zone=inner&renews=true", 200, []],
      ["zone=inner&renews=true", 400, []],
    ],
  );
});

styles("a heading that is a status heads that answer, be there a body or not", () => {
  const { result, statuses, examples } = operationOf(tram, "passes#cancel-a-pass");
  assert.equal([result.kind, statuses, examples.map(({ response }) => response?.status)], ["none", [204], [204]]);
});

styles("a list goes on behind its last item", () => {
  const { result } = operationOf(tram, "passes#list-passes");
  assert.equal(result.kind === "list" && result.house, {
    items: "data",
    pages: "has_more",
    send: "starting_after",
    last: "id",
  });
});

styles.run();
