/** What an operation sends: no body, an entity, the parameters of an action, a reference, bytes or text. */
import { endOf, type RoutePath } from "../shared/odata/segments.js";
import type { HttpRequest, Link, Page, Row, Section } from "../read/page.js";
import type { BodyProperty, Method, RequestBody, TypeRef } from "./api.js";
import { jsonTypeOf } from "./content-type.js";
import type { Docs } from "./docs.js";
import { isObject } from "./json-representation.js";
import { markdownOf } from "./markdown.js";
import { isTooLong, signals } from "./properties.js";
import { rawBody } from "./raw-body.js";
import { showsOnly } from "./response-type.js";
import { saysTogether } from "./sentences.js";
import { asRef, eitherOf, propertyName, typeOfRow, UNKNOWN } from "./type-ref.js";
import type { TypeTable } from "./type-table.js";

const NO_BODY = /\bno (?:request )?body\b|\bno request content\b|\bempty (?:json|body|request)\b/i;
/** "Do not supply a request body", "Leave the body empty": words that say so together. */
const NO_BODY_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:do not|don't|does not|doesn't|not) (?:supply|provide|specify|need|require|include|send|have|use)\b/i,
    /\bbody\b/i,
  ],
  [/\bleave\b/i, /\bempty\b/i],
];
const IN_URL = /\bin the request URL\b/i;
const REFERENCE = /@odata\.id/;
const OBJECT_BODY =
  /\brepresentation (?:of|for)\b|\bvalues (?:for|of) (?:the )?(?:relevant )?fields\b|\bproperties\b|\bobject\b|\bfields\b/i;
