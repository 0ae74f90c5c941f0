/** What travels in JSON for each scalar of the docs. */
import type { ScalarName, TypeRef } from "../model/api.js";

export type WireType = "string" | "number" | "boolean" | "unknown";

const numbers: ReadonlySet<ScalarName> = new Set(["Int16", "Int32", "Int64", "Byte", "Single", "Double", "Decimal"]);

/** Dates, durations, guids, binaries and URLs are strings; what a stream property holds is not told. */
export function wireType(name: ScalarName): WireType {
  if (numbers.has(name)) return "number";
  if (name === "Boolean") return "boolean";
  return name === "Stream" ? "unknown" : "string";
}

/** What a reader of a 64-bit integer has to know: JSON holds more of its digits than a number does. */
export function scalarNotes(type: TypeRef): readonly string[] {
  if (type.kind === "collection") return scalarNotes(type.of);
  return type.kind === "scalar" && type.name === "Int64"
    ? ["A 64-bit integer: beyond 2^53 a JavaScript number does not hold all of its digits."]
    : [];
}
