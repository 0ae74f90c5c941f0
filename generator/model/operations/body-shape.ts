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
  if (envelope === undefined || !isObject(value) || ("value" in value && envelope.items !== "value")) return false;
  return Array.isArray(own(value, envelope.items));
}

/** A body as an example holds it. */
export function payloadOf(body: Body): { readonly body?: unknown; readonly text?: string } {
  return body.kind === "json" ? { body: body.value } : body.kind === "text" ? { text: body.text } : {};
}
