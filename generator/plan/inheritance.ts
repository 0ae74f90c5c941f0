/** What a type has from its base types, and which of its own properties TypeScript would refuse beside them. */
import type { ObjectType, TypeRef } from "../model/api.js";
import { wireType } from "../shared/wire-type.js";

/** What is asked of a property; a flag that is absent is not set. */
interface OwnProperty {
  readonly name: string;
  readonly type: TypeRef;
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly navigation?: boolean;
}

interface Inheriting {
  readonly name: string;
  readonly base?: string;
  readonly properties: readonly OwnProperty[];
}

export interface Inheritance<T extends Inheriting = ObjectType> {
  byName(name: string): T | undefined;
  /** The type and its bases, nearest first; bases that no page describes are left out. */
  lineage(type: T): readonly T[];
  /** Own properties that the interface declares: those that its base has not, and those that narrow what the base has. */
  declared(type: T): readonly T["properties"][number][];
  /** All properties by name, inherited ones first. */
  all(type: T): ReadonlyMap<string, T["properties"][number]>;
}

/** Answers are kept: types are asked for once for each type that is derived from them. */
export function inheritanceOf<T extends Inheriting>(api: { readonly types: readonly T[] }): Inheritance<T> {
  type P = T["properties"][number];
  const types = new Map(api.types.map((type) => [type.name, type]));
  const known = new Map<string, ReadonlyMap<string, P>>();
  const baseOf = (type: T): T | undefined => (type.base === undefined ? undefined : types.get(type.base));

  function lineage(type: T): readonly T[] {
    const base = baseOf(type);
    return base === undefined ? [type] : [type, ...lineage(base)];
  }

  function declared(type: T): readonly P[] {
    const base = baseOf(type);
    const inherited = base === undefined ? new Map<string, P>() : all(base);
    const own = new Map<string, P>();
    for (const property of type.properties) {
      const given = inherited.get(property.name);
      if (!own.has(property.name) && (given === undefined || narrows(property, given)))
        own.set(property.name, property);
    }
    return [...own.values()];
  }

  function all(type: T): ReadonlyMap<string, P> {
    const cached = known.get(type.name);
    if (cached !== undefined) return cached;
    const base = baseOf(type);
    const properties = new Map<string, P>(base === undefined ? [] : all(base));
    for (const property of declared(type)) properties.set(property.name, property);
    known.set(type.name, properties);
    return properties;
  }

  /** True when `own` may stand where `given` is expected and says more. OData allows no other redeclaration, so the base is right. */
  function narrows(own: P, given: P): boolean {
    const same = alike(own.type, given.type) && sameFlags(own, given);
    return !loosens(own, given) && !same && assignable(own.type, given.type);
  }

  function assignable(from: TypeRef, to: TypeRef): boolean {
    if (to.kind === "unknown") return true;
    if (from.kind === "collection" && to.kind === "collection") return assignable(from.of, to.of);
    if (from.kind === "map" && to.kind === "map") return assignable(from.of, to.of);
    if (from.kind === "object" && to.kind === "object") return isBelow(from.name, to.name);
    if (from.kind === "literals" && to.kind === "literals")
      return to.open === true || (!from.open && from.values.every((value) => to.values.includes(value)));
    if (to.kind === "scalar" && (from.kind === "enum" || from.kind === "literals"))
      return wireType(to.name) === "string";
    return alike(from, to);
  }

  function isBelow(name: string, ancestor: string): boolean {
    const type = types.get(name);
    return type !== undefined && lineage(type).some((each) => each.name === ancestor);
  }

  return { byName: (name) => types.get(name), lineage, declared, all };
}

function loosens(own: OwnProperty, given: OwnProperty): boolean {
  const [wide, narrow] = [flagsOf(given), flagsOf(own)];
  return (
    (wide.required && !narrow.required) || (narrow.nullable && !wide.nullable) || narrow.navigation !== wide.navigation
  );
}

function sameFlags(own: OwnProperty, given: OwnProperty): boolean {
  const [one, other] = [flagsOf(own), flagsOf(given)];
  return one.required === other.required && one.nullable === other.nullable;
}

function flagsOf({
  required = false,
  nullable = false,
  navigation = false,
}: OwnProperty): Required<Pick<OwnProperty, "required" | "nullable" | "navigation">> {
  return { required, nullable, navigation };
}

/** Whether two references print alike. */
function alike(a: TypeRef, b: TypeRef): boolean {
  if (a.kind === "scalar" && b.kind === "scalar") return wireType(a.name) === wireType(b.name);
  if (a.kind === "collection" && b.kind === "collection") return alike(a.of, b.of);
  if (a.kind === "map" && b.kind === "map") return alike(a.of, b.of);
  return JSON.stringify(a) === JSON.stringify(b);
}
