/** What a call answers: settled by the page's sentence, the annotation and the example together. */
import { isLeftOut } from "../../shared/json/reasons.js";
import { endOf, isDelta, isRaw, type RoutePath } from "../../shared/odata/segments.js";
import type { Place } from "../../shared/place.js";
import type { HttpRequest, HttpResponse, Page } from "../../read/page.js";
import type { Result, TypeRef } from "../api.js";
import type { Docs } from "../types/docs.js";
import { bodyShape, isLoneList } from "./body-shape.js";
import { itemOf, listResult } from "./list-result.js";
import { readAnswerWords, type AnswerWords } from "./response-words.js";
import { typeInWords } from "../describe.js";
import { annotatedType, typeOfBody, sameTypes, settleType } from "./response-type.js";
import { UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";
import type { ResponseEvidence } from "./response-type.js";

interface Answer {
  readonly result: Result;
  /** Documented success statuses, the primary one first. */
  readonly statuses: readonly number[];
  /** What the Response section says, for the checks. */
  readonly stated: AnswerWords;
}

const TEXT_TYPE = /^text\//i;
const JSON_TYPE = /json/i;
const REPRESENTATION = /\breturn=representation\b/i;
const SUCCESS_LIMIT = 400;
const NO_CONTENT = 204;
const CREATED = 201;
const ACCEPTED = 202;

/** The page with a status for each answer that it shows without a status line: the first that its words give to an answer with a body. */
export function withStatuses(page: Page, docs: Docs): Page {
  const all = page.examples.flatMap(({ response, followUps }) => [...(response ? [response] : []), ...followUps]);
  if (!all.some(({ assumed }) => assumed)) return page;
  const { statuses } = readAnswerWords(page, docs);
  const status = statuses.find((one) => one >= 200 && one < 300 && one !== NO_CONTENT) ?? 200;
  const settled = (one: HttpResponse): HttpResponse => (one.assumed ? { ...one, status } : one);
  return {
    ...page,
    examples: page.examples.map((pair) => ({
      ...pair,
      ...(pair.response && { response: settled(pair.response) }),
      followUps: pair.followUps.map(settled),
    })),
  };
}

/** What the examples of an operation send and get. */
interface Exchanged {
  readonly requests: readonly HttpRequest[];
  readonly responses: readonly HttpResponse[];
}

/** What is called: the first route of an operation. */
interface Called {
  readonly method: string;
  readonly path: RoutePath;
}

/** The answer of an operation. */
export function answerOf(
  page: Page,
  id: string,
  called: Called,
  { requests, responses }: Exchanged,
  subject: string | undefined,
  docs: Docs,
  types: TypeTable,
): Answer {
  const response = tellingResponse(responses, (one) => isNamed(one, subject, page, docs));
  const stated = readAnswerWords(page, docs);
  const annotated = annotatedType(response?.annotation, page, docs);
  const isSeveral = stated.collection ?? response?.annotation?.isCollection ?? annotated?.kind === "collection";
  const evidence: ResponseEvidence = {
    page,
    id,
    stated,
    response,
    annotated,
    subject,
    // what was created is one thing, be it one with items, unless words call it several
    shape: response && bodyShape(response.body, response.status === CREATED && !isSeveral ? undefined : docs.envelope),
  };
  const statuses = successStatuses(stated, responses);
  const result = withPreference(resultOf(evidence, statuses, called, types, docs), page, requests);
  return {
    result:
      isDelta(called.path) && result.kind === "list" && !result.house ? { kind: "delta", type: result.type } : result,
    statuses,
    stated,
  };
}

/** Of answers that differ, that to a call which is about the subject of the page: others show it within something else. */
function tellingResponse(
  responses: readonly HttpResponse[],
  isSubject: (one: HttpResponse) => boolean,
): HttpResponse | undefined {
  const fine = responses.filter(({ status }) => status < SUCCESS_LIMIT);
  const filled = fine.filter(({ body }) => body.kind !== "none");
  return filled.find(isSubject) ?? filled[0] ?? fine[0];
}

/** Plain text that is a number: OData 4.01, 11.2.10. */
const COUNT: TypeRef = { kind: "scalar", name: "Int32" };

function isNamed({ annotation }: HttpResponse, subject: string | undefined, page: Page, docs: Docs): boolean {
  const type = annotatedType(annotation, page, docs);
  return type?.kind === "object" && type.name === subject;
}

function successStatuses(stated: AnswerWords, responses: readonly HttpResponse[]): readonly number[] {
  const written = stated.statuses.filter((status) => status < SUCCESS_LIMIT);
  const shown = responses.map((one) => one.status).filter((status) => status < SUCCESS_LIMIT);
  return [...new Set([...written, ...(written.length === 0 ? shown : [])])];
}

function resultOf(
  evidence: ResponseEvidence,
  statuses: readonly number[],
  called: Called,
  types: TypeTable,
  docs: Docs,
): Result {
  const { response, stated, shape } = evidence;
  const status = statuses[0] ?? response?.status;
  const mayGoOn = status !== ACCEPTED && statuses.includes(ACCEPTED) && stated.location;
  if (status === 302 || status === 301) return { kind: "stream" };
  if (endOf(called.path) === "$count") return { kind: "value", type: COUNT };
  const type = settleType(evidence, types, docs);
  const raw = rawKind(evidence, called, type);
  if (raw) return { kind: raw };
  if (status === ACCEPTED || mayGoOn)
    return type && (mayGoOn || (shape !== "none" && (shape !== undefined || stated.inBody)))
      ? { kind: "accepted", type }
      : { kind: "accepted" };
  const shownBody = shape !== undefined && shape !== "none";
  const either = type !== undefined && stated.inBody && mayBeEmpty(statuses);
  if (status === NO_CONTENT && !(shownBody && response?.status !== NO_CONTENT) && !either) return { kind: "none" };
  if (!shownBody && !either && (stated.noBody || (!type && !stated.inBody))) return { kind: "none" };
  if (type && response && shape === "none" && !stated.noBody && response.status < ACCEPTED)
    docs.report("response-empty", evidence.page.path, response.place, evidence.id, { type: typeInWords(type) });
  return withEmpty(payload(evidence, type, types, docs), statuses);
}

/** `200 OK … or 204 No Content` */
function mayBeEmpty(statuses: readonly number[]): boolean {
  return statuses.includes(NO_CONTENT) && statuses.some((one) => one >= 200 && one < 300 && one !== NO_CONTENT);
}

/** There may be nothing. An empty list is one. */
function withEmpty(result: Result, statuses: readonly number[]): Result {
  return mayBeEmpty(statuses) && (result.kind === "object" || result.kind === "value")
    ? { ...result, optional: true }
    : result;
}

/** `204 No Content`, or the object when the caller prefers that: it stands in the words, in the table of headers, or in an example. */
function withPreference(result: Result, page: Page, requests: readonly HttpRequest[]): Result {
  if (result.kind !== "object" || !result.optional) return result;
  const words = [
    ...(page.response?.prose ?? []).map(({ text }) => text),
    ...(page.headers?.tables ?? []).flatMap(({ rows }) => rows.map(({ description }) => description?.text ?? "")),
    ...requests.flatMap(({ headers }) => headers.map(([, value]) => value)),
  ];
  return words.some((each) => REPRESENTATION.test(each)) ? { ...result, preferable: true } : result;
}

function payload(evidence: ResponseEvidence, type: TypeRef | undefined, types: TypeTable, docs: Docs): Result {
  const { shape, stated, response } = evidence;
  const item = type?.kind === "collection" ? type.of : (type ?? UNKNOWN);
  const declaredList = stated.collection ?? response?.annotation?.isCollection ?? type?.kind === "collection";
  const promisesOne = declaredList !== true && (stated.type ?? evidence.annotated) !== undefined;
  const has = (name: string): boolean => item.kind === "object" && types.properties(item.name).has(name);
  const ownValue = has("value") || (docs.envelope !== undefined && has(docs.envelope.items));
  if (shape === "list" && !(ownValue && declaredList !== true)) {
    if (promisesOne) reportCollection(evidence, false, docs);
    return listResult(itemOf(item, response, types, docs), response, docs);
  }
  if (shape === "array") {
    if (promisesOne) reportCollection(evidence, false, docs);
    return docs.envelope?.link
      ? listResult(item, response, docs)
      : { kind: "object", type: { kind: "collection", of: item }, unwrap: false };
  }
  // JSON that cannot be read shows nothing
  const isUnseen = shape === undefined || shape === "none" || shape === "text";
  if (declaredList === true && (isUnseen || type === undefined)) return listResult(item, response, docs);
  if (declaredList === true && (shape === "wrapped" || (shape === "object" && !isLoneList(response?.body))))
    reportCollection(evidence, true, docs);
  if (shape === "wrapped") return wrapped(evidence, item, ownValue, docs);
  if (isScalar(item))
    return shape === "object" ? { kind: "object", type: item, unwrap: false } : { kind: "value", type: item };
  if (shape === "value" && !ownValue) return { kind: "value", type: item.kind === "object" ? UNKNOWN : item };
  return { kind: "object", type: item, unwrap: false };
}

function wrapped(evidence: ResponseEvidence, item: TypeRef, ownValue: boolean, docs: Docs): Result {
  const { page, response, id } = evidence;
  const inner = response?.body.kind === "json" ? typeOfBody(response.body.value, page, docs) : undefined;
  if (ownValue && !(inner && sameTypes(inner, item))) return { kind: "object", type: item, unwrap: false };
  if (response?.body.kind === "json")
    docs.report("response-wrapped", page.path, response.body.place, id, { type: typeInWords(item) });
  return { kind: "object", type: item, unwrap: !ownValue };
}

function isScalar(type: TypeRef): boolean {
  return type.kind === "scalar" || type.kind === "enum" || type.kind === "literals";
}

function rawKind(
  { response, stated, shape }: ResponseEvidence,
  called: Called,
  type: TypeRef | undefined,
): "text" | "stream" | undefined {
  if (type?.kind === "scalar" && type.name === "Stream") return "stream";
  const contentType = header(response, "content-type");
  if (contentType && !JSON_TYPE.test(contentType) && shape === "text")
    return TEXT_TYPE.test(contentType) ? "text" : "stream";
  const isSilent = type === undefined && !stated.inBody && !stated.binary && (shape === undefined || shape === "none");
  if (
    isRaw(called.path) &&
    (type === undefined || type.kind === "scalar" || stated.binary) &&
    shape !== "object" &&
    stated.statuses[0] !== 204 &&
    // `PUT /users/{id}/photo/$value` that answers `200 OK` takes bytes and gives none
    (called.method === "GET" || !isSilent)
  )
    return "stream";
  if (contentType && !JSON_TYPE.test(contentType) && !TEXT_TYPE.test(contentType)) return "stream";
  if (stated.binary && shape !== "object" && shape !== "list" && type === undefined) return "stream";
  return response?.body.kind === "text" && !isLeftOut(response.body.text) && !type ? "text" : undefined;
}

function header(response: HttpResponse | undefined, name: string): string | undefined {
  return response?.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

function reportCollection({ page, stated, response, id }: ResponseEvidence, said: boolean, docs: Docs): void {
  if (stated.plural && !said) return;
  const bySentence = stated.collection !== undefined || stated.type !== undefined;
  const place: Place = response?.body.kind === "json" ? response.body.place : stated.place;
  docs.report("response-collection-differs", page.path, place, id, {
    source: bySentence ? "text" : "annotation",
    said: said ? "a collection" : "one object",
    shown: said ? "one object" : "a collection",
  });
}
