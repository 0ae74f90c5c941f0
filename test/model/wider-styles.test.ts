/** Docs of houses whose pages are laid out in further ways: objects told of in sentences, overviews of calls, resources on guides. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, operationOf, typed } from "./api-of.js";
import { body, fence, parameters } from "./told.js";

const styles = suite("model/wider-styles");

const call = (method: string, path: string): string =>
  `## Request\n\n| Method | Request URI |\n|--|--|\n| ${method} | \`https://harbour.example/v1${path}\` |\n`;

const moor = `# Moor a boat

Moors a boat at a berth.

${call("POST", "/berths/{berthId}/moorings")}

### Request body

| Parameter | Type | Description | Required |
|--|--|--|--|
| boat | BoatIdentity | Which boat. | Yes |
| lines | list&lt;MooringLine&gt; | What holds it. | No |

The BoatIdentity object contains the following parameters.

| Parameter | Type | Description | Required |
|--|--|--|--|
| register | string | Where it is registered. | Yes |
| number | int | Its number there. | Yes |

Each MooringLine object has the following fields:

| Parameter | Type | Description |
|--|--|--|
| length | number | In metres. |

## Response

If successful, this method returns an empty response body.
`;

styles("a sentence above a table names the object whose members it lists", () => {
  const api = apiOf({ "moor-boat.md": moor });
  assert.is(body(api, "moor-boat"), "boat! object BoatIdentity, lines object MooringLine[]");
  assert.equal(typed(api, "BoatIdentity"), { register: "String", number: "Int32" });
  assert.equal(typed(api, "MooringLine"), { length: "Double" });
});

styles("a sentence about the message itself names no object", () => {
  const text = moor.replace("The BoatIdentity object", "The request object");
  const api = apiOf({ "moor-boat.md": text });
  assert.not.ok(api.types.some(({ name }) => name === "request" || name === "Request"));
});

const overview = `# Manage moorings

Use these methods to manage moorings.

| Method | URI | Description |
|--|--|--|
| POST | \`https://harbour.example/v1/berths/{berthId}/moorings\` | [Moor a boat](moor-boat.md) |

## Data resources

The methods use these resources.

### Mooring resource

This resource has the following values.

| Value | Type | Description |
|--|--|--|
| id | string | The key. |
| since | datetime | When it began. |
`;

styles("a table whose rows lead to the pages of calls lists them, and makes none", () => {
  const api = apiOf({ "moor-boat.md": moor, "manage-moorings.md": overview });
  assert.equal(
    api.operations.map(({ page }) => page),
    ["moor-boat.md"],
  );
  assert.equal(findingsOf(api), []);
});

styles("a table of values with types below a heading that names a resource describes it", () => {
  const api = apiOf({ "moor-boat.md": moor, "manage-moorings.md": overview });
  assert.equal(typed(api, "Mooring"), { id: "String", since: "DateTimeOffset" });
});

styles("a further word for a column of names", () => {
  for (const word of ["Key", "Column name", "Property (ID)", "Property ID", "Member"]) {
    const api = apiOf({
      "berth.md": `# Berth\n\nWhere boats lie.\n\n| ${word} | Data type | Description |\n|--|--|--|\n| depth | int | In metres. |\n`,
    });
    assert.equal(typed(api, "Berth"), { depth: "Int32" }, word);
  }
});

styles("parameters of the request's address have a section of that name", () => {
  const api = apiOf({
    "tide.md": `# Get the tide\n\nTells the tide.\n\n## HTTP request\n\n${fence("http", "GET /harbours/{id}/tide")}\n\n## Request URI parameters\n\n| Name | Type | Description |\n|--|--|--|\n| hours | Int32 | How many hours ahead. **Optional**. |\n\n## Response\n\nIf successful, this method returns \`200 OK\`.\n`,
  });
  assert.equal(parameters(api, "tide"), ["path harbourId! String", "query hours Int32"]);
  assert.is(operationOf(api, "tide").routes.length, 1);
});

const tide = (context: string, rest: string, status = "200 OK"): string =>
  `# Get the tide\n\nTells the tide.\n\n## HTTP request\n\n${fence("http", "GET /tides/now")}\n\n## Response\n\nIf successful, this method returns \`${status}\` with the tide in the response body.\n\n## Example\n\n${fence("http", "GET https://harbour.example/v1/tides/now")}\n\n${fence("http", `HTTP/1.1 ${status}\nContent-type: application/json\n\n{ "@odata.context": "https://harbour.example/v1/$metadata#${context}", ${rest} }`)}\n`;

styles("the context of an answer names its type, which the answer shows where no page describes it", () => {
  const api = apiOf({ "tide.md": tide("harbour.api.TideTable", '"height": 2.5, "rising": true') });
  assert.equal(operationOf(api, "tide").result, {
    kind: "object",
    type: { kind: "object", name: "harbour.api.TideTable" },
    unwrap: false,
  });
  assert.equal(typed(api, "harbour.api.TideTable"), { height: "Double", rising: "Boolean" });
  assert.ok(findingsOf(api).some((one) => one.startsWith("resource-missing")));
});

styles("a context that names a set means things of its kind", () => {
  const berth =
    "# Berth resource type\n\nA berth.\n\n## Properties\n\n|Property|Type|\n|--|--|\n|id|String|\n|depth|Int32|\n";
  for (const context of ["Berths/$entity", "harbour.api.Berth"]) {
    const api = apiOf({ "tide.md": tide(context, '"id": "b1", "free": true'), "berth.md": berth });
    assert.equal(operationOf(api, "tide").result, {
      kind: "object",
      type: { kind: "object", name: "berth" },
      unwrap: false,
    });
  }
});

styles("a set that no page tells of leaves the answer unknown", () => {
  const api = apiOf({ "tide.md": tide("Tides/$entity", '"height": 2.5') });
  assert.equal(operationOf(api, "tide").result, { kind: "object", type: { kind: "unknown" }, unwrap: false });
});

styles("the word in bold letters behind code says that a value must be there", () => {
  const text = moor.replace(
    "| Parameter | Type | Description | Required |\n|--|--|--|--|\n| boat | BoatIdentity | Which boat. | Yes |\n| lines | list&lt;MooringLine&gt; | What holds it. | No |",
    "| Parameter | Type | Description |\n|--|--|--|\n| since | String | When, e.g., `2024-05-01T10:00:00Z` **Required**. |\n| until | String | Until when, required for `long` **stays**. |",
  );
  assert.is(body(apiOf({ "moor-boat.md": text }), "moor-boat"), "since! String, until String");
});

styles("a title that speaks of the methods and properties of a thing names it", () => {
  const api = apiOf({
    "berth.md":
      "# Berth fee methods and properties\n\nWhat a berth costs.\n\n## Properties\n\n| Property ID | Data type | Description |\n|--|--|--|\n| amount | Decimal | How much. |\n",
  });
  assert.equal(typed(api, "BerthFee"), { amount: "Decimal" });
});

styles("a heading that calls what it names a complex type or a schema has its parameters as members", () => {
  const api = apiOf({
    "schemas.md":
      "# Schemas of the harbour\n\nWhat answers hold.\n\n## Harbour Base schema\n\n| **Parameter** | **Type** | **Mandatory?** | **Description** |\n|--|--|--|--|\n| berths | Edm.Int32 | No | How many. |\n\n### Complex Type Pilot\n\n| **Parameters** | **Type** | **Mandatory?** | **Description** |\n|--|--|--|--|\n| boat | Edm.String | No | How he comes. |\n",
  });
  assert.equal(typed(api, "HarbourBase"), { berths: "Int32" });
  assert.equal(typed(api, "Pilot"), { boat: "String" });
});

styles.run();
