/** From the type cell of a row to the type it names: looks names up, finds enumerations by their values. */
import { bounds } from "../../shared/bounds.js";
import { respelling } from "../../findings/rules.js";
import type { Range } from "../../shared/place.js";
import type { Link, Page, Prose, Row, TypeExpression } from "../../read/page.js";
import type { TypeRef } from "../api.js";
import type { Docs } from "./docs.js";
import { enumNamedAfter, enumsWith, closestEnum } from "./enum-lookup.js";
import { enumOfRow, type InlineList } from "./enums.js";
import { linksOf, placeOfWord } from "../../shared/runs.js";
import { qualify } from "../names.js";
import { shortName } from "../../shared/names.js";
import { scalarType } from "../../dialect/scalar-names.js";
import { linkedScalar } from "./scalars.js";
import { asked } from "../../shared/suggest.js";
import { itemOf, type NamedType, type TypeIndex } from "./type-index.js";

export const UNKNOWN: TypeRef = { kind: "unknown" };
export const STRING: TypeRef = { kind: "scalar", name: "String" };

const UNKNOWN_FUTURE_VALUE = "unknownFutureValue";
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const FREE_JSON = /^json$/i;
const TYPE_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const COLLECTION = /^collection ?\( ?([\w.]+) ?\)$/i;
const PLACEHOLDER_TYPE = /^(enumeration|none|void|not applicable|n\/a)$/i;

/** A row whose type is wanted; `owner` is the short name of the type or the id of the operation that the row belongs to. */
interface TypedRow {
  readonly row: Pick<Row, "name" | "type" | "values" | "description" | "place">;
  readonly page: Page;
  readonly owner: string;
}

/**
 * The type of a row; undefined when its cell is empty or cannot be read (finding `type-cell`). A name that no page describes
 * becomes unknown (finding `type-unknown`), unless the description lists its values: then it is an enumeration of that name.
 */
export function typeOfRow(typed: TypedRow, docs: Docs): TypeRef | undefined {
  const cell = typed.row.type;
  if (!cell || cell.text === "") return undefined;
  if (cell.expression) return resolve(cell.expression, typed, docs);
  docs.report("type-cell", typed.page.path, cell.place, symbolOf(typed), { text: cell.text });
  return undefined;
}

/** A type named in prose or by an annotation, outside any row; undefined when no page describes it. */
export function typeOfName(name: string, page: Page, docs: Docs): TypeRef | undefined {
  const item = COLLECTION.exec(name)?.[1];
  const scalar = scalarType(item ?? name);
  if (scalar) return item === undefined ? scalar : { kind: "collection", of: scalar };
  return asRef(docs.index.byName(name, page));
}

export function asRef(type: NamedType | undefined): TypeRef | undefined {
  if (type && FREE_JSON.test(shortName(type.name))) return UNKNOWN;
  return type && { kind: type.kind, name: type.name };
}

function resolve(text: TypeExpression, typed: TypedRow, docs: Docs): TypeRef {
  switch (text.kind) {
    case "resolved":
      return namedByValues(text.type, typed, docs);
    case "collection":
      return { kind: "collection", of: resolve(itemOf(text.of, typed.page, docs.index), typed, docs) };
    case "map":
      return { kind: "map", of: resolve(text.of, typed, docs) };
    case "enumeration":
      return enumerationOf(typed, docs);
    case "link":
      return linked(text.link, typed, docs);
    case "name":
      return named(text.name, typed.row.type?.place, typed, docs);
    case "either":
      return eitherOf(
        text.of.map((option) => resolve(option, typed, docs)),
        docs,
      );
  }
}

/** "[a](…) or [b](…)": the nearest base that all of them have; unknown when they have none. */
export function eitherOf(options: readonly TypeRef[], docs: Docs): TypeRef {
  const lineages = options.map((option) => (option.kind === "object" ? lineageOf(option.name, docs) : []));
  const shared = lineages[0]?.find((name) => lineages.every((lineage) => lineage.includes(name)));
  const first = JSON.stringify(options[0]);
  const same = options.every((option) => JSON.stringify(option) === first);
  return same ? (options[0] ?? UNKNOWN) : shared === undefined ? UNKNOWN : { kind: "object", name: shared };
}

/** A type and the bases that pages state for it, nearest first. */
function lineageOf(name: string, { claimedBases }: Docs): readonly string[] {
  const lineage = new Set([name]);
  for (
    let base = claimedBases.get(name);
    base !== undefined && !lineage.has(base) && lineage.size <= bounds.bases;
    base = claimedBases.get(base)
  )
    lineage.add(base);
  return [...lineage];
}

/**
 * Text whose listed values are those of a documented enumeration, or include `unknownFutureValue` as only enumerations do, is one. So
 * is a table of values beside the parameters of an operation. Any other list, also in other than camel case, is open: services send other
 * values as often as not.
 */
function namedByValues(type: TypeRef, { row, page, owner }: TypedRow, docs: Docs): TypeRef {
  if (type.kind !== "scalar" || type.name !== "String") return type;
  const tabled = page.kind === "operation" ? enumOfRow(row.name.text, page) : undefined;
  if (tabled !== undefined) return { kind: "enum", name: tabled };
  const values = row.values ?? [];
  if (values.length < 2) return type;
  const open: TypeRef = { kind: "literals", values, open: true };
  if (!values.every((value) => CAMEL.test(value))) return open;
  const [name] = enumsWith(values, row.name.text, owner, docs).names;
  if (name !== undefined) return { kind: "enum", name };
  return values.includes(UNKNOWN_FUTURE_VALUE) ? { kind: "literals", values } : open;
}

