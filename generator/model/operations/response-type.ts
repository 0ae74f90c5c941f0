/** The type of an answer, from what text, annotation and example say together. */
import type { Annotation, HttpResponse, Page } from "../../read/page.js";
import type { TypeRef } from "../api.js";
import { bodyShape, itemsIn } from "./body-shape.js";
import { typeInWords } from "../describe.js";
import type { Docs } from "../types/docs.js";
import { contextName, odataType } from "../types/json-representation.js";
import { actionOf } from "../../shared/odata/segments.js";
import { parseRoute } from "../../shared/odata/template.js";
import { isObject } from "../../shared/json/json.js";
import { singular } from "../../shared/names.js";
import { answerTypes } from "../types/type-pages.js";
import { typeOfName } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";
import type { BodyShape } from "./body-shape.js";
import type { AnswerWords } from "./response-words.js";

/** So many properties tell a type. */
const TELLING = 3;
/** Of so many, a few may be missing in what a page describes. */
const MANY = 10;
const NEARLY = 0.9;
const MOST = 0.7;

/** What an answer is settled from. */
export interface ResponseEvidence {
  readonly page: Page;
  readonly id: string;
  readonly stated: AnswerWords;
  /** First successful response of the operation's examples. */
  readonly response: HttpResponse | undefined;
  readonly shape: BodyShape | undefined;
  readonly annotated: TypeRef | undefined;
  /** The type that the page is about. */
  readonly subject: string | undefined;
}

/** Text and annotation together; where one is the base of the other the base counts, where they disagree the body decides. */
export function settleType(evidence: ResponseEvidence, types: TypeTable, docs: Docs): TypeRef | undefined {
  const { stated, annotated, response, page, subject } = evidence;
  const written = stated.type;
  const shown = response?.body.kind === "json" ? typeOfBody(response.body.value, page, docs) : undefined;
  if (!written || !annotated)
    return (
      written ??
      annotated ??
      itemsOf(stated.whole, types, docs) ??
      tabled(page, types, docs) ??
      shown ??
      subjectShown(response, subject, types, docs) ??
      onlyTypeShown(evidence, types, docs) ??
      contextType(response, page, docs)
    );
  const a = leaf(written);
  const b = leaf(annotated);
  const isText = a.kind === "scalar" && b.kind === "object" && showsObjects(response);
  if (!isText && (sameTypes(a, b) || a.kind !== "object" || b.kind !== "object" || derives(b.name, a.name, types)))
    return written;
  if (a.kind === "object" && b.kind === "object" && derives(a.name, b.name, types))
    return stated.collection === true || written.kind === "collection" ? { kind: "collection", of: b } : b;
  reportDifference(evidence, written, annotated, docs);
  return isText || (shown && sameTypes(leaf(shown), b)) ? annotated : written;
}

/** What a type that wraps the items of a list holds. */
function itemsOf(whole: string | undefined, types: TypeTable, { envelope }: Docs): TypeRef | undefined {
  return whole === undefined || envelope === undefined
    ? undefined
    : types.properties(whole).get(envelope.items)?.property.type;
}

/** The type whose members the page lists below its answer; of what only wraps the items of a list, these. */
function tabled(page: Page, types: TypeTable, docs: Docs): TypeRef | undefined {
  const [answer] = answerTypes(page);
  if (answer === undefined || !types.types.has(answer.name)) return undefined;
  const items = docs.pageTypes.has(answer.name) && docs.envelope ? docs.envelope.items : "";
  return types.properties(answer.name).get(items)?.property.type ?? { kind: "object", name: answer.name };
}

function reportDifference(
  { page, id, response, stated }: ResponseEvidence,
  written: TypeRef,
  annotated: TypeRef,
  docs: Docs,
): void {
  // what API Doctor is to ignore may be the answer of another call
  if (response?.annotation?.blockType === "ignored") return;
  docs.report("response-type-differs", page.path, response?.annotation?.place ?? stated.place, id, {
    written: typeInWords(written),
    annotated: typeInWords(annotated),
  });
}

/** Whether a body holds objects, by itself or in its `value`. */
function showsObjects(response: HttpResponse | undefined): boolean {
  const body = response?.body.kind === "json" ? response.body.value : undefined;
  const value = isObject(body) && "value" in body ? body["value"] : body;
  return isObject(Array.isArray(value) ? value[0] : value);
}

