/** Which things of the two sides are the same thing. */
import { compareText } from "../shared/names.js";

export interface Matched<T> {
  readonly pairs: readonly (readonly [old: T, new: T])[];
  /** Pairs that differ in their key, and have the same facts, which no other thing has. */
  readonly renamed: readonly (readonly [old: T, new: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * By key; of those that are left over, two are one renamed thing if no other has the same facts. Without facts (undefined) nothing is
 * renamed: what has too few of them is alike by chance.
 */
export function matched<T>(
  old: readonly T[],
  fresh: readonly T[],
  key: (one: T) => string,
  factsOf: (one: T, side: "old" | "new") => string | undefined = () => undefined,
): Matched<T> {
  const byKey = new Map(fresh.map((one) => [key(one), one]));
  const known = new Map(old.map((one) => [key(one), one]));
  const pairs = [...known].flatMap(([name, one]) => {
    const other = byKey.get(name);
    return other === undefined ? [] : [[one, other] as const];
  });
  const removed = [...known].flatMap(([name, one]) => (byKey.has(name) ? [] : [one]));
  const added = [...byKey].flatMap(([name, one]) => (known.has(name) ? [] : [one]));
  const renamed = onlyPairs(removed, added, factsOf);
  const [gone, come] = [new Set(renamed.map(([one]) => one)), new Set(renamed.map(([, other]) => other))];
  return {
    pairs,
    renamed,
    removed: removed.filter((one) => !gone.has(one)),
    added: added.filter((one) => !come.has(one)),
  };
}

function onlyPairs<T>(
  removed: readonly T[],
  added: readonly T[],
  factsOf: (one: T, side: "old" | "new") => string | undefined,
): readonly (readonly [T, T])[] {
  const old = grouped(removed, (one) => factsOf(one, "old"));
  const fresh = grouped(added, (one) => factsOf(one, "new"));
  return [...old].flatMap(([facts, ones]) => {
    const others = fresh.get(facts) ?? [];
    const [[one], [other]] = [ones, others];
    return ones.length === 1 && others.length === 1 && one !== undefined && other !== undefined ? [[one, other]] : [];
  });
}

/** What has the same key, in its order; without what has none. */
export function grouped<T, K>(items: readonly T[], keyOf: (one: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of items) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** JSON whose members are sorted by name, so that equal facts are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "";
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
