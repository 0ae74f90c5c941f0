/** Docs as reference hubs publish them, and near Graph's style in other words. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, typed } from "./api-of.js";
import { body, fence, parameters, scopes } from "./told.js";

const styles = suite("model/hub-styles");

// a reference hub: the title in front matter, sections of level 1, tabs of code with titles

const hub = apiOf({
  "get-order.md": `---
title: Retrieve an order
---

\`GET https://bakery.example/v1/orders/{order_id}\`

# Path Params

| Parameter | Default | Description |
|:--|:--|:--|
| order_id<br>*required* | | integer. Its number. |

# Query Params

| Parameter | Default | Description |
|:--|:--|:--|
| photos | false | boolean. Photos as well. |

${fence("shell curl", "curl https://bakery.example/v1/orders/81?photos=True")}

${fence("json 200 - OK", '{ "id": 81, "loaves": [] }')}

${fence("json 404 - Not found", '{ "code": "none", "detail": "No such order" }')}
`,
  "create-order.md": `---
title: Create an order
---

\`POST https://bakery.example/v1/orders\`

# Body Params

| Parameter | Default | Description |
|:--|:--|:--|
| loaves<br>*required* | | array of objects. What to bake. |
| loaves[].sort<br>*required* | | string. Which bread. |
| loaves[].count | 1 | integer. How many. |

${fence("shell curl", `curl https://bakery.example/v1/orders -H "Content-Type: application/json" -d '{"loaves":[{"sort":"rye"}]}'`)}

${fence("text 202 - Accepted", "")}
`,
});

styles("the title stands in front matter, and types and marks within other cells", () => {
  assert.equal(parameters(hub, "get-order"), ["path orderId! Int32", "query photos Boolean"]);
  assert.is(body(hub, "create-order"), "loaves! object CreateOrderBodyLoaves[]");
  assert.equal(typed(hub, "CreateOrderBodyLoaves"), { sort: "String", count: "Int32" });
  assert.equal(
    hub.operations.map(({ naming }) => `${naming.verb} ${naming.object}`),
    ["create order", "retrieve order"],
  );
});

styles("a title of a fence is the status of its answer; True is true", () => {
  assert.equal(
    hub.operations.map(({ examples }) => examples.map(({ response, untyped }) => [response?.status, untyped])),
    [
      [[202, []]],
      [
        [200, []],
        [404, []],
      ],
    ],
  );
  assert.equal(
    findingsOf(hub).filter((told) => !/^(?:resource-missing|convention)/.test(told)),
    [],
  );
});

// near Graph's style, in other words

const beacons = apiOf({
  "api/beacon-ignite.md": `# beacon: ignite

Namespace: harbour.lights

## Prerequisites

| Kind of access | API scopes |
|:--|:--|
| Role (signed-in user) | Beacon.Light |
| App | Beacon.Light.All |

## HTTP syntax

${fence("http", "POST {{baseUrl}}/beacons/{beacon-id}/ignite")}

## Path variables

| Variable | Type | Description |
|:--|:--|:--|
| beacon-id | Int32 | Its number. |

## Return value

If successful, this call returns \`200 OK\` and the [beacon](../resources/beacon.md) in the response body.
`,
  "resources/beacon.md": `# beacon resource type

Namespace: harbour.lights

## Properties

| Property | Type | Description |
|:--|:--|:--|
| id | Int32 | Its number. |

## Links

| Link | Type | Description |
|:--|:--|:--|
| lamps | Collection of [lamp](lamp.md) | What burns in it. |
`,
  "resources/lamp.md": `# lamp resource type

Namespace: harbour.lights

## Properties

| Property | Type | Description |
|:--|:--|:--|
| watts | Int32 | How bright it is. |
`,
});

styles("other words for the same sections; the root namespace is that of the pages", () => {
  assert.equal(parameters(beacons, "beacon-ignite"), ["path beaconId! Int32"]);
  assert.equal(scopes(beacons, "beacon-ignite"), [[[["Beacon.Light"]], [["Beacon.Light.All"]]]]);
  assert.is(beacons.rootNamespace, "harbour.lights");
  assert.equal(typed(beacons, "harbour.lights.beacon"), { id: "Int32", lamps: "object harbour.lights.lamp[]" });
});

styles("types of pages that name no namespace are in none", () => {
  const plain = apiOf({
    "resources/lamp.md": "# lamp resource type\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n|watts|Int32|",
  });
  assert.equal([plain.dialect, plain.rootNamespace, plain.types.map(({ name }) => name)], ["graph", "", ["lamp"]]);
});

styles("below Definitions, strings that are called otherwise than members are values", () => {
  const api = apiOf({
    "lock.md": `# Lock - Close

${fence("http", "POST https://locks.example/locks/{name}/close")}

## Request Body

| Name | Type | Description |
| --- | --- | --- |
| speed | [Speed](#speed) | How fast. |

## Responses

| Name | Type | Description |
| --- | --- | --- |
| 200 OK | [Lock](#lock) | It is closed. |

## Definitions

### Lock

| Name | Type | Description |
| --- | --- | --- |
| level | integer | Of the water. |

### Speed

| Name | Type | Description |
| --- | --- | --- |
| Fast | string | With waves. |
| Slow | string | Without. |
`,
  });
  assert.equal(
    [api.types.map(({ name }) => name), api.enums.map(({ name, members }) => [name, members.map((one) => one.name)])],
    [["Lock"], [["Speed", ["Fast", "Slow"]]]],
  );
  assert.is(body(api, "lock"), "speed enum Speed");
});

styles("a version that few calls have is not the base of all", () => {
  const call = (target: string): string => `# Get it

## HTTP request

${fence("http", `GET https://tides.example${target}`)}
`;
  const paths = ["/seas", "/moons", "/harbours", "/tables"];
  const few = Object.fromEntries([...paths, "/v2/winds"].map((path) => [`get-${path.slice(-5)}.md`, call(path)]));
  assert.is(apiOf(few).baseUrl, "https://tides.example");
  const all = Object.fromEntries(paths.map((path) => [`get-${path.slice(1)}.md`, call(`/v2${path}`)]));
  assert.is(apiOf({ ...all, "get-winds.md": call("/winds") }).baseUrl, "https://tides.example/v2");
});

styles.run();
