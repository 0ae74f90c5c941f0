/** How the type of a value on one side relates to its type on the other, as the compiler sees it. */
import type { TypeRef } from "../model/api.js";
import { wireType } from "../shared/wire-type.js";
import { canonical } from "./match.js";
import type { Side } from "./side.js";

/**
 * wider: takes what was taken, and more. alias: another scalar, the same TypeScript type. values: lists of values differ. to- and from-
 * enumeration: from and to any text. named, unnamed: the same values, with a name on one side only.
 */
export type Relation =
  | "same"
  | "alias"
  | "wider"
  | "narrower"
  | "replaced"
  | "to-unknown"
  | "to-known"
  | "to-collection"
  | "to-single"
  | "values"
  | "to-enumeration"
  | "to-text"
  | "named"
  | "unnamed";

export interface Sides {
  readonly old: Side;
  readonly new: Side;
  /** New name of a type or an enumeration that was renamed, by the old one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A reference as it is printed: what no page describes is unknown, an enumeration without values is text. */
type Resolved =
  | { readonly kind: "unknown" }
  | { readonly kind: "scalar"; readonly name: string; readonly wire: string }
  | { readonly kind: "object"; readonly name: string }
  | { readonly kind: "values"; readonly name?: string; readonly values: readonly string[]; readonly open: boolean }
  | { readonly kind: "collection" | "map"; readonly of: TypeRef };

export function relationOf(old: TypeRef, fresh: TypeRef, sides: Sides): Relation {
  const [a, b] = [resolved(old, sides.old), resolved(fresh, sides.new)];
  if (a.kind === "unknown" || b.kind === "unknown")
    return a.kind === b.kind ? "same" : a.kind === "unknown" ? "to-known" : "to-unknown";
  if ((a.kind === "collection" || a.kind === "map") && a.kind === b.kind) return relationOf(a.of, b.of, sides);
  if (a.kind === "collection" || b.kind === "collection") return collected(a, b, old, fresh, sides);
  if (a.kind === "object" && b.kind === "object") return objects(a.name, b.name, sides);
  if (a.kind === "scalar" && b.kind === "scalar")
    return a.wire !== b.wire ? "replaced" : a.name === b.name ? "same" : "alias";
  if (a.kind === "values" && b.kind === "values") return valueLists(a, b, sides);
  if (a.kind === "values" && b.kind === "scalar") return b.wire === "string" ? textFrom(a) : "replaced";
  if (a.kind === "scalar" && b.kind === "values") return a.wire === "string" ? textTo(b) : "replaced";
  return "replaced";
}

/** An open list refuses nothing, as mere text does. */
function textFrom({ open }: { readonly open: boolean }): Relation {
  return open ? "alias" : "to-text";
}

function textTo({ open }: { readonly open: boolean }): Relation {
  return open ? "alias" : "to-enumeration";
}

function resolved(type: TypeRef, side: Side): Resolved {
  switch (type.kind) {
    case "unknown":
      return type;
    case "scalar": {
      const wire = wireType(type.name);
      return wire === "unknown" ? { kind: "unknown" } : { kind: "scalar", name: type.name, wire };
    }
    case "object":
      return side.types.has(type.name) ? type : { kind: "unknown" };
    case "enum": {
      const members = side.enums.get(type.name)?.members ?? [];
      if (members.length === 0) return { kind: "scalar", name: type.name, wire: "string" };
      return { kind: "values", name: type.name, values: members.map(({ name }) => name), open: false };
    }
    case "literals":
      return type.values.length === 0
        ? { kind: "scalar", name: "String", wire: "string" }
        : { kind: "values", values: type.values, open: type.open === true };
    default:
      return type;
  }
}

function collected(a: Resolved, b: Resolved, old: TypeRef, fresh: TypeRef, sides: Sides): Relation {
  const inner = (type: TypeRef): TypeRef => (type.kind === "collection" ? type.of : type);
  const relation = relationOf(inner(old), inner(fresh), sides);
  if (a.kind === "map" || b.kind === "map" || relation === "replaced") return "replaced";
  return a.kind === "collection" ? "to-single" : "to-collection";
}

function objects(old: string, fresh: string, { old: a, new: b, renamed }: Sides): Relation {
  const called = renamed.get(old) ?? old;
  if (called === fresh) return "same";
  const isBelow = (name: string, base: string): boolean =>
    [...b.lineage(name), ...a.lineage(name)].some((type) => type.name === base);
  if (isBelow(called, fresh)) return "wider";
  if (isBelow(fresh, called)) return "narrower";
  const own = shapeOf(old, a);
  return own !== "[]" && own === shapeOf(fresh, b) ? "same" : "replaced";
}

/** What a type looks like, whatever it is called. */
export function shapeOf(name: string, side: Side): string {
  const properties = [...side.properties(name).values()].map(({ property }) => {
    const { name: called, type, navigation, nullable, required } = property;
    return canonical([called, type, navigation, nullable, required]);
  });
  return JSON.stringify([...properties].sort());
}

type Values = Extract<Resolved, { readonly kind: "values" }>;

function valueLists(a: Values, b: Values, { renamed }: Sides): Relation {
  const isSameName = a.name !== undefined && (renamed.get(a.name) ?? a.name) === b.name;
  // what differs between them, the enumeration itself reports
  if (isSameName) return "same";
  const [old, fresh] = [new Set(a.values), new Set(b.values)];
  const isSame = old.size === fresh.size && [...old].every((value) => fresh.has(value));
  if (a.name === undefined && b.name === undefined) return isSame && a.open === b.open ? "same" : "values";
  if (a.open || b.open) return a.open ? "to-enumeration" : "to-text";
  if (isSame) return a.name === undefined ? "named" : b.name === undefined ? "unnamed" : "same";
  if ([...old].every((value) => fresh.has(value))) return "wider";
  return [...fresh].every((value) => old.has(value)) ? "narrower" : "replaced";
}

/** A type in words, by the names of the package: `string`, `User[]`, `"a" | "b"`. */
export function typeWords(type: TypeRef, side: Side): string {
  switch (type.kind) {
    case "scalar":
      return type.name;
    case "object":
      return side.types.get(type.name)?.typescript ?? "unknown";
    case "enum":
      return side.enums.get(type.name)?.typescript ?? "string";
    case "literals":
      return [...type.values.map((value) => JSON.stringify(value)), ...(type.open ? ["string"] : [])].join(" | ");
    case "collection":
      return type.of.kind === "literals" ? `(${typeWords(type.of, side)})[]` : `${typeWords(type.of, side)}[]`;
    case "map":
      return `Record<string, ${typeWords(type.of, side)}>`;
    case "unknown":
      return "unknown";
  }
}
