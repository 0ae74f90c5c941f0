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
  uint: "Int64",
  uint32: "Int64",
  uint64: "Int64",
  number: "Double",
  numeric: "Double",
  int64: "Int64",
  long: "Int64",
  byte: "Byte",
  sbyte: "Byte",
  single: "Single",
  float: "Single",
  float32: "Single",
  float64: "Double",
  double: "Double",
  decimal: "Decimal",
  datetimeoffset: "DateTimeOffset",
  datetime: "DateTimeOffset",
  "date-time": "DateTimeOffset",
  "date and time": "DateTimeOffset",
  timestamp: "DateTimeOffset",
  "unix timestamp": "Int64",
  "unix time": "Int64",
  epoch: "Int64",
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
  email: "String",
  url: "Url",
  uri: "Url",
} as const;

/** What stands beside the name of a scalar and says which one of its kind is meant: `string (date-time)`, `integer int64`. */
export const scalarFormats: ReadonlySet<string> = new Set([
  "date-time",
  "datetime",
  "date",
  "uuid",
  "guid",
  "int32",
  "int64",
  "float",
  "double",
  "decimal",
]);

/** Words for any JSON. */
const ANY_JSON = new Set([
  "json",
  "object",
  "any",
  "untyped",
  "edm.untyped",
  "json object",
  "untyped json object",
  "map",
  "hash",
  "dict",
  "dictionary",
  "key-value map",
]);

const EDM = /^edm\./i;

/** The scalar or free JSON that a word names: `Edm.Int32`, `string`, `Json`; undefined when it names neither. */
export function scalarType(word: string): ScalarWord | undefined {
  const plain = word.trim().toLowerCase();
  if (ANY_JSON.has(plain)) return { kind: "unknown" };
  const name: ScalarName | undefined = own(scalarNames, plain.replace(EDM, ""));
  return name && { kind: "scalar", name };
}
