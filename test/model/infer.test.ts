/** Types without a page, read off the examples that show them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, exchange, findingsOf, json, operation, plain, propertyOf, resource, typed, typeOf } from "./api-of.js";
import type { Api } from "../../generator/model/api.js";

const infer = suite("model/infer");

const answers = "If successful, this method returns a `200 OK` response code and a [parcel](parcel.md) in the body.";

/** The API of one page that answers with some bodies of one annotated type. */
function answering(type: string | undefined, ...bodies: readonly unknown[]): Api {
  return apiOf({ "api/parcel-get.md": pageWith(type, ...bodies) });
}

function pageWith(type: string | undefined, ...bodies: readonly unknown[]): string {
  return operation({
    response: answers,
    examples: bodies.map((body) =>
      exchange({
        request: "GET https://api.example.org/v1.0/parcels/p-1",
        response: json("HTTP/1.1 200 OK", body),
        ...(type === undefined ? {} : { type }),
      }),
    ),
  });
}

infer("a single page without resource pages: the annotated body is the type", () => {
  const api = answering("microsoft.graph.parcel", {
    id: "p-1",
    grams: 1200,
    litres: 2.5,
    stamps: 9_000_000_000,
    wet: false,
    sent: "2024-05-17T08:30:00Z",
    day: "2024-05-17",
    onTheWay: "PT2H30M",
    box: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    labels: ["heavy"],
  });
  assert.equal(typed(api, "parcel"), {
    id: "String",
    grams: "Int32",
    litres: "Double",
    stamps: "Int64",
    wet: "Boolean",
    sent: "DateTimeOffset",
    day: "Date",
    onTheWay: "Duration",
    box: "Guid",
    labels: "String[]",
  });
  const { inferred, pages } = typeOf(api, "parcel");
  assert.equal({ inferred, pages }, { inferred: true, pages: [] });
  assert.equal(findingsOf(api), ["resource-missing parcel"]);
});

const envelopes: readonly (readonly [why: string, body: unknown])[] = [
  ["the body itself", { id: "p-1" }],
  ["the object that the body wraps", { "@odata.context": "…", value: { id: "p-1" } }],
  ["the items of a list", { value: [{ id: "p-1" }, { id: "p-2" }], "@odata.nextLink": "…" }],
];

for (const [why, body] of envelopes) {
  infer(`an annotated type is ${why}`, () =>
    assert.equal(typed(answering("parcel", body), "parcel"), { id: "String" }),
  );
}

infer("objects that name their type make types of their own, at any depth", () => {
  const api = answering("microsoft.graph.parcel", {
    "@odata.type": "#microsoft.graph.parcel",
    by: { "@odata.type": "#microsoft.graph.courier", van: { "@odata.type": "#microsoft.graph.tours.van", doors: 4 } },
    stops: [{ "@odata.type": "microsoft.graph.stop", open: true }],
  });
  assert.equal(
    api.types.map((type) => plain(type.name)),
    ["courier", "parcel", "stop", "tours.van"],
  );
  assert.equal(typed(api, "parcel"), { by: "object courier", stops: "object stop[]" });
  assert.equal(typed(api, "courier"), { van: "object tours.van" });
});

infer("objects of a request name types, too", () => {
  const api = apiOf({
    "api/parcel-post.md": operation({
      title: "Create parcel",
      request: "POST /parcels",
      examples: [
        exchange({
          request: json("POST https://api.example.org/v1.0/parcels", {
            wrap: { "@odata.type": "microsoft.graph.paper", colour: "brown" },
          }),
        }),
      ],
    }),
  });
  assert.equal(typed(api, "paper"), { colour: "String" });
});

infer("an object without a type of its own is any JSON, and so is null", () => {
  const api = answering("parcel", { size: { high: 3 }, sender: null, more: [] });
  assert.equal(typed(api, "parcel"), { size: "unknown", sender: "unknown", more: "unknown[]" });
  assert.is(propertyOf(api, "parcel.sender").nullable, true);
});

const pairs: readonly (readonly [first: unknown, second: unknown, type: string])[] = [
  [1, 2, "Int32"],
  [1, 9_000_000_000, "Int64"],
  [1, 2.5, "Double"],
  ["2024-05-17", "soon", "String"],
  [null, "soon", "String"],
  [1, "one", "unknown"],
  [[], ["one"], "String[]"],
  [[1], [2.5], "Double[]"],
  [null, ["one"], "String[]"],
];

for (const [first, second, type] of pairs) {
  infer(`${JSON.stringify(first)} and ${JSON.stringify(second)} are ${type}, whichever comes first`, () => {
    assert.equal(typed(answering("parcel", { it: first }, { it: second }), "parcel"), { it: type });
    assert.equal(typed(answering("parcel", { it: second }, { it: first }), "parcel"), { it: type });
  });
}

infer("a type with a page is not inferred, also where the annotation is lower-cased", () => {
  const api = apiOf({
    "api/couriervan-get.md": pageWith("microsoft.graph.couriervan", { doors: 4, wheels: 3 }),
    "resources/couriervan.md": resource("courierVan", { properties: ["|doors|Int32|How many.|"] }),
  });
  assert.equal(
    api.types.map((type) => plain(type.name)),
    ["courierVan"],
  );
  assert.equal(typed(api, "courierVan"), { doors: "Int32" });
});

infer("of two spellings the one with capitals is the name", () => {
  const api = apiOf({
    "api/a.md": pageWith("microsoft.graph.couriervan", { doors: 4 }),
    "api/b.md": pageWith("microsoft.graph.courierVan", { wheels: 3 }),
  });
  assert.equal(
    api.types.map((type) => plain(type.name)),
    ["courierVan"],
  );
  assert.equal(typed(api, "courierVan"), { doors: "Int32", wheels: "Int32" });
});

infer("scalars and errors make no types", () => {
  assert.equal(answering("edm.string", { value: "yes" }).types, []);
  const failing = operation({
    response: answers,
    examples: [
      exchange({
        request: "GET /parcels/p-1",
        response: json("HTTP/1.1 404 Not Found", { error: { code: "gone" } }),
        type: "microsoft.graph.parcel",
      }),
    ],
  });
  assert.equal(apiOf({ "api/parcel-get.md": failing }).types, []);
});

infer("a body without a type and without an annotation makes none", () => {
  assert.equal(answering(undefined, { id: "p-1" }).types, []);
});

infer.run();
