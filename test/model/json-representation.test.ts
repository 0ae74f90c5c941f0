/** The JSON representation adds what the table lacks; each value is a notation for a type. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, propertyOf, resource, typed } from "./api-of.js";

const jsonRepresentation = suite("model/json-representation");

const courier = resource("courier", { properties: ["|id|String|Its name.|"] });
const pace = "# Lists\n\nNamespace: microsoft.graph\n\n### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|";

/** Type of a property that only the JSON representation has. */
function read(notation: string): string | undefined {
  const api = apiOf({
    "resources/courier.md": courier,
    "resources/enums.md": pace,
    "resources/parcel.md": resource("parcel", { json: `{ "it": ${notation} }` }),
  });
  return typed(api, "parcel")["it"];
}

const notations: readonly (readonly [notation: string, type: string])[] = [
  ['"String"', "String"],
  ['"string (identifier)"', "String"],
  ['"String (timestamp)"', "DateTimeOffset"],
  ['"String (ISO 8601 duration)"', "Duration"],
  ['"String (duration)"', "Duration"],
  ['"String (time of day)"', "TimeOfDay"],
  ['"datetime"', "DateTimeOffset"],
  ['"Date"', "Date"],
  ['"Guid"', "Guid"],
  ['"url"', "Url"],
  ['"binary"', "Binary"],
  ['"Stream"', "Stream"],
  ['"Boolean"', "Boolean"],
  ["true", "Boolean"],
  ['"Integer"', "Int32"],
  ["1024", "Int32"],
  ["12.5", "Double"],
  ['"Double"', "Double"],
  ['"Single"', "Single"],
  ['"4.2"', "Decimal"],
  ['"walk | ride"', "String"],
  ['"Brown paper"', "String"],
  ['["String"]', "String[]"],
  ['["Guid"]', "Guid[]"],
  ['{ "@odata.type": "microsoft.graph.courier" }', "object courier"],
  ['{ "@odata.type": "#microsoft.graph.courier", "id": "String" }', "object courier"],
  ['{ "@type": "microsoft.graph.courier" }', "object courier"],
  ['{ "@odata.type": "microsoft.graph.pace" }', "enum pace"],
  ['[{ "@odata.type": "microsoft.graph.courier" }]', "object courier[]"],
  ['"@odata.type: microsoft.graph.courier"', "object courier"],
  ['"microsoft.graph.courier"', "object courier"],
  ['"Collection(microsoft.graph.courier)"', "object courier[]"],
  ['{ "@odata.type": "microsoft.graph.waybill" }', "unknown"],
  ['{ "street": "String" }', "unknown"],
  ["null", "unknown"],
  ["[]", "unknown[]"],
];

for (const [notation, type] of notations) {
  jsonRepresentation(`${notation} is ${type}`, () => assert.is(read(notation), type));
}

jsonRepresentation("annotations and what is no name are no properties", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      json: '{ "@odata.type": "#microsoft.graph.parcel", "@odata.etag": "String", "id": "String", "…": "…", "depot@odata.bind": "String" }',
    }),
  });
  assert.equal(typed(api, "parcel"), { id: "String" });
});

jsonRepresentation("the table types what it has, the JSON adds the rest behind it", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|sent|DateTimeOffset|When.|"],
      json: '{ "height": 1024, "sent": "String" }',
    }),
  });
  assert.equal(typed(api, "parcel"), { sent: "DateTimeOffset", height: "Int32" });
  assert.equal(findingsOf(api), ["property-not-in-table parcel.height"]);
  assert.equal(
    propertyOf(api, "parcel.height").evidence.map(({ about, because, place }) => [about, because, place.line]),
    [["type", "the JSON representation shows it", 17]],
  );
});

jsonRepresentation("a row whose type cell is empty or unreadable takes the JSON's type", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|height||In metres.|", "|width|Ask me!|In metres.|"],
      json: '{ "height": 1024, "width": 1024 }',
    }),
  });
  assert.equal(typed(api, "parcel"), { height: "Int32", width: "Int32" });
});

jsonRepresentation("names that differ in letter case alone are one property, as the table writes it", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|subUnit|String|Where.|"],
      json: '{ "subunit": "String" }',
    }),
  });
  assert.equal(typed(api, "parcel"), { subUnit: "String" });
});

