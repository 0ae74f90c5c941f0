/** What an object says in `@odata.type`, against the names of the types that can stand in its place. */
import { odataType } from "./json-representation.js";
import type { TypeTable } from "./type-table.js";

/** Names that tell the objects in the place of a type apart: its own and those of the types derived from it. */
export function typeNames(declared: string, { types }: TypeTable): readonly string[] {
  const derived = types.get(declared)?.derived ?? [];
  return [declared, ...derived.filter((name) => types.get(name)?.abstract !== true)];
}

/**
 * Whether a written type is none of these: it is one but for letter case, or, where `strict`, the compiler tells the objects apart by it and
 * knows no such name.
 */
export function isMisspelt(
  value: Readonly<Record<string, unknown>>,
  declared: string,
  types: TypeTable,
  strict: boolean,
): boolean {
  const written = odataType(value);
  if (written === undefined) return false;
  const names = typeNames(declared, types);
  if (names.includes(written)) return false;
  const lower = written.toLowerCase();
  return names.some((name) => name.toLowerCase() === lower) || (strict && isTold(declared, types));
}

/** Whether the type of such an object has literals for its `@odata.type`. */
function isTold(name: string, types: TypeTable): boolean {
  const type = types.types.get(name);
  if (type === undefined) return false;
  return types.isUnion(name) || (type.derived.length === 0 && hasUnionAbove(type.base, types));
}

function hasUnionAbove(base: string | undefined, types: TypeTable): boolean {
  return base !== undefined && (types.isUnion(base) || hasUnionAbove(types.types.get(base)?.base, types));
}

/**
 * The type that an object is: the derived type that its `@odata.type` names, without one the derived type that has all it shows, else
 * the declared one.
 */
export function actualType(value: Readonly<Record<string, unknown>>, declared: string, types: TypeTable): string {
  const derived = types.types.get(declared)?.derived ?? [];
  const written = odataType(value)?.toLowerCase();
  if (written !== undefined)
    return (
      derived.find((name) => name.toLowerCase() === written || name.toLowerCase().endsWith(`.${written}`)) ?? declared
    );
  if (!types.isUnion(declared) || !exceeds(value, declared, types)) return declared;
  return derived.find((name) => !exceeds(value, name, types)) ?? declared;
}

/** A documented type that an object says it is, though it is not derived from the declared one, and whose properties it shows. */
export function foreignType(
  value: Readonly<Record<string, unknown>>,
  declared: string,
  types: TypeTable,
): string | undefined {
  const written = odataType(value)?.toLowerCase();
  if (written === undefined || written === declared.toLowerCase() || !exceeds(value, declared, types)) return undefined;
  return types.spelt(written);
}

/** Whether an object shows properties that a type does not have. */
export function exceeds(value: Readonly<Record<string, unknown>>, name: string, types: TypeTable): boolean {
  const declared = types.properties(name);
  return types.ownNames(name) === "none" && Object.keys(value).some((key) => !key.includes("@") && !declared.has(key));
}
