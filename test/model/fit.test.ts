/** How a body fits the declared type: exact, partial where only required properties are missing, unfit with a finding. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, exchange, json, operation, operationOf, resource, type Pages } from "./api-of.js";

const fitTests = suite("model/fit");

const based = (base: string): string => `Inherits from [${base}](${base}.md).`;
const types: Pages = {
  "resources/parcel.md": resource("parcel", {
    properties: [
      "|id|String|Its name.|",
      "|weight|Int32|In kilograms.|",
      "|labels|String collection|What is on it.|",
      "|note|String|For the courier. Nullable.|",
      "|sent|DateTimeOffset|When.|",
      "|photo|Stream|How it looks.|",
      "|more|Json|Anything.|",
      "|pace|[pace](#pace-values)|How fast.|",
      "|care|[care](#care-values)|Notes on the box.|",
      "|by|[carrier](carrier.md)|Who carries it.|",
    ],
    annotation: { keyProperty: "id" },
    rest: "### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|\n\n### care values\n\n|Member|Value|\n|:--|:--|\n|wet|1|\n|heavy|2|\n|warm|4|",
  }),
  "resources/carrier.md": resource("carrier", { properties: ["|name|String|Who.|"] }),
  "resources/van.md": resource("van", { text: based("carrier"), properties: ["|doors|Int32|How many.|"] }),
  "resources/bag.md": resource("bag", {
    properties: ["|colour|String|Of the cloth.|"],
    annotation: { openType: true },
  }),
  "resources/stamp.md": resource("stamp", { properties: ["|price|Int32|In cents.|"] }),
};

/** How a response fits one type, or a list of it, and what is found: rule and property. */
function fit(body: unknown, type = "parcel", list = false): readonly unknown[] {
  const link = `[${type}](../resources/${type}.md)`;
  const api = apiOf({
    ...types,
    "api/parcel-get.md": operation({
      response: `If successful, this method returns a \`200 OK\` response code and a ${list ? `collection of ${link} objects` : `${link} object`} in the response body.`,
      examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", body) })],
    }),
  });
  const found = api.findings.filter(({ rule }) => rule.startsWith("example-"));
  return [operationOf(api).examples[0]?.responseFit, ...found.map(({ rule, symbol }) => `${rule} ${symbol}`)];
}

const exact: readonly (readonly [why: string, value: Readonly<Record<string, unknown>>])[] = [
  ["what is documented", { weight: 3, labels: ["wet"], sent: "2024-05-17T08:30:00Z" }],
  ["annotations", { "@odata.context": "…", "sent@odata.type": "#DateTimeOffset" }],
  ["null where the page allows it", { note: null }],
  ["anything for a stream or free JSON", { photo: 5, more: { a: [1] } }],
  ["a member", { pace: "ride" }],
  ["several flags at once", { care: "wet,heavy" }],
  ["a derived object that names its type", { by: { "@odata.type": "#microsoft.graph.van", name: "Red", doors: 4 } }],
  ["a derived object that shows what only it has", { by: { doors: 4 } }],
];

for (const [why, value] of exact) {
  fitTests(`exact: ${why}`, () => assert.equal(fit({ id: "p-1", ...value }), ["exact"]));
}

fitTests("partial: a required property is missing, nothing else", () => {
  assert.equal(fit({ weight: 3 }), ["partial"]);
});

const unfit: readonly (readonly [value: Readonly<Record<string, unknown>>, finding: string])[] = [
  [{ weight: "3" }, "example-type parcel.weight"],
  [{ id: 3 }, "example-type parcel.id"],
  [{ labels: "wet" }, "example-type parcel.labels"],
  [{ labels: [1] }, "example-type parcel.labels"],
  [{ weight: [3] }, "example-type parcel.weight"],
  [{ by: "Red" }, "example-type parcel.by"],
  [{ pace: "fly" }, "example-enum parcel.pace"],
  [{ pace: "walk,fly" }, "example-enum parcel.pace"],
  [{ pace: "Walk" }, "example-case parcel.pace"],
  [{ weigth: 3 }, "example-property parcel.weigth"],
  [{ by: { wheels: 3 } }, "example-property carrier.wheels"],
  [{ "@odata.type": { weight: 3 } }, "example-type parcel.@odata.type"],
];

for (const [value, finding] of unfit) {
  fitTests(`unfit: ${JSON.stringify(value)}`, () => assert.equal(fit({ id: "p-1", ...value }), ["unfit", finding]));
}

