import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readJson } from "../generator/shared/json/json.js";
import { locateJson } from "../generator/shared/json/locate.js";
import { lossOf, withHeldNumbers } from "../generator/shared/json/loss.js";
import { grows } from "./helpers/growth.js";

const json = suite("json");

json("reads strict JSON as it is", () => {
  assert.equal(readJson('{ "pages": 12 }'), { value: { pages: 12 }, repaired: false });
});

const repairs: readonly (readonly [what: string, text: string, value: unknown, reason: string, offset: number])[] = [
  ["a comma too many", '{ "pages": 12, }', { pages: 12 }, "a comma is too many", 13],
  ["a missing comma", '{ "pages": 12\n  "title": "Emma" }', { pages: 12, title: "Emma" }, "a comma is missing", 16],
  [
    "two values of a member",
    '{ "title": "Emma" "Emma, vol. 1", "pages": 12 }',
    { title: "Emma", pages: 12 },
    "two values stand where one can",
    18,
  ],
  ["a comment", '{ "pages": 12 // many\n}', { pages: 12 }, "it holds a comment", 14],
  [
    "a line break in a string",
    '{ "title": "Emma,\nvol. 1" }',
    { title: "Emma, vol. 1" },
    "a line break stands in a string",
    17,
  ],
  ["curly quotation marks", "{ “pages”: 12 }", { pages: 12 }, "a curly quotation mark stands for a straight one", 2],
  [
    "one curly quotation mark",
    '{ "title": "Emma” }',
    { title: "Emma" },
    "a curly quotation mark stands for a straight one",
    16,
  ],
  ["single quotation marks", "{ 'pages': 12 }", { pages: 12 }, "single quotation marks stand for double ones", 2],
  ["names without quotation marks", "{ pages: 12 }", { pages: 12 }, "a word stands without quotation marks", 2],
  [
    "values without quotation marks",
    '{ "lent": Date, "size": "a: b, c" }',
    { lent: "Date", size: "a: b, c" },
    "a word stands without quotation marks",
    10,
  ],
  [
    "a time without quotation marks",
    '{ "lent": 2020-01-02T03:04:05Z }',
    { lent: "2020-01-02T03:04:05Z" },
    "a comma is missing",
    14,
  ],
  [
    "double quotation marks in single ones",
    "{ 'title': '<b class=\"big\">Emma</b>' }",
    { title: '<b class="big">Emma</b>' },
    "single quotation marks stand for double ones",
    2,
  ],
  [
    "a name in braces for a value",
    '{ "berth": {Harbor.Berth}, "ids": [{id}] }',
    { berth: "{Harbor.Berth}", ids: ["{id}"] },
    "a name stands for a value, in braces and without quotation marks",
    11,
  ],
  [
    "a placeholder between curly quotation marks",
    "{ “url”: “/shifts/{id}/swap?type={type}” }",
    { url: "/shifts/{id}/swap?type={type}" },
    "a curly quotation mark stands for a straight one",
    2,
  ],
  [
    "a backslash that escapes nothing, and then all of its string",
    String.raw`{ "type": "image\jpeg", "path": "C:\docs\new", "said": "\"a\tb\"" }`,
    { type: "image\\jpeg", path: "C:\\docs\\new", said: '"a\tb"' },
    "an escape sequence is malformed",
    10,
  ],
  [
    "a backslash before a single quotation mark",
    String.raw`{ "title": "Emma\'s\nfirst" }`,
    { title: "Emma's\nfirst" },
    "an escape sequence is malformed",
    11,
  ],
  [
    "members without braces",
    ' "value": [\n { "pages": 12 }\n ]',
    { value: [{ pages: 12 }] },
    "the braces around the members are missing",
    1,
  ],
  [
    "a name in front of the object",
    '"Book" \n{\n  "pages": 12\n}',
    { pages: 12 },
    "a name stands in front of the object",
    0,
  ],
  [
    "no-break spaces",
    '{\u00a0"pages": 12 }',
    { pages: 12 },
    "an invisible U+00A0 stands here, be it in place of a plain space or too many",
    1,
  ],
  ["dots for what is left out", "[ 1, 2, ... ]", [1, 2], "dots stand for what is left out", 8],
  ["a missing end", '{ "pages": 12', { pages: 12 }, "a closing brace is missing", 13],
];

for (const [what, text, value, reason, offset] of repairs) {
  json(`repairs ${what}`, () => {
    assert.equal(readJson(text), { value, repaired: true, error: { reason, offset } });
  });
}

