/** Scalars, and what a word of a page that names one means. */

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
