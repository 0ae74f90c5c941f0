/** Docs of a house that names what a permission is called, quotes values, and calls sections `API description` and `Request`. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, operationOf, typed, words } from "./api-of.js";

const company = suite("model/device-company");

const lock = `# Lock device API

**Applies to:**
- [Fleet Watch](https://fleet.example/)

## API description

Locks a device for everybody.

## Permissions

Permission type | Permission | Permission display name
:---|:---|:---
Application | Device.Lock | 'Lock devices'
Application | Device.Manage | 'Do anything with devices'
Delegated (work or school account) | Device.Lock | 'Lock devices'

## HTTP request

\`\`\`http
POST https://api.fleet.example/api/devices/{id}/lock
\`\`\`

## Request body

Parameter | Type | Description
:---|:---|:---
Comment | String | Why. **Required**.
Kind | String | How. Allowed values are: 'Full' or 'Screen'.

## Response

Returns 201 - Created and a [device action](deviceaction.md).

## Example

**Request**

\`\`\`http
POST https://api.fleet.example/api/devices/d41/lock
\`\`\`

\`\`\`json
{ "Comment": "It was lost.", "Kind": "Full" }
\`\`\`
`;

const action = `# DeviceAction resource type

## Properties

Property | Type | Description
:---|:---|:---
id | Guid | Its name.
state | Nullable Enum | How far it is. Possible values are: "Pending", "Done".
risk | Enum | Possible values are: Low, Medium and High.
note | String | It's told 'as is', and doesn't matter.
`;

const api = apiOf({ "api/lock-device.md": lock, "api/deviceaction.md": action });
const operation = operationOf(api);

company("a column whose cells name no permission beside one whose cells do holds words", () => {
  const work = { least: [["Device.Lock"]], higher: [] };
  const application = { least: [], higher: [["Device.Lock"], ["Device.Manage"]] };
  assert.equal(operation.permissions, [
    { delegatedWork: work, application, line: 12, lines: { delegatedWork: 16, application: 14 } },
  ]);
  assert.equal(
    api.findings.filter(({ rule }) => rule.startsWith("permission")),
    [],
  );
});

company("values stand in quotes where no value is code; of an enumeration also without them", () => {
  const { body } = operation;
  assert.equal(body?.kind === "json" && body.properties?.map(({ name, type }) => `${name}: ${words(type)}`), [
    "Comment: String",
    'Kind: "Full" | "Screen" | String',
  ]);
  assert.equal(typed(api, "deviceAction"), {
    id: "Guid",
    state: '"Pending" | "Done"',
    risk: '"Low" | "Medium" | "High"',
    note: "String",
  });
});

company("JSON right behind what is called a request is its body", () => {
  const [example] = apiOf({
    "api/lock-device.md": `${lock}\n**Response**\n\n\`\`\`http\nHTTP/1.1 201 Created\n\`\`\`\n`,
    "api/deviceaction.md": action,
  }).operations.flatMap(({ examples }) => examples);
  assert.equal(example?.request.body, {
    Comment: "It was lost.",
    Kind: "Full",
  });
});

company("a section that is called a description comes first in it", () => {
  const [first] = operation.description;
  assert.is(first?.kind === "text" && first.text, "Locks a device for everybody.");
});

company.run();
