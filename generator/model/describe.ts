/** Types in words. */
import type { TypeRef } from "./api.js";
import { shortName } from "../shared/names.js";

/** A type in words, for findings: `String`, `message collection`. */
export function typeInWords(type: TypeRef): string {
  switch (type.kind) {
    case "scalar":
      return type.name;
    case "object":
    case "enum":
      return shortName(type.name);
    case "literals":
      return type.open ? "String" : type.values.join(" | ");
    case "collection":
      return `${typeInWords(type.of)} collection`;
    case "map":
      return `map of ${typeInWords(type.of)}`;
    case "unknown":
      return "any JSON";
  }
}
