/**
 * Whether a documented value fits a schema, for the schemas that are made here. Stricter than JSON Schema asks for: a property that a closed
 * type does not list is none, for viewers and generators say so as well.
 */
import { isObject } from "../../shared/json/json.js";
import { own } from "../../shared/own.js";
import type { Schema } from "./document.js";
import { hasForm } from "./patterns.js";

const DATE = /^\d{4}-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** The length in which bytes are written: `AQI=`. Validators go by it where a format says so, and by nothing where an encoding is named. */
const BASE64_LENGTH = 4;

/** What is amiss, and where: a JSON pointer, and words. */
export interface Misfit {
  readonly at: string;
  readonly why: string;
}

interface Look {
  /** Gives the schema that a reference means. */
  readonly resolve: (reference: string) => Schema;
  /** What was found out: where a schema gives a choice, each of its schemas would look again at what lies within a value. */
  readonly known: Map<object, Map<Schema, Misfit | undefined>>;
}

/** Why a value does not fit; undefined where it does. `resolve` gives the schema that a reference means, the same one each time. */
export function misfitOf(value: unknown, schema: Schema, resolve: Look["resolve"]): Misfit | undefined {
  return misfitAt(value, schema, { resolve, known: new Map() }, "");
}

function misfitAt(value: unknown, schema: Schema, look: Look, at: string): Misfit | undefined {
  if (typeof value !== "object" || value === null) return misfitOfNew(value, schema, look, at);
  const found = look.known.get(value) ?? new Map<Schema, Misfit | undefined>();
  look.known.set(value, found);
  if (!found.has(schema)) found.set(schema, misfitOfNew(value, schema, look, at));
  return found.get(schema);
}

function misfitOfNew(value: unknown, schema: Schema, look: Look, at: string): Misfit | undefined {
  if (schema.nullable && value === null) return undefined;
  if (schema.$ref !== undefined) return misfitAt(value, look.resolve(schema.$ref), look, at);
  if (schema.allOf !== undefined) return first(schema.allOf, (each) => misfitAt(value, each, look, at));
  if (schema.anyOf !== undefined) return misfitOfAny(value, schema.anyOf, look, at);
  if (!hasType(value, schema.type)) return { at, why: `is no ${[schema.type].flat().join(" or ")}` };
  if (typeof value === "string") return fitsText(value, schema) ? undefined : { at, why: wanted(schema) };
  if (typeof value === "number") return fitsNumber(value, schema) ? undefined : { at, why: wanted(schema) };
  if (Array.isArray(value))
    return first([...value.entries()], ([i, item]) => misfitAt(item, schema.items ?? anything, look, `${at}/${i}`));
  return isObject(value) ? misfitOfObject(value, schema, look, at) : undefined;
}

const anything: Schema = {};

function first<T>(items: readonly T[], misfit: (item: T) => Misfit | undefined): Misfit | undefined {
  for (const item of items) {
    const found = misfit(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of several schemas the one that fits furthest tells: where the type is named, that one is meant. */
function misfitOfAny(value: unknown, schemas: readonly Schema[], look: Look, at: string): Misfit | undefined {
  const misfits: Misfit[] = [];
  for (const schema of schemas) {
    const found = misfitAt(value, schema, look, at);
    if (found === undefined) return undefined;
    misfits.push(found);
  }
  const inside = misfits.filter((misfit) => misfit.at !== at);
  return (
    inside.find((misfit) => misfit.at !== `${at}/@odata.type`) ?? inside[0] ?? { at, why: "is none of what it can be" }
  );
}

function wanted({ format, pattern, contentEncoding, enum: values }: Schema): string {
  if (values !== undefined) return "is none of the documented values";
  return `is no ${format ?? contentEncoding ?? (pattern === undefined ? "number in range" : "text of this form")}`;
}

function hasType(value: unknown, type: Schema["type"]): boolean {
  if (type === undefined) return true;
  const types = typeof type === "string" ? [type] : type;
  return types.some((each) => {
    if (each === "null") return value === null;
    if (each === "array") return Array.isArray(value);
    if (each === "object") return isObject(value);
    if (each === "integer") return Number.isInteger(value);
    return typeof value === each;
  });
}

function fitsText(text: string, { enum: values, pattern, format, contentEncoding }: Schema): boolean {
  if (values !== undefined && !values.includes(text)) return false;
  if (pattern !== undefined && !hasForm(text, pattern)) return false;
  if (contentEncoding !== undefined) return BASE64.test(text);
  if (format === "byte") return BASE64.test(text) && text.length % BASE64_LENGTH === 0;
  if (format === "uuid") return UUID.test(text);
  if (format === "date") return isDate(text);
  return format !== "date-time" || isDateTime(text);
}

function isDate(text: string): boolean {
  const [, month, day] = DATE.exec(text) ?? [];
  if (month === undefined || day === undefined) return false;
  return Number(month) >= 1 && new Date(`${text}T00:00:00Z`).getUTCDate() === Number(day);
}

function isDateTime(text: string): boolean {
  const [, date, hour, minute, second, zoneHour = "0", zoneMinute = "0"] = DATE_TIME.exec(text) ?? [];
  if (date === undefined || !isDate(date)) return false;
  const parts = [
    [hour, 23],
    [minute, 59],
    [second, 59],
    [zoneHour, 23],
    [zoneMinute, 59],
  ] as const;
  return parts.every(([part, most]) => Number(part) <= most);
}

const INT32 = 2 ** 31;

function fitsNumber(value: number, { format, minimum = -Infinity, maximum = Infinity }: Schema): boolean {
  if (format === "int32" && (value < -INT32 || value >= INT32)) return false;
  return value >= minimum && value <= maximum;
}

function misfitOfObject(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties: others }: Schema,
  look: Look,
  at: string,
): Misfit | undefined {
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { at: `${at}/${pointer(missing)}`, why: "is missing" };
  const isFree = Object.keys(properties).length === 0 && others === undefined;
  return first(Object.entries(value), ([name, one]) => {
    const place = `${at}/${pointer(name)}`;
    const schema = own(properties, name) ?? (typeof others === "object" ? others : undefined);
    if (schema !== undefined) return misfitAt(one, schema, look, place);
    return isFree || others === true ? undefined : { at: place, why: "is not documented" };
  });
}

function pointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
