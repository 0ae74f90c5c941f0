/** Pages that describe more than one type. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import { apiOf, findingsOf, typed, typeOf } from "./api-of.js";

const typePages = suite("model/type-pages");

const block = (type: string, json: string): string =>
  `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${type}" } -->\n\`\`\`json\n${json}\n\`\`\``;
const table = (...rows: readonly string[]): string =>
  ["|Property|Type|Description|", "|:--|:--|:--|", ...rows].join("\n");
const page = (...parts: readonly string[]): string =>
  ["# tour resource type", "Namespace: microsoft.graph", "A way.", ...parts].join("\n\n");

typePages("blocks of one type complete each other", () => {
  const text = page(
    "## Properties",
    table("|id|String|Name.|"),
    "## JSON representation",
    block("tour", '{ "id": "String" }'),
    "In full:",
    block("tour", '{ "id": "String", "stops": 3 }'),
  );
  assert.equal(typed(apiOf({ "resources/tour.md": text }), "tour"), { id: "String", stops: "Int32" });
});

typePages("a further type has its block and the tables below its name", () => {
  const blocks = [block("tour", '{ "id": "String" }'), block("stop", '{ "place": "String" }')];
  const tables = {
    "their own sections": ["## stop", "### Properties", table("|place|String|Where.|", "|minute|Int32|When.|")],
    "one section": ["### stop properties", table("|place|String|Where.|", "|minute|Int32|When.|")],
  };
  for (const [way, parts] of Object.entries(tables)) {
    const api = apiOf({ "resources/tour.md": page("## Properties", table("|id|String|Name.|"), ...parts, ...blocks) });
    assert.equal(typed(api, "tour"), { id: "String" }, way);
    assert.equal(typed(api, "stop"), { place: "String", minute: "Int32" }, way);
    assert.is(markdownOf(typeOf(api, "stop").properties[0]?.description ?? []), "Where.", way);
  }
});

typePages("a type that only a table describes, and that a row is of", () => {
  const text = page(
    "## Properties",
    table("|id|String|Name.|", "|stops|stop collection|Where.|"),
    "### stop properties",
    table("|place|String|Where.|"),
    "### further properties",
    table("|name|String|What.|"),
    block("tour", '{ "id": "String", "stops": [{}], "name": "String" }'),
  );
  const api = apiOf({ "resources/tour.md": text });
  assert.equal(typed(api, "tour"), { id: "String", stops: "object stop[]", name: "String" });
  assert.equal(typed(api, "stop"), { place: "String" });
  assert.equal(findingsOf(api), []);
});

typePages.run();
