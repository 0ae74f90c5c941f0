/** Tiny pages of an invented parcel service, and short words for what the model makes of them. */
import type { Api, EnumType, ObjectType, Operation, Property, TypeRef } from "../../generator/model/api.js";
import { linkApi } from "../../generator/model/link.js";
import { pageOf } from "../read/page-of.js";

/** Text of pages by path relative to the docs root. */
export type Pages = Readonly<Record<string, string>>;

/** The API that pages document. */
export function apiOf(pages: Pages, options: Parameters<typeof linkApi>[1] = {}): Api {
  return linkApi(
    Object.entries(pages).map(([path, text]) => pageOf(text, path)),
    options,
  );
}

/** A resource page: its tables' rows without the header, and the first-level JSON of its representation. */
export interface ResourceParts {
  readonly namespace?: string;
  /** Paragraphs below the title. */
  readonly text?: string;
  readonly properties?: readonly string[];
  readonly relationships?: readonly string[];
  /** Keys of the annotation beside `blockType` and `@odata.type`. */
  readonly annotation?: Readonly<Record<string, unknown>>;
  readonly json?: string;
  /** What stands at the end of the page. */
  readonly rest?: string;
}

export function resource(name: string, parts: ResourceParts = {}): string {
  const namespace = parts.namespace ?? "microsoft.graph";
  const annotation = JSON.stringify({
    blockType: "resource",
    "@odata.type": `${namespace}.${name}`,
    ...parts.annotation,
  });
  return [
    `# ${name} resource type`,
    `Namespace: ${namespace}`,
    parts.text ?? "Something of the parcel service.",
    ...(parts.properties ? ["## Properties", table("Property", parts.properties)] : []),
    ...(parts.relationships ? ["## Relationships", table("Relationship", parts.relationships)] : []),
    ...(parts.json === undefined && !parts.annotation
      ? []
      : ["## JSON representation", `<!-- ${annotation} -->\n\`\`\`json\n${parts.json ?? "{}"}\n\`\`\``]),
    ...(parts.rest === undefined ? [] : [parts.rest]),
  ].join("\n\n");
}

function table(head: string, rows: readonly string[]): string {
  return [`|${head}|Type|Description|`, "|:---|:---|:---|", ...rows].join("\n");
}

/** A page of an operation. Parts left out are left out of the page; examples are written with `exchange`. */
export interface OperationParts {
  readonly title?: string;
  readonly text?: string;
  readonly permissions?: string;
  /** Request lines. */
  readonly request?: string;
  readonly query?: string;
  readonly arguments?: readonly string[];
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly response?: string;
  readonly examples?: readonly string[];
}

export function operation(parts: OperationParts): string {
  return [
    `# ${parts.title ?? "Get parcel"}`,
    "Namespace: microsoft.graph",
    parts.text ?? "Does something with parcels.",
    ...section("Permissions", parts.permissions),
    ...section("HTTP request", `\`\`\`http\n${parts.request ?? "GET /parcels/{parcelId}"}\n\`\`\``),
    ...section("Optional query parameters", parts.query),
    ...section("Function parameters", parts.arguments && table("Parameter", parts.arguments)),
    ...section("Request headers", parts.headers && ["|Name|Description|", "|:---|:---|", ...parts.headers].join("\n")),
    ...section("Request body", parts.body),
    ...section("Response", parts.response),
    ...(parts.examples ? ["## Examples", ...parts.examples] : []),
  ].join("\n\n");
}

function section(heading: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`## ${heading}`, text];
}

/** An example: a request as it is sent, and the response as it comes back; annotations are JSON without the block type. */
export interface ExchangeParts {
  readonly name?: string;
  readonly request: string;
  readonly response?: string;
  /** `@odata.type` of the response's annotation. */
  readonly type?: string;
}

export function exchange({ name, request, response, type }: ExchangeParts): string {
  const of = name === undefined ? {} : { name };
  return [
    "### Request",
    fence({ blockType: "request", ...of }, request),
    ...(response === undefined
      ? []
      : [
          "### Response",
          fence({ blockType: "response", ...(type === undefined ? {} : { "@odata.type": type }) }, response),
        ]),
  ].join("\n\n");
}

function fence(annotation: Readonly<Record<string, string>>, text: string): string {
  return `<!-- ${JSON.stringify(annotation)} -->\n\`\`\`http\n${text}\n\`\`\``;
}

/** A message with a JSON body. */
export function json(head: string, body: unknown): string {
  return `${head}\nContent-Type: application/json\n\n${JSON.stringify(body, null, 2)}`;
}

/** A type in words: `String`, `object parcel`, `enum pace`, `"a" | "b"`, `Int32[]`; names without the root namespace. */
export function words(type: TypeRef | undefined): string {
  switch (type?.kind) {
    case undefined:
      return "nothing";
    case "scalar":
      return type.name;
    case "object":
    case "enum":
      return `${type.kind} ${plain(type.name)}`;
    case "literals":
      return [...type.values.map((value) => JSON.stringify(value)), ...(type.open ? ["String"] : [])].join(" | ");
    case "collection":
      return `${words(type.of)}[]`;
    case "map":
      return `map of ${words(type.of)}`;
    case "unknown":
      return "unknown";
  }
}

/** A qualified name without the root namespace. */
export function plain(name: string): string {
  return name.replace(/^microsoft\.graph\./, "");
}

/** A type by its name without the root namespace; a missing one fails the test. */
export function typeOf(api: Api, name: string): ObjectType {
  return found(
    api.types.find((type) => plain(type.name) === name),
    `type ${name}`,
  );
}

export function enumOf(api: Api, name: string): EnumType {
  return found(
    api.enums.find((one) => plain(one.name) === name),
    `enumeration ${name}`,
  );
}

/** A property by `type.name`. */
export function propertyOf(api: Api, path: string): Property {
  const at = path.lastIndexOf(".");
  const type = typeOf(api, path.slice(0, at));
  return found(
    type.properties.find((property) => property.name === path.slice(at + 1)),
    `property ${path}`,
  );
}

/** The only operation of an API, or the one with an id. */
export function operationOf(api: Api, id?: string): Operation {
  return found(id === undefined ? api.operations[0] : api.operations.find((one) => one.id === id), "operation");
}

/** Own properties of a type with their types in words. */
export function typed(api: Api, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(typeOf(api, name).properties.map((property) => [property.name, words(property.type)]));
}

/** A value that must be there. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}

/** Rules and symbols of all findings, without those about parts that tiny pages leave out. */
export function findingsOf(api: Api): readonly string[] {
  return api.findings.filter(({ rule }) => !LEFT_OUT.has(rule)).map(({ rule, symbol }) => `${rule} ${symbol}`);
}

const LEFT_OUT: ReadonlySet<string> = new Set(["permissions-missing", "response-missing"]);
