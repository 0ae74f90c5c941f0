/** JSON of examples, representations and annotations. */
import fc from "fast-check";
import { hostile, names } from "./hostile.js";
import { onLine, onMatch, times, type Mutators } from "./mutator.js";
import type { Random } from "../random.js";

const property = /^\s*"[^"]*"\s*:/;
const value = /(?<=^\s*"[^"\n]{0,80}"\s*:\s*)(?:"[^"\n]*"|-?[\d.]+|true|false|null)/gm;

const numbers = [
  "1e400",
  "-1e400",
  "1e-400",
  "9007199254740993",
  "0x10",
  "01",
  "1.",
  ".5",
  "-0",
  "1e1000000",
  "NaN",
  "Infinity",
];
const fragments = [
  ",",
  ",,",
  "{",
  "}",
  "[",
  "]",
  "// note",
  "/* note */",
  "...",
  "'x'",
  "undefined",
  "\ufeff",
  '"',
  "\\",
  '"\\ud800"',
];

function nested(random: Random): string {
  const depth = times(random, 6000);
  return random.chance(0.5)
    ? "[".repeat(depth) + "1" + "]".repeat(depth)
    : `{"a":`.repeat(depth) + "1" + "}".repeat(random.chance(0.9) ? depth : depth - 1);
}

function hostileKey(line: string, name: string): string {
  return line.replace(/"[^"]*"/, () => JSON.stringify(name));
}

export const jsonMutators: Mutators = {
  "drop comma": onMatch(/,(?=\s*$)/gm, () => ""),
  "drop brace": onMatch(/[{}[\]](?=,?\s*$)/gm, () => ""),
  fragment: onLine(property, (line, random) => `${line}${random.pick(fragments)}`),
  number: onMatch(value, (_, random) => random.pick(numbers)),
  "deep value": onMatch(value, (_, random) => nested(random)),
  "any value": onMatch(value, (_, random) => JSON.stringify(random.value(fc.jsonValue()))),
  "text value": onMatch(value, (_, random) => JSON.stringify(hostile(random))),
  "raw text": onMatch(value, (_, random) => `"${hostile(random)}"`),
  "long text": onMatch(value, (_, random) => JSON.stringify("a b".repeat(times(random, 8000)))),
  "other type": onMatch(value, (match, random) =>
    random.pick([`[${match}]`, `{"value": ${match}}`, "[]", "{}", "null", '"{}"']),
  ),
  "hostile key": onLine(property, (line, random) =>
    hostileKey(line, random.pick([...names, "value", "@odata.type", "error", "@odata.nextLink"])),
  ),
  "key twice": onLine(property, (line) => `${line.replace(/,?\s*$/, ",")}\n${line}`),
  "many keys": onLine(property, (line, random) =>
    Array.from({ length: times(random, 800) }, (_, index) =>
      hostileKey(line, `key${index}`).replace(/,?\s*$/, ","),
    ).join("\n"),
  ),
  "many items": onMatch(
    value,
    (match, random) => `[${Array.from({ length: times(random, 3000) }, () => match).join(", ")}]`,
  ),
};