function linked(link: Link, typed: TypedRow, docs: Docs): TypeRef {
  const scalar = linkedScalar(link);
  if (scalar) return scalar;
  const found = docs.index.byLink(link, typed.page);
  if (!found) return named(link.text, link.place, typed, docs);
  if (!docs.index.reaches(link, typed.page)) {
    docs.report("link-broken", typed.page.path, link.place, symbolOf(typed), { url: link.url, suggestion: "" });
  }
  return asListed(asRef(found) ?? UNKNOWN, typed, docs);
}

/** An enumeration whose page has none of the values that the row lists is not the one that is meant; any difference is a finding. */
function asListed(type: TypeRef, { row, page }: TypedRow, docs: Docs): TypeRef {
  const declared = type.kind === "enum" ? docs.enums.get(type.name) : undefined;
  const values = declared ? (row.values ?? []) : [];
  const known = new Set(declared?.members.map((member) => member.name.toLowerCase()));
  const extra = values.filter((value) => !known.has(value.toLowerCase()));
  if (!declared || extra.length === 0 || values.length < 2) return type;
  docs.report("enum-differs", page.path, row.description?.place ?? row.place, declared.name, {
    name: shortName(declared.name),
    page: declared.pages[0] ?? "",
    difference: `only here ${extra.join(", ")}`,
  });
  return extra.length === values.length ? { kind: "literals", values } : type;
}

/** `NAV.parcelType` of a property `type`, `NAV.routeApproverType` of `approverType`: an enumeration of that, not the parcel itself. */
function isKindOf(name: string, { row }: TypedRow): boolean {
  const property = row.name.text.toLowerCase();
  return property.endsWith("type") && shortName(name).toLowerCase().endsWith(property);
}

function named(name: string, place: Row["place"] | undefined, typed: TypedRow, docs: Docs): TypeRef {
  const found =
    docs.index.byName(name, typed.page) ?? (isKindOf(name, typed) ? undefined : docs.index.byForeignName(name));
  if (found) return asListed(asRef(found) ?? UNKNOWN, typed, docs);
  // `|[crew](sailor.md)|crew|`: the name leads to the type that the cell only repeats
  const link = linksOf(typed.row.name).find(({ text }) => text === name);
  const behind = link && docs.index.byLink(link, typed.page);
  if (behind) return asRef(behind) ?? UNKNOWN;
  const tabled = enumOfRow(typed.row.name.text, typed.page);
  if (tabled !== undefined) return { kind: "enum", name: tabled };
  const cell = typed.row.type;
  const meant = closestEnum(name, typed.page.path, docs);
  docs.report(
    "type-unknown",
    typed.page.path,
    place ?? typed.row.place,
    symbolOf(typed),
    { name, suggestion: asked(meant) },
    respelling(cell && rangeInCell(shortName(name), cell), meant),
  );
  return UNKNOWN;
}

function rangeInCell(word: string, cell: Prose): Range | undefined {
  const place = placeOfWord(word, cell);
  return place && { ...place, end: { line: place.line, column: place.column + word.length } };
}

/**
 * The enumerations that type cells of a page name though no page describes them, and whose values the description lists. They are declared
 * before any cell is resolved.
 */
export function inlineLists(rows: readonly Row[], page: Page, index: TypeIndex): readonly InlineList[] {
  return rows.flatMap((row) => {
    const values = row.values ?? [];
    if (values.length < 2 || !row.type || enumOfRow(row.name.text, page) !== undefined) return [];
    const place = row.description?.place ?? row.place;
    return unknownNames(row.type.expression, page, index)
      .filter((name) => TYPE_NAME.test(name) && !PLACEHOLDER_TYPE.test(name))
      .map((name) => ({ name: qualify(name, page.namespace), values, description: row.description, page, place }));
  });
}

function unknownNames(text: TypeExpression | undefined, page: Page, index: TypeIndex): readonly string[] {
  switch (text?.kind) {
    case "collection":
    case "map":
      return unknownNames(text.of, page, index);
    case "either":
      return text.of.flatMap((option) => unknownNames(option, page, index));
    case "name":
      return index.byName(text.name, page) ? [] : [text.name];
    case "link": {
      const { link } = text;
      return linkedScalar(link) || index.byLink(link, page) || index.byName(link.text, page) ? [] : [link.text];
    }
    default:
      return [];
  }
}

/** The enumeration whose members are the listed values; where no list is given the one that other pages or its name tell. */
function enumerationOf(typed: TypedRow, docs: Docs): TypeRef {
  const { row, owner, page } = typed;
  const property = row.name.text;
  const place = row.type?.place ?? row.place;
  const listed = row.values ?? [];
  const tabled = listed.length > 0 ? undefined : enumOfRow(row.name.text, page);
  if (tabled !== undefined) return { kind: "enum", name: tabled };
  const values = listed.length > 0 ? listed : (docs.listedInBodies.get(property.toLowerCase()) ?? []);
  if (values.length === 0) {
    const name = enumNamedAfter(property, owner, docs);
    return name === undefined ? unresolved(typed, place, docs) : { kind: "enum", name };
  }
  const { names, tie } = enumsWith(values, property, owner, docs);
  const [best] = names;
  if (best === undefined) return { kind: "literals", values };
  if (tie)
    docs.report("enum-ambiguous", page.path, place, symbolOf(typed), {
      name: property,
      candidates: names.map(shortName).sort().join(", "),
    });
  return { kind: "enum", name: best };
}

function unresolved(typed: TypedRow, place: Row["place"], docs: Docs): TypeRef {
  docs.report("enum-unresolved", typed.page.path, place, symbolOf(typed), { name: typed.row.name.text });
  return STRING;
}

function symbolOf({ owner, row }: TypedRow): string {
  return `${owner}.${row.name.text}`;
}
