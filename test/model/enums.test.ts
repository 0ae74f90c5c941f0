/** Enumerations from every place that documents them. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { markdownOf } from "../../generator/shared/runs.js";
import type { Api } from "../../generator/model/api.js";
import {
  apiOf,
  enumOf,
  findingsOf,
  operation,
  operationOf,
  plain,
  resource,
  typed,
  words,
  type Pages,
} from "./api-of.js";

const enumTests = suite("model/enums");

const listPage = (...sections: readonly string[]): string =>
  ["# Lists of values", "Namespace: microsoft.graph", ...sections].join("\n\n");
const members = (...names: readonly string[]): string =>
  ["|Member|", "|:--|", ...names.map((one) => `|${one}|`)].join("\n");
const numbered = (values: Readonly<Record<string, string>>): string =>
  [
    "|Member|Value|Description|",
    "|:--|:--|:--|",
    ...Object.entries(values).map(([member, value]) => `|${member}|${value}|As it says.|`),
  ].join("\n");

/** Members of each enumeration, without the root namespace. */
function enumsOf(pages: Pages): Readonly<Record<string, readonly string[]>> {
  return listed(apiOf(pages));
}

function listed(api: Api): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(api.enums.map((one) => [plain(one.name), one.members.map((member) => member.name)]));
}

enumTests("sections of a page of lists", () => {
  const page = listPage("### pace values", members("walk", "ride"), "### mood values", members("fine", "tired"));
  assert.equal(enumsOf({ "resources/enums.md": page }), { mood: ["fine", "tired"], pace: ["walk", "ride"] });
});

enumTests("a section of the type's own page", () => {
  const page = resource("courier", {
    properties: ["|pace|[pace](#pace-values)|How fast.|"],
    rest: `### pace values\n\n${members("walk", "ride")}`,
  });
  assert.equal(enumsOf({ "resources/courier.md": page }), { pace: ["walk", "ride"] });
});

enumTests("a page of its own, with numbers and words", () => {
  const page = "resources/tours-pace.md";
  const text = `# pace enum type\n\nNamespace: microsoft.graph.tours\n\nHow fast a tour goes.\n\n## Members\n\n${numbered({ walk: "0", ride: "1" })}`;
  const pace = enumOf(apiOf({ [page]: text }), "tours.pace");
  const members = pace.members.map((member) => ({ ...member, description: markdownOf(member.description) }));
  assert.equal(
    { ...pace, members, description: markdownOf(pace.description) },
    {
      name: "microsoft.graph.tours.pace",
      members: [
        { name: "walk", value: "0", description: "As it says.", page, place: { line: 11, column: 1 } },
        { name: "ride", value: "1", description: "As it says.", page, place: { line: 12, column: 1 } },
      ],
      evolvable: false,
      flags: false,
      description: "How fast a tour goes.",
      pages: [page],
      place: { line: 9, column: 1 },
    },
  );
});

enumTests("a cell that names what no page has but lists its values", () => {
  const page = resource("courier", {
    namespace: "microsoft.graph.tours",
    properties: ["|pace|pace|How fast. Possible values are: `walk`, `ride`.|"],
  });
  assert.equal(enumsOf({ "resources/courier.md": page }), { "tours.pace": ["walk", "ride"] });
});

const valueTable = (heading: string, ...names: readonly string[]): string =>
  [heading, "", "|Value|Description|", "|:--|:--|", ...names.map((one) => `|${one}|So.|`)].join("\n");

enumTests("values of a mere text are called after its owner: other types have other values for such names", () => {
  const page = (type: string, ...values: readonly string[]): string =>
    resource(type, { properties: ["|state|String|How it is.|"], rest: valueTable("## State options", ...values) });
  const api = apiOf({ "resources/van.md": page("van", "full", "empty"), "resources/depot.md": page("depot", "open") });
  assert.equal(listed(api), { depotState: ["open"], vanState: ["full", "empty"] });
  assert.equal([typed(api, "van"), findingsOf(api)], [{ state: "String" }, []]);
});

enumTests("values below the name of a row are those of the enumeration that its cell names", () => {
  const page = resource("van", {
    properties: ["|state|vanLoad|How it is.|"],
    rest: valueTable("### state values", "full", "empty"),
  });
  const api = apiOf({ "resources/van.md": page });
  assert.equal([listed(api), typed(api, "van")], [{ vanLoad: ["full", "empty"] }, { state: "enum vanLoad" }]);
});

