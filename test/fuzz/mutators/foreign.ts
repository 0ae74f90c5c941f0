/** What belongs somewhere else: parts of other pages, and bytes that no editor writes. */
import { insertLine, onLine, onMatch, times, type Mutators } from "./mutator.js";
import type { Random } from "../random.js";

const row = /^\s*\|.*\|/;
const fence = /^(?:```|~~~)[^\n]*\n[^]*?^(?:```|~~~)/gm;
const value = /(?<="\s*:\s*)(?:"[^"\n]*"|[\d.]+|true|false|null)/g;

/** One of the places that `wanted` matches on one of the other pages. */
function taken(random: Random, others: readonly string[], wanted: RegExp): string | undefined {
  const found = Array.from(random.pick(others).matchAll(wanted), ([match]) => match);
  return found.length === 0 ? undefined : random.pick(found);
}

export const foreignMutators: Mutators = {
  "row of another page": (text, random, others) =>
    onLine(row, (line) => taken(random, others, /^\s*\|.*\|.*$/gm) ?? line)(text, random, others),
  "table of another page": (text, random, others) =>
    insertLine(text, random, `\n${taken(random, others, /(?:^\s*\|.*\|.*\n)+/gm) ?? ""}\n`),
  "code of another page": (text, random, others) =>
    onMatch(fence, (match) => taken(random, others, fence) ?? match)(text, random, others),
  "code of another page more": (text, random, others) =>
    insertLine(text, random, `\n${taken(random, others, fence) ?? ""}\n`),
  "JSON of another page": (text, random, others) =>
    onMatch(value, (match) => taken(random, others, /^\{[^`]*^\}/gm) ?? match)(text, random, others),
  "lines of another page": (text, random, others) => {
    const lines = text.split("\n");
    const foreign = random.pick(others).split("\n");
    for (let count = times(random, 40); count > 0; count--) lines[random.int(0, lines.length)] = random.pick(foreign);
    return Array.from(lines, (line) => line ?? "").join("\n");
  },
  bytes: (text, random) => {
    const bytes = Buffer.from(text);
    for (let count = times(random, 60); count > 0 && bytes.length > 0; count--)
      bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
    return bytes.toString();
  },
  "only bytes": (_, random) =>
    Buffer.from(Array.from({ length: random.int(0, 2000) }, () => random.int(0, 255))).toString("latin1"),
  "lines in any order": (text, random) => {
    const lines = text.split("\n");
    return random.several(lines, lines.length).join("\n");
  },
};
