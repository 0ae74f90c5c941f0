/** Types, enumerations and what they are written as. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { operation, resource, type Pages } from "../model/api-of.js";
import { documentOf, operationAt, ref, schemaAt, shapes } from "./document-of.js";

const schemas = suite("schemas of the OpenAPI document");

/** A page that reads one, and one that makes one. */
const used: Pages = {
  "api/parcel-get.md": operation({ response: "Returns `200 OK` and a [parcel](../resources/parcel.md) object." }),
  "api/parcel-post.md": operation({
    title: "Create parcel",
    request: "POST /parcels",
    body: "Supply a JSON representation of a [parcel](../resources/parcel.md) object.",
    response: "Returns `201 Created` and a [parcel](../resources/parcel.md) object.",
  }),
};

const parcel = (rows: readonly string[], more: Parameters<typeof resource>[1] = {}): Pages => ({
  ...used,
  "resources/parcel.md": resource("parcel", { properties: rows, ...more }),
});

schemas("scalars, null and required stand as they were settled", () => {
  const pages = parcel(
    [
      "|id|String|Names it. Read-only.|",
      "|weight|Int32|In grams. Nullable.|",
      "|price|Double|In euros.|",
      "|sentAt|DateTimeOffset|When it left.|",
      "|took|Duration|How long it took.|",
      "|seal|Binary|What it is closed with.|",
      "|key|Guid|Opens it.|",
      "|marks|String collection|What is written on it.|",
    ],
    { annotation: { keyProperty: "id" } },
  );
  const schema = schemaAt(documentOf(pages), "parcel");
  const { took, ...others } = shapes(schema);
  assert.equal(others, {
    id: { type: "string", readOnly: true },
    weight: { type: ["integer", "null"], format: "int32" },
    price: { type: "number", format: "double" },
    sentAt: { type: "string", format: "date-time" },
    seal: { type: "string", contentEncoding: "base64" },
    key: { type: "string", format: "uuid" },
    marks: { type: "array", items: { type: "string" } },
  });
  assert.is(took?.format, undefined);
  assert.match("PT1.8S", new RegExp(took?.pattern ?? ""));
  assert.equal(schema.required, ["id"]);
});

schemas("3.0 has its own words for null, bytes and what stands beside a reference", () => {
  const pages = {
    ...parcel([
      "|weight|Int32|In grams. Nullable.|",
      "|seal|Binary|Closes it.|",
      "|depot|[depot](depot.md)|Where it is. Nullable.|",
      "|home|[depot](depot.md)|Where it goes.|",
    ]),
    "resources/depot.md": resource("depot", { properties: ["|city|String|Where it is.|"] }),
  };
  const { home, ...others } = shapes(schemaAt(documentOf(pages, { version: "3.0" }), "parcel"));
  assert.equal(others, {
    weight: { type: "integer", format: "int32", nullable: true },
    seal: { type: "string", format: "byte" },
    depot: { anyOf: [ref("depot"), { type: "string", nullable: true, enum: [null] }] },
  });
  assert.equal(home, { allOf: [ref("depot")] });
  assert.is(documentOf(pages, { version: "3.0" }).openapi, "3.0.4");
});

schemas("what is sent has a shape of its own: nothing read-only, nothing required", () => {
  const document = documentOf(
    parcel(["|id|String|Names it. Read-only.|", "|weight|Int32|In grams.|"], { annotation: { keyProperty: "id" } }),
  );
  const { requestBody } = operationAt(document, "POST /parcels");
  assert.equal(requestBody, { required: true, content: { "application/json": { schema: ref("parcelWrite") } } });
  const write = schemaAt(document, "parcelWrite");
  assert.equal(shapes(write), { weight: { type: "integer", format: "int32" } });
  assert.is(write.required, undefined);
});

schemas("a type that others are derived from stands for any of them, each with all of its properties", () => {
  const document = documentOf({
    ...parcel(["|weight|Int32|In grams.|"]),
    "resources/tube.md": resource("tube", {
      text: "A round one. Derived from [parcel](parcel.md).",
      properties: ["|length|Int32|In millimetres.|"],
    }),
    "resources/crate.md": resource("crate", {
      text: "Inherits from [parcel](parcel.md).",
      properties: ["|boards|Int32|How many.|"],
    }),
  });
  const answer = operationAt(document, "GET /parcels/{parcelId}").responses["200"];
  assert.equal(answer && "content" in answer && answer.content?.["application/json"]?.schema, ref("parcelUnion"));
  assert.equal(schemaAt(document, "parcelUnion").anyOf, [ref("parcel"), ref("crate"), ref("tube")]);
  assert.equal(Object.keys(shapes(schemaAt(document, "tube"))), ["weight", "length"]);
  // Two spellings are on the wire, and none at all where it is plain: a discriminator would allow neither.
  const tag = schemaAt(document, "tube").properties?.["@odata.type"];
  assert.equal(tag, { type: "string", enum: ["#microsoft.graph.tube", "microsoft.graph.tube"] });
  assert.not.ok(JSON.stringify(document).includes(`"discriminator"`));
});

schemas("an enumeration has its values with their words", () => {
  const document = documentOf({
    ...parcel(["|pace|[pace](pace.md)|How fast.|"]),
    "resources/pace.md": [
      "# pace enum type",
      "Namespace: microsoft.graph",
      "How fast it goes.",
      "## Members",
      "|Member|Description|",
      "|:---|:---|",
      "|slow|By ship.|",
      "|fast|By air.|",
    ]
      .join("\n\n")
      .replaceAll("|\n\n|", "|\n|"),
  });
  const schema = schemaAt(document, "pace");
  assert.equal(schema.enum, ["slow", "fast"]);
  assert.match(schema.description ?? "", "- `slow`: By ship.\n- `fast`: By air.");
  assert.equal(schema["x-ms-enum"], {
    name: "pace",
    modelAsString: false,
    values: [
      { value: "slow", description: "By ship." },
      { value: "fast", description: "By air." },
    ],
  });
});

schemas("an open type takes more than is documented, and a closed one does not say so", () => {
  const open = schemaAt(documentOf(parcel(["|weight|Int32|In grams.|"], { annotation: { openType: true } })), "parcel");
  assert.is(open.additionalProperties, true);
  const closed = schemaAt(documentOf(parcel(["|weight|Int32|In grams.|"])), "parcel");
  assert.is(closed.additionalProperties, undefined);
});

schemas("a type that no operation has is left out", () => {
  const document = documentOf({
    ...parcel(["|weight|Int32|In grams.|"]),
    "resources/stamp.md": resource("stamp", { properties: ["|value|Int32|In cents.|"] }),
  });
  assert.equal(Object.keys(document.components.schemas), [
    "ErrorResponse",
    "microsoft.graph.parcel",
    "microsoft.graph.parcelWrite",
  ]);
});

schemas("names of members that objects have by themselves are names like others", () => {
  const names = ["constructor", "__proto__", "toString"];
  const schema = schemaAt(documentOf(parcel(names.map((name) => `|\`${name}\`|String|Odd.|`))), "parcel");
  assert.equal(Object.keys(shapes(schema)), names);
});

schemas.run();
