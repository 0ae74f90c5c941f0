/** Which documented values may be examples; and words of strangers. */
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Schema } from "../../generator/emit/openapi/document.js";
import { misfitOf } from "../../generator/emit/openapi/fit.js";
import { safeText } from "../../generator/emit/openapi/texts.js";

const fit = suite("examples that fit");
const texts = suite("texts of the OpenAPI document");

const parcel: Schema = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    weight: { type: ["integer", "null"], format: "int32" },
    sent: { type: "string", format: "date-time" },
    day: { type: "string", format: "date" },
    pace: { anyOf: [{ type: "string", enum: ["slow", "fast"] }, { type: "null" }] },
    marks: { type: "array", items: { type: "string" } },
    parts: { type: "array", items: { $ref: "#/parcel" } },
  },
  required: ["id"],
};
const id = "0d5d1c3e-1a2b-4c3d-8e4f-5a6b7c8d9e0f";
const why = (value: unknown): string | undefined => {
  const found = misfitOf(value, parcel, () => parcel);
  return found && `${found.at} ${found.why}`;
};

fit("the reason names the place", () => {
  assert.is(why({ id, weight: null, sent: "2026-02-28T23:59:59.5Z", day: "2024-02-29", pace: "slow" }), undefined);
  assert.is(why({ weight: 1 }), "/id is missing");
  assert.is(why({ id: "p-17" }), "/id is no uuid");
  assert.is(why({ id, weight: 1.5 }), "/weight is no integer or null");
  assert.is(why({ id, weight: 2 ** 31 }), "/weight is no int32");
  assert.is(why({ id, sent: "2026-02-28T23:59:59" }), "/sent is no date-time");
  assert.is(why({ id, day: "2023-02-29" }), "/day is no date");
  assert.is(why({ id, pace: "swift" }), "/pace is none of what it can be");
  assert.is(why({ id, parts: [{ id }, { id, marks: ["a", 1] }] }), "/parts/1/marks/1 is no string");
});

fit("what no page lists is no part of a closed type, and of an open one it is", () => {
  assert.is(why({ id, "a/b": 1 }), "/a~1b is not documented");
  assert.is(
    misfitOf({ id, other: 1 }, { ...parcel, additionalProperties: true }, () => parcel),
    undefined,
  );
});

fit("bytes are as long as they are written where a format says so, for validators look at that alone", () => {
  const whyOf = (text: string, schema: Schema): string | undefined => misfitOf(text, schema, () => schema)?.why;
  const [format, encoding]: [Schema, Schema] = [
    { type: "string", format: "byte" },
    { type: "string", contentEncoding: "base64" },
  ];
  const ajv = new Ajv.default();
  formats.default(ajv);
  for (const [text, fits] of [
    ["AQI=", true],
    ["AQI", false],
    ["AQ=", false],
    ["", true],
  ] as const) {
    assert.is(whyOf(text, format), fits ? undefined : "is no byte", text);
    assert.is(ajv.validate(format, text), fits, text);
    assert.is(whyOf(text, encoding), undefined, text);
  }
  assert.is(whyOf("no bytes", encoding), "is no base64");
});

fit("a choice within a choice, and so on, is looked through once: three forms of each of 40 boxes are not 3 ** 40", () => {
  const box: Schema = { type: "object", properties: { inner: { $ref: "#/any" }, weight: { type: "integer" } } };
  const any: Schema = { anyOf: [{ ...box }, { ...box }, { ...box }] };
  let value: object = { weight: "heavy" };
  for (let i = 0; i < 40; i++) value = { inner: value };
  assert.equal(
    misfitOf(value, any, () => any),
    { at: `${"/inner".repeat(40)}/weight`, why: "is no integer" },
  );
});

fit("what fits, Ajv takes as well", () => {
  const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  const { parts: _, ...properties } = parcel.properties ?? {};
  const schema = { ...parcel, properties };
  const validate = ajv.compile(schema);
  const value = fc.record(
    {
      id: fc.oneof(fc.uuid(), fc.string()),
      weight: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
      sent: fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.string(),
      ),
      day: fc.oneof(
        fc
          .tuple(fc.nat(12), fc.nat(32))
          .map(([m, d]) => `2024-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`),
        fc.string(),
      ),
      pace: fc.constantFrom("slow", "fast", "swift", null),
      marks: fc.array(fc.oneof(fc.string(), fc.nat())),
    },
    { requiredKeys: [] },
  );
  let taken = 0;
  fc.assert(
    fc.property(value, (one) => {
      const isTaken = misfitOf(one, schema, () => ({})) === undefined;
      if (isTaken) taken++;
      assert.is(validate(one), isTaken, JSON.stringify(one));
    }),
    { numRuns: 2000, seed: 14 },
  );
  assert.ok(taken > 20);
});

for (const [what, text, expected] of [
  [
    "HTML is text",
    "Say <script>alert(1)</script> or <!-- this -->",
    "Say \\<script>alert(1)\\</script> or \\<!-- this -->",
  ],
  [
    "what the page escapes stays escaped, and an escaped escape escapes nothing",
    "\\<b> \\\\<script> \\\\\\</script>",
    "\\<b> \\\\\\<script> \\\\\\</script>",
  ],
  ["a break of the line is one, other tags of layout are left out", "One.<br/>Two <b>times</b>.", "One.\nTwo times."],
  ["an address in angle brackets stays a link", "See <https://example.com/a>.", "See <https://example.com/a>."],
  ["a link to a page stays", "A [parcel](resources/parcel.md#top).", "A [parcel](resources/parcel.md#top)."],
  [
    "no link runs a program",
    "[x](javascript:alert(1)) [y](<data:text/html,a>)",
    "[x] (javascript:alert(1)) [y] (\\<data:text/html,a>)",
  ],
  [
    "nor one whose scheme is spelt in entities",
    "[x](java&#115;cript:a) [y](JAVASCRIPT&colon;a)",
    "[x] (java&#115;cript:a) [y] (JAVASCRIPT&colon;a)",
  ],
  ["nor one that is defined elsewhere", "[x]: javascript:alert(1)", "[x]\\: javascript:alert(1)"],
  ["an escape that a generator would read is broken up", "a \\u002a/ b", "a \\ u002a/ b"],
  ["what nobody sees is left out", "a\u202eb\u0000c", "abc"],
] as const)
  texts(what, () => assert.is(safeText(text), expected));

fit.run();
texts.run();
