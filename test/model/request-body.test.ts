/** What an operation sends. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Operation, RequestBody } from "../../generator/model/api.js";
import {
  apiOf,
  exchange,
  findingsOf,
  json,
  operation,
  operationOf,
  resource,
  words,
  type OperationParts,
} from "./api-of.js";

const requestBody = suite("model/request-body");

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

for (const text of none)
  requestBody(`nothing: ${text}`, () => assert.equal(shown(read({ body: text }).body), ["nothing"]));

requestBody("a call that reads has no body, whatever the page says", () => {
  const body = `Supply these properties.\n\n${table("|weight|Int32|In kilograms.|")}`;
  assert.is(read({ request: "GET /parcels", body }).body, undefined);
});

requestBody("no section, no example: nothing", () => assert.is(read({}).body, undefined));

requestBody("a representation of a type without a table: the type itself", () => {
  const body = "In the request body, supply a JSON representation of a [parcel](../resources/parcel.md) object.";
  assert.equal(shown(read({ body }).body), ["object parcel", undefined]);
});

requestBody("the table tells the properties; what nobody can set is left out", () => {
  const body = `In the request body, supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table(
    "|id|String|Its name.|",
    "|weight|Int32|In kilograms. Required.|",
    "|sent|DateTimeOffset|When.|",
    "|note|String|What the courier should know.|",
    "|code|String|Made by the depot. Read-only.|",
  )}`;
  assert.equal(shown(read({ body }).body), ["object parcel", ["weight!: Int32", "note: String"]]);
});

requestBody("what an example sends can be set", () => {
  const body = `Supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table("|id|String|Its name.|")}`;
  const examples = [
    exchange({ request: json("POST /parcels", { id: "p-1", weight: 3 }), response: "HTTP/1.1 201 Created" }),
  ];
  assert.equal(shown(read({ body, examples }).body), ["object parcel", ["id: String", "weight: Int32"]]);
});

requestBody("a table of the required properties only: the type's other writable ones are optional", () => {
  const body = `Supply a JSON representation of a [parcel](../resources/parcel.md) object. These properties are required.\n\n${table("|weight|Int32|In kilograms. Required.|")}`;
  assert.equal(shown(read({ body }).body), ["object parcel", ["weight!: Int32", "pace: enum pace"]]);
});

requestBody("an update sends what changes: nothing is required", () => {
  const body = `Supply the values for the fields that should be updated.\n\n${table("|weight|Int32|In kilograms. Required.|")}`;
  const update = { title: "Update parcel", request: "PATCH /parcels/{id}", body };
  const text =
    "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.";
  assert.equal(shown(read({ ...update, response: text }).body), ["part of object parcel", ["weight: Int32"]]);
});

requestBody("the parameters of an action stand for no type", () => {
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
  requestBody(`${is ? "required" : "optional"}: ${cell}`, () => {
    const { body } = read({ body: `Supply these properties.\n\n${table(`|weight|Int32|${cell}|`)}` });
    assert.equal(shown(body)[1], [`weight${is ? "!" : ""}: Int32`]);
  });
}

requestBody("a column of its own says what is required", () => {
  const body =
    "Supply these properties.\n\n|Property|Type|Required|Description|\n|:--|:--|:--|:--|\n|weight|Int32|Yes|In kilograms.|\n|note|String|No|Required reading.|";
  assert.equal(shown(read({ body }).body)[1], ["weight!: Int32", "note: String"]);
});

requestBody("a row that says only text or nothing takes the type of the type's own page", () => {
  const body = `Supply a JSON representation of the [parcel](../resources/parcel.md) object.\n\n${table("|pace|String|How fast.|", "|weight||In kilograms.|")}`;
  assert.equal(shown(read({ body }).body)[1], ["pace: enum pace", "weight: Int32"]);
});

requestBody("a reference: the id of something that is there", () => {
  const request = "POST /couriers/{id}/parcels/$ref";
  const sent = json("POST /couriers/c-1/parcels/$ref", { "@odata.id": "https://api.example.org/v1.0/parcels/p-1" });
  assert.equal(shown(read({ request, examples: [exchange({ request: sent })] }).body), ["reference"]);
  assert.equal(shown(read({ request, body: "Supply the `@odata.id` of the parcel to be added." }).body), ["reference"]);
});

requestBody("a line with $ref whose example sends the whole object sends the whole object", () => {
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

for (const [why, parts, body] of raw) requestBody(why, () => assert.equal(read(parts).body, body));

const others: readonly (readonly [text: string, taken: boolean])[] = [
  ["Specify other writable properties as necessary.", true],
  ["You can include any additional **parcel** properties.", true],
  ["You may add custom properties with what you know.", true],
  ["Do not include other properties.", false],
  ["Other properties are set by the depot.", false],
  ["You can change custom properties of an extension.", false],
];

for (const [text, taken] of others) {
  requestBody(`${taken ? "all that can be written" : "what the table lists"}: ${text}`, () => {
    const body = `Supply a JSON representation of a [parcel](../resources/parcel.md) object.\n\n${table("|note|String|For the courier.|")}\n\n${text}`;
    const all = taken ? ["note: String", "weight: Int32", "pace: enum pace"] : ["note: String"];
    assert.equal(shown(read({ body }).body), ["object parcel", all]);
  });
}

const rows = ["|id|String|Its name.|", "|weights|Int32 collection|In kilograms.|", "|pace|String|How fast.|"];
const change = (row: string, sent: unknown) => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: rows,
      relationships: ["|next|[parcel](parcel.md)|What follows.|"],
    }),
    "api/parcel-update.md": operation({
      title: "Update parcel",
      request: "PATCH /parcels/{id}",
      body: `Supply the values for relevant fields of the [parcel](../resources/parcel.md).\n\n${table(row)}`,
      response: "If successful, this method returns a `204 No Content` response code.",
      examples: [exchange({ request: json("PATCH /parcels/p-1", sent), response: "HTTP/1.1 204 No Content" })],
    }),
  });
  return [...(shown(operationOf(api).body)[1] as readonly string[]), ...findingsOf(api)];
};

requestBody("a table that contradicts the page of the type: that page is right, and there is a finding", () => {
  const finding = "body-type-differs parcel-update.weights";
  assert.equal(change("|weights|Int32|In kilograms.|", { weights: [3] }), ["weights: Int32[]", finding]);
  assert.equal(change("|weights|String|In kilograms.|", {}), ["weights: Int32[]", finding]);
});

requestBody(
  "no contradiction: an example sends what the table says, another kind of text, the id of what is related",
  () => {
    assert.equal(change("|weights|Int32|In kilograms.|", { weights: 3 }), ["weights: Int32"]);
    assert.equal(change("|pace|Guid|How fast.|", {}), ["pace: Guid"]);
    assert.equal(change("|next|String|What follows.|", {}), ["next: String"]);
  },
);

/** Creates a letter, whose type says what that needs; what is required, and the findings. */
function createLetter(body: string, ...sent: readonly unknown[]): readonly unknown[] {
  const api = apiOf({
    "resources/letter.md": resource("letter", {
      properties: [
        "|id|String|Its name. Required.|",
        "|to|String|Where to. Required.|",
        "|from|String|Where from. Required on create.|",
        "|stamp|String|What it costs. Required if it goes abroad.|",
        "|mark|String|Of the depot. Required. Read-only.|",
      ],
      annotation: { keyProperty: "id" },
    }),
    "api/letter-post.md": operation({
      title: "Create letter",
      request: "POST /letters",
      body: `Supply a JSON representation of a [letter](../resources/letter.md) object.${body}`,
      response: "If successful, this method returns a `201 Created` response code.",
      examples: sent.map((each) =>
        exchange({ request: json("POST /letters", each), response: "HTTP/1.1 201 Created" }),
      ),
    }),
  });
  const { body: made } = operationOf(api);
  return [...shown(made), made?.kind === "json" ? made.required : undefined, ...findingsOf(api)];
}

