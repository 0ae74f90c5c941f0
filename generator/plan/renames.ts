/** Names of functions that the configuration wants in place of those that the rules give. */
import { IDENTIFIER } from "./identifier.js";
import type { NamePool } from "./name-pool.js";
import type { PackageOptions } from "./plan.js";

/** Gives the wanted names, and returns all names that operations have had, the last one first. A function that has its wanted name already is known by the old one, too. */
export function renamed(
  names: Map<string, string>,
  old: ReadonlyMap<string, readonly string[]>,
  pool: NamePool,
  renames: NonNullable<PackageOptions["renames"]>,
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map(old);
  for (const [before, wanted] of Object.entries(renames)) {
    const ids = new Map([...names].map(([id, name]) => [name, id]));
    const id = ids.get(before) ?? ids.get(wanted);
    if (id === undefined || !IDENTIFIER.test(wanted) || !IDENTIFIER.test(before)) continue;
    const others = (kept.get(id) ?? []).filter((name) => name !== before);
    const isOwn = (name: string): boolean =>
      [names.get(id) ?? "", ...(kept.get(id) ?? [])].some((each) => each.toLowerCase() === name.toLowerCase());
    if ([before, wanted].some((name) => pool.has(name) && !isOwn(name))) continue;
    for (const name of [before, wanted]) pool.add(name);
    names.set(id, wanted);
    kept.set(id, [before, ...others]);
  }
  return kept;
}
