/** What an operation sends: no body, an entity, the parameters of an action, a reference, bytes or text. */
import { endOf } from "../../shared/odata/segments.js";
import type { HttpRequest, Link, Page, Prose, Row, Section } from "../../read/page.js";
import type { Evidence, RequestBody, TypeRef } from "../api.js";
import { bodyRows, completed, withoutLeftOut } from "./body-rows.js";
import type { BodySource, SettledBody } from "./body-source.js";
import { withBindings } from "./bindings.js";
import { reportUnsent, requiredByType, settleSent } from "./required-rows.js";
import { sampledBody, sampleOf } from "./sampled-body.js";
import { heldBy } from "./holder.js";
import { withOptional } from "./optional-body.js";
import { jsonTypeOf, textTypeOf } from "./content-type.js";
import type { Docs } from "../types/docs.js";
import { isObject } from "../../shared/json/json.js";
import { rawBody } from "./raw-body.js";
import { cutAtLinks } from "../../shared/runs.js";
import { showsOnly } from "../operations/response-type.js";
import { saysTogether } from "../../shared/sentences.js";
import { asRef, eitherOf } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";

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
const OR = /^\s*or (?:an? )?\s*$/i;
/** "an array of [x](…) objects": the body itself. */
const ARRAY_OF = /\b(?:supply|provide|send) an? (?:JSON )?(?:array|list) of (?:the )?$/i;
const REPRESENTATION = /representation (?:of|for) (?:the |an? )?$/i;

type JsonBody = Extract<RequestBody, { kind: "json" }>;

/** The request body; undefined for none. */
export function requestBodyOf(source: BodySource, docs: Docs, types: TypeTable): SettledBody | undefined {
  const { page, method, requests } = source;
  const text = proseOf(page.body);
  const shown = requests.find((request) => request.body.kind !== "none");
  if (method === "GET" || method === "HEAD" || IN_URL.test(text)) return undefined;
  if (saysNoBody(text) && (!shown || /^\W*(?:do not|don't) supply/i.test(text))) return undefined;
  const raw = rawBody({ page, path: source.path, text, shown, isObject: OBJECT_BODY.test(text) });
  if (raw) return { body: raw, evidence: [] };
  const hasTable = (page.body?.tables ?? []).some((table) => table.rows.length > 0);
  const described = [OBJECT_BODY, PARAMETERS, REFERENCE].some((words) => words.test(text));
  const sample = shown || hasTable ? undefined : sampleOf(page.body);
  if (!shown && !hasTable && !described && !sample) return undefined;
  if (isReference(source, text, shown)) return { body: { kind: "reference" }, evidence: [] };
  const body = sample && !described ? sampledBody(sample, source, docs) : jsonBody(source, text, docs, types);
  return withOptional(body, text, source);
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

function jsonBody(source: BodySource, words: string, docs: Docs, types: TypeTable): SettledBody {
  const { page, method } = source;
  const ofParameters = PARAMETERS.test(words) && !(page.body?.prose ?? []).some(isRepresentation);
  const partial = method === "PATCH";
  const listed = bodyRows(source, partial, docs);
  const holder = heldBy(listed, words, source, docs);
  const linked = ofParameters || holder ? undefined : linkedType(page, docs);
  const of =
    linked ??
    (ofParameters || holder || !(OBJECT_BODY.test(words) || method === "PATCH" || sendsFallback(source, types))
      ? undefined
      : source.fallback);
  const contentType = jsonTypeOf(page, source.requests);
  const text = textTypeOf(source.requests);
  const typed = { ...(contentType !== undefined && { contentType }), ...(text !== undefined && { text }) };
  const rows = holder ?? listed;
  const entity = of?.kind === "object" ? of.name : undefined;
  if (rows.length === 0) {
    const { required, evidence } = requiredOf(entity, source, docs, types);
    return { body: { kind: "json", ...(of ? { of } : {}), ...required, partial, ...typed }, evidence };
  }
  const settled = withBindings(
    entity === undefined ? rows : completed(rows, entity, source, words, types, docs),
    source,
  );
  const [kept, leftOut] = [
    settled.filter((row) => !row.leftOut).map(withoutLeftOut),
    settled.filter((row) => row.leftOut),
  ];
  const properties = kept.map(({ evidence: _evidence, leftOut: _leftOut, ...property }) => property);
  const evidence = [...kept, ...leftOut].flatMap((row) =>
    row.evidence.map((each) => ({ of: `body.${row.name}`, ...each })),
  );
  reportUnsent(evidence, source, docs);
  return { body: { kind: "json", ...(of ? { of } : {}), properties, partial, ...typed }, evidence };
}

/** Without a table, the page of the type tells what a new one needs. */
function requiredOf(
  entity: string | undefined,
  source: BodySource,
  docs: Docs,
  types: TypeTable,
): { readonly required: Pick<JsonBody, "required">; readonly evidence: readonly Evidence[] } {
  const named = entity === undefined ? [] : [...requiredByType(entity, source, types)];
  const settled = named.map(([name, claim]) => ({ name, ...settleSent(name, [claim], source, docs) }));
  const evidence = settled.flatMap(({ name, evidence: all }) => all.map((each) => ({ of: `body.${name}`, ...each })));
  reportUnsent(evidence, source, docs);
  const required = settled.flatMap(({ name, value }) => (value ? [name] : []));
  return { required: required.length > 0 ? { required } : {}, evidence };
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

/** "A representation of the [x](…) object" */
function isRepresentation(prose: Prose): boolean {
  return cutAtLinks(prose, () => true)
    .words.slice(0, -1)
    .some((words) => REPRESENTATION.test(words));
}

function linkedType(page: Page, docs: Docs): TypeRef | undefined {
  for (const prose of page.body?.prose ?? []) {
    const { words, found } = cutAtLinks(prose, (link) => typeOfLink(link, page, docs));
    const [type, other] = found;
    const [before = "", between = ""] = words;
    if (!type) continue;
    if (other && OR.test(between)) return eitherOf([type, other], docs);
    return ARRAY_OF.test(before) ? { kind: "collection", of: type } : type;
  }
  return undefined;
}

function typeOfLink(link: Link, page: Page, docs: Docs): TypeRef | undefined {
  const found = docs.index.byLink(link, page);
  return found?.kind === "object" && !/(?:^|\/)api\//.test(link.url) ? asRef(found) : undefined;
}
