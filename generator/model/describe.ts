/** Types in words. */
import type { TypeRef } from "./api.js";
import { shortName } from "./names.js";

/** A type in words, for findings: `String`, `message collection`. */
export function describe(type: TypeRef): string {
  switch (type.kind) {
    case "scalar":
      return type.name;
    case "object":
    case "enum":
      return shortName(type.name);
    case "literals":
      return type.open ? "String" : type.values.join(" | ");
    case "collection":
      return `${describe(type.of)} collection`;
    case "map":
      return `map of ${describe(type.of)}`;
    case "unknown":
      return "any JSON";
  }
}
