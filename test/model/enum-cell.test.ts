/** Which enumeration a cell means, when it does not name one: by the values that the description lists. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageOf } from "../read/page-of.js";
import { apiOf, findingsOf, operation, propertyOf, resource, words, type Pages } from "./api-of.js";

const enumCell = suite("model/enum-cell");

const lists = (values: Readonly<Record<string, readonly string[]>>): string =>
  [
    "# Lists of values\n\nNamespace: microsoft.graph",
    ...Object.entries(values).map(
      ([list, members]) =>
        `### ${list} values\n\n|Member|\n|:--|\n${members.map((member) => `|${member}|`).join("\n")}`,
    ),
  ].join("\n\n");
const enums: Pages = {
  "resources/enums.md": lists({
    pace: ["walk", "ride"],
    labelSide: ["left", "right"],
    doorSide: ["left", "right"],
    fruit: ["apple", "pear"],
    orchardCrop: ["apple", "pear"],
    restrictionTrigger: ["bark", "bite"],
  }),
};

interface Cell {
  readonly property?: string;
  readonly type: string;
  readonly words?: string;
}

/** Type of a row of the type `label`, and what is found. */
function resolve({ property = "it", type, words: description = "" }: Cell, more: Pages = {}): readonly unknown[] {
  const page = resource("label", { properties: [`|${property}|${type}|${description}|`] });
  const api = apiOf({ ...enums, ...more, "resources/label.md": page });
  return [words(propertyOf(api, `label.${property}`).type), ...findingsOf(api)];
}

enumCell("Enumeration: the one with exactly the listed members", () => {
  const given = { type: "Enumeration", words: "How fast. Possible values are: `walk`, `ride`." };
  assert.equal(resolve(given), ["enum pace"]);
  assert.equal(resolve({ ...given, type: "Enumeration collection" }), ["enum pace[]"]);
  assert.equal(resolve({ ...given, words: given.words.replace("walk", "Walk") }), ["enum pace"]);
});

enumCell("Enumeration: of two with those members the one named like property and type", () => {
  const words = "Possible values are: `left`, `right`.";
  assert.equal(resolve({ property: "side", type: "Enumeration", words }), ["enum labelSide"]);
  assert.equal(resolve({ property: "doorSide", type: "Enumeration", words }), ["enum doorSide"]);
});

enumCell("Enumeration: two that are as good as each other are found", () => {
  const words = "Possible values are: `apple`, `pear`.";
  assert.equal(resolve({ property: "orchardFruit", type: "Enumeration", words })[0], "enum fruit");
  const alike = { "resources/enums.md": lists({ apples: ["red", "green"], pears: ["red", "green"] }) };
  assert.equal(resolve({ type: "Enumeration", words: "Possible values are: `red`, `green`." }, alike), [
    "enum apples",
    "enum-ambiguous label.it",
  ]);
});

enumCell("Enumeration: values that no enumeration has are a list of their own", () => {
  assert.equal(resolve({ type: "Enumeration", words: "Possible values are: `paper`, `cloth`." }), [
    '"paper" | "cloth"',
  ]);
});

enumCell("Enumeration without a list: what a body table lists for a property of that name", () => {
  const body = "|Property|Type|Description|\n|:--|:--|:--|\n|speed|Enumeration|Possible values are: `walk`, `ride`.|";
  const more = { "api/label-post.md": operation({ title: "Create label", request: "POST /labels", body }) };
  assert.is(resolve({ property: "speed", type: "Enumeration" }, more)[0], "enum pace");
});

enumCell("Enumeration without a list: the one that the property is named after", () => {
  assert.equal(resolve({ property: "activePaces", type: "Enumeration collection" }), ["enum pace[]"]);
  assert.equal(resolve({ property: "pace", type: "Enumeration" }), ["enum pace"]);
  assert.equal(resolve({ property: "colour", type: "Enumeration" }), ["String", "enum-unresolved label.colour"]);
});

enumCell("String: an open list, unless the values are those of an enumeration or say that there will be more", () => {
  const of = (values: string): readonly unknown[] =>
    resolve({ type: "String", words: `Possible values are: ${values}.` });
  assert.equal(of("`walk`, `ride`"), ["enum pace"]);
  assert.equal(of("`paper`, `cloth`, `unknownFutureValue`"), ['"paper" | "cloth" | "unknownFutureValue"']);
  assert.equal(of("`paper`, `cloth`"), ['"paper" | "cloth" | String']);
  assert.equal(of("`paper`"), ["String"]);
  const denied = "Cannot be long or be one of the following values: `paper`, `cloth`.";
  assert.equal(resolve({ type: "String", words: denied }), ["String"]);
  assert.equal(of("`Air Mail`, `unknownFutureValue`"), ['"Air Mail" | "unknownFutureValue" | String']);
});

enumCell("texts that list values, in a collection and in what is found in examples", () => {
  const words = "Possible values are: `paper`, `cloth`.";
  assert.equal(resolve({ type: "String collection", words }), ['"paper" | "cloth" | String[]']);
});

enumCell("a linked enumeration whose page has other values: some are found, none means another one", () => {
  const link = { type: "[pace](enums.md#pace-values)" };
  assert.equal(resolve({ ...link, words: "Possible values are: `walk`, `fly`." }), [
    "enum pace",
    "enum-differs microsoft.graph.pace",
  ]);
  assert.equal(resolve({ ...link, words: "Possible values are: `swim`, `fly`." }), [
    '"swim" | "fly"',
    "enum-differs microsoft.graph.pace",
  ]);
});

const descriptions: readonly (readonly [words: string, values: readonly string[]])[] = [
  ["How fast. Possible values are: `walk`, `ride`.", ["walk", "ride"]],
  ["Possible values are `walk` or `ride`.", ["walk", "ride"]],
  ["The possible values are: `walk`, `ride`, and `swim`.", ["walk", "ride", "swim"]],
  ["Possible values: `walk`,`ride`", ["walk", "ride"]],
  ["Possible value(s) are: `walk`; `ride`", ["walk", "ride"]],
  ["Must be one of `walk`, `ride`.", ["walk", "ride"]],
  ["Supported values are: `walk`/`ride`", ["walk", "ride"]],
  ["Allowed values: `walk`, `ride`", ["walk", "ride"]],
  ["The value can be `walk` or `ride`.", ["walk", "ride"]],
  ["Possible values are: 0 - `Waiting`, 1 - `Gone`.", ["Waiting", "Gone"]],
  ["Possible values are: `walk` (default), `ride`.", ["walk", "ride"]],
  ["Possible values are: **`walk`**, **`ride`**.", ["walk", "ride"]],
  ["Possible values are: <ul><li>`walk`</li><li>`ride`</li></ul>", ["walk", "ride"]],
  ["Possible values are: `walk`, `ride`, `walk`.", ["walk", "ride"]],
  ["Possible values are: `walk`, `ride`. Not `fly`.", ["walk", "ride"]],
  ["See there for supported values. Possible values are: `walk`, `ride`.", ["walk", "ride"]],
  ["Possible values are `true` and `false`.", []],
  ["Default value is `walk`.", []],
  ["The value is `null` where nobody came.", []],
  ["Valid values 1 to 365.", []],
  ["Some say `walk`, some say `ride`.", []],
];

for (const [words, values] of descriptions) {
  enumCell(`listed values: ${words}`, () => {
    const page = pageOf(resource("label", { properties: [`|it|String|${words}|`] }), "resources/label.md");
    assert.equal(page.properties?.tables[0]?.rows[0]?.values ?? [], values);
  });
}

enumCell.run();
