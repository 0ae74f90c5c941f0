/** What readers are told of scalars. */
import type { TypeRef } from "../model/api.js";

/** What a reader of a 64-bit integer has to know: JSON holds more of its digits than a number does. */
export function scalarNotes(type: TypeRef): readonly string[] {
  if (type.kind === "collection") return scalarNotes(type.of);
  return type.kind === "scalar" && type.name === "Int64"
    ? ["A 64-bit integer: beyond 2^53 a JavaScript number does not hold all of its digits."]
    : [];
}
