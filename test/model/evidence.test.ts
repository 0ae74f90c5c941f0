/** Why something is required, optional, read-only, nullable or the key: each decision with the line behind it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, exchange, json, operation, operationOf, propertyOf, resource, typeOf } from "./api-of.js";

const evidenceTests = suite("model/evidence");

const parcel = resource("parcel", {
  properties: ["|id|String|Its name.|", "|weight|Int32|In kilograms. Nullable.|", "|sent|Date|When. Read-only.|"],
  relationships: ["|stops|[stop](stop.md) collection|Where.|"],
  annotation: { keyProperty: "id", optionalProperties: ["weight"] },
  json: '{ "id": "String", "weight": 1, "sent": "Date" }',
});
const api = apiOf({
  "resources/parcel.md": parcel,
  "resources/stop.md": resource("stop", { properties: ["|place|String|Where. Key.|"] }),
  "api/parcel-update.md": operation({
    title: "Replace parcel",
    request: "PUT /depots/{depotId}/parcels?day={day}&at={hour}",
    query: "|Name|Type|Required|Description|\n|:--|:--|:--|:--|\n|day|Date|Yes|When.|\n|at|String|No|At what time.|",
    headers: ["|If-Match|Required. What it was.|", "|Prefer|What to answer.|"],
    body: "Supply the [parcel](../resources/parcel.md) properties.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|weight|Int32|Required. In kilograms.|\n|sent|Date|When.|\n|sealed|Boolean|Read-only.|",
    examples: [
      exchange({
        request: `${json("PUT /depots/d/parcels?day=2020-01-01", { weight: null, id: "p" })}`.replace(
          "\n",
          "\nX-Van: 7\n",
        ),
        response: "HTTP/1.1 204 No Content",
      }),
    ],
  }),
});

/** `about: because, line n` of a property. */
function told(path: string): readonly string[] {
  return propertyOf(api, path).evidence.map(({ about, because, place }) => `${about}: ${because}, line ${place.line}`);
}

evidenceTests("properties", () => {
  assert.equal(told("parcel.id"), [
    "type: the properties table says String, line 11",
    "required: it is the key: the annotation names it as keyProperty, line 23",
  ]);
  assert.equal(told("parcel.weight").slice(1), [
    "nullable: the description says that it can be null, line 12",
    "optional: the annotation lists it among the optional properties, line 12",
  ]);
  assert.equal(told("parcel.sent").slice(1), ["read-only: the description says that it is read-only, line 13"]);
  assert.equal(told("parcel.stops").slice(1), ["relationship: it stands in the table of relationships, line 19"]);
  assert.equal(told("stop.place").slice(1), ['required: it is the key: the description says "Key.", line 11']);
});

evidenceTests("the key of a type", () => {
  assert.equal(
    typeOf(api, "parcel").evidence?.map(({ about, because }) => [about, because]),
    [["key", "the annotation names it as keyProperty"]],
  );
});

evidenceTests("parameters, headers and body of an operation", () => {
  const { evidence = [] } = operationOf(api);
  assert.equal(
    evidence.map(({ of, about, because }) => `${of ?? ""} ${about}: ${because}`),
    [
      "where.depotId required: the request line has it",
      "where.day required: the request line has it",
      "where.at optional: its row says so",
      'header.If-Match required: the description says "Required"',
      "header.X-Van optional: only an example sends it",
      'body.weight required: the description says "Required"',
      "body.weight nullable: null in an example",
      "body.id optional: the table lacks it, an example sends it",
      "body.sent left out: the page of the type says that it is read-only, or the key",
      "body.sealed left out: the description says that it is read-only",
    ],
  );
});

evidenceTests.run();
