/** Inheritance: which type is based on which, and which properties a type owns once its base is known. */
import type { Evidence, ObjectType, Property, TypeRef } from "../api.js";
import { ancestors, breakCycles, limitAncestors, type StatedType } from "./ancestors.js";
import { claimsAbout, settle, withClaim } from "../claims.js";
import type { Docs } from "./docs.js";
import { ROOT_NAMESPACE } from "../names.js";
import { compareText, shortName } from "../../shared/names.js";
import type { ReadRow } from "./properties.js";
import { repeats } from "./repeated.js";

/**
 * Links every type to its base and takes inherited rows out of it. A base that no page describes is made of the rows that
 * derived types mark as inherited from it (finding `base-unknown`). Sorted by name.
 */
export function linkBases(stated: readonly StatedType[], docs: Docs): readonly ObjectType[] {
  const all = new Map(stated.map((one) => [one.type.name, one]));
  const bases = new Map<string, string>();
  const reasons = new Map<string, readonly Evidence[]>();
  for (const one of stated) {
    const base = settle(claimsOfBase(one, all));
    if (!base) continue;
    bases.set(one.type.name, base.value);
    reasons.set(one.type.name, base.evidence);
  }
  for (const made of undocumentedBases(stated, all, bases, docs)) all.set(made.type.name, made);
  addRootEntity(all, bases);
  breakCycles(all, bases, docs);
  limitAncestors(all, bases, docs);
  return ownProperties(all, bases, reasons, docs).sort((a, b) => compareText(a.name, b.name));
}

/** What text and annotation state; without them, the most derived of the types that rows are inherited from. */
function claimsOfBase(one: StatedType, all: ReadonlyMap<string, StatedType>): readonly Evidence<string>[] {
  const claims = one.claims.filter(({ says }) => says !== one.type.name);
  if (claims.length > 0) return claims;
  const base = mostDerived(sources(one), all);
  const row = one.rows.find(({ inheritedFrom }) => inheritedFrom?.name === base);
  if (base === undefined || !row) return [];
  const { page } = row.property;
  const place = row.inheritedFrom?.place ?? row.property.place;
  const because = `the row of ${row.property.name} says that it is inherited from there`;
  return [{ about: "base", says: base, from: "cell", because, page, place }];
}

/** Names of the types that rows of `one` are inherited from, in row order. */
function sources(one: StatedType): readonly string[] {
  return [...new Set(one.rows.flatMap((row) => row.inheritedFrom?.name ?? []))].filter(
    (name) => name !== one.type.name,
  );
}

function mostDerived(names: readonly string[], all: ReadonlyMap<string, StatedType>): string | undefined {
  const above = new Set(
    names
      .flatMap((name) => all.get(name) ?? [])
      .flatMap((one) => [...one.claims.map(({ says }) => says), ...sources(one)]),
  );
  return names.find((name) => !above.has(name) && !isRoot(name)) ?? names[0];
}

/** Whether a type is the one that everything is based on. */
export function isRoot(name: string): boolean {
  return shortName(name) === "entity";
}

/** Types for stated bases that no page describes; also those that only rows name and that stand between a type and its base. */
function undocumentedBases(
  stated: readonly StatedType[],
  all: ReadonlyMap<string, StatedType>,
  bases: Map<string, string>,
  docs: Docs,
): readonly StatedType[] {
  const made = new Map<string, { readonly rows: Map<string, ReadRow>; readonly above: string[] }>();
  for (const one of stated) {
    const base = bases.get(one.type.name);
    if (!base || all.has(base)) continue;
    if (!made.has(base)) reportUnknownBase(one, base, docs);
    const known = made.get(base) ?? { rows: new Map<string, ReadRow>(), above: [] };
    made.set(base, known);
    for (const row of one.rows) {
      if (row.inheritedFrom?.name === base && !known.rows.has(row.property.name))
        known.rows.set(row.property.name, withoutOrigin(row));
    }
    known.above.push(...sources(one).filter((name) => name !== base && all.has(name)));
  }
  return [...made].map(([name, { rows, above }]) => {
    const base = mostDerived([...new Set(above)], all);
    if (base) bases.set(name, base);
    docs.index.add({ kind: "object", name });
    const key = [...rows.values()].find((row) => row.key)?.property.name;
    const type: ObjectType = {
      name,
      abstract: false,
      open: false,
      ...(key === undefined ? {} : { key }),
      properties: [],
      derived: [],
      description: [],
      pages: [],
      inferred: true,
    };
    return { type, rows: [...rows.values()], claims: [], keyed: false };
  });
}

