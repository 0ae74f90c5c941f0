/** Several mutations of a page, one after the other. */
import { callMutators, frontMatterMutators } from "./mutators/calls.js";
import { fenceMutators } from "./mutators/fences.js";
import { foreignMutators } from "./mutators/foreign.js";
import { inventedMutators } from "./mutators/invented.js";
import { jsonMutators } from "./mutators/json.js";
import { lineMutators } from "./mutators/lines.js";
import type { Mutators } from "./mutators/mutator.js";
import { tableMutators } from "./mutators/tables.js";
import { injectionMutators, nestingMutators, textMutators } from "./mutators/text.js";
import type { Random } from "./random.js";

export const mutators: Readonly<Record<string, Mutators>> = {
  lines: lineMutators,
  fences: fenceMutators,
  tables: tableMutators,
  json: jsonMutators,
  text: textMutators,
  nesting: nestingMutators,
  calls: callMutators,
  "front matter": frontMatterMutators,
  foreign: foreignMutators,
  injection: injectionMutators,
  invented: inventedMutators,
};

/** Operations hold most of what can go wrong. */
const groups = [
  "lines",
  "fences",
  "tables",
  "tables",
  "json",
  "json",
  "text",
  "nesting",
  "calls",
  "calls",
  "calls",
  "front matter",
  "foreign",
  "invented",
  "invented",
];

/** What a page of strangers may be: 100 KB have to be done within a second. */
const longest = 100_000;

export interface Mutated {
  readonly text: string;
  /** Which mutators did something, in order. */
  readonly mutations: readonly string[];
}

/** `others`: texts of other pages, to be spliced in. The last thing that happens to half of the pages is that something is planted. */
export function mutate(original: string, random: Random, others: readonly string[]): Mutated {
  const wanted = random.int(1, 6);
  const isPlanted = random.chance(0.5);
  const mutations: string[] = [];
  let text = original;
  for (let attempt = 0; attempt < 50 && mutations.length < wanted; attempt++) {
    const isLast = mutations.length === wanted - 1;
    const group = mutators[isPlanted && isLast ? "injection" : random.pick(groups)] ?? {};
    const name = random.pick(Object.keys(group));
    const changed = group[name]?.(text, random, others).slice(0, longest) ?? text;
    if (changed === text) continue;
    text = changed;
    mutations.push(name);
  }
  return { text, mutations };
}