const PARAMETERS = /\bparameters\b/i;
const ONLY_REQUIRED = /\brequired\b|\bminimum\b|\bat least\b/i;
const YES = /^(?:y|yes|true|required)\b/i;
const OPTIONAL = /\boptional\b|\bnot required\b/i;
const LINK = /!?\[(?:[^[\]]|\[[^[\]]*\])*\](?:\([^()]*(?:\([^()]*)?\)|\[[^[\]]*\])?/;
const OR = /^[\s*`]*or (?:an? )?[\s*`]*$/i;
/** "an array of [x](…) objects": the body itself. */
const ARRAY_OF = /\b(?:supply|provide|send) an? (?:JSON )?(?:array|list) of (?:the )?[\s*`]*$/i;
const NESTED =
  /\bfor each (?:property|item|object|entry|element) (?:in|of) the (?:\*\*|`)?(\w+)(?:\*\*|`)? collection\b/i;
const NAME = /^[@#$\p{L}_][\p{L}\p{N}_.@$-]*$/u;

/** What the body of an operation is read from. */
interface BodySource {
  readonly page: Page;
  readonly id: string;
  readonly method: Method;
  readonly path: RoutePath;
  /** Requests of the operation's examples. */
  readonly requests: readonly HttpRequest[];
  /** The type that the body stands for when the text names none: the answer's, else the subject's. */
  readonly fallback: TypeRef | undefined;
}

/** The request body; undefined for none. */
export function requestBodyOf(source: BodySource, docs: Docs, types: TypeTable): RequestBody | undefined {
  const { page, method, requests } = source;
  const text = proseOf(page.body);
  const shown = requests.find((request) => request.body.kind !== "none");
  if (method === "GET" || method === "HEAD" || IN_URL.test(text)) return undefined;
  if (saysNoBody(text) && (!shown || /^\W*(?:do not|don't) supply/i.test(text))) return undefined;
  const raw = rawBody({ page, path: source.path, text, shown, isObject: OBJECT_BODY.test(text) });
  if (raw) return raw;
  const hasTable = (page.body?.tables ?? []).some((table) => table.rows.length > 0);
  const described = [OBJECT_BODY, PARAMETERS, REFERENCE].some((words) => words.test(text));
  if (!shown && !hasTable && !described) return undefined;
  if (isReference(source, text, shown)) return { kind: "reference" };
  return jsonBody(source, text, docs, types);
}

function saysNoBody(text: string): boolean {
  return NO_BODY.test(text) || NO_BODY_WORDS.some(([first, then]) => saysTogether(text, first, then));
}

/** Rows of a Request body table that describe parameters of the URL ("In the request URL, provide …"). */
export function urlParameterRows(page: Page): readonly Row[] {
  return IN_URL.test(proseOf(page.body)) ? (page.body?.tables ?? []).flatMap((table) => table.rows) : [];
}

function proseOf(section: Section | undefined): string {
  return (section?.prose ?? []).map((prose) => prose.text).join("\n");
}

function isReference({ path }: BodySource, text: string, shown: HttpRequest | undefined): boolean {
  const value = shown?.body.kind === "json" && isObject(shown.body.value) ? Object.keys(shown.body.value) : undefined;
  if (value) return value.length === 1 && value[0] === "@odata.id";
  return REFERENCE.test(text) || (endOf(path) === "$ref" && !OBJECT_BODY.test(text));
}

function jsonBody(source: BodySource, text: string, docs: Docs, types: TypeTable): RequestBody {
  const { page, method } = source;
  const ofParameters =
    PARAMETERS.test(text) &&
    !/representation (?:of|for) (?:the |a |an )?\[/i.test(
      (page.body?.prose ?? []).map((prose) => prose.markdown).join("\n"),
    );
  const linked = ofParameters ? undefined : linkedType(page, docs);
  const of =
    linked ??
    (ofParameters || !(OBJECT_BODY.test(text) || method === "PATCH" || sendsFallback(source, types))
      ? undefined
      : source.fallback);
  const partial = method === "PATCH";
  const contentType = jsonTypeOf(page, source.requests);
  const typed = contentType === undefined ? {} : { contentType };
  const rows = bodyRows(source, docs);
  if (rows.length === 0) return { kind: "json", ...(of ? { of } : {}), partial, ...typed };
  const entity = of?.kind === "object" ? of.name : undefined;
  const written = rows.map((row) => ({ ...row, required: row.required && !partial }));
  const properties = entity === undefined ? written : completed(written, entity, source, text, types);
  return {
    kind: "json",
    ...(of ? { of } : {}),
    properties: properties.map(({ readOnly: _readOnly, ...property }) => property),
    partial,
    ...typed,
  };
}

/** Whether the examples send nothing but properties of the type that the answer has. */
function sendsFallback({ fallback, requests }: BodySource, types: TypeTable): boolean {
  return (
    fallback?.kind === "object" &&
    requests.some(
      ({ body }) => body.kind === "json" && isObject(body.value) && showsOnly(body.value, fallback.name, types),
    )
  );
}

function linkedType(page: Page, docs: Docs): TypeRef | undefined {
  for (const prose of page.body?.prose ?? []) {
    const types = prose.links.map((link) => typeOfLink(link, page, docs));
    const first = types.findIndex((type) => type !== undefined);
    const [type, other] = [types[first], types[first + 1]];
    if (!type) continue;
    const words = prose.markdown.split(LINK);
    if (other && OR.test(words[first + 1] ?? "")) return eitherOf([type, other], docs);
    return ARRAY_OF.test(words[first] ?? "") ? { kind: "collection", of: type } : type;
  }
  return undefined;
}

function typeOfLink(link: Link, page: Page, docs: Docs): TypeRef | undefined {
  const found = docs.index.byLink(link, page);
  return found?.kind === "object" && !/(?:^|\/)api\//.test(link.url) ? asRef(found) : undefined;
}

interface BodyRow extends BodyProperty {
  readonly readOnly: boolean;
}

function bodyRows({ page, id }: BodySource, docs: Docs): readonly BodyRow[] {
  const rows = new Map<string, BodyRow>();
  for (const row of (page.body?.tables ?? []).flatMap((table) => table.rows)) {
    const name = propertyName(row.name);
    if (!NAME.test(name) || rows.has(name) || (!row.type && !row.description)) continue;
    if (isTooLong(name, row.name.place, page, docs)) continue;
    rows.set(name, bodyRow(name, row, page, id, docs));
  }
  return [...rows.values()].filter((row) => !isNested(row, rows));
}

/** "For each item of the **recipients** collection, …": a row that describes what another row holds. */
function isNested({ name, description }: BodyRow, rows: ReadonlyMap<string, BodyRow>): boolean {
  const holder = NESTED.exec(description)?.[1] ?? "";
  return holder !== name && rows.get(holder)?.type.kind === "collection";
}

function bodyRow(name: string, row: Row, page: Page, id: string, docs: Docs): BodyRow {
  const says = signals(row.description);
  const column = row.required?.text;
  const required =
    column === undefined ? says.required && !OPTIONAL.test(row.description?.text ?? "") : YES.test(column);
  return {
    name,
    type: typeOfRow({ row, page, owner: id }, docs) ?? UNKNOWN,
    required,
    nullable: says.nullable === true,
    description: row.description ? markdownOf([row.description], page) : "",
    readOnly: says.readOnly,
  };
}

/**
 * The rows without what a caller cannot set (read-only words on this page or on the type's, the key), and with what the type has beyond
 * them: all writable properties where the table only lists the required ones, else those that an example sends.
 */
function completed(
  rows: readonly BodyRow[],
  entity: string,
  source: BodySource,
  text: string,
  types: TypeTable,
): readonly BodyRow[] {
  const declared = types.properties(entity);
  const key = types.types.get(entity)?.key;
  const sent = new Set(
    source.requests.flatMap(({ body }) =>
      body.kind === "json" && isObject(body.value) ? Object.keys(body.value) : [],
    ),
  );
  const writable = rows
    .filter(
      (row) => sent.has(row.name) || !(row.readOnly || row.name === key || declared.get(row.name)?.property.readOnly),
    )
    .map((row) => betterTyped(row, declared.get(row.name)?.property.type));
  const named = new Set(rows.map((row) => row.name));
  const all = source.method !== "PATCH" && ONLY_REQUIRED.test(text);
  const added = [...declared.values()]
    .map(({ property }) => property)
    .filter(
      (property) =>
        !named.has(property.name) &&
        (sent.has(property.name) || (all && !property.readOnly && !property.navigation && property.name !== key)),
    )
    .map((property): BodyRow => ({
      name: property.name,
      type: property.type,
      required: false,
      nullable: property.nullable,
      description: property.description,
      readOnly: false,
    }));
  return [...writable, ...added];
}

/** A row that says less than the type's own page takes over what that says. */
function betterTyped(row: BodyRow, declared: TypeRef | undefined): BodyRow {
  const vague =
    row.type.kind === "unknown" ||
    (row.type.kind === "scalar" &&
      row.type.name === "String" &&
      (declared?.kind === "enum" || declared?.kind === "literals"));
  return vague && declared ? { ...row, type: declared } : row;
}
