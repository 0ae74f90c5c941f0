/** What a request body holds: the rows of its table, with what the type, the examples and the words say of each. */
import { own } from "../../shared/own.js";
import { locateJson } from "../../shared/json/locate.js";
import type { Place } from "../../shared/place.js";
import type { Page, Row } from "../../read/page.js";
import type { Evidence, Property, TypeRef } from "../api.js";
import { saysOfBody, type BodyRow, type BodySource } from "./body-source.js";
import { claimsAbout, settleFlag, nullShown } from "../claims.js";
import { typeInWords } from "../describe.js";
import { shortName } from "../../shared/names.js";
import type { Docs } from "../types/docs.js";
import { isObject } from "../../shared/json/json.js";
import { requiredByType, settleSent } from "./required-rows.js";
import { saidBy } from "../said.js";
import { isTooLong } from "../types/properties.js";
import { jsonKind } from "../types/scalars.js";
import { differ } from "../types/wire-kind.js";
import { nullClaims, readOnlyClaims, requiredClaims } from "../types/row-claims.js";
import { typeOfRow, UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";

export function bodyRows(source: BodySource, partial: boolean, types: TypeTable, docs: Docs): readonly BodyRow[] {
  const { page } = source;
  const rows = new Map<string, BodyRow>();
  const holders = new Map<string, string>();
  for (const { rows: listed } of page.body?.tables ?? []) {
    const named = new Set<string>();
    for (const row of listed) {
      const name = row.name.text;
      if (named.has(name)) reportRow("property-duplicate", name, row.place, source, docs);
      named.add(name);
      if (rows.has(name) || (!row.type && !row.description)) continue;
      if (isTooLong(name, row.name.place, page, docs)) continue;
      rows.set(name, bodyRow(name, row, source, partial, docs));
      if (row.says?.holder !== undefined) holders.set(name, row.says.holder);
    }
  }
  return [...rows.values()].filter(({ name }) => !isNested(name, holders.get(name), rows, source, types, docs));
}

/**
 * "For each item of the **recipients** collection, …": a row that describes a property of what another row holds. Where that has no such
 * property, it is nowhere, and a finding.
 */
function isNested(
  name: string,
  holder: string | undefined,
  rows: ReadonlyMap<string, BodyRow>,
  source: BodySource,
  types: TypeTable,
  docs: Docs,
): boolean {
  const held = holder === undefined ? undefined : rows.get(holder)?.type;
  if (holder === name || held?.kind !== "collection") return false;
  const isKnown = held.of.kind === "object" && types.properties(held.of.name).has(name);
  const reason = `what ${holder} holds has no such property`;
  if (!isKnown) reportRow("body-row", name, rowPlace(name, source.page), source, docs, { reason });
  return true;
}

function reportRow(
  rule: "property-duplicate" | "body-row",
  name: string,
  place: Place,
  { page, id }: BodySource,
  docs: Docs,
  values: { readonly reason?: string } = {},
): void {
  docs.report(rule, page.path, place, `${id}.${name}`, { name, ...values });
}

/** `partial`: nothing is required of a body that holds what changes. */
function bodyRow(name: string, row: Row, source: BodySource, partial: boolean, docs: Docs): BodyRow {
  const { page, id } = source;
  const required = settleSent(name, partial ? [] : requiredClaims(row, page), source, docs);
  const nullable = settleFlag([...nullClaims(row, page), ...sentNull(name, source)]);
  const leftOut = readOnlyClaims(row, page);
  return {
    name,
    type: typeOfRow({ row, page, owner: id }, docs) ?? UNKNOWN,
    required: required.value,
    nullable: nullable.value,
    description: row.description ? saidBy([row.description], page) : [],
    evidence: [
      ...required.evidence,
      ...nullable.evidence,
      ...leftOut.map((claim) => ({ ...claim, about: "left out", place: row.place }) as const),
    ],
    leftOut: false,
  };
}

/** Where an example sends a property, be it in other letter case, with a value that `is` says yes to. */
function whereSent(name: string, { requests }: BodySource, is: (value: unknown) => boolean): Place | undefined {
  for (const { body } of requests) {
    const value = body.kind === "json" ? body.value : undefined;
    if (body.kind !== "json" || !isObject(value)) continue;
    const key = Object.hasOwn(value, name) ? name : keysByLetters(value).get(name.toLowerCase());
    if (key !== undefined && is(own(value, key))) return locateJson(body, [key]);
  }
  return undefined;
}

const byLetters = new WeakMap<object, ReadonlyMap<string, string>>();

/** The keys of an object by their letters alone. */
function keysByLetters(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const known = byLetters.get(value) ?? new Map(Object.keys(value).map((key) => [key.toLowerCase(), key]));
  byLetters.set(value, known);
  return known;
}

function sentNull(name: string, source: BodySource): readonly Evidence<boolean>[] {
  const place = whereSent(name, source, (value) => value === null);
  return place ? [nullShown(source.page.path, place)] : [];
}

/**
 * The rows without what a caller cannot set (read-only words on this page or on the type's, the key), and with what the type has beyond
 * them: all writable properties where the table only lists the required ones, else those that an example sends.
 */
export function completed(
  rows: readonly BodyRow[],
  entity: string,
  source: BodySource,
  types: TypeTable,
  docs: Docs,
): readonly BodyRow[] {
  const { page } = source;
  const toCreate = requiredByType(entity, source, types);
  const declared = types.properties(entity);
  const key = types.types.get(entity)?.key;
  const judged = rows.map((row) => {
    const known = declared.get(row.name)?.property;
    const isSet = row.name === key || known?.readOnly === true;
    const settled = settleFlag(leftOutClaims(row, isSet, source));
    const others = row.evidence.filter(({ about }) => about !== "left out");
    const kept = withRequired({ ...row, evidence: others }, toCreate.get(row.name), source, docs);
    const evidence = settled.value ? settled.evidence : kept.evidence;
    const reason = `it is read-only, and ${shortName(entity)} has no such property`;
    if (settled.value && !known && !isSet)
      reportRow("body-row", row.name, rowPlace(row.name, page), source, docs, { reason });
    return { ...betterTyped(kept, known, source, docs), leftOut: settled.value, evidence };
  });
  const named = new Set(rows.map((row) => row.name));
  const takesOthers = page.takesOthers || saysOfBody(page, "others");
  const all = takesOthers || (source.method !== "PATCH" && saysOfBody(page, "onlyRequired"));
  const added = [...declared.values()].flatMap(({ property }): BodyRow[] => {
    const { name, readOnly, navigation, type, nullable, description } = property;
    const sent = whereSent(name, source, () => true);
    if (named.has(name) || !(sent || (all && !readOnly && !navigation && name !== key))) return [];
    const claim = { about: "optional", says: false, page: page.path } as const;
    const because = "the table does not list all properties, the type has it";
    const place = page.body?.place ?? page.title.place;
    const optional = sent
      ? ({ ...claim, from: "example", because: "the table lacks it, an example sends it", place: sent } as const)
      : ({ ...claim, from: "page", because, place } as const);
    const nulls = sentNull(name, source);
    const toSend = toCreate.get(name);
    const evidence = toSend ? nulls : [optional, ...nulls];
    const row = { name, type, nullable: nullable || nulls.length > 0, description, leftOut: false };
    return [withRequired({ ...row, required: false, evidence }, toSend, source, docs)];
  });
  return [...judged, ...added];
}

/** With what the page of the type says of creating one. */
function withRequired(row: BodyRow, claim: Evidence<boolean> | undefined, source: BodySource, docs: Docs): BodyRow {
  if (!claim) return row;
  const isAbout = ({ about }: Evidence): boolean => about === "required" || about === "optional";
  const earlier = claimsAbout(row.evidence, "required", "optional");
  const settled = settleSent(row.name, [...earlier, claim], source, docs);
  const others = row.evidence.filter((one) => !isAbout(one));
  return { ...row, required: settled.value, evidence: [...settled.evidence, ...others] };
}

/** What says that callers cannot set the property of a row; an example that sends it says that they can. */
function leftOutClaims(row: BodyRow, isSet: boolean, source: BodySource): readonly Evidence<boolean>[] {
  const sent = whereSent(row.name, source, () => true);
  const here = claimsAbout(row.evidence, "left out");
  const claim = { about: "left out", page: source.page.path } as const;
  const place = sent ?? rowPlace(row.name, source.page);
  const because = "the page of the type says that it is read-only, or the key";
  return [
    ...(sent ? [{ ...claim, says: false, from: "example", because: "an example sends it", place } as const] : []),
    ...here,
    ...(isSet && here.length === 0 ? [{ ...claim, says: true, from: "page", because, place } as const] : []),
  ];
}

function rowPlace(name: string, page: Page): Place {
  const rows = (page.body?.tables ?? []).flatMap((table) => table.rows);
  return (rows.find((row) => row.name.text === name) ?? page.title).place;
}

/**
 * A row that says less than the type's own page takes over what that says, and so does one that contradicts it, with a finding, unless an
 * example sends what the row says. Relationships are often sent as the addresses or ids of what they lead to.
 */
function betterTyped(row: BodyRow, declared: Property | undefined, source: BodySource, docs: Docs): BodyRow {
  if (!declared) return row;
  const { type } = declared;
  const isText =
    row.type.kind === "literals" ? row.type.open : row.type.kind === "scalar" && row.type.name === "String";
  const isListed = type.kind === "enum" || (type.kind === "literals" && !(type.open && row.type.kind === "literals"));
  const vague = row.type.kind === "unknown" || (isText && isListed);
  if (vague) return { ...row, type };
  if (declared.navigation || !differ(row.type, type)) return row;
  if (whereSent(row.name, source, (value) => looksLike(value, row.type) && !looksLike(value, type))) return row;
  docs.report("body-type-differs", source.page.path, rowPlace(row.name, source.page), `${source.id}.${row.name}`, {
    name: row.name,
    table: typeInWords(row.type),
    type: typeInWords(type),
    page: declared.page,
  });
  return { ...row, type };
}

/** Whether a value is a list, an object, a number, as the type says. */
function looksLike(value: unknown, type: TypeRef): boolean {
  if (type.kind === "collection") return Array.isArray(value);
  if (type.kind === "object") return isObject(value);
  return typeof value === (type.kind === "scalar" ? jsonKind(type.name) : "string");
}

/** A row that is kept although its words say that it is read-only: no type has it, or an example sends it. */
export function withoutLeftOut(row: BodyRow): BodyRow {
  return { ...row, evidence: row.evidence.filter(({ about }) => about !== "left out") };
}
