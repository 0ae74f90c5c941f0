/** Inheritance: which type is based on which, and which properties a type owns once its base is known. */
import type { Place } from "../findings.js";
import type { ObjectType, Property, TypeRef } from "./api.js";
import { ancestors, breakCycles, cutLongLines } from "./base-lines.js";
import type { Docs } from "./docs.js";
import { compareText, ROOT_NAMESPACE, shortName } from "./names.js";
import type { ReadRow } from "./properties.js";

/** A page's word on the base of a type. */
export interface BaseClaim {
  readonly source: "annotation" | "text";
  /** Qualified, in the case of its own page where it has one. */
  readonly name: string;
  readonly page: string;
  readonly place: Place;
}

/** A type as its pages state it, all rows still in place. */
export interface StatedType {
  readonly type: ObjectType;
  readonly rows: readonly ReadRow[];
  readonly claims: readonly BaseClaim[];
  /** The pages treat it as an entity: a key property is named, or there are operations on it. */
  readonly keyed: boolean;
}

/**
 * Links every type to its base and takes inherited rows out of it. A base that no page describes is made of the rows that
 * derived types mark as inherited from it (finding `base-unknown`). Sorted by name.
 */
export function linkBases(stated: readonly StatedType[], docs: Docs): readonly ObjectType[] {
  const all = new Map(stated.map((one) => [one.type.name, one]));
  const bases = new Map<string, string>();
  for (const one of stated) {
    const base = statedBase(one, all, docs);
    if (base) bases.set(one.type.name, base);
  }
  for (const made of undocumentedBases(stated, all, bases, docs)) all.set(made.type.name, made);
  addRootEntity(all, bases);
  breakCycles(all, bases, docs);
  cutLongLines(all, bases, docs);
  return ownProperties(all, bases).sort((a, b) => compareText(a.name, b.name));
}

/** The base that text or annotation state; without one, the most derived of the types that rows are inherited from. */
function statedBase(one: StatedType, all: ReadonlyMap<string, StatedType>, docs: Docs): string | undefined {
  const claims = one.claims.filter((claim) => claim.name !== one.type.name);
  const annotated = claims.find((claim) => claim.source === "annotation");
  const written = claims.find((claim) => claim.source === "text");
  if (annotated && written && annotated.name !== written.name && !isRoot(annotated.name)) {
    docs.report("base-differs", written.page, written.place, one.type.name, {
      name: shortName(one.type.name),
      annotated: shortName(annotated.name),
      written: shortName(written.name),
    });
  }
  return (written ?? annotated)?.name ?? mostDerived(sources(one), all);
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
      .flatMap((one) => [...one.claims.map((claim) => claim.name), ...sources(one)]),
  );
  return names.find((name) => !above.has(name) && !isRoot(name)) ?? names[0];
}

function isRoot(name: string): boolean {
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
      description: "",
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
  const claim = one.claims.find((candidate) => candidate.name === base);
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

function ownProperties(all: ReadonlyMap<string, StatedType>, bases: ReadonlyMap<string, string>): ObjectType[] {
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
      above.flatMap((base) => (all.get(base)?.rows ?? []).map((row) => [row.property.name, row.property] as const)),
    );
    const key = type.key ?? above.map((base) => all.get(base)?.type.key).find((candidate) => candidate !== undefined);
    const properties = rows
      .filter((row) => !repeats(row.property, inherited.get(row.property.name), derived))
      .map((row) => row.property);
    const base = bases.get(name);
    return {
      ...type,
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
function asKey(property: Property, line: readonly string[], all: ReadonlyMap<string, StatedType>): Property {
  const said = line.flatMap((name) => all.get(name)?.type.evidence ?? []).find(({ about }) => about === "key");
  const { page, place } = said ?? property;
  const because = `it is the key${said ? `: ${said.because}` : ""}`;
  return {
    ...property,
    required: true,
    nullable: false,
    evidence: [...property.evidence, { about: "required", because, page, place }],
  };
}

/** A row repeats the base's property unless it narrows its type: an object type derived from the base's own. */
function repeats(
  property: Property,
  base: Property | undefined,
  derived: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (!base) return false;
  return !narrows(property.type, base.type, derived);
}

function narrows(type: TypeRef, base: TypeRef, derived: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (type.kind === "collection" && base.kind === "collection") return narrows(type.of, base.of, derived);
  return type.kind === "object" && base.kind === "object" && derived.get(base.name)?.has(type.name) === true;
}

function sameType(a: TypeRef, b: TypeRef): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