fitTests("several members in one string: the example is right, the type knows too little", () => {
  assert.equal(fit({ id: "p-1", pace: "walk,ride" }), ["none"]);
});

fitTests("nothing where a member should stand is a placeholder", () => {
  assert.equal(fit({ id: "p-1", pace: "" }), ["unfit", "example-placeholder parcel.pace"]);
});

fitTests("names in other letters are one finding, beside which others are told", () => {
  assert.equal(fit({ id: "p-1", Weight: 3, Pace: "ride", colour: "red" }), [
    "unfit",
    "example-property parcel.Weight",
    "example-property parcel.colour",
  ]);
});

fitTests("one finding for the same slip in many items", () => {
  const items = [1, 2, 3].map((i) => ({ id: `p-${i}`, weight: "3" }));
  assert.equal(fit({ value: items }, "parcel", true), ["unfit", "example-type parcel.weight"]);
});

fitTests("one finding for one placeholder in many properties", () => {
  assert.equal(fit({ id: "p-1", weight: "String", by: "String" }), ["unfit", "example-placeholder parcel.weight"]);
});

fitTests("an item of a list is missing its key: partial", () => {
  assert.equal(fit({ value: [{ id: "p-1" }, { weight: 3 }] }, "parcel", true), ["partial"]);
});

fitTests("a type that accepts more", () => assert.equal(fit({ colour: "brown", smell: "of fish" }, "bag"), ["exact"]));

fitTests("an object that says to be a stranger", () => {
  assert.equal(fit({ "@odata.type": "#microsoft.graph.stamp", price: 85 }, "carrier"), [
    "unfit",
    "example-type parcel-get.",
  ]);
});

fitTests("a write shape requires nothing but what the page's own table says, and no example goes without", () => {
  const send = (table: string, body: unknown) => {
    const page = operation({
      title: "Create parcel",
      request: "POST /parcels",
      body: `Supply a JSON representation of a [parcel](../resources/parcel.md) object.${table}`,
      response: "If successful, this method returns a `201 Created` response code.",
      examples: [exchange({ request: json("POST /parcels", body), response: "HTTP/1.1 201 Created" })],
    });
    const [example] = operationOf(apiOf({ ...types, "api/parcel-post.md": page })).examples;
    return [example?.requestFit, ...(example?.findings ?? [])];
  };
  const table = "\n\n|Property|Type|Description|\n|:--|:--|:--|\n|weight|Int32|In kilograms. Required.|";
  assert.equal(send("", { weight: 3 }), ["exact"]);
  assert.equal(send("", { weight: "3" }), ["unfit", "example-type"]);
  assert.equal(send(table, { weight: 3 }), ["exact"]);
  assert.equal(send(table, { pace: "walk" }), ["exact", "example-required"]);
  assert.equal(send(table, { weight: 3, wheels: 2 }), ["unfit", "example-property"]);
});

fitTests("what goes to an address that is not the operation's shows nothing of what it needs, and may lack it", () => {
  const page = operation({
    title: "Create stamp",
    request: "POST /stamps",
    body: "Supply a JSON representation of a [label](../resources/label.md) object.",
    response: "If successful, this method returns a `201 Created` response code.",
    examples: [exchange({ request: json("POST /shop/stamps", { word: "fragile" }), response: "HTTP/1.1 201 Created" })],
  });
  const label = resource("label", { properties: ["|text|String|Required.|", "|word|String|Printed large.|"] });
  const { body, examples } = operationOf(apiOf({ "resources/label.md": label, "api/stamp-post.md": page }));
  assert.equal(body?.kind === "json" && body.required, ["text"]);
  assert.is(examples[0]?.requestFit, "partial");
});

fitTests(
  "what stands beside the value of a list is extra where the page says what it lists, not where only the example shows it",
  () => {
    const shown = json("HTTP/1.1 200 OK", { count: 1, value: [{ text: "fragile" }] });
    const list = (response?: string): string =>
      operation({
        title: "List labels",
        request: "GET /labels",
        ...(response !== undefined && { response }),
        examples: [exchange({ request: "GET /labels", response: shown })],
      });
    const label = resource("label", { properties: ["|text|String|What it says.|"] });
    const rules = (pages: Pages): readonly string[] =>
      apiOf(pages)
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule === "example-property");
    const told =
      "If successful, this method returns a `200 OK` response code and a collection of [label](../resources/label.md) objects in the response body.";
    assert.equal(rules({ "resources/label.md": label, "api/label-list.md": list(told) }), ["example-property"]);
    assert.equal(rules({ "api/label-list.md": list() }), []);
  },
);

fitTests.run();
