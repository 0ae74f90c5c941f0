/** Findings that stay, because a writer says why on the page itself. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Finding } from "../../generator/findings/rules.js";
import { toldOf } from "../../generator/findings/told.js";
import type { RuleSettings } from "../../generator/findings/severity.js";
import { linkApi } from "../../generator/model/link.js";
import { readPage } from "../../generator/read/read-page.js";
import { parcels } from "../helpers/parcels.js";

const suppressions = suite("suppressions");
const get = "api/parcel-get.md";
const resource = "resources/parcel.md";
const cell = "|weight|Int32|In kilograms.|";
const response = '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.parcel" } -->';

/** Changes on a page: what gives way to what. */
type Change = readonly [page: string, clean: string, now: string];

/** What is told of the parcels with some changes, and what stays with a reason, as rules with lines. */
function told(
  changes: readonly Change[],
  settings?: RuleSettings,
): { readonly open: string[]; readonly kept: string[] } {
  const texts = new Map(Object.entries(parcels));
  for (const [page, clean, now] of changes) {
    const before = texts.get(page) ?? "";
    assert.ok(before.includes(clean), `${page} has no ${clean}`);
    texts.set(page, before.replace(clean, now));
  }
  const pages = [...texts].map(([path, text]) => readPage({ path, text, includes: new Map() }));
  const { findings } = linkApi(pages, {});
  const written = pages.flatMap(({ path, suppressions: own = [] }) => own.map((each) => ({ ...each, page: path })));
  const { findings: all, reasons } = toldOf({ findings, suppressions: written }, () => "", settings);
  const shown = (one: Finding): string => (reasons.has(one) ? `${one.rule}: ${reasons.get(one)}` : one.rule);
  return {
    open: all.filter((one) => !reasons.has(one)).map(shown),
    kept: all.filter((one) => reasons.has(one)).map(shown),
  };
}

const wrongType: Change = [get, '"weight": 3', '"weight": "3 kg"'];

suppressions("without any, the slips are found", () => {
  assert.equal(told([]), { open: [], kept: [] });
  assert.equal(told([wrongType]).open, ["example-type"]);
});

suppressions("the key docwright of an annotation holds for its code block", () => {
  const said = response.replace(" }", ', "docwright": { "ignore": { "example-type": "the service sends it" } } }');
  assert.equal(told([wrongType, [get, response, said]]), { open: [], kept: ["example-type: the service sends it"] });
});

suppressions("in the annotation of the page it holds for all of it", () => {
  const note = `
<!-- {
  "type": "#page.annotation",
  "docwright": { "ignore": { "example-type": "known since May" } }
} -->
`;
  const whole = parcels[get] ?? "";
  const wrong = whole.replace('"weight": 3', '"weight": "3 kg"');
  assert.equal(told([[get, whole, wrong + note]]), { open: [], kept: ["example-type: known since May"] });
});

suppressions("a comment in a cell holds for its row, and changes nothing that the row says", () => {
  const wrong = "|weight|Int32, or so|In kilograms.|";
  const before = told([[resource, cell, wrong]]);
  assert.ok(before.open.length > 0);
  const rule = before.open[0] ?? "";
  const row = `|weight|Int32, or so|In kilograms. <!-- docwright ignore ${rule}: the house words it so -->|`;
  assert.ok(told([[resource, cell, row]]).kept.includes(`${rule}: the house words it so`));
});

suppressions("a comment on a line of its own holds for what follows, not for what comes then", () => {
  const comment = "<!-- docwright ignore example-type: old clients need it -->\n\n";
  const fence = "```http\nHTTP/1.1 200 OK";
  assert.equal(told([wrongType, [get, fence, `${comment}${fence}`]]).kept, ["example-type: old clients need it"]);
  const above = told([wrongType, [get, "# Get parcel\n", `# Get parcel\n\n${comment}`]]);
  assert.equal(above, { open: ["suppression-unused", "example-type"], kept: [] });
});

suppressions(
  "a reason has two words, a rule exists, and what is not needed is told, with the edit that takes it out",
  () => {
    const comment = (words: string): Change => [
      get,
      "# Get parcel\n",
      `# Get parcel\n\nText. <!-- docwright ignore ${words} -->\n`,
    ];
    assert.equal(told([comment("example-type: because")]).open, ["suppression-no-reason"]);
    assert.equal(told([comment("example-type")]).open, ["suppression-no-reason"]);
    assert.equal(told([comment("exmple-type: for a reason")]).open, ["suppression-unknown-rule"]);
    assert.equal(told([comment("example-type: for a > reason")]).open, ["suppression-unused"]);
    assert.equal(told([comment("example-type: for a reason")], { "example-type": "off" }).open, []);
  },
);

suppressions("what keeps part of the docs from being read cannot be suppressed", () => {
  const words = "docwright ignore comment-unclosed: it is closed below";
  assert.equal(told([[get, "# Get parcel\n", `# Get parcel\n\nText. <!-- ${words} -->\n`]]).open, [
    "suppression-refused",
  ]);
});

suppressions("API Doctor's count where they tell the same; of the others one hint tells", () => {
  const note = (...texts: string[]): string =>
    `\n<!-- ${JSON.stringify({ type: "#page.annotation", suppressions: texts })} -->\n`;
  const text = (parcels[get] ?? "").replace('"weight": 3', '"weight": "3 kg"');
  const same =
    "Error: get_parcel/weight:\r\n      Expected type Int32 but actual was String. Property: weight, actual value: '3 kg'";
  const whole = parcels[get] ?? "";
  assert.equal(told([[get, whole, text + note(same)]]), { open: [], kept: [`example-type: API Doctor: ${same}`] });
  const others = told([[get, whole, text + note("Warning: something else", "Error: another thing")]]);
  assert.equal(others, { open: ["example-type", "suppression-foreign"], kept: [] });
  assert.equal(told([[get, whole, text + note()]]).open, ["example-type"]);
});

suppressions.run();
