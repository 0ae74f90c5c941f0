/** What the comparer does beside single rows: order, direction of use, groups, what a generator alone changes. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { publishedApi } from "../../generator/emit/json/api-json.js";
import { compareApis, comparisonOf, stepOf } from "../../generator/diff/compare.js";
import type { Change, Policy } from "../../generator/diff/change.js";
import { prettyLines } from "../../generator/diff/report/pretty.js";
import type { PublishedApi } from "../../generator/model/published.js";
import { planPackage } from "../../generator/plan/plan-package.js";
import { apiOf, type Pages } from "../model/api-of.js";
import { bodyTable, create, enumeration, get, list, parcel, send, thing, users } from "./cases/parcels.js";

const comparing = suite("comparing two APIs");

function published(pages: Pages): PublishedApi {
  return publishedApi(planPackage(apiOf(pages), { name: "parcels", version: "1.0.0", license: "MIT" }));
}

function compare(old: Pages, fresh: Pages, policy?: Policy): readonly Change[] {
  return compareApis(published(old), published(fresh), policy);
}

const told = (changes: readonly Change[]): readonly string[] => changes.map(({ rule, symbol }) => `${rule} ${symbol}`);
const WEIGHT = "|weight|Int32|In grams.|";
const note = (words: string): string => `|note|String|${words}|`;

comparing("how a type is used decides: what is only written may become null", () => {
  const of = (use: Pages): readonly string[] =>
    compare(
      { ...parcel([note("What is in it.")]), ...use },
      { ...parcel([note("What is in it. Can be null.")]), ...use },
    ).map(({ rule, step, direction }) => `${rule} ${step} ${direction ?? ""}`);
  const nothing = "If successful, this method returns a `204 No Content` response code.";
  assert.equal(of(get()), ["property-null-allowed major read", "description-changed patch read"]);
  assert.equal(of(create({ response: nothing })), [
    "property-null-allowed minor written",
    "description-changed patch written",
  ]);
  assert.equal(of(create()), ["property-null-allowed major both", "description-changed patch both"]);
  assert.equal(of({}), ["property-null-allowed major unused", "description-changed patch unused"]);
});

comparing("a type that goes takes its properties along in silence, an operation its examples", () => {
  const box = { "resources/box.md": thing("box", [WEIGHT]) };
  assert.equal(told(compare({ ...parcel(), ...get(), ...box, ...send() }, { ...parcel(), ...get() })), [
    "type-removed box",
    "operation-removed parcel-send",
  ]);
});

comparing("a removal that was announced says so", () => {
  const old = { ...parcel([WEIGHT, note("Deprecated. Use weight.")]), ...get() };
  const [change] = compare(old, { ...parcel([WEIGHT]), ...get() });
  assert.is(change?.rule, "property-removed");
  assert.match(change?.reason ?? "", "It was announced");
});

comparing("a page that describes another type now gives a hint, where that is the only one", () => {
  const page = (...names: string[]): Pages => ({
    ...parcel(),
    ...get(),
    "resources/box.md": names.map((name) => thing(name, [`|${name}Size|Int32|In mm.|`])).join("\n\n"),
  });
  const reasons = (old: Pages, fresh: Pages): readonly string[] =>
    compare(old, fresh).flatMap(({ rule, reason }) => (rule === "type-removed" ? [reason] : []));
  assert.equal(reasons(page("boxes"), page("box")), [
    "The type Boxes is not exported any more. Its page describes Box now: renamed?",
  ]);
  assert.equal(reasons(page("boxes"), { ...parcel(), ...get() }), ["The type Boxes is not exported any more."]);
});

comparing("a rename is one only where nothing else could be meant", () => {
  const old = { ...parcel(["|height|Int32|In mm.|", "|width|Int32|In mm.|"]), ...get() };
  const fresh = { ...parcel(["|tall|Int32|In mm.|", "|wide|Int32|In mm.|"]), ...get() };
  assert.equal(
    told(compare(old, fresh)).map((each) => each.split(" ")[0]),
    ["property-removed", "property-removed", "property-added", "property-added"],
  );
});

comparing("what a house decides is as grave as it says", () => {
  const sized = (...members: string[]): Pages => ({
    ...parcel(["|size|size|How large.|"]),
    ...users("size"),
    ...get(),
    ...enumeration("size", members),
  });
  const [old, fresh] = [sized("small", "large"), sized("small", "large", "huge")];
  assert.is(stepOf(compare(old, fresh)), "minor");
  const [change] = compare(old, fresh, { newValues: "major", access: "minor", paging: "patch" });
  assert.equal([change?.step, change?.section], ["major", "new-values"]);
});

comparing("a permission that is renamed on many pages is one change", () => {
  const granted = (name: string): Pages => {
    const permissions = `|Permission type|Permissions|\n|:---|:---|\n|Application|${name}|`;
    return { ...parcel(), ...get({ permissions }), ...list({ permissions }), ...send({ permissions }) };
  };
  const changes = compare(granted("Parcel.Read"), granted("Parcels.Read"));
  assert.equal(told(changes), ["scope-renamed Parcels.Read"]);
  assert.match(changes[0]?.reason ?? "", "in 3 operations");
});

comparing("words of pages are data in reasons", () => {
  const old = { ...parcel([WEIGHT]), ...send() };
  const fresh = { ...parcel([WEIGHT]), ...send({ request: "POST /{new}/{parcelId}/send" }) };
  assert.ok(compare(old, fresh).every(({ reason }) => !reason.includes("undefined")));
});

comparing("the order and the bytes are the same, whatever the order of the pages", () => {
  const old: Pages = { ...parcel([WEIGHT]), ...get(), ...list() };
  const fresh: Pages = { ...parcel([note("x")]), ...send(), ...get({ title: "Get a parcel" }) };
  const turned = (pages: Pages): Pages => Object.fromEntries(Object.entries(pages).toReversed());
  assert.is(JSON.stringify(compare(old, fresh)), JSON.stringify(compare(turned(old), turned(fresh))));
  const steps = compare(old, fresh).map(({ step }) => step);
  assert.equal(
    steps,
    [...steps].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
  );
});
const ORDER = ["major", "minor", "patch"];

comparing("each change has names, a module, a reason and a place", () => {
  const old: Pages = { ...parcel([WEIGHT]), ...get(), ...list() };
  const fresh: Pages = { ...parcel([note("x")]), ...send(), ...get({ request: "GET /packages/{parcelId}" }) };
  for (const { symbol, typescript, module, reason, oldPlace, newPlace } of compare(old, fresh)) {
    assert.ok(symbol !== "" && typescript.length > 0 && module !== undefined && reason !== "", symbol);
    assert.ok((newPlace ?? oldPlace)?.page.endsWith(".md"), symbol);
  }
});

comparing("a change stands at the row, or the request line, that it is about", () => {
  const of = (weight: string, trace: string, line: string): Pages => ({
    ...parcel([WEIGHT]),
    ...send({
      request: `POST /parcels/{parcelId}/send\n${line}`,
      headers: [`|X-Trace|A name. ${trace}|`],
      body: bodyTable(note("Why. Optional."), `|weight|Int32|In grams. ${weight}|`),
    }),
  });
  const [old, fresh] = [of("Optional.", "Optional.", ""), of("Required.", "Required.", "POST /boxes/{boxId}/send")];
  const page = (fresh["api/parcel-send.md"] ?? "").split("\n");
  const lineOf = (rule: string): string | undefined => {
    const change = compare(old, fresh).find((each) => each.rule === rule);
    return page[(change?.newPlace?.line ?? 0) - 1];
  };
  assert.match(lineOf("body-property-required") ?? "", "|weight|Int32|In grams. Required.|");
  assert.match(lineOf("header-required") ?? "", "|X-Trace|A name. Required.|");
  assert.is(lineOf("route-added"), "POST /boxes/{boxId}/send");
});

comparing("what another generation changes by itself is told", () => {
  const old = published({ ...parcel([WEIGHT]), ...get() });
  const by = (change: Partial<PublishedApi>): readonly string[] => told(compareApis(old, { ...old, ...change }));
  assert.equal(by({ generator: "99.0.0" }), ["generator-changed docwright"]);
  assert.equal(by({ envelope: { items: "items" } }), ["lists-read-elsewhere lists"]);
  assert.equal(by({ errorBody: { at: "", isList: false, message: "text" } }), ["errors-read-elsewhere errors"]);
  const types = old.types.map((type) => ({ ...type, relationships: "ParcelRelationships" }));
  assert.equal(by({ types }), ["export-added ParcelRelationships"]);
  assert.equal(told(compareApis({ ...old, types }, old)), ["export-removed ParcelRelationships"]);
});

comparing("a summary of thousands of changes fits a screen", () => {
  const types = (name: string): Pages =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `resources/${name}${i}.md`,
        thing(`${name}${"abcdefghij"[i % 10]}${i}`, [WEIGHT, `|p${i}|String|x|`]),
      ]),
    );
  const changes = compare({ ...types("box"), ...get() }, { ...types("lid"), ...list() });
  assert.ok(changes.length >= 300);
  const lines = prettyLines(comparisonOf(changes), false);
  assert.ok(lines.length <= 50, String(lines.length));
  assert.ok(prettyLines(comparisonOf(changes), true).length > 300);
});

comparing.run();