const losses: readonly (readonly [what: string, text: string, value: unknown, reason: string, offset: number])[] = [
  [
    "an integer that no number is",
    '{ "pages": 9007199254740993 }',
    { pages: "9007199254740993" },
    "no program in JavaScript can hold the number 9007199254740993",
    11,
  ],
  ["a number beyond all", "[1, -1e400]", [1, "-1e400"], "no program in JavaScript can hold the number -1e400", 4],
  ["a number that vanishes", "[1e-400]", ["1e-400"], "no program in JavaScript can hold the number 1e-400", 1],
  ["a zero below zero", "[-0.0]", ["-0.0"], "no program in JavaScript can hold the number -0.0", 1],
  [
    "a name that stands twice",
    '{ "title": "Emma", "by": { "title": "Ms" }, "title": "Persuasion" }',
    { title: "Persuasion", by: { title: "Ms" } },
    'the name "title" stands twice in one object',
    44,
  ],
  [
    "a name that is spelt in two ways",
    '{ "a": 1, "\\u0061": 2 }',
    { a: 2 },
    'the name "\\u0061" stands twice in one object',
    10,
  ],
];

for (const [what, text, value, reason, offset] of losses) {
  json(`tells what is lost: ${what}`, () => {
    assert.equal(readJson(text), { value, repaired: false, loss: { reason, offset } });
  });
}

const slow: Readonly<Record<string, (n: number) => string>> = {
  "escaped quotes": (n) => `{ ${'\\"'.repeat(n)} 1e400`,
  "zeros around a point": (n) => `[${"0".repeat(n)}.${"0".repeat(n)}1, 1e400`,
  "a string of white space": (n) => `"${" ".repeat(n)} 1e400`,
  "minus signs": (n) => "-".repeat(n),
};
for (const [what, textOf] of Object.entries(slow))
  json(`looks for numbers in linear time: ${what}`, () =>
    grows((n) => {
      const text = textOf(n);
      return () => withHeldNumbers(text);
    }, 50_000),
  );

const slowJson: Readonly<Record<string, (n: number) => string>> = {
  "zeros behind a point": (n) => `[0.${"0".repeat(n)}1]`,
  strings: (n) => `["${" ".repeat(n)}", "${'\\"'.repeat(n)}:"]`,
  digits: (n) => `[${"9".repeat(n)}]`,
};
for (const [what, textOf] of Object.entries(slowJson))
  json(`looks for losses in linear time: ${what}`, () =>
    grows((n) => {
      const text = textOf(n);
      const value: unknown = JSON.parse(text);
      return () => lossOf(text, value);
    }, 50_000),
  );

json("numbers that can be held, and texts that look like more, are no loss", () => {
  const held =
    '{ "a": 9007199254740991, "b": 9007199254740992, "c": 0.1234567890123456789, "d": 0e400, "e": "\\": 1e400, -0", "f": 1e21 }';
  assert.equal(readJson(held), { value: JSON.parse(held), repaired: false });
});

json("keeps numbers that cannot be held, and names that every object knows, in JSON that is repaired", () => {
  const { value } = readJson('{ "__proto__": { "n": 9007199254740993 }, "constructor": 1, }');
  assert.is(JSON.stringify(value), '{"__proto__":{"n":"9007199254740993"},"constructor":1}');
});

const refused: readonly (readonly [what: string, text: string, reason: string])[] = [
  ["prose", "Raw bytes of the cover", "a word stands without quotation marks"],
  ["prose in brackets", "[Zip file]", "a word stands without quotation marks"],
  ["two values", '{ "pages": 12 } { "pages": 13 }', "text follows the value"],
  ["nothing", "", "a value is missing"],
  ["a bracket that is not closed", '{ "a": [1, 2 }', "a closing bracket is missing before this closing brace"],
  ["a brace that is not closed", '[{ "a": { "b": 1 }]', "a closing brace is missing before this closing bracket"],
  ["a brace too many", '{ "a": {} } }', "this closing brace is one too many"],
  [
    "a key in an array",
    '{ "a": [{}, "b": {} ] }',
    "a key stands in an array, so that a closing bracket, or an opening brace, is missing",
  ],
  ["a number with a zero before it", '{ "a": 04 }', "a number begins with a zero"],
];

for (const [what, text, reason] of refused) {
  json(`does not make JSON of ${what}`, () => {
    const { value, repaired, error } = readJson(text);
    assert.equal({ value, repaired, reason: error?.reason }, { value: undefined, repaired: false, reason });
  });
}

json("keeps marks that stand in strings", () => {
  assert.equal(readJson(`{ "title": "“Emma” ... it's", }`).value, { title: "“Emma” ... it's" });
});

json("finds the place of a property on its page", () => {
  const body = {
    text: '{\n  "value": [\n    { "id": "b1", },\n    { "id": "b2" }\n  ]\n}',
    place: { line: 40, column: 1 },
  };
  assert.equal(locateJson(body, ["value", 1, "id"]), { line: 43, column: 7 });
  assert.equal(locateJson(body, ["value", 0]), { line: 42, column: 5 });
});

json("falls back to what encloses a property that is not there", () => {
  const body = { text: '{\n  "value": { "id": 1 }\n}', place: { line: 3, column: 4, file: "includes/a.md" } };
  assert.equal(locateJson(body, ["value", "title"]), { line: 4, column: 6, file: "includes/a.md" });
  assert.equal(locateJson(body, []), { line: 3, column: 4, file: "includes/a.md" });
  assert.equal(locateJson({ text: "", place: { line: 3, column: 4 } }, ["id"]), { line: 3, column: 4 });
});

json.run();
