/** Enumerations of both sides. */
import type { PublishedEnum } from "../../model/published.js";
import { placeOfType, places, type Context, type Told } from "../context.js";
import { useOfBoth } from "../side.js";
import { compareValues } from "./values.js";
import { compareWords } from "./words.js";

export function compareEnums(old: PublishedEnum, fresh: PublishedEnum, context: Context): void {
  const told = toldOfEnum(old, fresh, context);
  const { report } = context;
  compareValues(old.members, fresh.members, told, context);
  if (!old.flags && fresh.flags) report("flags-gained", told);
  if (old.flags && !fresh.flags) report("flags-lost", told);
  compareWords({ description: wordsOf(old, fresh) }, { description: wordsOf(fresh, old) }, told, context);
}

export function toldOfEnum(old: PublishedEnum, fresh: PublishedEnum, context: Context): Told {
  return {
    symbol: context.symbol(fresh.name),
    subject: { type: fresh.name },
    typescript: [fresh.typescript],
    module: fresh.module,
    direction: useOfBoth(context.old.use(old.name), context.new.use(fresh.name)),
    ...places(placeOfType(old), placeOfType(fresh)),
  };
}

/** Its own words and those on the values that both sides have. */
function wordsOf({ description, members }: PublishedEnum, other: PublishedEnum): string {
  const known = new Set(other.members.map(({ name }) => name));
  const described = members.filter(({ name, description: words }) => words !== "" && known.has(name));
  return [description, ...described.map(({ name, description: words }) => `${name}: ${words}`)].join("\n").trim();
}
