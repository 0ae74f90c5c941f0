/** What an operation sends. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Operation, RequestBody } from "../../generator/model/api.js";
import { apiOf, exchange, json, operation, operationOf, resource, words, type OperationParts } from "./api-of.js";

const name = suite("model/request-body");

const table = (...rows: readonly string[]): string =>
  ["|Property|Type|Description|", "|:--|:--|:--|", ...rows].join("\n");
const pages = {
  "resources/parcel.md": resource("parcel", {
    properties: [
      "|id|String|Its name. Read-only.|",
      "|weight|Int32|In kilograms.|",
      "|pace|[pace](#pace-values)|How fast.|",
      "|sent|DateTimeOffset|When. Read-only.|",
    ],
    relationships: ["|labels|[parcel](parcel.md) collection|What is on it.|"],
    annotation: { keyProperty: "id" },
    rest: "### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|",
  }),
};

function read(parts: OperationParts): Operation {
  return operationOf(
    apiOf({
      ...pages,
      "api/parcel-post.md": operation({
        title: "Create parcel",
        request: "POST /parcels",
        response: "If successful, this method returns a `201 Created` response code.",
        ...parts,
      }),
    }),
  );
}

/** The body in short: its kind, the type it stands for, its properties with `!` for required ones. */
function shown(body: RequestBody | undefined): readonly unknown[] {
  if (body?.kind !== "json") return [body?.kind ?? "nothing"];
  const properties = body.properties?.map(
    (property) => `${property.name}${property.required ? "!" : ""}: ${words(property.type)}`,
  );
  return [`${body.partial ? "part of " : ""}${words(body.of)}`, properties];
}

const none: readonly string[] = [
  "Do not supply a request body for this method.",
  "Don't supply a request body for this method.",
  "No request body is required.",
  "This operation has no request content.",
  "This API does not require any request body.",
];

for (const text of none) name(`nothing: ${text}`, () => assert.equal(shown(read({ body: text }).body), ["nothing"]));

name("a call that reads has no body, whatever the page says", () => {
  const body = `Supply these properties.\n\n${table("|weight|Int32|In kilograms.|")}`;
  assert.is(read({ request: "GET /parcels", body }).body, undefined);
});

name("no section, no example: nothing", () => assert.is(read({}).body, undefined));

name("a representation of a type without a table: the type itself", () => {
  const body = "In the request body, supply a JSON representation of a [parcel](../resources/parcel.md) object.";
  assert.equal(shown(read({ body }).body), ["object parcel", undefined]);
});

name("the table tells the properties; what nobody can set is left out", () => {
  const body = `In the request body, supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table(
    "|id|String|Its name.|",
    "|weight|Int32|In kilograms. Required.|",
    "|sent|DateTimeOffset|When.|",
    "|note|String|What the courier should know.|",
    "|code|String|Made by the depot. Read-only.|",
  )}`;
  assert.equal(shown(read({ body }).body), ["object parcel", ["weight!: Int32", "note: String"]]);
});

name("what an example sends can be set", () => {
  const body = `Supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table("|id|String|Its name.|")}`;
  const examples = [
    exchange({ request: json("POST /parcels", { id: "p-1", weight: 3 }), response: "HTTP/1.1 201 Created" }),
  ];
  assert.equal(shown(read({ body, examples }).body), ["object parcel", ["id: String", "weight: Int32"]]);
});

name("a table of the required properties only: the type's other writable ones are optional", () => {
  const body = `Supply a JSON representation of a [parcel](../resources/parcel.md) object. These properties are required.\n\n${table("|weight|Int32|In kilograms. Required.|")}`;
  assert.equal(shown(read({ body }).body), ["object parcel", ["weight!: Int32", "pace: enum pace"]]);
});

name("an update sends what changes: nothing is required", () => {
  const body = `Supply the values for the fields that should be updated.\n\n${table("|weight|Int32|In kilograms. Required.|")}`;
  const update = { title: "Update parcel", request: "PATCH /parcels/{id}", body };
  const text =
    "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.";
  assert.equal(shown(read({ ...update, response: text }).body), ["part of object parcel", ["weight: Int32"]]);
});

