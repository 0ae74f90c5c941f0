/** What a request body holds: the rows of its table, with what the type, the examples and the words say of each. */
import { own } from "../../shared/own.js";
import { locateJson } from "../../shared/json/locate.js";
import type { Place } from "../../shared/place.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import type { HttpRequest, Page, Row } from "../../read/page.js";
import type { BodyProperty, Evidence, Method, TypeRef } from "../api.js";
import { claimsAbout, settleFlag, nullShown } from "../claims.js";
import type { Docs } from "../types/docs.js";
import { isObject } from "../../shared/json/json.js";
import { saidBy } from "../said.js";
import { rawWords, said } from "../../shared/runs.js";
import { isTooLong } from "../types/properties.js";
import { nullClaims, readOnlyClaims, requiredClaims } from "../types/row-claims.js";
import { typeOfRow, UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";

const ONLY_REQUIRED = /\brequired\b|\bminimum\b|\bat least\b/i;
const NESTED = /\bfor each (?:property|item|object|entry|element) (?:in|of) the (\w+) collection\b/i;
const BIND = "@odata.bind";
const BINDING = /^[\w.]+@odata\.bind$/u;

/** What the body of an operation is read from. */
export interface BodySource {
  readonly page: Page;
  readonly id: string;
  readonly method: Method;
  readonly path: RoutePath;
  /** Requests of the operation's examples. */
  readonly requests: readonly HttpRequest[];
  /** The type that the body stands for when the text names none: the answer's, else the subject's. */
  readonly fallback: TypeRef | undefined;
}

/** A row of the table, or what examples and the type add to it. */
export interface BodyRow extends BodyProperty {
  readonly evidence: readonly Evidence[];
  /** Callers cannot set it. */
  readonly leftOut: boolean;
}

export function bodyRows(source: BodySource, partial: boolean, docs: Docs): readonly BodyRow[] {
  const { page } = source;
  const rows = new Map<string, BodyRow>();
  for (const row of (page.body?.tables ?? []).flatMap((table) => table.rows)) {
    const name = row.name.text;
    if (rows.has(name) || (!row.type && !row.description)) continue;
    if (isTooLong(name, row.name.place, page, docs)) continue;
    rows.set(name, bodyRow(name, row, source, partial, docs));
  }
  return [...rows.values()].filter((row) => !isNested(row, rows));
}

/** "For each item of the **recipients** collection, …": a row that describes what another row holds. */
function isNested({ name, description }: BodyRow, rows: ReadonlyMap<string, BodyRow>): boolean {
  const holder = NESTED.exec(rawWords(description))?.[1] ?? "";
  return holder !== name && rows.get(holder)?.type.kind === "collection";
}

/** `partial`: nothing is required of a body that holds what changes. */
function bodyRow(name: string, row: Row, source: BodySource, partial: boolean, docs: Docs): BodyRow {
  const { page, id } = source;
  const required = settleFlag(partial ? [] : requiredClaims(row, page));
  const nullable = settleFlag([...nullClaims(name, row, page), ...sentNull(name, source)]);
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

/** Where an example sends a property, with a value that `is` says yes to. */
function whereSent(name: string, { requests }: BodySource, is: (value: unknown) => boolean): Place | undefined {
  const bodies = requests.flatMap(({ body }) => (body.kind === "json" ? [body] : []));
  const sent = bodies.find(({ value }) => isObject(value) && Object.hasOwn(value, name) && is(own(value, name)));
  return sent && locateJson(sent, [name]);
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
  text: string,
  types: TypeTable,
): readonly BodyRow[] {
  const { page } = source;
  const declared = types.properties(entity);
  const key = types.types.get(entity)?.key;
  const judged = rows.map((row) => {
    const known = declared.get(row.name)?.property;
    const isSet = row.name === key || known?.readOnly === true;
    const settled = settleFlag(leftOutClaims(row, isSet, source));
    const others = row.evidence.filter(({ about }) => about !== "left out");
    const evidence = settled.value ? settled.evidence : others;
    return { ...betterTyped(row, known?.type), leftOut: settled.value, evidence };
  });
  const named = new Set(rows.map((row) => row.name));
  const all = source.method !== "PATCH" && ONLY_REQUIRED.test(text);
  const added = [...declared.values()].flatMap(({ property }): BodyRow[] => {
    const { name, readOnly, navigation, type, nullable, description } = property;
    const sent = whereSent(name, source, () => true);
    if (named.has(name) || !(sent || (all && !readOnly && !navigation && name !== key))) return [];
    const claim = { about: "optional", says: false, page: page.path } as const;
    const because = "the table lists required properties only, the type has it";
    const place = page.body?.place ?? page.title.place;
    const optional = sent
      ? ({ ...claim, from: "example", because: "the table lacks it, an example sends it", place: sent } as const)
      : ({ ...claim, from: "page", because, place } as const);
    const nulls = sentNull(name, source);
    const evidence = [optional, ...nulls];
    return [
      { name, type, required: false, nullable: nullable || nulls.length > 0, description, evidence, leftOut: false },
    ];
  });
  return [...judged, ...added];
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
 * With the relationships that examples set by address: `"members@odata.bind": ["https://…"]`. Where a row names such a member it is that
 * row's. What is bound need not be sent itself; the address is required in its place where no example sends the thing.
 */
export function withBindings(rows: readonly BodyRow[], source: BodySource): readonly BodyRow[] {
  const sent = source.requests.flatMap(({ body }) =>
    body.kind === "json" && isObject(body.value) ? Object.entries(body.value) : [],
  );
  const bound = new Map(sent.flatMap(([name, value]) => (BINDING.test(name) ? [[name, value] as const] : [])));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const isBound = ({ name }: BodyRow): boolean => bound.has(`${name}${BIND}`) || byName.has(`${name}${BIND}`);
  const added = [...bound].flatMap(([name, value]): BodyRow[] => {
    const property = name.slice(0, -BIND.length);
    const required = byName.get(property)?.required === true && !sent.some(([key]) => key === property);
    const text = { kind: "scalar", name: "String" } as const;
    const type: TypeRef = Array.isArray(value) ? { kind: "collection", of: text } : text;
    const description = [
      ...said("Sets "),
      { kind: "code", text: property } as const,
      ...said(" by the address of what exists."),
    ];
    return byName.has(name)
      ? []
      : [{ name, type, required, nullable: false, description, evidence: [], leftOut: false }];
  });
  return [...rows.map((row) => (isBound(row) ? { ...row, required: false } : row)), ...added];
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

/** A row that is kept although its words say that it is read-only: no type has it, or an example sends it. */
export function withoutLeftOut(row: BodyRow): BodyRow {
  return { ...row, evidence: row.evidence.filter(({ about }) => about !== "left out") };
}
