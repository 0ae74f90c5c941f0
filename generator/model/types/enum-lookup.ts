/** Finds the enumeration that a cell means when it does not name it: by the listed values, else by the property's name. */
import type { Page } from "../../read/page.js";
import { membersKey, type Docs, type NamedByWords } from "./docs.js";
import { wordsOfName } from "../names.js";
import { shortName, singular } from "../../shared/names.js";

const SUFFIXES = new Set(["type", "types", "kind", "value", "values"]);
/** Enumerations that are compared with a property: far more than share a word, or their members, in real docs. */
const MAX_CANDIDATES = 500;
/** Words of a property's name that say how it is used, not what it is. */
const USES = new Set([
  "allowed",
  "supported",
  "requested",
  "accepted",
  "active",
  "included",
  "excluded",
  "include",
  "exclude",
  "applicable",
  "built",
  "in",
]);

/** Lists of values that body tables of operations give for a property whose resource page gives none, by lower-cased name. */
export function listedInBodies(pages: readonly Page[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const row of pages.flatMap((page) => page.body?.tables ?? []).flatMap((table) => table.rows)) {
    if (!/^enumeration\b/i.test(row.type?.text ?? "")) continue;
    const values = row.values ?? [];
    const key = row.name.text.toLowerCase();
    if (values.length > 0)
      lists.set(key, lists.has(key) && membersKey(lists.get(key) ?? []) !== membersKey(values) ? [] : values);
  }
  return lists;
}

/** Names of the enumerations that have exactly these members, the one most like the property first; `tie` when two are equally alike. */
export function enumsWith(
  values: readonly string[],
  property: string,
  owner: string,
  docs: Docs,
): { readonly names: readonly string[]; readonly tie: boolean } {
  const wanted = new Set([...wordsOfName(property), ...wordsOfName(owner)]);
  const likeness = (name: string): number => {
    const have = wordsOfName(shortName(name));
    const itself = have.join(" ") === wordsOfName(property).join(" ") ? 0.5 : 0;
    return have.filter((word) => wanted.has(word)).length * 2 - have.length + itself;
  };
  const candidates = (docs.enumsByMembers.get(membersKey(values)) ?? []).slice(0, MAX_CANDIDATES);
  const ranked = candidates.map((name) => ({ name, likeness: likeness(name) })).sort((a, b) => b.likeness - a.likeness);
  const [best, second] = ranked;
  return { names: ranked.map(({ name }) => name), tie: best !== undefined && best.likeness === second?.likeness };
}

/**
 * The enumeration that a property without listed values is named after: `call.activeModalities` → modality,
 * `deviceRestrictionAction.triggers` → restrictionTrigger. Every word of its name must occur in the property's or the owner's; undefined
 * when two would do equally well.
 */
export function enumNamedAfter(property: string, owner: string, docs: Docs): string | undefined {
  const own = contentWords(property).filter((word) => !USES.has(word));
  const last = own.at(-1);
  if (last === undefined) return undefined;
  const around = [...own, ...contentWords(owner)];
  const found = (docs.enumsByWord.get(last) ?? [])
    .slice(0, MAX_CANDIDATES)
    .filter((one) =>
      one.words.every((word) => around.some((known) => known === word || (word.length > 3 && known.startsWith(word)))),
    );
  const most = Math.max(0, ...found.map((one) => one.words.length));
  const best = found.filter((one) => one.words.length === most);
  return best.length === 1 ? best[0]?.name : undefined;
}

/** Enumerations by each word of their names, in the order of `names`. */
export function indexWords(names: Iterable<string>): Docs["enumsByWord"] {
  const index = new Map<string, NamedByWords[]>();
  for (const name of names) {
    const own = contentWords(shortName(name));
    for (const each of new Set(own)) {
      const group = index.get(each) ?? [];
      group.push({ name, words: own });
      index.set(each, group);
    }
  }
  return index;
}

function contentWords(name: string): readonly string[] {
  return wordsOfName(name)
    .map((word) => singular(word))
    .filter((word) => !SUFFIXES.has(word));
}

/** The enumeration closest to a misspelt type. Enumerations only know their own list; that is enough for cells. */
export function closestEnum(name: string, page: string, docs: Docs): string | undefined {
  return docs.suggest(shortName(name), () => [...docs.enums.keys()].map(shortName), page);
}
