/** What travels in JSON for each scalar of the docs. */
import type { ScalarName } from "./scalar-words.js";

export type WireType = "string" | "number" | "boolean" | "unknown";

const numbers: ReadonlySet<ScalarName> = new Set(["Int16", "Int32", "Int64", "Byte", "Single", "Double", "Decimal"]);

/** Dates, durations, guids, binaries and URLs are strings; what a stream property holds is not told. */
export function wireType(name: ScalarName): WireType {
  if (numbers.has(name)) return "number";
  if (name === "Boolean") return "boolean";
  return name === "Stream" ? "unknown" : "string";
}