requestBody("what the page of the type calls required is required of a new one", () => {
  assert.equal(createLetter(""), ["object letter", undefined, ["to", "from"]]);
  const listed = `\n\n${table("|to|String|Where to.|", "|from|String|Where from. Optional.|", "|stamp|String|Which.|")}`;
  assert.equal(createLetter(listed), ["object letter", ["to!: String", "from: String", "stamp: String"], undefined]);
});

requestBody("what an example goes without is not required, whatever pages say", () => {
  const finding = "example-required letter-post.from";
  const complete = { to: "u", from: "v" };
  assert.equal(createLetter("", complete, { to: "u" }), ["object letter", undefined, ["to"], finding]);
  const listed = `\n\n${table("|to|String|Where to. Required.|", "|from|String|Where from. Required.|")}`;
  assert.equal(createLetter(listed, { to: "u" }), [
    "object letter",
    ["to!: String", "from: String"],
    undefined,
    finding,
  ]);
  assert.equal(createLetter("", { to: "u", "from@odata.bind": "https://api.example.org/v1.0/places/p" }), [
    "object letter",
    undefined,
    ["to"],
  ]);
});

requestBody("an update needs nothing that a new one needs", () => {
  const update = { title: "Update parcel", request: "PATCH /parcels/{id}", body: "Supply the values for its fields." };
  const { body } = read(update);
  assert.is(body?.kind === "json" && body.required, undefined);
});

