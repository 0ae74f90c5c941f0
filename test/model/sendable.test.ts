/** The model's rule for values that can be sent is the runtime's. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isSendable } from "../../generator/model/sendable.js";
import { writeInContext } from "../../templates/runtime/write-in-context.js";

const sendable = suite("model/sendable");

const templates = [
  "/crates/{value}",
  "/crates('{value}')",
  "/near(date={value})",
  "/near(date='{value}',n={n})",
  "/root:/{value}:/crate",
  "/root:/{value}",
  "/crates/{value}/near(n={n})",
  "/crates?size={value}",
];

sendable("says of every value what the runtime does with it", () => {
  const values = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."ab1./:,'\"()[]{}<>=?&%#+- ü") }),
    fc.constantFrom(".", "..", "a/../b", "a//b", "12/31/2016", "{date}", "<date>", "a=b", "a;b"),
  );
  const check = fc.property(fc.constantFrom(...templates), values, (template, value) => {
    if (value === "") return;
    const sent = !writeInContext(template.replace("{n}", "1"), { value }).includes("{");
    assert.is(isSendable(template, "value", value), sent, `${template} ${JSON.stringify(value)}`);
  });
  fc.assert(check, { numRuns: 2000 });
});

sendable("nothing is no value", () => {
  assert.is(isSendable("/crates?size={value}", "value", ""), false);
});

sendable.run();
