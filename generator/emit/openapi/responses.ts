/** What comes back: for each documented status what it holds, the documented answers, and what an error looks like. */
import { STATUS_CODES } from "node:http";
import type { Result, TypeRef } from "../../model/api.js";
import type { PublishedOperation } from "../../model/published.js";
import type { Call } from "./claims.js";
import type { MediaType, NamedExample, Reference, ResponseObject, Schema } from "./document.js";
import { errorSchema, listSchema, valueEnvelope } from "./envelopes.js";
import type { Known } from "./known.js";
import {
  anyOf,
  exampleMisfit,
  examplesOf,
  isJsonType,
  mediaTypeOf,
  named,
  setAside,
  type Aside,
} from "./named-examples.js";
import { patterns } from "./patterns.js";
import type { PlacedExample } from "./placed.js";
import { bytes, BYTES_TYPE, JSON_TYPE, plainText } from "./request-body.js";
import { valueSchema } from "./values.js";

/** By status, errors that no page shows last. */
export function responsesOf(
  call: Call,
  examples: readonly PlacedExample[],
  aside: Aside,
  known: Known,
): Readonly<Record<string, ResponseObject | Reference>> {
  const shown = answered(examples);
  const statuses = [
    ...new Set([...call.claims.flatMap(({ operation }) => statusesOf(operation, shown)), ...shown.keys()]),
  ];
  const entries = statuses
    .sort((a, b) => a - b)
    .map((status) => [String(status), responseOf(status, call, shown.get(status) ?? [], aside, known)] as const);
  const error = { $ref: "#/components/responses/error" };
  return { ...Object.fromEntries(entries), "4XX": error, "5XX": error };
}

/** What stands in the components for the errors of all calls. */
export function errorResponse(known: Known): ResponseObject {
  return { description: "Error", content: { [JSON_TYPE]: { schema: errorSchema(known) } } };
}

const FIRST = 200;
const FIRST_REDIRECT = 300;
const FIRST_ERROR = 400;
const LAST = 599;

function answered(examples: readonly PlacedExample[]): ReadonlyMap<number, readonly PlacedExample[]> {
  const byStatus = new Map<number, PlacedExample[]>();
  for (const placed of examples) {
    const status = placed.example.response?.status;
    if (status !== undefined && status >= FIRST && status <= LAST)
      byStatus.set(status, [...(byStatus.get(status) ?? []), placed]);
  }
  return byStatus;
}

/** Where a page names no status, its answers do; else the usual one is meant. What a redirect leads to comes with 200. */
function statusesOf({ statuses, result }: PublishedOperation, shown: ReadonlyMap<number, unknown>): readonly number[] {
  const own = statuses.filter((status) => status >= FIRST && status <= LAST);
  const isSuccess = (status: number): boolean => status < FIRST_REDIRECT;
  if (result.kind === "stream" && own.length > 0 && !own.some(isSuccess)) return [200, ...own];
  if (own.length > 0 || [...shown.keys()].some(isSuccess)) return own;
  return [result.kind === "none" ? 204 : 200];
}

