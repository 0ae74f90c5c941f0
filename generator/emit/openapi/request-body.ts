/** What is sent: the request body of a call. */
import type { BodyProperty } from "../../model/api.js";
import type { Documented, PublishedBody, PublishedOperation } from "../../model/published.js";
import type { Call } from "./claims.js";
import type { MediaType, NamedExample, RequestBodyObject, Schema } from "./document.js";
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
import type { PlacedExample } from "./placed.js";
import { described, description, valueSchema } from "./values.js";

export const JSON_TYPE = "application/json";
export const BYTES_TYPE = "application/octet-stream";
/** For code that is made of the document, `{}` would be no bytes. */
export const bytes: Schema = { type: "string", format: "binary" };
export const plainText: Schema = { type: "string" };

/** Undefined where no page says that anything is sent. */
export function requestBodyOf(
  { claims }: Call,
  examples: readonly PlacedExample[],
  aside: Aside,
  known: Known,
): RequestBodyObject | undefined {
  const contents = new Map<string, Schema[]>();
  for (const { operation } of claims)
    for (const [type, schema] of contentOf(operation, known))
      contents.set(type, [...(contents.get(type) ?? []), schema]);
  const schemas = new Map([...contents].map(([type, all]) => [type, anyOf(all)]));
  const entries = requestExamples(schemas, examples, aside, known);
  if (schemas.size === 0) return undefined;
  const content = [...schemas].map(([type, schema]): [string, MediaType] => [
    type,
    { schema, ...examplesOf(entries.get(type) ?? []) },
  ]);
  return { required: claims.every(({ operation }) => isRequired(operation)), content: Object.fromEntries(content) };
}

function isRequired({ body }: PublishedOperation): boolean {
  return body !== undefined && !(body.kind === "json" && body.optional);
}

/** Examples by media type. */
function requestExamples(
  schemas: ReadonlyMap<string, Schema>,
  examples: readonly PlacedExample[],
  aside: Aside,
  known: Known,
): ReadonlyMap<string, (readonly [string, NamedExample])[]> {
  const entries = new Map<string, (readonly [string, NamedExample])[]>();
  for (const placed of examples) {
    const { body, text, headers } = placed.example.request;
    if (body === undefined && text === undefined) continue;
    const type = typeFor(mediaTypeOf(headers), body !== undefined, [...schemas.keys()]);
    const schema = type === undefined ? undefined : schemas.get(type);
    const value = body ?? text;
    // Bytes have no example, but a text that shows some is no mistake.
    if (schema?.format === "binary") continue;
    const misfit = exampleMisfit(value, schema, known);
    if (misfit !== undefined) setAside(aside, placed, "request", misfit);
    else if (type !== undefined) entries.set(type, [...(entries.get(type) ?? []), [placed.key, named(placed, value)]]);
  }
  return entries;
}

/** The documented media type that a message has: its own, or the first for JSON or for text. */
function typeFor(own: string | undefined, isJson: boolean, types: readonly string[]): string | undefined {
  return types.find((type) => type === own) ?? types.find((type) => isJsonType(type) === isJson);
}

function contentOf(
  { body, routes, function: name }: PublishedOperation,
  known: Known,
): readonly (readonly [string, Schema])[] {
  if (body === undefined) return [];
  switch (body.kind) {
    case "json": {
      const make = (): Schema => jsonSchema(body, known);
      // A table of the page is written out once, however many paths lead to its operation.
      const isShared = routes.length > 1 && body.properties !== undefined;
      const json = [body.contentType ?? JSON_TYPE, isShared ? known.refer("body", name, make) : make()] as const;
      return body.text === undefined ? [json] : [json, [body.text, plainText]];
    }
    case "reference":
      return [[JSON_TYPE, reference]];
    case "binary":
      return typesOf(body, BYTES_TYPE).map((type) => [type, bytes]);
    case "text":
      return typesOf(body, "text/plain").map((type) => [type, plainText]);
    case "multipart":
      return [[body.contentType, { type: "object", additionalProperties: true }]];
  }
}

const reference: Schema = {
  type: "object",
  properties: { "@odata.id": { type: "string", description: "Address of the object." } },
  required: ["@odata.id"],
};

function typesOf(
  { contentType, contentTypes }: { readonly contentType?: string; readonly contentTypes?: readonly string[] },
  usual: string,
): readonly string[] {
  const types = contentTypes ?? [contentType ?? usual];
  return [...new Set(types.map((type) => mediaTypeOf({ "content-type": type }) ?? usual))];
}

type JsonBody = Extract<PublishedBody, { readonly kind: "json" }>;

/** The page's own table, else what can be written of the type. */
function jsonSchema(body: JsonBody, known: Known): Schema {
  if (body.properties !== undefined) return tableSchema(body, body.properties, known);
  if (body.of === undefined) return { type: "object", additionalProperties: true };
  const schema = valueSchema(body.of, "write", known);
  return body.required === undefined ? schema : { allOf: [schema, { type: "object", required: body.required }] };
}

function tableSchema({ of, partial }: JsonBody, rows: readonly Documented<BodyProperty>[], known: Known): Schema {
  const type = of?.kind === "object" ? known.type(of.name) : undefined;
  const properties = new Map<string, Schema>(
    type !== undefined && known.isOData ? [["@odata.type", { type: "string" }]] : [],
  );
  for (const row of rows) properties.set(row.name, rowSchema(row, known));
  const required = partial ? [] : [...new Set(rows.filter((row) => row.required).map(({ name }) => name))];
  const isOpen = type !== undefined && known.isOpen(type);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    ...(isOpen && { additionalProperties: true }),
  };
}

function rowSchema({ type, nullable, description: said }: Documented<BodyProperty>, known: Known): Schema {
  return described(valueSchema(type, "write", known), nullable, description(said), known);
}