const pairs: readonly (readonly [why: string, cell: string, notation: string, findings: readonly string[]])[] = [
  ["the same type", "Int32", "1024", []],
  ["wider text", "DateTimeOffset", '"String"', []],
  ["an enumeration is text in JSON", "pace", '"String"', []],
  ["an object without a type", "[courier](courier.md)", "{}", []],
  ["a sample value says nothing", "Int32", '"about three"', []],
  ["one against many", "String", '["String"]', ["property-type-differs parcel.it"]],
  ["many against one", "String collection", '"String"', ["property-type-differs parcel.it"]],
  ["text against a number", "String", "1024", ["property-type-differs parcel.it"]],
  ["an object against text", "[courier](courier.md)", '"String"', ["property-type-differs parcel.it"]],
  ["many of one against many of another", "Int32 collection", '["String"]', ["property-type-differs parcel.it"]],
];

for (const [why, cell, notation, findings] of pairs) {
  jsonRepresentation(`table and JSON: ${why}`, () => {
    const api = apiOf({
      "resources/courier.md": courier,
      "resources/enums.md": pace,
      "resources/parcel.md": resource("parcel", { properties: [`|it|${cell}|Words.|`], json: `{ "it": ${notation} }` }),
    });
    assert.equal(findingsOf(api), findings);
  });
}

jsonRepresentation("relationships and inherited rows may be missing from the JSON, own properties not", () => {
  const api = apiOf({
    "resources/courier.md": courier,
    "resources/parcel.md": resource("parcel", {
      text: "Inherits from [courier](courier.md).",
      properties: [
        "|id|String|Inherited from [courier](courier.md)|",
        "|size|Int32|In litres.|",
        "|note|String|For the courier.|",
      ],
      relationships: ["|by|[courier](courier.md)|Who carries it.|"],
      json: '{ "@odata.type": "#microsoft.graph.parcel", "size": 1024 }',
    }),
  });
  assert.equal(findingsOf(api), ["property-not-in-json parcel.note"]);
});

jsonRepresentation("JSON that cannot be read leaves the table as it is", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|size|Int32|In litres.|"], json: "size: many" }),
  });
  assert.equal(typed(api, "parcel"), { size: "Int32" });
});

jsonRepresentation("a second block is a second type of the page", () => {
  const block =
    '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.label" } -->\n```json\n{ "text": "String" }\n```';
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|size|Int32|In litres.|"],
      json: '{ "size": 1024 }',
      rest: block,
    }),
  });
  assert.equal([typed(api, "parcel"), typed(api, "label")], [{ size: "Int32" }, { text: "String" }]);
});

jsonRepresentation("names types in braces, and by their qualified names", () => {
  assert.is(read("{Post.Courier}"), "object courier");
  assert.is(read('"Post.Courier"'), "object courier");
  assert.is(read("{Post.Stamp}"), "String");
});

jsonRepresentation("may show the object as an item of a list, with braces around the whole or without", () => {
  for (const json of [
    '{ "value": [{\n"id": "String", "grams": 12 }] }',
    '"value": [{\n"id": "String", "grams": 12 }]',
  ]) {
    const api = apiOf({ "resources/parcel.md": resource("parcel", { properties: ["|id|String|Its name.|"], json }) });
    assert.equal(typed(api, "parcel"), { id: "String", grams: "Int32" });
    const missing = api.findings.find(({ rule }) => rule === "property-not-in-table");
    assert.equal([missing?.line, missing?.column], [18, 17]);
  }
});

jsonRepresentation("a list of objects is a property where they share no name with the table", () => {
  const json = '{ "stamps": [{ "price": 12 }] }';
  const api = apiOf({ "resources/parcel.md": resource("parcel", { properties: ["|id|String|Its name.|"], json }) });
  assert.equal(Object.keys(typed(api, "parcel")), ["id", "stamps"]);
});

/** A type with its table, and JSON behind it. */
function headed(name: string, rows: string, behind: string): string {
  return `## ${name}\n\n### Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n${rows}\n\n${behind}`;
}

jsonRepresentation("of several types stands behind the table of each", () => {
  const stamp = headed(
    "Stamp",
    "|price||In cents.|",
    '```json\n"Stamp"\n{ "price": "decimal", "motif": "string" }\n```',
  );
  const seal = headed("Seal", "|color|string|Of the wax.|", '```json\n{ "color": "string" }\n```');
  const api = apiOf({ "resources/types.md": `# Types of the post\n\n${stamp}\n\n${seal}\n` });
  assert.equal([typed(api, "Stamp"), typed(api, "Seal")], [{ price: "Decimal", motif: "String" }, { color: "String" }]);
  assert.equal(findingsOf(api), ["json-invalid ", "property-not-in-table Stamp.motif"]);
});

jsonRepresentation.run();
