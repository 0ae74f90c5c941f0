/** What a type has from its base types, and which of its own properties TypeScript would refuse beside them. */
import type { Api, ObjectType, Property, TypeRef } from "../model/api.js";
import { wireType } from "../shared/wire-type.js";

export interface Inheritance {
  byName(name: string): ObjectType | undefined;
  /** The type and its bases, nearest first; bases that no page describes are left out. */
  lineage(type: ObjectType): readonly ObjectType[];
  /** Own properties that the interface declares: those that its base has not, and those that narrow what the base has. */
  declared(type: ObjectType): readonly Property[];
  /** All properties by name, inherited ones first. */
  all(type: ObjectType): ReadonlyMap<string, Property>;
}

/** Answers are kept: types are asked for once for each type that is derived from them. */
export function inheritanceOf(api: Api): Inheritance {
  const types = new Map(api.types.map((type) => [type.name, type]));
  const known = new Map<string, ReadonlyMap<string, Property>>();
  const baseOf = (type: ObjectType): ObjectType | undefined =>
    type.base === undefined ? undefined : types.get(type.base);

  function lineage(type: ObjectType): readonly ObjectType[] {
    const base = baseOf(type);
    return base === undefined ? [type] : [type, ...lineage(base)];
  }

  function declared(type: ObjectType): readonly Property[] {
    const base = baseOf(type);
    const inherited = base === undefined ? new Map<string, Property>() : all(base);
    const own = new Map<string, Property>();
    for (const property of type.properties) {
      const given = inherited.get(property.name);
      if (!own.has(property.name) && (given === undefined || narrows(property, given)))
        own.set(property.name, property);
    }
    return [...own.values()];
  }

  function all(type: ObjectType): ReadonlyMap<string, Property> {
    const cached = known.get(type.name);
    if (cached !== undefined) return cached;
    const base = baseOf(type);
    const properties = new Map(base === undefined ? [] : all(base));
    for (const property of declared(type)) properties.set(property.name, property);
    known.set(type.name, properties);
    return properties;
  }

  /** True when `own` may stand where `given` is expected and says more. OData allows no other redeclaration, so the base is right. */
  function narrows(own: Property, given: Property): boolean {
    const loosens =
      (given.required && !own.required) || (own.nullable && !given.nullable) || own.navigation !== given.navigation;
    const same = alike(own.type, given.type) && own.required === given.required && own.nullable === given.nullable;
    return !loosens && !same && assignable(own.type, given.type);
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

/** Whether two references print alike. */
function alike(a: TypeRef, b: TypeRef): boolean {
  if (a.kind === "scalar" && b.kind === "scalar") return wireType(a.name) === wireType(b.name);
  if (a.kind === "collection" && b.kind === "collection") return alike(a.of, b.of);
  if (a.kind === "map" && b.kind === "map") return alike(a.of, b.of);
  return JSON.stringify(a) === JSON.stringify(b);
}
