/** Where a change is shown: the line of the row, the value, the account or the heading that changed, on both pages. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareApis } from "../../generator/diff/compare.js";
import type { ChangePlace } from "../../generator/diff/change.js";
import { publishedApi } from "../../generator/emit/json/api-json.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { apiOf, type Pages } from "../model/api-of.js";
import { bodyTable, create, enumeration, get, parcel, users } from "./cases/parcels.js";

const places = suite("places of changes");

function published(pages: Pages): PublishedApi {
  return publishedApi(planPackage(apiOf(pages), { name: "parcels", version: "1.0.0", license: "MIT" }));
}

/** The line behind each place as the page has it. */
function told(old: Pages, fresh: Pages): readonly (readonly [rule: string, old: string, fresh: string])[] {
  const textAt = (pages: Pages, place: ChangePlace | undefined): string =>
    place === undefined ? "" : (pages[place.page]?.split("\n")[place.line - 1] ?? "nowhere");
  return compareApis(published(old), published(fresh)).map(({ rule, oldPlace, newPlace }) => [
    rule,
    textAt(old, oldPlace),
    textAt(fresh, newPlace),
  ]);
}

const permissions = (work: string, application: string): string =>
  [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:---|:---|",
    `|Delegated (work or school account)|${work}|`,
    "|Delegated (personal Microsoft account)|Not supported.|",
    `|Application|${application}|`,
  ].join("\n");

places("a permission: the row of its account", () => {
  const [old, fresh] = ["Parcel.Read.All", "Parcel.Read.All, Parcel.ReadWrite.All"].map((work) => ({
    ...parcel(),
    ...get({ permissions: permissions(work, "Parcel.Read.All") }),
  }));
  assert.equal(told(old ?? {}, fresh ?? {}), [
    [
      "permission-added",
      "|Delegated (work or school account)|Parcel.Read.All|",
      "|Delegated (work or school account)|Parcel.Read.All, Parcel.ReadWrite.All|",
    ],
  ]);
});

places("a permission of a page with several tables: the row in the table that has it", () => {
  const page = (more: string): Pages => {
    const table = (names: string): string => permissions(names, "Not supported.");
    const sections = [`### For boxes\n\n${table("Box.Read.All")}`, `### For lids\n\n${table(`Lid.Read.All${more}`)}`];
    return { ...parcel(), ...get({ permissions: sections.join("\n\n") }) };
  };
  const [change] = told(page(""), page(", Lid.ReadWrite.All"));
  assert.equal(change?.slice(0, 1), ["permission-added"]);
  assert.is(change?.[2], "|Delegated (work or school account)|Lid.Read.All, Lid.ReadWrite.All|");
});

places("a value of an enumeration: its row, and on the side that lacks it the list", () => {
  const sized = (...members: string[]): Pages => ({
    ...parcel(["|size|size|How large.|"]),
    ...users("size"),
    ...get(),
    ...enumeration("size", members),
  });
  assert.equal(told(sized("small", "large"), sized("small", "large", "huge")), [
    ["value-added", "|Member|Description|", "|huge||"],
  ]);
  assert.equal(told(sized("small", "large: Much."), sized("small", "large: Very much.")), [
    ["description-changed", "|large|Much.|", "|large|Very much.|"],
  ]);
});

places("a type: the title of its page; title and words of an operation: theirs; its answer: the section on it", () => {
  const old = { ...parcel(), ...get() };
  assert.equal(
    told(old, {
      ...old,
      "resources/box.md":
        "# box resource type\n\nNamespace: microsoft.graph\n\nA box.\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|wide|Int32|In mm.|",
    }),
    [["type-added", "", "# box resource type"]],
  );
  assert.equal(told(old, { ...parcel(), ...get({ title: "Get a parcel", text: "Reads it." }) }), [
    ["description-changed", "Does something with parcels.", "Reads it."],
    ["title-changed", "# Get parcel", "# Get a parcel"],
  ]);
  const nothing = "If successful, this method returns a `204 No Content` response code.";
  const [lost] = told(old, { ...parcel(), ...get({ response: nothing }) });
  assert.equal(lost, ["result-lost", "## Response", "## Response"]);
});

places("a property that is sent: its row in the table of the body, else on the page of the type", () => {
  const table = (...rows: string[]): Pages => ({
    ...parcel(["|weight|Int32|In grams.|"]),
    ...create({ body: bodyTable("|weight|Int32|In grams.|", ...rows) }),
  });
  assert.equal(told(table(), table("|note|String|What is in it.|")).at(-1), [
    "body-property-added",
    "POST /parcels",
    "|note|String|What is in it.|",
  ]);
  const untold = { ...parcel(["|weight|Int32|In grams.|", "|height|Int32|In mm.|"]), ...create() };
  assert.ok(
    told(untold, table()).some((each) => each[0] === "body-property-removed" && each[1] === "|height|Int32|In mm.|"),
  );
});

places("what was unknown and now has a type that may be null is told of the type, not of null as well", () => {
  const of = (type: string, words: string): Pages => ({ ...parcel([`|sent|${type}|${words}|`]), ...get() });
  const [old, fresh] = [
    of("[moment](https://example.com/moment)", "When."),
    of("DateTimeOffset", "When. Can be null."),
  ];
  const rules = told(old, fresh).map(([rule]) => rule);
  assert.equal(rules, ["property-type-known", "description-changed"]);
});

places.run();
