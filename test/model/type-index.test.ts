/** How a type cell finds the type it means: by the page a link leads to, then by name. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, propertyOf, resource, words, type Pages } from "./api-of.js";

const typeIndex = suite("model/type-index");

const rows = ["|id|String|Its name.|"];
const couriers: Pages = {
  "resources/courier.md": resource("courier", { properties: rows }),
  // The title is shorter than the type's name, and the file is named after neither.
  "resources/van.md": resource("courierVan", { properties: rows, annotation: {} }).replace("# courierVan", "# Van"),
  "resources/tours-tour.md": resource("tour", { namespace: "microsoft.graph.tours", properties: rows }),
  "resources/stop.md": resource("stop", { properties: rows }),
  "resources/tours-stop.md": resource("stop", { namespace: "microsoft.graph.tours", properties: rows }),
  "resources/enums.md":
    "# Lists\n\nNamespace: microsoft.graph\n\n### pace values\n\n|Member|\n|:--|\n|walk|\n|ride|\n\n### mood values\n\n|Member|\n|:--|\n|fine|\n|tired|",
};

/** Type of a cell on a page of the root namespace, or of another one, and what is found. */
function resolve(cell: string, namespace = "microsoft.graph"): readonly [type: string, findings: readonly string[]] {
  const page = resource("parcel", { namespace, properties: [`|it|${cell}|Words.|`] });
  const api = apiOf({ ...couriers, "resources/parcel.md": page });
  const path = `${namespace}.parcel.it`.replace("microsoft.graph.", "");
  return [words(propertyOf(api, path).type), findingsOf(api)];
}

const links: readonly (readonly [why: string, cell: string, type: string, ...findings: string[]])[] = [
  ["the page that the link leads to", "[courier](courier.md)", "object courier"],
  ["the page, whatever the link's text says", "[bringer](courier.md)", "object courier"],
  ["a file name in another letter case", "[courier](Courier.md)", "object courier"],
  ["a page whose title and file say something else", "[Van](van.md)", "object courierVan"],
  ["a page below another folder", "[courier](../resources/courier.md)", "object courier"],
  ["a path with back-slashes", "[courier](..\\\\resources\\\\courier.md)", "object courier"],
  ["an address of the published docs", "[courier](/graph/api/resources/courier)", "object courier"],
  ["an anchor within the page", "[courier](courier.md#properties)", "object courier"],
  ["a page of another namespace", "[tour](tours-tour.md)", "object tours.tour"],
  ["of two types with one name the linked one", "[stop](tours-stop.md)", "object tours.stop"],
  ["a section of an enumerations page", "[pace](enums.md#pace-values)", "enum pace"],
  ["a section, whatever the link's text says", "[speed](enums.md#pace-values)", "enum pace"],
  ["a member of the page by the link's text", "[mood](enums.md)", "enum mood"],
  ["a page that is not there, by the link's text", "[courier](curier.md)", "object courier", "link-broken parcel.it"],
  ["a wrong folder", "[courier](../api/courier.md)", "object courier", "link-broken parcel.it"],
  ["the type's own page", "[parcel](#properties)", "object parcel"],
];

for (const [why, cell, type, ...findings] of links) {
  typeIndex(`link: ${why}`, () => assert.equal(resolve(cell), [type, findings]));
}

const names: readonly (readonly [why: string, cell: string, type: string, namespace?: string])[] = [
  ["a bare name", "courier", "object courier"],
  ["without regard to letter case", "COURIER", "object courier"],
  ["qualified", "microsoft.graph.tours.tour", "object tours.tour"],
  ["qualified and lower-cased", "microsoft.graph.couriervan", "object courierVan"],
  ["shortened", "graph.courier", "object courier"],
  ["the only one of that name in any namespace", "tour", "object tours.tour"],
  ["of the page's own namespace first", "stop", "object tours.stop", "microsoft.graph.tours"],
  ["of the root namespace where the page's own has none", "courier", "object courier", "microsoft.graph.tours"],
  ["of the root namespace where there is a choice", "stop", "object stop"],
  ["an enumeration", "pace", "enum pace"],
];

for (const [why, cell, type, namespace] of names) {
  typeIndex(`name: ${why}`, () => assert.equal(resolve(cell, namespace), [type, []]));
}

typeIndex("a name in a namespace that has no such type is not found elsewhere", () => {
  assert.equal(resolve("microsoft.graph.depots.stop"), ["unknown", ["type-unknown parcel.it"]]);
});

typeIndex("a name that no page has is unknown, with a finding", () => {
  assert.equal(resolve("waybill"), ["unknown", ["type-unknown parcel.it"]]);
});

typeIndex("a cell that names no type is unknown, with a finding", () => {
  assert.equal(resolve("Ask the depot!"), ["unknown", ["type-cell parcel.it"]]);
});

typeIndex("several types: the nearest base that all have", () => {
  const based = (base: string) => ({
    text: `Inherits from [${base}](${base}.md).`,
    properties: ["|id|String|Its name.|"],
  });
  const api = apiOf({
    "resources/carrier.md": resource("carrier", { properties: rows }),
    "resources/bike.md": resource("bike", based("carrier")),
    "resources/cargobike.md": resource("cargoBike", based("bike")),
    "resources/boat.md": resource("boat", based("carrier")),
    "resources/stamp.md": resource("stamp", { properties: rows }),
    "resources/parcel.md": resource("parcel", {
      properties: [
        "|onWheels|[bike](bike.md) or [cargoBike](cargobike.md)|One of them.|",
        "|onWater|[cargoBike](cargobike.md) or [boat](boat.md)|One of them.|",
        "|label|[stamp](stamp.md) or [boat](boat.md)|One of them.|",
        "|twice|String or string|Text.|",
      ],
    }),
  });
  assert.is(words(propertyOf(api, "parcel.onWheels").type), "object bike");
  assert.is(words(propertyOf(api, "parcel.onWater").type), "object carrier");
  assert.is(words(propertyOf(api, "parcel.label").type), "unknown");
  assert.is(words(propertyOf(api, "parcel.twice").type), "String");
});

typeIndex.run();
