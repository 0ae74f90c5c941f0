/** How a body carries its payload. */
import type { Body } from "../../read/page.js";
import type { Envelope } from "../api.js";
import { own } from "../../shared/own.js";
import { isObject } from "../../shared/json/json.js";

/** What the answer's body looks like. "wrapped" and "value": the only key but for annotations is `value`, an object or a scalar. */
export type BodyShape = "none" | "list" | "wrapped" | "value" | "object" | "array" | "text";

/** How a JSON body carries its payload. */
export function bodyShape(body: Body, envelope?: Envelope): BodyShape {
  if (body.kind === "none") return "none";
  if (body.kind === "text") return "text";
  if (Array.isArray(body.value)) return "array";
  if (!isObject(body.value)) return "object";
  const { value } = body.value;
  if (Array.isArray(value) || isHouseList(body.value, envelope)) return "list";
  const alone = "value" in body.value && Object.keys(body.value).every((key) => key === "value" || key.includes("@"));
  if (!alone || value === null) return "object";
  return isObject(value) ? "wrapped" : "value";
}

/** Whether a body is a page of a list in the way of the house. */
export function isHouseList(value: unknown, envelope: Envelope | undefined): boolean {
  return itemsIn(value, envelope) !== undefined;
}

/** The items of a page of a list, and what they are called there; undefined where the body is none. */
export function itemsIn(
  value: unknown,
  envelope: Envelope | undefined,
): { readonly name: string; readonly items: readonly unknown[] } | undefined {
  if (envelope === undefined || !isObject(value) || ("value" in value && envelope.items !== "value")) return undefined;
  const named = envelope.ownNames && leads(value, envelope) ? ownItems(value) : undefined;
  const name = named ?? envelope.items;
  const items = own(value, name);
  return Array.isArray(items) ? { name, items } : undefined;
}

/** The name of the only array of objects in a body. */
export function ownItems(body: Readonly<Record<string, unknown>>): string | undefined {
  const [first, ...others] = Object.entries(body).filter(([, value]) => Array.isArray(value) && value.every(isObject));
  return others.length === 0 ? first?.[0] : undefined;
}

/** Whether a body has beside its items what all pages of lists have. */
function leads(body: Readonly<Record<string, unknown>>, { next, pages, count }: Envelope): boolean {
  return [next, pages, count].some((path) => path !== undefined && Object.hasOwn(body, path.split(".", 1)[0] ?? ""));
}

/** Nothing but an array, whatever its key, counts and annotations: no reader takes that for one object. */
export function isLoneList(body: Body | undefined): boolean {
  if (body?.kind !== "json" || !isObject(body.value)) return false;
  const rest = Object.entries(body.value).filter(([key, value]) => typeof value !== "number" && !key.includes("@"));
  return rest.length === 1 && Array.isArray(rest[0]?.[1]);
}

/** A body as an example holds it. */
export function payloadOf(body: Body): { readonly body?: unknown; readonly text?: string } {
  return body.kind === "json" ? { body: body.value } : body.kind === "text" ? { text: body.text } : {};
}
