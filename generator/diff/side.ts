/** One side of a comparison: a published API, with what has to be looked up in it again and again. */
import type { PublishedApi, PublishedEnum, PublishedType } from "../model/published.js";
import type { Direction } from "./change.js";
import { reachOf, type Declared, type Lookups, type Reach } from "./reach.js";

export interface Side extends Lookups {
  readonly api: PublishedApi;
  readonly types: ReadonlyMap<string, PublishedType>;
  readonly enums: ReadonlyMap<string, PublishedEnum>;
  use(name: string): Direction;
}

export function sideOf(api: PublishedApi): Side {
  const types = new Map(api.types.map((type) => [type.name, type]));
  const enums = new Map(api.enums.map((each) => [each.name, each]));
  const flattened = new Map<string, ReadonlyMap<string, Declared>>();
  const below = derivedTypes(api.types, lineage);
  const derived = (name: string): readonly string[] => below.get(name) ?? [];
  let reach: Reach | undefined;

  function lineage(name: string): readonly PublishedType[] {
    const found: PublishedType[] = [];
    for (let type = types.get(name); type !== undefined && !found.includes(type); type = types.get(type.base ?? ""))
      found.push(type);
    return found;
  }

  function properties(name: string): ReadonlyMap<string, Declared> {
    const known = flattened.get(name);
    if (known !== undefined) return known;
    const all = new Map<string, Declared>();
    for (const owner of lineage(name).toReversed())
      for (const property of owner.properties) if (!property.repeated) all.set(property.name, { property, owner });
    flattened.set(name, all);
    return all;
  }

  const use = (name: string): Direction => {
    reach ??= reachOf(api, { properties, derived, lineage });
    const [read, written] = [reach.read.has(name), reach.written.has(name)];
    return read ? (written ? "both" : "read") : written ? "written" : "unused";
  };
  return { api, types, enums, lineage, derived, properties, use };
}

function derivedTypes(
  types: readonly PublishedType[],
  lineage: (name: string) => readonly PublishedType[],
): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const { name } of types)
    for (const base of lineage(name).slice(1)) {
      const known = below.get(base.name);
      if (known) known.push(name);
      else below.set(base.name, [name]);
    }
  return below;
}

/** Of what both sides have: used in whatever way either of them uses it. */
export function useOfBoth(a: Direction, b: Direction): Direction {
  if (a === b || b === "unused") return a;
  return a === "unused" ? b : "both";
}

export type { Declared };
