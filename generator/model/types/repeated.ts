/** Rows of a type that repeat a property of its base, and those that say more of it. */
import type { Property, TypeRef } from "../api.js";
import type { Docs } from "./docs.js";
import { typeInWords } from "../describe.js";
import { shortName } from "../../shared/names.js";
import { differ } from "./wire-kind.js";

/**
 * Whether a row only repeats what the type inherits. It says more with an object type derived from the base's own, and with values that the
 * base does not list of its text. Values that the base's enumeration lacks are a finding, and so is a type that cannot be right beside the
 * base's.
 */
export function repeats(
  property: Property,
  base: Property | undefined,
  derived: ReadonlyMap<string, ReadonlySet<string>>,
  docs: Docs,
): boolean {
  if (!base) return false;
  if (differ(property.type, base.type)) reportType(property, base, docs);
  if ((property.type.kind === "collection") !== (base.type.kind === "collection")) return true;
  const [type, given] = [itemOf(property.type), itemOf(base.type)];
  if (type.kind === "object" && given.kind === "object") return derived.get(given.name)?.has(type.name) !== true;
  const listed = valuesOf(type, docs);
  const known = new Set(valuesOf(given, docs).map((value) => value.toLowerCase()));
  const more = listed.filter((value) => !known.has(value.toLowerCase()));
  if (more.length === 0) return true;
  if (isAnyText(given)) return false;
  if (known.size > 0) reportMore(property, base, given, more, docs);
  return true;
}

/** Of a list, its items. */
function itemOf(type: TypeRef): TypeRef {
  return type.kind === "collection" ? type.of : type;
}

function valuesOf(type: TypeRef, { enums }: Docs): readonly string[] {
  if (type.kind === "literals") return type.values;
  return type.kind === "enum" ? (enums.get(type.name)?.members ?? []).map(({ name }) => name) : [];
}

/** Any text, be some of its values listed or not. */
function isAnyText(type: TypeRef): boolean {
  return type.kind === "literals" ? type.open === true : type.kind === "scalar" && type.name === "String";
}

function reportType(property: Property, base: Property, docs: Docs): void {
  docs.report("property-base-differs", property.page, property.place, property.name, {
    name: property.name,
    table: typeInWords(property.type),
    page: base.page,
    type: typeInWords(base.type),
  });
}

function reportMore(property: Property, base: Property, given: TypeRef, more: readonly string[], docs: Docs): void {
  const name = given.kind === "enum" ? given.name : property.name;
  docs.report("enum-differs", property.page, property.place, name, {
    name: shortName(name),
    page: (given.kind === "enum" && docs.enums.get(given.name)?.pages[0]) || base.page,
    difference: `only here ${more.join(", ")}`,
  });
}
