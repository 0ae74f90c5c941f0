/** Data is printed without prettier, and prettier would not change a character of it. */
import * as fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatCode } from "../../generator/emit/typescript/format.js";
import { printCode, printData } from "../../generator/emit/typescript/print-data.js";

const printing = suite("printing data");

printing("objects one property a line, arrays on one line where they fit", () => {
  const parcel = {
    id: "p-17",
    weights: [1, 2.5, -3e21],
    stops: [{ at: "harbour" }, {}],
    labels: ["a", "b"],
    note: null,
  };
  assert.is(
    printData(parcel),
    `{
  "id": "p-17",
  "weights": [1, 2.5, -3e21],
  "stops": [
    {
      "at": "harbour",
    },
    {},
  ],
  "labels": ["a", "b"],
  "note": null,
}`,
  );
});

printing("what is longer than a line is broken where prettier breaks it", () => {
  const long = "x".repeat(115);
  assert.is(printData({ comment: long }), `{\n  "comment":\n    "${long}",\n}`);
  assert.is(printData({ id: long }), `{\n  "id": "${long}",\n}`);
  assert.is(printData([long, "y"]), `[\n  "${long}",\n  "y",\n]`);
});

/** Lengths around the line width, wide characters, quotes, escapes. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^["'\\a]{0,8}$/),
  fc.constantFrom("__proto__", "@odata.type", "漢字", "👩‍👩‍👧", "é", "\u200b", "\u2028", '\'""', '\\\'""', "1", "a-b"),
  fc.integer({ min: 95, max: 125 }).map((length) => "w".repeat(length)),
  fc.integer({ min: 45, max: 65 }).map((length) => "漢".repeat(length)),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(null, true, false, -0, 1e21, 1e-7),
    fc.array(fc.integer(), { maxLength: 60 }),
    fc.array(text, { maxLength: 12 }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(text, tie("value"), { maxKeys: 5 }),
  ),
}));

printing("data of our own: keys are bare where that is allowed, absent values left out", () => {
  const table = { id: "a", "b-c": [true, null], none: undefined };
  assert.is(printCode(table), `{\n  id: "a",\n  "b-c": [true, null],\n}`);
});

printing("whatever the data, prettier leaves it as it is", () =>
  fc.assert(
    fc.asyncProperty(value, async (each) => {
      for (const print of [printData, printCode]) {
        const source = `export const data: unknown = ${print({ each })};\n`;
        assert.is(source, await formatCode(source));
      }
    }),
    { numRuns: 500 },
  ),
);

printing.run();
