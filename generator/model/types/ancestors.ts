/** The ancestors of types, the bases above them: without circles, and no more than `bounds.bases`. */
import { bounds } from "../../shared/bounds.js";
import type { Evidence, ObjectType } from "../api.js";
import type { Docs } from "./docs.js";
import { shortName } from "../../shared/names.js";
import type { ReadRow } from "./properties.js";

/** A type as its pages state it, all rows still in place. */
export interface StatedType {
  readonly type: ObjectType;
  readonly rows: readonly ReadRow[];
  /** On its base, by qualified names in the case of their own pages where they have one. */
  readonly claims: readonly Evidence<string>[];
  /** The pages treat it as an entity: a key property is named, or there are operations on it. */
  readonly keyed: boolean;
}

/** Takes the base from the first type of each circle. */
export function breakCycles(all: ReadonlyMap<string, StatedType>, bases: Map<string, string>, docs: Docs): void {
  const circles = inCircles([...all.keys()], bases);
  for (const [name, one] of all) {
    const circle = circles.get(name);
    if (circle === undefined || circle.broken) continue;
    const claim = one.claims[0];
    if (claim) docs.report("base-cycle", claim.page, claim.place, name, { name: shortName(name) });
    bases.delete(name);
    circle.broken = true;
  }
}

interface Circle {
  broken: boolean;
}

/** The circle that a type is part of; as each type has one base, no two circles share a type. Each type is looked at once. */
function inCircles(names: readonly string[], bases: ReadonlyMap<string, string>): ReadonlyMap<string, Circle> {
  const circles = new Map<string, Circle>();
  const seen = new Set<string>();
  for (const start of names) {
    const lineage = new Set<string>();
    let name: string | undefined = start;
    for (; name !== undefined && !seen.has(name); name = bases.get(name)) {
      seen.add(name);
      lineage.add(name);
    }
    if (name === undefined || !lineage.has(name)) continue;
    const circle: Circle = { broken: false };
    const members = [...lineage];
    for (const member of members.slice(members.indexOf(name))) circles.set(member, circle);
  }
  return circles;
}

/** A type below more bases than `bounds.bases` begins anew: each type lists all that are derived from it. */
export function limitAncestors(all: ReadonlyMap<string, StatedType>, bases: Map<string, string>, docs: Docs): void {
  const depths = new Map<string, number>();
  for (const start of all.keys()) {
    const lineage: string[] = [];
    for (let name: string | undefined = start; name !== undefined && !depths.has(name); name = bases.get(name))
      lineage.push(name);
    for (const name of lineage.toReversed()) {
      const base = bases.get(name);
      const depth = base === undefined ? 0 : (depths.get(base) ?? 0) + 1;
      depths.set(name, depth > bounds.bases ? 0 : depth);
      if (depth <= bounds.bases) continue;
      reportAncestors(all.get(name), docs);
      bases.delete(name);
    }
  }
}

function reportAncestors(one: StatedType | undefined, docs: Docs): void {
  const place = one?.claims[0] ?? one?.rows[0]?.property;
  if (!one || !place) return;
  docs.report("over-bound", place.page, place.place, one.type.name, {
    what: `The number of types that ${shortName(one.type.name)} is based on`,
    actual: String(bounds.bases + 1),
    limit: String(bounds.bases),
  });
}

/** Names of the bases from the direct one upwards. */
export function ancestors(name: string, bases: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  for (let base = bases.get(name); base !== undefined; base = bases.get(base)) found.push(base);
  return found;
}
