/** What answers hold their content in: lists with paging as the house has it, values, errors. */
import type { Envelope, ErrorBody, Result, TypeRef } from "../../model/api.js";
import type { Schema } from "./document.js";
import { titleOf, type Known } from "./known.js";
import { valueSchema } from "./values.js";

const text: Schema = { type: "string" };
const count: Schema = { type: "integer", minimum: 0 };

type List = Extract<Result, { readonly kind: "list" | "delta" }>;

/** The schema of a page of a list: a component where the items have a name. */
export function listSchema(result: List, known: Known): Schema {
  const make = (): Schema => pageSchema(result, known);
  const { type } = result;
  if (type.kind !== "object" && type.kind !== "enum") return make();
  return known.refer(result.kind, type.name, make, JSON.stringify(result.kind === "list" ? result.house : undefined));
}

function pageSchema(result: List, known: Known): Schema {
  const items: Schema = { type: "array", items: valueSchema(result.type, "read", known) };
  const title = `${nameOf(result.type)} collection`;
  if (result.kind === "list" && result.house !== undefined)
    return housePage(items, result.house, title, known.form.nullable(text));
  const changed: Schema = { type: "array", items: { anyOf: [items.items ?? {}, removed] } };
  const members = {
    "@odata.context": text,
    "@odata.count": count,
    "@odata.nextLink": text,
    ...(result.kind === "delta" && { "@odata.deltaLink": text }),
    value: result.kind === "delta" ? changed : items,
  };
  return { title, type: "object", properties: members, required: ["value"] };
}

/** What a change is told of that took an object away. */
const removed: Schema = {
  type: "object",
  properties: { "@removed": { type: "object", properties: { reason: text } }, id: text },
  required: ["@removed"],
};

/** On the last page the address of the next may be null. */
function housePage(
  items: Schema,
  { items: at, next, send, pages, count: total }: Envelope,
  title: string,
  address: Schema,
): Schema {
  if (at === "") return { title, ...items };
  const members: (readonly [string, Schema])[] = [[at, items]];
  if (next !== undefined) members.push([next, send === undefined ? address : {}]);
  if (pages !== undefined) members.push([pages, {}]);
  if (total !== undefined) members.push([total, count]);
  return { title, ...nested(members, [at]) };
}

/** An object whose members may lie in others: `meta.total`. What else the house tells is not documented. */
function nested(members: readonly (readonly [path: string, schema: Schema])[], required: readonly string[]): Schema {
  const own = new Map<string, Schema>();
  const deeper = new Map<string, (readonly [string, Schema])[]>();
  for (const [path, schema] of members) {
    const [first = "", ...rest] = path.split(".");
    if (rest.length === 0) own.set(first, schema);
    else deeper.set(first, [...(deeper.get(first) ?? []), [rest.join("."), schema]]);
  }
  for (const [name, inner] of deeper) own.set(name, nested(inner, behind(required, name)));
  return {
    type: "object",
    properties: Object.fromEntries(own),
    ...(required.length > 0 && { required: [...new Set(required.map((path) => path.split(".")[0] ?? path))] }),
    additionalProperties: true,
  };
}

function behind(paths: readonly string[], name: string): readonly string[] {
  return paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
}

function nameOf(type: TypeRef): string {
  return "name" in type ? titleOf(type.name) : type.kind;
}

/** `{"value": 5}`. */
export function valueEnvelope(type: TypeRef, known: Known): Schema {
  return {
    type: "object",
    properties: { "@odata.context": text, value: valueSchema(type, "read", known) },
    required: ["value"],
  };
}

/** How the page of a list leads to the next, for tools that follow it. */
export function paging(result: Result): { readonly "x-ms-pageable"?: unknown } {
  if (result.kind !== "list" && result.kind !== "delta") return {};
  const house = result.kind === "list" ? result.house : undefined;
  if (house === undefined) return { "x-ms-pageable": { nextLinkName: "@odata.nextLink", operationName: "listMore" } };
  if (house.next === undefined || house.send !== undefined) return {};
  return { "x-ms-pageable": { nextLinkName: house.next, itemName: house.items } };
}

/** The body of an error, as the house has it. */
export function errorSchema(known: Known): Schema {
  const { errorBody } = known.api;
  return known.refer("error", "Error", () => (errorBody === undefined ? usualError : houseError(errorBody)));
}

const usualError: Schema = {
  title: "Error",
  ...nested(
    [
      ["error.code", text],
      ["error.message", text],
    ],
    ["error.code", "error.message"],
  ),
};

function houseError({ at, isList, message, code, requestId, outerRequestId }: ErrorBody): Schema {
  const members: (readonly [string, Schema])[] = [[message, text]];
  // Some houses number their errors, some name them.
  if (code !== undefined) members.push([code, { anyOf: [text, { type: "integer" }] }]);
  if (requestId !== undefined) members.push([requestId, text]);
  const inner = nested(members, []);
  if (at === "" && !isList) return { title: "Error", ...inner };
  const held: Schema = isList ? { type: "array", items: inner } : inner;
  const outer: (readonly [string, Schema])[] = at === "" ? [] : [[at, held]];
  if (outerRequestId !== undefined) outer.push([outerRequestId, text]);
  return { title: "Error", ...(at === "" ? held : nested(outer, [])) };
}
