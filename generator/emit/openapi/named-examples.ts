/** Documented messages as named examples, where they fit what the document says; what does not is told beside it. */
import { isObject } from "../../shared/json/json.js";
import { compareText } from "../../shared/names.js";
import type { MediaType, NamedExample, Schema } from "./document.js";
import { misfitOf, type Misfit } from "./fit.js";
import type { Known } from "./known.js";
import type { PlacedExample } from "./placed.js";
import { safeLine } from "./texts.js";

export type Side = "request" | "response";

/** Messages that could not be put where they belong, by the example, with the reason. */
export type Aside = Map<PlacedExample, (readonly [Side, Misfit])[]>;

/** `value` under the name of its example. */
export function named({ example }: PlacedExample, value: unknown): NamedExample {
  return { summary: safeLine(example.heading ?? example.name) || example.name, value };
}

/** The examples by their names; undefined where there are none. */
export function examplesOf(entries: readonly (readonly [string, NamedExample])[]): Pick<MediaType, "examples"> {
  return entries.length === 0 ? {} : { examples: Object.fromEntries(entries) };
}

/** Why `value` may not stand as an example of `schema`; undefined where it may. */
export function exampleMisfit(value: unknown, schema: Schema | undefined, known: Known): Misfit | undefined {
  return schema === undefined ? nowhere : misfitOf(value, schema, known.resolve);
}

/** The page says of no such content that it is sent or comes back. */
const nowhere: Misfit = { at: "", why: "is not documented" };

/** One schema for all that is documented: of several different ones any. A page that tells nothing takes nothing from what others tell. */
export function anyOf(schemas: readonly Schema[]): Schema {
  const telling = schemas.filter((schema) => Object.keys(schema).length > 0);
  const different = [...new Map(telling.map((schema) => [withoutWords(schema), schema])).values()];
  const [first = {}] = different;
  return different.length > 1 ? { anyOf: different } : first;
}

/** Schemas that say the same, in other words or in another order, are the same. */
function withoutWords(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key === "description" && typeof value === "string") return undefined;
    if (Array.isArray(value)) return value.every((each) => typeof each === "string") ? [...value].sort() : value;
    return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b))) : value;
  });
}

export function setAside(aside: Aside, placed: PlacedExample, side: Side, why: Misfit): void {
  aside.set(placed, [...(aside.get(placed) ?? []), [side, why]]);
}

/** `text/plain; charset=utf-8` → `text/plain`. */
export function mediaTypeOf(headers: Readonly<Record<string, string>>): string | undefined {
  const [, value] = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  const type = value?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return MEDIA_TYPE.test(type) ? type : undefined;
}

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+*-]+$/;

export function isJsonType(type: string): boolean {
  return type === "application/json" || type.endsWith("+json");
}
