/** Enumerations: which there are, and what became of those that both sides have. */
import type { PublishedEnum } from "../../model/published.js";
import type { Context, Told } from "../context.js";
import type { Matched } from "../match.js";
import { compareNaming, toldOfOne, toldOfPair } from "./named.js";
import { compareValues } from "./values.js";
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
  compareValues(old.members, fresh.members, told, context);
  if (!old.flags && fresh.flags) report("flags-gained", told);
  if (old.flags && !fresh.flags) report("flags-lost", told);
  compareWords({ description: wordsOf(old, fresh) }, { description: wordsOf(fresh, old) }, told, context);
}

/** Its own words and those on the values that both sides have. */
function wordsOf({ description, members }: PublishedEnum, other: PublishedEnum): string {
  const known = new Set(other.members.map(({ name }) => name));
  const described = members.filter(({ name, description: words }) => words !== "" && known.has(name));
  return [description, ...described.map(({ name, description: words }) => `${name}: ${words}`)].join("\n").trim();
}
