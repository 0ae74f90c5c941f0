/** The finished types by name, with inheritance looked up: what bodies and examples are read against. */
import type { EnumType, ObjectType, Property } from "../api.js";
import type { ByName } from "./docs.js";
import { isPolymorphic } from "../../shared/polymorphic.js";

/** Which names an object may have that no page lists. */
export type OwnNames = "any" | "prefixed" | "none";

export interface TypeTable {
  readonly types: ByName<ObjectType>;
  readonly enums: ByName<EnumType>;
  /** Own and inherited properties by name; the nearest declaration wins. */
  properties(name: string): ReadonlyMap<string, DeclaredProperty>;
  /** The name of the first type that is so called without regard to letter case; `name` is lower-cased. */
  spelt(name: string): string | undefined;
  /** What a type takes beyond its properties, inherited or own: any name, `prefix_name` only, or nothing. */
  ownNames(name: string): OwnNames;
  /** Whether a reference to the type also accepts its derived types, told apart by `@odata.type`. */
  isUnion(name: string): boolean;
}

/** A property with the type that declares it. */
interface DeclaredProperty {
  readonly owner: string;
  readonly property: Property;
}

export function typeTable(list: readonly ObjectType[], enums: ByName<EnumType>): TypeTable {
  const types = new Map(list.map((type) => [type.name, type]));
  const cache = new Map<string, ReadonlyMap<string, DeclaredProperty>>();
  const properties = (name: string): ReadonlyMap<string, DeclaredProperty> => {
    const known = cache.get(name);
    if (known) return known;
    const type = types.get(name);
    const inherited = type?.base === undefined ? [] : [...properties(type.base)];
    const own = (type?.properties ?? []).map((property) => [property.name, { owner: name, property }] as const);
    const all = new Map([...inherited, ...own]);
    cache.set(name, all);
    return all;
  };
  const ownNames = (name: string): OwnNames => {
    const type = types.get(name);
    if (!type) return "none";
    const inherited = type.base === undefined ? "none" : ownNames(type.base);
    return inherited === "any" || !type.open ? inherited : (type.ownNames ?? "any");
  };
  const isUnion = (name: string): boolean => {
    const type = types.get(name);
    return type !== undefined && isPolymorphic(type);
  };
  const names = new Map(list.toReversed().map(({ name }) => [name.toLowerCase(), name]));
  return { types, enums, properties, spelt: (name) => names.get(name), ownNames, isUnion };
}

/** Whether a type takes an undocumented name. */
export function isOwnName(name: string, own: OwnNames): boolean {
  return own === "any" || (own === "prefixed" && name.includes("_"));
}