function withoutOrigin(row: ReadRow): ReadRow {
  return { property: row.property, untyped: row.untyped, key: row.key };
}

function reportUnknownBase(one: StatedType, base: string, docs: Docs): void {
  const claim = one.claims.find(({ says }) => says === base);
  const row = one.rows.find((candidate) => candidate.inheritedFrom?.name === base);
  const place = claim?.place ?? row?.property.place;
  const page = claim?.page ?? row?.property.page;
  if (place && page) docs.report("base-unknown", page, place, one.type.name, { name: shortName(base) });
}

/**
 * A keyed type without a stated base is based on the root entity, when the docs have one: the type `entity`, which owns nothing
 * but the key under which the type has its own. Hand-written pages leave this base out as a matter of course.
 */
function addRootEntity(all: ReadonlyMap<string, StatedType>, bases: Map<string, string>): void {
  const root = all.get(`${ROOT_NAMESPACE}.entity`);
  const [key, ...others] = root?.rows ?? [];
  if (!root || !key || others.length > 0) return;
  for (const one of all.values()) {
    if (one === root || bases.has(one.type.name) || !one.keyed) continue;
    if (
      one.rows.some((row) => row.property.name === key.property.name && sameType(row.property.type, key.property.type))
    )
      bases.set(one.type.name, root.type.name);
  }
}

function ownProperties(
  all: ReadonlyMap<string, StatedType>,
  bases: ReadonlyMap<string, string>,
  reasons: ReadonlyMap<string, readonly Evidence[]>,
  docs: Docs,
): ObjectType[] {
  const derived = new Map<string, Set<string>>();
  for (const name of [...all.keys()].sort(compareText)) {
    for (const base of ancestors(name, bases)) {
      const names = derived.get(base) ?? new Set();
      names.add(name);
      derived.set(base, names);
    }
  }
  return [...all].map(([name, { type, rows }]) => {
    const above = ancestors(name, bases);
    const inherited = new Map(
      // the nearest last, for that one wins
      above
        .toReversed()
        .flatMap((base) => (all.get(base)?.rows ?? []).map((row) => [row.property.name, row.property] as const)),
    );
    const key = type.key ?? above.map((base) => all.get(base)?.type.key).find((candidate) => candidate !== undefined);
    const properties = rows
      .map((row) => row.property)
      .filter((property) => !repeats(property, inherited.get(property.name), derived, docs));
    const base = bases.get(name);
    const evidence = [...(reasons.get(name) ?? []), ...(type.evidence ?? [])];
    return {
      ...type,
      ...(evidence.length > 0 && { evidence }),
      ...(base === undefined ? {} : { base }),
      ...(key === undefined ? {} : { key }),
      derived: [...(derived.get(name) ?? [])],
      properties: properties.map((property) =>
        property.name === key ? asKey(property, [name, ...above], all) : property,
      ),
    };
  });
}

/** The key property: in every answer and never null; with what says so, on its own page or on that of a base. */
function asKey(property: Property, lineage: readonly string[], all: ReadonlyMap<string, StatedType>): Property {
  const said = lineage.flatMap((name) => all.get(name)?.type.evidence ?? []).find(({ about }) => about === "key");
  const { page, place } = said ?? property;
  const claim = { from: "key", because: `it is the key${said ? `: ${said.because}` : ""}`, page, place } as const;
  // only where something else was claimed there is a word to say about null
  const nullable = claimsAbout(property.evidence, "nullable").some(({ says }) => says)
    ? withClaim(property.evidence, { ...claim, about: "nullable", says: false })
    : { value: false, all: property.evidence };
  const required = withClaim(nullable.all, { ...claim, about: "required", says: true });
  return { ...property, required: required.value, nullable: nullable.value, evidence: required.all };
}

/** A text that lists some of its values is a text. */
function sameType(a: TypeRef, b: TypeRef): boolean {
  return JSON.stringify(plainText(a)) === JSON.stringify(plainText(b));
}

function plainText(type: TypeRef): TypeRef {
  return type.kind === "literals" && type.open ? { kind: "scalar", name: "String" } : type;
}
