/** What an operation sends: no body, an entity, the parameters of an action, a reference, bytes or text. */
import { endOf } from "../../shared/odata/segments.js";
import type { BodySentences, HttpRequest, Link, LinkedBody, Page, Row } from "../../read/page.js";
import type { Evidence, RequestBody, TypeRef } from "../api.js";
import { bodyRows, completed, withoutLeftOut } from "./body-rows.js";
import { saysOfBody, type BodySource, type SettledBody } from "./body-source.js";
import { withBindings } from "./bindings.js";
import { reportUnsent, requiredByType, settleSent } from "./required-rows.js";
import { sampledBody, sampleOf } from "./sampled-body.js";
import { heldBy } from "./holder.js";
import { withOptional } from "./optional-body.js";
import { jsonTypeOf, textTypeOf } from "./content-type.js";
import type { Docs } from "../types/docs.js";
import { FORM, isForm } from "../../shared/form.js";
import { isObject } from "../../shared/json/json.js";
import { rawBody } from "./raw-body.js";
import { showsOnly } from "../operations/response-type.js";
import { asRef, eitherOf } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";

const FORM_WORD = /^form(?:data)?\b/i;

type JsonBody = Extract<RequestBody, { kind: "json" }>;

/** The request body; undefined for none. */
export function requestBodyOf(source: BodySource, docs: Docs, types: TypeTable): SettledBody | undefined {
  const { page, method, requests } = source;
  const says = (what: keyof BodySentences): boolean => saysOfBody(page, what);
  const shown = requests.find((request) => request.body.kind !== "none");
  if (method === "GET" || method === "HEAD" || says("inUrl")) return undefined;
  if (says("none") && (!shown || page.body?.prose[0]?.sent?.denied)) return undefined;
  const raw = rawBody({ page, path: source.path, shown });
  if (raw) {
    if (isFormTable(raw, page)) return withOptional(formBody(source, docs, types), source);
    return withOptional({ body: raw, evidence: [] }, source);
  }
  const hasTable = (page.body?.tables ?? []).some((table) => table.rows.length > 0);
  const described = says("object") || says("parameters") || says("reference");
  const sample = shown || hasTable ? undefined : sampleOf(page.body);
  if (!shown && !hasTable && !described && !sample) return undefined;
  if (isReference(source, shown)) return { body: { kind: "reference" }, evidence: [] };
  if (hasTable && saysForm(page) && shown?.body.kind !== "json")
    return withOptional(formBody(source, docs, types), source);
  const body = sample && !described ? sampledBody(sample, source, docs) : jsonBody(source, docs, types);
  return withOptional(body, source);
}

/** `## Form parameters`, or a column that says where each row is sent. */
function saysForm({ body }: Page): boolean {
  const tables = body?.tables ?? [];
  return tables.some(
    ({ heading, rows }) =>
      FORM_WORD.test(heading) || rows.some(({ location }) => location !== undefined && FORM_WORD.test(location.text)),
  );
}

/** A form whose fields a table lists. */
function isFormTable(body: RequestBody, page: Page): boolean {
  const isListed = (page.body?.tables ?? []).some(({ rows }) => rows.length > 0);
  return isListed && "contentType" in body && isForm(body.contentType);
}

/** Its fields are members, as those of JSON are; how they are sent, the content type says. */
function formBody(source: BodySource, docs: Docs, types: TypeTable): SettledBody {
  const { body, evidence } = jsonBody(source, docs, types);
  if (body.kind !== "json") return { body, evidence };
  // text that examples send is the form itself
  const { text: _text, ...members } = body;
  return { body: { ...members, contentType: FORM }, evidence };
}

/** Rows of a Request body table that describe parameters of the URL ("In the request URL, provide …"). */
export function urlParameterRows(page: Page): readonly Row[] {
  return saysOfBody(page, "inUrl") ? (page.body?.tables ?? []).flatMap((table) => table.rows) : [];
}

function isReference({ path, page }: BodySource, shown: HttpRequest | undefined): boolean {
  const value = shown?.body.kind === "json" && isObject(shown.body.value) ? Object.keys(shown.body.value) : undefined;
  if (value) return value.length === 1 && value[0] === "@odata.id";
  return saysOfBody(page, "reference") || (endOf(path) === "$ref" && !saysOfBody(page, "object"));
}

function jsonBody(source: BodySource, docs: Docs, types: TypeTable): SettledBody {
  const { page, method } = source;
  const isRepresentation = linksOfBody(page)
    .flat()
    .some(({ isRepresented }) => isRepresented);
  const ofParameters = saysOfBody(page, "parameters") && !isRepresentation;
  const partial = method === "PATCH";
  const listed = bodyRows(source, partial, types, docs);
  const holder = heldBy(listed, source, docs);
  const linked = ofParameters || holder ? undefined : bodyTypeLinked(page, docs);
  const of =
    linked ??
    (ofParameters || holder || !(saysOfBody(page, "object") || method === "PATCH" || sendsFallback(source, types))
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
  const settled = withBindings(entity === undefined ? rows : completed(rows, entity, source, types, docs), source);
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

/** By paragraphs. */
function linksOfBody({ body }: Page): readonly (readonly LinkedBody[])[] {
  return (body?.prose ?? []).map(({ sent }) => sent?.links ?? []);
}

function bodyTypeLinked(page: Page, docs: Docs): TypeRef | undefined {
  for (const links of linksOfBody(page)) {
    const types = links.map(({ link }) => objectOfLink(link, page, docs));
    const index = types.findIndex((type) => type !== undefined);
    const [type, other] = [types[index], types[index + 1]];
    if (!type) continue;
    if (other && links[index]?.orNext) return eitherOf([type, other], docs);
    return links[index]?.isArray ? { kind: "collection", of: type } : type;
  }
  return undefined;
}

function objectOfLink(link: Link, page: Page, docs: Docs): TypeRef | undefined {
  const found = docs.index.byLink(link, page);
  return found?.kind === "object" && !/(?:^|\/)api\//.test(link.url) ? asRef(found) : undefined;
}
