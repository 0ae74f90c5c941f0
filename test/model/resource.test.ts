import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { apiOf, findingsOf, propertyOf, resource, typed, typeOf } from "./api-of.js";

const resourceTests = suite("model/resource");

resourceTests("a type with its properties in page order, relationships behind them", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      text: "Something on its way to a [courier](courier.md).",
      properties: ["|weight|Int32|In kilograms.|", "|id|String|Its name.|", "|`label`|**String**|What it says.|"],
      relationships: ["|couriers|[courier](courier.md) collection|Who carried it.|"],
    }),
    "resources/courier.md": resource("courier", { properties: ["|id|String|Its name.|"] }),
  });
  assert.equal(typed(api, "parcel"), {
    weight: "Int32",
    id: "String",
    label: "String",
    couriers: "object courier[]",
  });
  const { description, pages, inferred } = typeOf(api, "parcel");
  assert.equal(
    { description: markdownOf(description), pages, inferred },
    {
      description: "Something on its way to a [courier](resources/courier.md).",
      pages: ["resources/parcel.md"],
      inferred: false,
    },
  );
  assert.equal(
    typeOf(api, "parcel").properties.filter((property) => property.navigation),
    [propertyOf(api, "parcel.couriers")],
  );
});

resourceTests("a cell's words are kept as Markdown, links name pages of the docs", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|id|String|The *name*, see [list](../api/parcel-list.md).|"],
    }),
  });
  assert.is(markdownOf(propertyOf(api, "parcel.id").description), "The *name*, see [list](api/parcel-list.md).");
});

resourceTests("several pages of one type are merged, the fullest first", () => {
  const api = apiOf({
    "resources/a-depot.md": resource("depot", { properties: ["|doors|Int32|How many.|"], annotation: {} }),
    "resources/b-depot.md": resource("depot", {
      properties: ["|id|String|Its name.|", "|doors|Int32|Doors to the yard.|"],
      annotation: {},
    }),
    "resources/c-depot.md": resource("depot", { properties: ["|trucks|Int32|How many.|"], annotation: {} }),
  });
  const { pages } = typeOf(api, "depot");
  assert.equal(typed(api, "depot"), { id: "String", doors: "Int32", trucks: "Int32" });
  assert.equal(pages, ["resources/b-depot.md", "resources/a-depot.md", "resources/c-depot.md"]);
  assert.is(markdownOf(propertyOf(api, "depot.doors").description), "Doors to the yard.");
});

resourceTests("the letter case of the name: the one with capitals wins over a lower-cased annotation", () => {
  const api = apiOf({
    "resources/couriervan.md": resource("couriervan", {
      properties: ["|id|String|Its name.|"],
      annotation: {},
    }).replace("# couriervan", "# courierVan"),
  });
  assert.equal(
    api.types.map((type) => type.name),
    ["microsoft.graph.courierVan"],
  );
});

resourceTests("the annotation names the type where the title is another", () => {
  const api = apiOf({
    "resources/chart.md": resource("depotChart", { properties: ["|id|String|Its name.|"], annotation: {} }).replace(
      "# depotChart resource type",
      "# Chart resource type",
    ),
  });
  assert.equal(
    api.types.map((type) => type.name),
    ["microsoft.graph.depotChart"],
  );
});

resourceTests("without an annotation the title names the type, in the page's namespace", () => {
  const api = apiOf({
    "resources/tour.md": resource("tour", {
      namespace: "microsoft.graph.tours",
      properties: ["|id|String|Its name.|"],
    }),
  });
  assert.equal(
    api.types.map((type) => type.name),
    ["microsoft.graph.tours.tour"],
  );
});

resourceTests("a name twice in one table is found, the first row counts", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|size|Int32|In litres.|", "|size|String|In words.|"] }),
  });
  assert.equal(typed(api, "parcel"), { size: "Int32" });
  assert.equal(findingsOf(api), ["property-duplicate parcel.size"]);
});