requestBody("a binding that only another page shows, or the words of its own", () => {
  const text = "In the request body, supply the values for relevant fields of the [depot](../resources/depot.md).";
  const api = apiOf({
    "resources/depot.md": resource("depot", {
      properties: ["|place|String|Where.|"],
      relationships: ["|vans|[depot](depot.md) collection|Which.|", "|owner|[depot](depot.md)|Whose.|"],
    }),
    "api/depot-update.md": operation({
      title: "Update depot",
      request: "PATCH /depots/{id}",
      body: `${text} Use \`owner@odata.bind\` to give it away, never \`van@odata.bind\`.\n\n${table("|place|String|Where.|")}`,
      response: "If successful, this method returns a `204 No Content` response code.",
    }),
    "api/depot-post-vans.md": operation({
      title: "Add van",
      request: "POST /depots/{id}/vans/$ref",
      response: "If successful, this method returns a `204 No Content` response code.",
      examples: [
        exchange({
          request: json("PATCH /depots/d-1", { "vans@odata.bind": ["https://api.example.org/v1.0/vans/v-1"] }),
          response: "HTTP/1.1 204 No Content",
        }),
      ],
    }),
  });
  assert.equal(shown(operationOf(api, "depot-update").body), [
    "part of object depot",
    ["place: String", "owner@odata.bind: String", "vans@odata.bind: String[]"],
  ]);
});

/** A parcel is created by a body with these rows; the members that can be sent, and the findings. */
function createWith(...rows: readonly string[]): readonly unknown[] {
  const api = apiOf({
    ...pages,
    "api/parcel-post.md": operation({
      title: "Create parcel",
      request: "POST /parcels",
      body: `Supply a JSON representation of a [parcel](../resources/parcel.md) object.\n\n${table(...rows)}`,
    }),
  });
  const { body } = operationOf(api);
  const names = body?.kind === "json" ? body.properties?.map((property) => property.name) : undefined;
  return [names, ...findingsOf(api)];
}

requestBody("a row that nobody can set is a finding where the type has no such property", () => {
  const weight = "|weight|Int32|In kilograms.|";
  assert.equal(createWith(weight, "|sent|DateTimeOffset|When. Read-only.|"), [["weight"]]);
  assert.equal(createWith(weight, "|seal|String|Of the depot. Read-only.|"), [["weight"], "body-row parcel-post.seal"]);
});

requestBody("a row on what another row holds is a finding where that has no such property", () => {
  const labels = "|labels|[parcel](../resources/parcel.md) collection|What is on it.|";
  const each = "For each item of the **labels** collection, say it.";
  assert.equal(createWith(labels, `|weight|Int32|${each}|`), [["labels"]]);
  assert.equal(createWith(labels, `|glue|String|${each}|`), [["labels"], "body-row parcel-post.glue"]);
});

requestBody("a property that stands twice in a table; another table may have other words for it", () => {
  const weight = "|weight|Int32|In kilograms.|";
  assert.equal(createWith(weight, weight), [["weight"], "property-duplicate parcel-post.weight"]);
  assert.equal(createWith(weight, `\nTo insure it:\n\n${table(weight)}`), [["weight"]]);
});

requestBody.run();