name("the parameters of an action stand for no type", () => {
  const body = `In the request body, provide a JSON object with the parameters.\n\n${table(
    "|to|String|Where.|",
    "|parcels|[parcel](../resources/parcel.md) collection|Which.|",
  )}`;
  assert.equal(shown(read({ title: "send", request: "POST /parcels/send", body }).body), [
    "nothing",
    ["to: String", "parcels: object parcel[]"],
  ]);
});

const required: readonly (readonly [cell: string, required: boolean])[] = [
  ["In kilograms. Required.", true],
  ["Required. In kilograms.", true],
  ["In kilograms. Optional.", false],
  ["In kilograms. Not required.", false],
  ["In kilograms. Required when a boat carries it.", false],
  ["In kilograms.", false],
];

for (const [cell, is] of required) {
  name(`${is ? "required" : "optional"}: ${cell}`, () => {
    const { body } = read({ body: `Supply these properties.\n\n${table(`|weight|Int32|${cell}|`)}` });
    assert.equal(shown(body)[1], [`weight${is ? "!" : ""}: Int32`]);
  });
}

name("a column of its own says what is required", () => {
  const body =
    "Supply these properties.\n\n|Property|Type|Required|Description|\n|:--|:--|:--|:--|\n|weight|Int32|Yes|In kilograms.|\n|note|String|No|Required reading.|";
  assert.equal(shown(read({ body }).body)[1], ["weight!: Int32", "note: String"]);
});

name("a row that says only text or nothing takes the type of the type's own page", () => {
  const body = `Supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table("|pace|String|How fast.|", "|weight||In kilograms.|")}`;
  assert.equal(shown(read({ body }).body)[1], ["pace: enum pace", "weight: Int32"]);
});

name("a reference: the id of something that is there", () => {
  const request = "POST /couriers/{id}/parcels/$ref";
  const sent = json("POST /couriers/c-1/parcels/$ref", { "@odata.id": "https://api.example.org/v1.0/parcels/p-1" });
  assert.equal(shown(read({ request, examples: [exchange({ request: sent })] }).body), ["reference"]);
  assert.equal(shown(read({ request, body: "Supply the `@odata.id` of the parcel to be added." }).body), ["reference"]);
});

name("a line with $ref whose example sends the whole object sends the whole object", () => {
  const sent = json("POST /couriers/c-1/parcels", { weight: 3 });
  const body = `Supply a JSON representation of a [parcel](../resources/parcel.md) object.\n\n${table("|weight|Int32|In kilograms.|")}`;
  const parts = { request: "POST /couriers/{id}/parcels/$ref", body, examples: [exchange({ request: sent })] };
  assert.equal(shown(read(parts).body), ["object parcel", ["weight: Int32"]]);
});

const raw: readonly (readonly [why: string, parts: OperationParts, body: RequestBody])[] = [
  [
    "bytes by the words of the page",
    { request: "PUT /parcels/{id}/photo/$value", body: "Include the binary data of the photo." },
    { kind: "binary" },
  ],
  [
    "bytes by the content type of the example",
    {
      request: "PUT /parcels/{id}/photo/$value",
      body: "Include the photo.",
      examples: [exchange({ request: "PUT /parcels/p-1/photo/$value\nContent-Type: image/jpeg\n\n<the photo>" })],
    },
    { kind: "binary", contentType: "image/jpeg" },
  ],
  [
    "text by the content type of the example",
    {
      request: "POST /notes",
      body: "Include the note.",
      examples: [exchange({ request: "POST /notes\nContent-Type: text/plain\n\nPlease ring twice." })],
    },
    { kind: "text", contentType: "text/plain" },
  ],
];

for (const [why, parts, body] of raw) name(why, () => assert.equal(read(parts).body, body));

name.run();