resourceTests("a name in both tables is a property: every answer has it", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|route|String|The way.|"],
      relationships: ["|route|String|The way.|"],
    }),
  });
  assert.is(propertyOf(api, "parcel.route").navigation, false);
  assert.equal(findingsOf(api), []);
});

resourceTests("rows that name no property are none", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: [
        "|id|String|Its name.|",
        "|Zero means that nobody came.|",
        "|@microsoft.graph.labelUrl|String|Where.|",
      ],
      relationships: ["|None|||"],
    }),
  });
  assert.equal(typed(api, "parcel"), { id: "String", "@microsoft.graph.labelUrl": "String" });
});

resourceTests("what a name is followed by is no part of it", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", {
      properties: ["|colour (deprecated)|String|Of the paper.|", "|_id (deprecated)|String|Its old name.|"],
    }),
  });
  assert.equal(typed(api, "parcel"), { colour: "String", _id: "String" });
  assert.is(propertyOf(api, "parcel.colour").deprecated, "Of the paper.");
});

const marks: readonly (readonly [words: string, deprecated: boolean])[] = [
  ["Deprecated. Use weight.", true],
  ["(deprecated) Use weight.", true],
  ["[Deprecated] Use weight.", true],
  ["This property has been deprecated.", true],
  ["Replaces the deprecated property grams.", false],
];

for (const [words, deprecated] of marks) {
  resourceTests(`${deprecated ? "deprecated" : "not deprecated"}: ${words}`, () => {
    const api = apiOf({ "resources/parcel.md": resource("parcel", { properties: [`|mass|Int32|${words}|`] }) });
    assert.is(propertyOf(api, "parcel.mass").deprecated, deprecated ? words : undefined);
  });
}

resourceTests("abstract, open and the key stand in the annotation or in words", () => {
  const of = (parts: Parameters<typeof resource>[1]) => {
    const { abstract, open, key } = typeOf(apiOf({ "resources/parcel.md": resource("parcel", parts) }), "parcel");
    return { abstract, open, key };
  };
  const properties = ["|id|String|Its name.|"];
  const nothing = { abstract: false, open: false, key: undefined };
  assert.equal(of({ properties }), nothing);
  assert.equal(of({ properties, annotation: { abstract: true } }), { ...nothing, abstract: true });
  assert.equal(of({ properties, text: "This is an abstract type." }), { ...nothing, abstract: true });
  assert.equal(of({ properties, text: "What it is derived from is the crate abstract type." }), nothing);
  assert.equal(of({ properties, text: "Inherits from [crate](crate.md), an abstract type." }), nothing);
  assert.equal(of({ properties, text: "An abstract description of something to send." }), nothing);
  assert.equal(of({ properties, annotation: { openType: true } }), { ...nothing, open: true });
  assert.equal(of({ properties, text: "Properties of an open type can be defined by the client." }), {
    ...nothing,
    open: true,
  });
  assert.equal(of({ properties, annotation: { keyProperty: "id" } }), { ...nothing, key: "id" });
  assert.equal(of({ properties: ["|code|String|Key. Not nullable.|"] }), { ...nothing, key: "code" });
});

resourceTests("the key property is there in every answer and never null", () => {
  const { required, nullable } = propertyOf(
    apiOf({
      "resources/parcel.md": resource("parcel", {
        properties: ["|id|String|Its name. Nullable.|"],
        annotation: { keyProperty: "id" },
      }),
    }),
    "parcel.id",
  );
  assert.equal({ required, nullable }, { required: true, nullable: false });
});

resourceTests("read-only by the words of the description", () => {
  const readOnly = (words: string) =>
    propertyOf(
      apiOf({ "resources/parcel.md": resource("parcel", { properties: [`|id|String|${words}|`] }) }),
      "parcel.id",
    ).readOnly;
  assert.equal(["Read-only.", "Its name. Read only.", "READ-ONLY", "Not read-only.", "Its name."].map(readOnly), [
    true,
    true,
    true,
    false,
    false,
  ]);
});

resourceTests.run();
