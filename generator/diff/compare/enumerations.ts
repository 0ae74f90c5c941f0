/** Enumerations: which there are, and what became of those that both sides have. */
import type { PublishedEnum } from "../../model/published.js";
import { placeOf, type Context, type Told } from "../context.js";
import type { Matched } from "../match.js";
import { compareNaming, toldOfOne, toldOfPair } from "./named.js";
import { compareText } from "../../shared/names.js";
import { atValues, compareValues, type Value } from "./values.js";
import { compareWords } from "./words.js";

export function compareEnumerations(
  { pairs, renamed, removed, added }: Matched<PublishedEnum>,
  context: Context,
): void {
  const { report } = context;
  for (const [old, fresh] of [...pairs, ...renamed]) comparePair(old, fresh, context);
  for (const one of removed) if (!context.new.types.has(one.name)) report("type-removed", toldOf(one, "old", context));
  for (const one of added) if (!context.old.types.has(one.name)) report("type-added", toldOf(one, "new", context));
}

export function exportsOfEnum({ typescript, values }: PublishedEnum): readonly string[] {
  return [typescript, values ?? []].flat();
}

function toldOf(one: PublishedEnum, side: "old" | "new", context: Context): Told {
  return {
    ...toldOfOne(one, exportsOfEnum(one), side, context),
    words: { name: one.typescript, since: "" },
    [side]: one.members.map(({ name }) => name),
  };
}

function comparePair(old: PublishedEnum, fresh: PublishedEnum, context: Context): void {
  const told = toldOfPair(old, fresh, context);
  const { report } = context;
  const isRenamed = compareNaming(old, fresh, exportsOfEnum, told, context);
  if (!isRenamed && old.name !== fresh.name)
    report("type-documented-name", { ...told, old: old.name, new: fresh.name });
  const [before, now] = [valuesOf(old), valuesOf(fresh)];
  compareValues(before, now, told, context);
  if (!old.flags && fresh.flags) report("flags-gained", told);
  if (old.flags && !fresh.flags) report("flags-lost", told);
  const words = { ...told, ...(old.description === fresh.description && atFirstDescribed(told, before, now)) };
  compareWords({ description: wordsOf(old, fresh) }, { description: wordsOf(fresh, old) }, words, context);
}

function valuesOf({ members, pages: [first] }: PublishedEnum): readonly Value[] {
  return members.map(({ page, line, file, ...member }) => ({
    ...member,
    at: line === undefined ? undefined : placeOf(page ?? first, { line, ...(file !== undefined && { file }) }),
  }));
}

/** The first value that both sides have, and describe otherwise. */
function atFirstDescribed(
  told: Told,
  old: readonly Value[],
  fresh: readonly Value[],
): Pick<Told, "oldPlace" | "newPlace"> {
  const known = new Map(old.map((each) => [each.name, each]));
  const now = fresh.find(({ name, description }) => (known.get(name)?.description ?? description) !== description);
  return now === undefined ? {} : atValues(told, known.get(now.name), now);
}

/** Its own words and those on the values that both sides have, in whatever order. */
function wordsOf({ description, members }: PublishedEnum, other: PublishedEnum): string {
  const known = new Set(other.members.map(({ name }) => name));
  const described = members.filter(({ name, description: words }) => words !== "" && known.has(name));
  const all = described.map(({ name, description: words }) => `${name}: ${words}`).sort(compareText);
  return [description, ...all].join("\n").trim();
}
