/** Scalars by every name that pages give them. */

/** Scalars by the documented name; all but numbers and booleans travel as strings. */
export type ScalarName =
  | "String"
  | "Boolean"
  | "Int16"
  | "Int32"
  | "Int64"
  | "Byte"
  | "Single"
  | "Double"
  | "Decimal"
  | "DateTimeOffset"
  | "Date"
  | "TimeOfDay"
  | "Duration"
  | "Guid"
  | "Binary"
  | "Stream"
  | "Url";

/** A scalar, or any JSON. */
export type ScalarWord = { readonly kind: "scalar"; readonly name: ScalarName } | { readonly kind: "unknown" };

/** Lower-cased documented name, without `Edm.`, → scalar. Compiled from the type cells of real pages. */
const SCALARS: ReadonlyMap<string, ScalarName> = new Map<string, ScalarName>([
  ["string", "String"],
  ["str", "String"],
  ["text", "String"],
  ["boolean", "Boolean"],
  ["bool", "Boolean"],
  ["int16", "Int16"],
  ["short", "Int16"],
  ["int32", "Int32"],
  ["int", "Int32"],
  ["integer", "Int32"],
  ["number", "Double"],
  ["numeric", "Double"],
  ["int64", "Int64"],
  ["long", "Int64"],
  ["byte", "Byte"],
  ["sbyte", "Byte"],
  ["single", "Single"],
  ["float", "Single"],
  ["double", "Double"],
  ["decimal", "Decimal"],
  ["datetimeoffset", "DateTimeOffset"],
  ["datetime", "DateTimeOffset"],
  ["timestamp", "DateTimeOffset"],
  ["date", "Date"],
  ["timeofday", "TimeOfDay"],
  ["time", "TimeOfDay"],
  ["duration", "Duration"],
  ["timespan", "Duration"],
  ["guid", "Guid"],
  ["uuid", "Guid"],
  ["binary", "Binary"],
  ["bytes", "Binary"],
  ["stream", "Stream"],
  ["url", "Url"],
  ["uri", "Url"],
]);
const ANY_JSON = new Set(["json", "object", "any", "untyped", "edm.untyped", "json object", "untyped json object"]);
const EDM = /^edm\./i;

/** The scalar or free JSON that a word names: `Edm.Int32`, `string`, `Json`; undefined when it names neither. */
export function scalarType(word: string): ScalarWord | undefined {
  const plain = word.trim().toLowerCase();
  if (ANY_JSON.has(plain)) return { kind: "unknown" };
  const name = SCALARS.get(plain.replace(EDM, ""));
  return name && { kind: "scalar", name };
}
