/** What `docwright explain` tells of a page: what was decided, and the line behind each decision. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { planPackage } from "../generator/plan/plan-package.js";
import { explanationLines } from "../generator/cli/explain.js";
import { explainer } from "../generator/explanation.js";
import { whyUnknown } from "../generator/cli/explain-result.js";
import { linkApi } from "../generator/model/link.js";
import { operation, resource } from "./model/api-of.js";
import { pageOf } from "./read/page-of.js";

const explainTests = suite("explain");

const texts = {
  "resources/parcel.md": resource("parcel", {
    properties: ["|id|String|Its name.|", "|weight|Int32|In kilograms. Nullable.|", "|sent|Date|When. Read-only.|"],
    annotation: { keyProperty: "id" },
    json: '{ "id": "String", "weight": 1, "sent": "Date" }',
  }),
  "api/parcel-update.md": operation({
    title: "Update parcel",
    request: "PUT /parcels/{parcelId}",
    headers: ["|If-Match|Required. What it was.|"],
    body: "Supply the [parcel](../resources/parcel.md) properties.\n\n|Property|Type|Description|\n|:--|:--|:--|\n|weight|Int32|Required. In kilograms.|\n|sent|Date|When.|",
    response: "If successful, this method returns a `204 No Content` response code.",
  }),
};

/** The lines that are about one thing: those that name it, and those that stand deeper below. */
function lines(path: keyof typeof texts, about: string): readonly string[] {
  const pages = Object.entries(texts).map(([page, text]) => pageOf(text, page));
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  const api = linkApi(pages);
  const all = explanationLines(
    explainer(api, planPackage(api, { name: "parcels", version: "1.0.0", license: "MIT" }))(page),
  );
  const first = all.findIndex((line) => line.includes(about));
  const indent = (line: string): number => line.length - line.trimStart().length;
  const rest = all.slice(first + 1);
  const end = rest.findIndex((line) => indent(line) <= indent(all[first] ?? ""));
  return [all[first] ?? "", ...rest.slice(0, end < 0 ? undefined : end)].map((line) => line.trim().replace(/ +/g, " "));
}

explainTests("a property with its type, what it may be and why", () => {
  assert.equal(lines("resources/parcel.md", "  id: "), [
    "id: String (required) line 11",
    "type: the properties table says String line 11",
    "required: it is the key: the annotation names it as keyProperty line 17",
  ]);
  assert.equal(lines("resources/parcel.md", "  weight: "), [
    "weight: Int32 | null line 12",
    "type: the properties table says Int32 line 12",
    "nullable: the description says that it can be null line 12",
  ]);
  assert.equal(lines("resources/parcel.md", "  key "), [
    "key id",
    "key: the annotation names it as keyProperty line 17",
  ]);
});

explainTests("an operation: parameters, headers, what is sent and what is not", () => {
  const page = "api/parcel-update.md";
  assert.equal(lines(page, "where "), [
    "where parcelId: String (path, required, written {parcelId})",
    "required: the request line has it line 10",
  ]);
  assert.equal(lines(page, "header "), [
    "header If-Match (required)",
    'required: the description says "Required" line 17',
  ]);
  assert.equal(lines(page, "weight: "), [
    "weight: Int32 (required)",
    'required: the description says "Required" line 25',
  ]);
  assert.equal(lines(page, "left out "), [
    "left out sent: the page of the type says that it is read-only, or the key line 26",
  ]);
});

explainTests("what the page is, and in which dialect it was read", () => {
  assert.equal(lines("resources/parcel.md", "resources/parcel.md:").slice(0, 1), [
    'resources/parcel.md: resource page, "parcel resource type", read as graph',
  ]);
});

explainTests("an unknown result says what is missing, and what an example is not enough for", () => {
  const shown = [{ request: { method: "GET", url: "/parcels/p1" }, response: { status: 200, body: { id: "p1" } } }];
  const unknown = { kind: "object", type: { kind: "unknown" }, unwrap: false } as const;
  assert.is(whyUnknown(unknown, []), ": no sentence, annotation, table or example says of which type it is");
  assert.match(whyUnknown({ kind: "list", type: { kind: "unknown" } }, shown), "one answer alone makes none");
  assert.is(whyUnknown({ kind: "none" }, shown), "");
});

explainTests.run();
