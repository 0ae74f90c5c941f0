/** What of each scalar travels in JSON. */
import type { ScalarName } from "../../model/api.js";
import type { Schema } from "./document.js";
import type { Form } from "./form.js";

/** OData's own forms: the formats "duration" and "time" refuse `PT1.8S` and `15:51:04`. */
const DURATION =
  "^[-+]?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]+)?S)?)?$";
const TIME = "^[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?$";

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
  TimeOfDay: { type: "string", pattern: TIME },
  Duration: { type: "string", pattern: DURATION },
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
