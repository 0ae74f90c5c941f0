/** Names of a large API: sub-namespaces, one short name in several of them, one file name in several folders. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { apiOf, findingsOf, operation, plain, resource, typed } from "./api-of.js";

const namespaces = suite("model/namespaces");

const tours = "microsoft.graph.tourLog";
const stop = { namespace: tours, properties: ["|place|String|Where.|"] };

namespaces("a bare name, a link and a qualified name lead to the type of the namespace", () => {
  const api = apiOf({
    "resources/stop.md": resource("stop", { properties: ["|size|Int32|How big.|"] }),
    "resources/tourlog-stop.md": resource("stop", stop),
    "resources/tourlog-tour.md": resource("tour", {
      namespace: tours,
      properties: [
        "|first|stop|Where it starts.|",
        "|last|[stop](tourlog-stop.md)|Where it ends.|",
        `|others|${tours}.stop collection|Between.|`,
        "|depot|microsoft.graph.stop|Of the root.|",
        "|yard|[stop](stop.md)|Of the root.|",
      ],
    }),
  });
  assert.equal(typed(api, "tourLog.tour"), {
    first: "object tourLog.stop",
    last: "object tourLog.stop",
    others: "object tourLog.stop[]",
    depot: "object stop",
    yard: "object stop",
  });
});

namespaces("a namespace has one spelling: that of most pages", () => {
  const api = apiOf({
    "resources/tourlog-stop.md": resource("stop", stop),
    "resources/tourlog-tour.md": resource("tour", { namespace: tours, properties: ["|first|stop|Where.|"] }),
    "resources/tourlog-van.md": resource("van", {
      ...stop,
      annotation: { "@odata.type": "microsoft.graph.tourlog.van" },
    }),
  });
  assert.equal(
    api.types.map((type) => type.name),
    [`${tours}.stop`, `${tours}.tour`, `${tours}.van`],
  );
});

const annotated = (type: string, title: string, row: string): string =>
  [
    `# ${title} resource`,
    "Something.",
    `<!-- { "blockType": "resource", "@type": "${type}" } -->\n\`\`\`json\n{}\n\`\`\``,
    `## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n${row}`,
  ].join("\n\n");

namespaces("a product's name is no namespace, unless it tells two types apart", () => {
  const api = apiOf({
    "resources/van.md": annotated("tours.van", "Van", "|id|String|Its name.|"),
    "resources/stop.md": annotated("tours.stop", "Stop", "|van|tours.van|Which.|"),
    "resources/error.md": annotated("microsoft.graph.error", "Error", "|code|Int32|Which.|"),
    "resources/odata-error.md": annotated("odata.error", "Error", "|error|error|What.|"),
  });
  assert.equal(
    api.types.map((type) => plain(type.name)),
    ["error", "stop", "van", "odata.error"],
  );
  assert.equal(typed(api, "stop"), { van: "object van" });
  assert.equal(typed(api, "odata.error"), { error: "object error" });
});

namespaces("a full stop behind the namespace is no part of it", () => {
  const api = apiOf({ "resources/stop.md": resource("stop", { ...stop, namespace: `${tours}.`, annotation: {} }) });
  assert.equal(api.findings.length > 0, false);
});

namespaces("pages of one type add up, in whatever folder they lie", () => {
  const slice = (row: string): string => resource("depot", { properties: ["|id|String|Key.|", row] });
  const api = apiOf({
    "resources/depot.md": slice("|doors|Int32|How many.|"),
    "resources/vans/depot.md": slice("|vans|Int32|How many.|"),
  });
  assert.equal(typed(api, "depot"), { id: "String", doors: "Int32", vans: "Int32" });
});

namespaces("a file name in two folders makes two operations", () => {
  const page = operation({ request: "GET /parcels/{parcelId}\nPUT /parcels/{parcelId}" });
  const api = apiOf({ "api/parcel-get.md": page, "api/vans/parcel-get.md": page });
  assert.equal(
    api.operations.map((one) => [one.id, one.page]),
    [
      ["parcel-get", "api/parcel-get.md"],
      ["parcel-get-put", "api/parcel-get.md"],
      ["vans-parcel-get", "api/vans/parcel-get.md"],
      ["vans-parcel-get-put", "api/vans/parcel-get.md"],
    ],
  );
});

namespaces("an id of a further method that another page has gets a number", () => {
  const api = apiOf({
    "api/parcel-get.md": operation({ request: "GET /parcels/{id}\nPUT /parcels/{id}" }),
    "api/parcel-get-put.md": operation({ request: "PUT /parcels" }),
  });
  assert.equal(
    api.operations.map(({ id }) => id),
    ["parcel-get", "parcel-get-put", "parcel-get-put-2"],
  );
});

namespaces("enumerations of one name in two namespaces are told apart by the page that means them", () => {
  const section = (...members: readonly string[]): string =>
    ["### pace values", "", "|Member|", "|:--|", ...members.map((member) => `|${member}|`)].join("\n");
  const api = apiOf({
    "resources/enums.md": `# Enumerations\n\nNamespace: microsoft.graph\n\n${section("walk", "ride")}`,
    "resources/enums-tourlog.md": `# Enumerations\n\nNamespace: ${tours}\n\n${section("slow", "fast")}`,
    "resources/tourlog-tour.md": resource("tour", { namespace: tours, properties: ["|pace|pace|How fast.|"] }),
    "resources/tour.md": resource("tour", { properties: ["|pace|pace|How fast.|"] }),
  });
  assert.equal(typed(api, "tourLog.tour"), { pace: "enum tourLog.pace" });
  assert.equal(typed(api, "tour"), { pace: "enum pace" });
  assert.equal(findingsOf(api), []);
});

namespaces.run();