/** Statuses whose answers never hold anything. */
const empty: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(
  status: number,
  { claims }: Call,
  examples: readonly PlacedExample[],
  aside: Aside,
  known: Known,
): ResponseObject {
  const types = new Map<string, Schema[]>();
  const contents =
    status >= FIRST_ERROR
      ? [[JSON_TYPE, errorSchema(known)] as const]
      : claims.flatMap(({ operation }) => {
          return holdsNothing(status) ? [] : contentOf(operation, examples, known);
        });
  for (const [type, schema] of contents) types.set(type, [...(types.get(type) ?? []), schema]);
  const schemas = new Map([...types].map(([type, all]) => [type, anyOf(all)]));
  const entries = responseExamples(schemas, examples, aside, known);
  const content = [...schemas].map(([type, schema]): [string, MediaType] => [
    type,
    { schema, ...examplesOf(entries.get(type) ?? []) },
  ]);
  return {
    description: STATUS_CODES[status] ?? "Answer",
    ...headersOf(status, examples),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

function holdsNothing(status: number): boolean {
  return empty.has(status) || (status >= FIRST_REDIRECT && status < FIRST_ERROR);
}

function contentOf(
  { result, routes }: PublishedOperation,
  examples: readonly PlacedExample[],
  known: Known,
): readonly (readonly [string, Schema])[] {
  const shown = examples.flatMap(({ example }) => mediaTypeOf(example.response?.headers ?? {}) ?? []);
  if (result.kind === "value" && routes.every((route) => route.endsWith("/$count")))
    return [countContent(shown[0] ?? "text/plain", result.type, known)];
  const schema = schemaOf(result, known);
  if (schema === undefined) return [];
  if (result.kind === "stream")
    return [...new Set(shown.length > 0 ? shown : [BYTES_TYPE])].map((type) => [type, schema]);
  if (result.kind === "text") return [[shown.find((type) => !isJsonType(type)) ?? "text/plain", schema]];
  return [[shown.find(isJsonType) ?? JSON_TYPE, schema]];
}

/** A count is a number alone. As plain text it is a text to whoever reads it, and a mock could not send a number as one. */
function countContent(type: string, count: TypeRef, known: Known): readonly [string, Schema] {
  const digits: Schema = { type: "string", pattern: patterns.count.source };
  return [type, isJsonType(type) ? valueSchema(count, "read", known) : digits];
}

/** Undefined where nothing comes back. */
function schemaOf(result: Result, known: Known): Schema | undefined {
  switch (result.kind) {
    case "none":
      return undefined;
    case "accepted":
      return result.type && valueSchema(result.type, "read", known);
    case "object":
      return valueSchema(result.type, "read", known);
    case "value":
      return valueEnvelope(result.type, known);
    case "list":
    case "delta":
      return listSchema(result, known);
    case "text":
      return plainText;
    case "stream":
      return bytes;
  }
}

/** Examples by media type. */
function responseExamples(
  schemas: ReadonlyMap<string, Schema>,
  examples: readonly PlacedExample[],
  aside: Aside,
  known: Known,
): ReadonlyMap<string, (readonly [string, NamedExample])[]> {
  const entries = new Map<string, (readonly [string, NamedExample])[]>();
  for (const placed of examples) {
    const { body, text, headers = {} } = placed.example.response ?? {};
    if (body === undefined && text === undefined) continue;
    const own = mediaTypeOf(headers);
    const types = [...schemas.keys()];
    const type = types.find((each) => each === own) ?? types.find((each) => isJsonType(each) === (body !== undefined));
    const schema = type === undefined ? undefined : schemas.get(type);
    // Bytes have no example.
    if (schema?.format === "binary") continue;
    const value = unwrapped(body ?? text, schema, placed.operation.result, known);
    const misfit = exampleMisfit(value, schema, known);
    if (misfit !== undefined) setAside(aside, placed, "response", misfit);
    else if (type !== undefined) entries.set(type, [...(entries.get(type) ?? []), [placed.key, named(placed, value)]]);
  }
  return entries;
}

/** The documented value, without the `{"value": …}` that stands by mistake around what the page promises. */
function unwrapped(value: unknown, schema: Schema | undefined, result: Result, known: Known): unknown {
  const inner = result.kind === "object" && result.unwrap ? valueIn(value) : undefined;
  if (inner === undefined || exampleMisfit(value, schema, known) === undefined) return value;
  return exampleMisfit(inner, schema, known) === undefined ? inner : value;
}

function valueIn(body: unknown): unknown {
  return typeof body === "object" && body !== null && "value" in body ? body.value : undefined;
}

function headersOf(status: number, examples: readonly PlacedExample[]): Pick<ResponseObject, "headers"> {
  const isRedirect = status >= FIRST_REDIRECT && status < FIRST_ERROR;
  const headers = [
    ["Location", "Where the result is, or will be.", status === 202 || isRedirect],
    ["Retry-After", "When to ask again.", status === 202],
  ] as const;
  const found = headers.flatMap(([name, says, always]) => {
    const shown = examples.flatMap(({ example }) => valueOf(example.response?.headers ?? {}, name))[0];
    if (shown === undefined && !(always && status !== 304)) return [];
    const header = { description: says, schema: { type: "string" }, ...(shown !== undefined && { example: shown }) };
    return [[name, header] as const];
  });
  return found.length > 0 ? { headers: Object.fromEntries(found) } : {};
}

function valueOf(headers: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.entries(headers).flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? [value] : []));
}
