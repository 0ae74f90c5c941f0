/** Scalars by every name that pages give them, and what their values look like in JSON. */
import { ANY_JSON, scalarNames } from "../../dialect/scalar-names.js";
import { own } from "../../shared/own.js";
import type { ScalarName, TypeRef } from "../api.js";

const EDM = /^edm\./i;

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;
const DURATION = /^-?P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const INT32_LIMIT = 2 ** 31;

/** The scalar or free JSON that a word names: `Edm.Int32`, `string`, `Json`; undefined when it names neither. */
export function scalarType(word: string): TypeRef | undefined {
  const plain = word.trim().toLowerCase();
  if (ANY_JSON.has(plain)) return { kind: "unknown" };
  const name: ScalarName | undefined = own(scalarNames, plain.replace(EDM, ""));
  return name && { kind: "scalar", name };
}

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
