/** Which types and enumerations results lead to, and which bodies and addresses take. */
import type { PublishedApi, PublishedOperation, PublishedProperty, PublishedType } from "../model/published.js";
import type { TypeRef } from "../model/api.js";

export interface Reach {
  readonly read: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
}

/** A property, and the type that declares it. */
export interface Declared {
  readonly property: PublishedProperty;
  readonly owner: PublishedType;
}

/** What is asked of the types of one side. */
export interface Lookups {
  /** The type and its bases, nearest first. */
  lineage(name: string): readonly PublishedType[];
  /** All types below it. */
  derived(name: string): readonly string[];
  /** All properties of a type by name, inherited ones included. */
  properties(name: string): ReadonlyMap<string, Declared>;
}

export function reachOf({ operations }: PublishedApi, side: Lookups): Reach {
  const read = operations.flatMap(({ result }) => ("type" in result && result.type ? [result.type] : []));
  return { read: behind(read, side), written: behind(operations.flatMap(sentTypes), side) };
}

/** A body with a table of its own names what it takes; the type that it stands for is not written by it. */
function sentTypes({ body, parameters }: PublishedOperation): readonly TypeRef[] {
  const inAddress = parameters.map(({ type }) => type);
  if (body?.kind !== "json") return inAddress;
  const ofBody = body.properties?.map(({ type }) => type) ?? (body.of === undefined ? [] : [body.of]);
  return [...inAddress, ...ofBody];
}

/** Where a type is asked for, those derived from it can come; what is inherited comes with it. */
function behind(types: readonly TypeRef[], { properties, derived, lineage }: Lookups): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...types];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    const named = leafOf(type);
    if (named === undefined || found.has(named.name)) continue;
    found.add(named.name);
    if (named.kind === "enum") continue;
    for (const name of derived(named.name)) open.push({ kind: "object", name });
    for (const base of lineage(named.name)) found.add(base.name);
    for (const { property } of properties(named.name).values()) open.push(property.type);
  }
  return found;
}

/** What a collection or a map is of, where that has a name. */
export function leafOf(type: TypeRef): Extract<TypeRef, { readonly kind: "object" | "enum" }> | undefined {
  if (type.kind === "collection" || type.kind === "map") return leafOf(type.of);
  return type.kind === "object" || type.kind === "enum" ? type : undefined;
}
