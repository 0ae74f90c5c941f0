/** What the values of scalars look like in JSON. */
import { scalarType } from "../../dialect/scalar-names.js";
import type { Link } from "../../read/page.js";
import { isAbsolute } from "../../shared/odata/url.js";
import type { ScalarName, TypeRef } from "../api.js";

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;
const DURATION = /^-?P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** `[DateTimeOffset](timestamp.md)` leads to a page on the format. `Date`, `Binary` and `Stream` may be types of their own. */
const SCALAR = /^(?:String|Boolean|Int\d+|Double|Guid|DateTimeOffset)$/i;
const INT32_LIMIT = 2 ** 31;

/** The scalar that a JSON value reads as; strings by their look: dates, durations and guids are told apart from text. */
export function scalarOfValue(value: string | number | boolean): ScalarName {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number")
    return !Number.isInteger(value) ? "Double" : Math.abs(value) < INT32_LIMIT ? "Int32" : "Int64";
  if (DATE_TIME.test(value)) return "DateTimeOffset";
  if (DURATION.test(value)) return "Duration";
  if (DAY.test(value)) return "Date";
  return GUID.test(value) ? "Guid" : "String";
}

/** What travels in JSON for a scalar; a stream's property holds nothing that the docs tell. */
export function jsonKind(name: ScalarName): "string" | "number" | "boolean" | "unknown" {
  switch (name) {
    case "Stream":
      return "unknown";
    case "Boolean":
      return "boolean";
    case "Int16":
    case "Int32":
    case "Int64":
    case "Byte":
    case "Single":
    case "Double":
    case "Decimal":
      return "number";
    default:
      return "string";
  }
}

/** `[String](string.md)` by its capital; in any letter case where the link leads out of the docs, as to a standard. */
export function linkedScalar({ text, url }: Link): TypeRef | undefined {
  return SCALAR.test(text) || isAbsolute(url) ? scalarType(text) : undefined;
}
