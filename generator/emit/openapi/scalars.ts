/** What of each scalar travels in JSON. */
import type { ScalarName } from "../../model/api.js";
import type { Schema } from "./document.js";
import type { Form } from "./form.js";
import { patterns } from "./patterns.js";

const text: Schema = { type: "string" };
const integer = (format: string): Schema => ({ type: "integer", format });
const number = (format: string): Schema => ({ type: "number", format });

const scalars: Readonly<Record<Exclude<ScalarName, "Binary">, Schema>> = {
  String: text,
  Boolean: { type: "boolean" },
  Int16: integer("int16"),
  Int32: integer("int32"),
  Int64: integer("int64"),
  Byte: { ...integer("uint8"), minimum: 0, maximum: 255 },
  Single: number("float"),
  Double: number("double"),
  Decimal: number("decimal"),
  DateTimeOffset: { type: "string", format: "date-time" },
  Date: { type: "string", format: "date" },
  TimeOfDay: { type: "string", pattern: patterns.time.source },
  Duration: { type: "string", pattern: patterns.duration.source },
  Guid: { type: "string", format: "uuid" },
  Stream: {},
  // Documented links hold placeholders, which no format allows.
  Url: text,
};

/** Formats of JSON Schema itself. */
const standard: ReadonlySet<string> = new Set(["date-time", "date", "uuid"]);

export function scalarSchema(name: ScalarName, form: Form): Schema {
  if (name === "Binary") return form.base64;
  const { format, ...schema } = scalars[name];
  return format === undefined || !(form.extended || standard.has(format)) ? schema : { ...schema, format };
}
