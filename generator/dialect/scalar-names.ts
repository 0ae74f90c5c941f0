import { own } from "../shared/own.js";
import type { ScalarName, ScalarWord } from "../shared/scalar-words.js";

/** What pages call scalars, lower-cased and without `Edm.`. Data: compiled from the type cells of real pages. */
export const scalarNames = {
  string: "String",
  str: "String",
  text: "String",
  securestring: "String",
  boolean: "Boolean",
  bool: "Boolean",
  int16: "Int16",
  short: "Int16",
  int32: "Int32",
  int: "Int32",
  integer: "Int32",
  number: "Double",
  numeric: "Double",
  int64: "Int64",
  long: "Int64",
  byte: "Byte",
  sbyte: "Byte",
  single: "Single",
  float: "Single",
  double: "Double",
  decimal: "Decimal",
  datetimeoffset: "DateTimeOffset",
  datetime: "DateTimeOffset",
  timestamp: "DateTimeOffset",
  date: "Date",
  timeofday: "TimeOfDay",
  time: "TimeOfDay",
  duration: "Duration",
  timespan: "Duration",
  guid: "Guid",
  uuid: "Guid",
  binary: "Binary",
  bytes: "Binary",
  stream: "Stream",
  url: "Url",
  uri: "Url",
} as const;

/** Words for any JSON. */
const ANY_JSON = new Set(["json", "object", "any", "untyped", "edm.untyped", "json object", "untyped json object"]);

const EDM = /^edm\./i;

/** The scalar or free JSON that a word names: `Edm.Int32`, `string`, `Json`; undefined when it names neither. */
export function scalarType(word: string): ScalarWord | undefined {
  const plain = word.trim().toLowerCase();
  if (ANY_JSON.has(plain)) return { kind: "unknown" };
  const name: ScalarName | undefined = own(scalarNames, plain.replace(EDM, ""));
  return name && { kind: "scalar", name };
}