/** Where neither words nor annotation name a type: the page's own, when the body shows nothing but its properties. */
function subjectShown(
  response: HttpResponse | undefined,
  subject: string | undefined,
  types: TypeTable,
  docs: Docs,
): TypeRef | undefined {
  if (subject === undefined || response?.body.kind !== "json" || !isObject(response.body.value)) return undefined;
  const items = itemsIn(response.body.value, docs.envelope)?.items;
  const { value = items } = response.body.value;
  const object: unknown = Array.isArray(value)
    ? value[0]
    : bodyShape(response.body) === "wrapped"
      ? value
      : response.body.value;
  return isObject(object) && showsOnly(object, subject, types) ? { kind: "object", name: subject } : undefined;
}

/**
 * Where nothing names a type: the only one that has all properties of the body, which must be more than any two types share by chance. Of a
 * page whose lines lead to several things an example shows but one.
 */
function onlyTypeShown({ response, page }: ResponseEvidence, types: TypeTable, docs: Docs): TypeRef | undefined {
  const ends = new Set(page.requests.map(({ target }) => actionOf(parseRoute(target).path).toLowerCase()));
  if (ends.size !== 1 || response?.body.kind !== "json") return undefined;
  const { value } = response.body;
  const list = Array.isArray(value) ? value : itemsIn(value, docs.envelope)?.items;
  const items = isObject(value) && Array.isArray(value["value"]) ? value["value"] : list;
  const object: unknown = Array.isArray(items) ? items[0] : value;
  if (!isObject(object) || Object.keys(object).filter((key) => !key.includes("@")).length < TELLING) return undefined;
  const fitting = [...types.types.keys()].filter((name) => showsOnly(object, name, types));
  const [least] = fitting.filter((name) => fitting.every((other) => other === name || derives(other, name, types)));
  const only = least ?? (fitting.length === 0 ? typeNearly(object, types) : undefined);
  return only === undefined ? undefined : { kind: "object", name: only };
}

/** The type that has nearly all of many properties, where no other has most of them: pages show more than they describe. */
function typeNearly(object: Readonly<Record<string, unknown>>, types: TypeTable): string | undefined {
  const keys = Object.keys(object).filter((key) => !key.includes("@"));
  if (keys.length < MANY) return undefined;
  const shares = [...types.types.keys()].map((name) => {
    const declared = types.properties(name);
    return { name, share: keys.filter((key) => declared.has(key)).length / keys.length };
  });
  const [best, second] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= NEARLY && (second?.share ?? 0) < MOST ? best.name : undefined;
}

/** Whether an object has properties, and only such as the type has. */
export function showsOnly(object: Readonly<Record<string, unknown>>, type: string, types: TypeTable): boolean {
  const declared = types.properties(type);
  const keys = Object.keys(object).filter((key) => !key.includes("@"));
  return keys.length > 0 && keys.every((key) => declared.has(key));
}

function derives(name: string, base: string, types: TypeTable): boolean {
  return types.types.get(base)?.derived.includes(name) ?? false;
}

/** The `@odata.type` that a body or its first item shows. */
export function typeOfBody(value: unknown, page: Page, docs: Docs): TypeRef | undefined {
  if (!isObject(value)) return undefined;
  const own = odataType(value);
  const inner = Array.isArray(value["value"]) ? value["value"][0] : value["value"];
  const name = own ?? (isObject(inner) ? odataType(inner) : undefined);
  const found = name === undefined ? undefined : typeOfName(name, page, docs);
  return found?.kind === "collection" ? found.of : found;
}

/** The type that the context of a body names: by itself, or by the set that it is in. */
function contextType(response: HttpResponse | undefined, page: Page, { index }: Docs): TypeRef | undefined {
  const name = response?.body.kind === "json" ? contextName(response.body.value) : undefined;
  if (name === undefined) return undefined;
  const found = index.byName(name, page) ?? index.byForeignName(name) ?? index.byName(singular(name), page);
  return found?.kind === "object" ? { kind: "object", name: found.name } : undefined;
}

/** The type that an annotation names, with its `Collection(…)`; undefined when no page describes it. */
export function annotatedType(annotation: Annotation | undefined, page: Page, docs: Docs): TypeRef | undefined {
  const name = annotation?.type;
  return name === undefined ? undefined : typeOfName(name, page, docs);
}

/** A type without the collections around it. */
export function leaf(type: TypeRef): TypeRef {
  return type.kind === "collection" ? leaf(type.of) : type;
}

export function sameTypes(a: TypeRef, b: TypeRef): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