enumTests("values of a parameter, beside the table of parameters", () => {
  const rows = "|Parameter|Type|Description|\n|:--|:--|:--|\n|scope|String|Who.|\n|pace|Enumeration|How fast.|";
  const page = operation({
    request: "POST /vans/share",
    body: `Supply the parameters.\n\n${rows}\n\n${valueTable("### Scopes", "staff", "all")}\n\n${valueTable("### pace", "slow", "fast")}`,
  });
  const api = apiOf({ "api/van-share.md": page });
  const { body } = operationOf(api);
  assert.equal(body?.kind === "json" && body.properties?.map((property) => [property.name, words(property.type)]), [
    ["scope", "enum vanShareScope"],
    ["pace", "enum vanSharePace"],
  ]);
  assert.equal(listed(api), { vanSharePace: ["slow", "fast"], vanShareScope: ["staff", "all"] });
});

enumTests("members are told once, back-ticks are no part of them", () => {
  const page = listPage("### pace values", members("`walk`", "**ride**", "walk"));
  assert.equal(enumsOf({ "resources/enums.md": page }), { pace: ["walk", "ride"] });
});

enumTests("one that two pages document alike is one", () => {
  const api = apiOf({
    "resources/a.md": listPage("### pace values", members("walk", "ride")),
    "resources/b.md": listPage("### pace values", members("walk", "ride")),
  });
  assert.equal(enumOf(api, "pace").pages, ["resources/a.md", "resources/b.md"]);
  assert.equal(findingsOf(api), []);
});

enumTests("one that two pages document otherwise has the members of both, the longer list first", () => {
  const api = apiOf({
    "resources/a.md": listPage("### pace values", members("walk", "fly")),
    "resources/b.md": listPage("### pace values", members("walk", "ride", "run")),
  });
  assert.equal(listed(api), { pace: ["walk", "ride", "run", "fly"] });
  assert.equal(
    api.findings.filter(({ rule }) => rule === "enum-differs").map(({ page, message }) => [page, message]),
    [
      [
        "resources/a.md",
        "The enumeration pace has other members on resources/b.md: only there ride, run; only here fly.",
      ],
    ],
  );
});

enumTests("one name in two namespaces is two enumerations", () => {
  assert.equal(
    enumsOf({
      "resources/enums.md": listPage("### pace values", members("walk")),
      "resources/enums-tours.md": listPage("### pace values", members("slow")).replace(".graph", ".graph.tours"),
    }),
    { pace: ["walk"], "tours.pace": ["slow"] },
  );
});

enumTests("evolvable: the member unknownFutureValue", () => {
  const api = apiOf({
    "resources/enums.md": listPage(
      "### pace values",
      members("walk", "unknownFutureValue"),
      "### mood values",
      members("fine"),
    ),
  });
  assert.equal([enumOf(api, "pace").evolvable, enumOf(api, "mood").evolvable], [true, false]);
});

const numbers: readonly (readonly [why: string, values: Readonly<Record<string, string>>, flags: boolean])[] = [
  ["distinct powers of two", { none: "0", fragile: "1", heavy: "2", wet: "4" }, true],
  ["a plain count", { sent: "0", handled: "1", delivered: "2", lost: "3" }, false],
  ["too few to tell", { none: "0", fragile: "1", heavy: "2" }, false],
  ["one twice", { fragile: "1", heavy: "2", wet: "4", moist: "4" }, false],
];

for (const [why, values, flags] of numbers) {
  enumTests(`${flags ? "flags" : "no flags"}: ${why}`, () => {
    const api = apiOf({ "resources/enums.md": listPage("### care values", numbered(values)) });
    assert.is(enumOf(api, "care").flags, flags);
  });
}

enumTests("flags: the page or the description says so", () => {
  const page = `# care enum type\n\nNamespace: microsoft.graph\n\nA combination of notes on the box.\n\n## Members\n\n${members("wet", "heavy")}`;
  assert.ok(enumOf(apiOf({ "resources/care.md": page }), "care").flags);
  const cell = "|care|care|One or more of the notes. Possible values are: `wet`, `heavy`.|";
  assert.ok(enumOf(apiOf({ "resources/parcel.md": resource("parcel", { properties: [cell] }) }), "care").flags);
});

enumTests.run();
