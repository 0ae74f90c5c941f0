/** Object types from the pages that describe them; several pages of one type are merged. */
import { mapPages } from "../failure.js";
import type { Place } from "../findings.js";
import { jsonLocator, type Locate } from "../json-locate.js";
import type { Page } from "../read/page.js";
import { baseStatement, derivedStatement, withoutBaseSentence } from "./base-statement.js";
import { linkBases, type BaseClaim, type StatedType } from "./bases.js";
import type { Evidence, ObjectType, Property, TypeRef } from "./api.js";
import type { Docs } from "./docs.js";
import { readRepresentation, type NotedType } from "./json-representation.js";
import { markdownOf } from "./markdown.js";
import { compareText, shortName } from "./names.js";
import { isTooLong, readRows, typeNameOf, type ReadRow } from "./properties.js";
import { saysTogether } from "./sentences.js";
import type { TypeIndex } from "./type-index.js";
import type { TypeOnPage } from "./type-pages.js";
import { compareWithJson } from "./resource-json.js";

const ABSTRACT = /\babstract (?:base )?(?:type|class|entity|resource)\b|\b(?:is|an) abstract\b/i;
const OPEN = /\bis an \[?open type\b/i;
const OPEN_TYPE = /\bopen type\b/i;
const BY_CLIENT = /\bcan be defined by the client\b/i;

/** All object types, sorted by name: bases linked, inherited properties taken out, `derived` filled. */
export function buildTypes(
  described: readonly TypeOnPage[],
  inferred: readonly ObjectType[],
  docs: Docs,
): readonly ObjectType[] {
  const byName = new Map<string, TypeOnPage[]>();
  for (const one of described) {
    const key = one.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const derived = derivedClaims(described, docs.index);
  const stated = [...byName.values()]
    .map((parts) => stateType(parts, docs))
    .map((one) => (one.claims.length > 0 ? one : { ...one, claims: derived.get(one.type.name) ?? [] }));
  return linkBases(
    [
      ...stated,
      ...inferred.map((type): StatedType => ({ type, rows: type.properties.map(asRow), claims: [], keyed: false })),
    ],
    docs,
  );
}

function pathOf({ page }: TypeOnPage): string {
  return page.path;
}

function asRow(property: Property): ReadRow {
  return { property, untyped: false, key: false };
}

/** How much a page says of a type; annotations such as `@microsoft.graph.conflictBehavior` are of a request. */
function told({ rows }: { readonly rows: readonly ReadRow[] }): number {
  return rows.filter(({ property }) => !property.name.startsWith("@")).length;
}

function stateType(parts: readonly TypeOnPage[], docs: Docs): StatedType {
  const read = mapPages(parts, pathOf, (part) => ({ part, ...readPart(part, docs) })).sort(
    (a, b) => told(b) - told(a) || compareText(a.part.page.path, b.part.page.path),
  );
  const rows = new Map<string, ReadRow>();
  for (const row of read.flatMap((one) => one.rows)) {
    const known = rows.get(row.property.name);
    if (!known || (known.untyped && !row.untyped)) rows.set(row.property.name, row);
  }
  const name = bestCased(parts.map((part) => part.name));
  const pages = read.map(({ part }) => part.page);
  const main = read.filter(({ part }) => part.main).map(({ part }) => part.page);
  const annotations = parts.flatMap((part) => part.blocks).flatMap((block) => block.annotation ?? []);
  const keyed = keyOf(parts, rows);
  const text = main
    .flatMap((page) => page.description)
    .map((prose) => prose.text)
    .join("\n");
  const deprecated = main.find((page) => page.deprecated)?.deprecated;
  const type: ObjectType = {
    name,
    abstract: annotations.some((annotation) => annotation.abstract) || ABSTRACT.test(text),
    open: annotations.some((annotation) => annotation.openType) || main.some((page) => isOpen(sectionText(page))),
    ...(keyed ? { key: keyed.name, evidence: [keyed.evidence] } : {}),
    properties: [],
    derived: [],
    description: main[0] ? withoutBaseSentence(markdownOf(main[0].description, main[0])) : "",
    ...(deprecated ? { deprecated: deprecated.text } : {}),
    pages: [...new Set(pages.map((page) => page.path))],
    inferred: false,
  };
  const nullable = new Set(annotations.flatMap((annotation) => annotation.nullableProperties ?? []));
  const optional = new Set(annotations.flatMap((annotation) => annotation.optionalProperties ?? []));
  return {
    type,
    rows: [...rows.values()].map((row) => markOptional(markNullable(row, nullable), optional)),
    claims: parts.flatMap((part) => claims(part, docs.index)),
    keyed: annotations.some(({ keyProperty }) => keyProperty) || main.some((page) => page.methods.length > 0),
  };
}

/** The key property and the line that says so: the annotation's `keyProperty`, else the word "Key." in a description. */
function keyOf(
  parts: readonly TypeOnPage[],
  rows: ReadonlyMap<string, ReadRow>,
): { readonly name: string; readonly evidence: Evidence } | undefined {
  const evidence = (because: string, page: string, place: Place): Evidence => ({ about: "key", because, page, place });
  for (const { page, blocks } of parts) {
    for (const { annotation } of blocks) {
      const name = annotation?.keyProperty;
      if (annotation && name)
        return { name, evidence: evidence("the annotation names it as keyProperty", page.path, annotation.place) };
    }
  }
  const row = [...rows.values()].find(({ key }) => key)?.property;
  return row && { name: row.name, evidence: evidence('the description says "Key."', row.page, row.place) };
}

function markNullable(row: ReadRow, nullable: ReadonlySet<string>): ReadRow {
  if (!nullable.has(row.property.name)) return row;
  const marked = withEvidence(row, "nullable", "the annotation lists it among the nullable properties");
  return { ...marked, property: { ...marked.property, nullable: true } };
}

function markOptional(row: ReadRow, optional: ReadonlySet<string>): ReadRow {
  return optional.has(row.property.name)
    ? withEvidence(row, "optional", "the annotation lists it among the optional properties")
    : row;
}

function withEvidence(row: ReadRow, about: string, because: string): ReadRow {
  const { evidence, page, place } = row.property;
  return { ...row, property: { ...row.property, evidence: [...evidence, { about, because, page, place }] } };
}

function isOpen(text: string): boolean {
  return OPEN.test(text) || saysTogether(text, OPEN_TYPE, BY_CLIENT);
}

function sectionText(page: Page): string {
  return [...(page.properties?.prose ?? []), ...page.description].map((prose) => prose.text).join("\n");
}

/** The bases that pages state, by the names of the types: text before annotation. */
export function claimedBases(described: readonly TypeOnPage[], index: TypeIndex): ReadonlyMap<string, string> {
  return new Map(described.flatMap((one) => claims(one, index).map((claim) => [one.name, claim.name] as const)));
}

/** What base types say about the types derived from them, by the names of those. */
function derivedClaims(described: readonly TypeOnPage[], index: TypeIndex): ReadonlyMap<string, readonly BaseClaim[]> {
  return new Map(
    described
      .filter(({ main }) => main)
      .flatMap(({ name, page }) =>
        derivedStatement(page).map((link) => {
          const claim: BaseClaim = { source: "text", name, page: page.path, place: link.place };
          return [typeNameOf(link, page, index), [claim]] as const;
        }),
      ),
  );
}

function claims({ page, blocks, main }: TypeOnPage, index: TypeIndex): readonly BaseClaim[] {
  const annotated = blocks.flatMap((block): BaseClaim[] => {
    const base = block.annotation?.baseType;
    if (!base || !block.annotation) return [];
    const { place } = block.annotation;
    return [
      { source: "annotation", name: typeNameOf({ text: base, url: "", place }, page, index), page: page.path, place },
    ];
  });
  const link = main ? baseStatement(page) : undefined;
  return link
    ? [...annotated, { source: "text", name: typeNameOf(link, page, index), page: page.path, place: link.place }]
    : annotated;
}

function bestCased(names: readonly string[]): string {
  return [...names].sort((a, b) => capitals(b) - capitals(a) || compareText(a, b))[0] ?? "";
}

function capitals(text: string): number {
  return text.replace(/[^A-Z]/g, "").length;
}

/** Table rows of the part, completed and checked by its JSON representation. */
function readPart(part: TypeOnPage, docs: Docs): { readonly rows: readonly ReadRow[] } {
  const { page, name } = part;
  const owner = shortName(name);
  const tabled = [
    ...readRows(part.properties, page, owner, false, docs),
    ...readRows(part.relationships, page, owner, true, docs),
  ];
  const rows = withoutRepeats(tabled, page, owner, docs);
  const [first] = part.blocks;
  const noted = new Map<string, NotedType>(part.blocks.flatMap((block) => [...readRepresentation(block, page, docs)]));
  if (!first || noted.size === 0) return { rows };
  if (rows.length > 0) compareWithJson(rows, noted, part, docs);
  const known = new Set(rows.map((row) => row.property.name.toLowerCase()));
  const completed = rows.map((row) =>
    row.untyped
      ? {
          ...row,
          untyped: false,
          property: { ...row.property, type: noted.get(row.property.name)?.type ?? row.property.type },
        }
      : row,
  );
  const locate = first.body.kind === "json" ? jsonLocator(first.body) : () => page.title.place;
  const added = [...noted]
    .filter(([property]) => !known.has(property.toLowerCase()) && !isTooLong(property, locate([property]), page, docs))
    .map(([property, { type }]) => fromJson(property, type, part, locate));
  return { rows: [...completed, ...added] };
}

function fromJson(name: string, type: TypeRef, { page }: TypeOnPage, locate: Locate): ReadRow {
  const place = locate([name]);
  const evidence = [{ about: "type", because: "the JSON representation shows it", page: page.path, place }];
  return asRow({
    name,
    type,
    description: "",
    navigation: false,
    nullable: false,
    required: false,
    readOnly: false,
    evidence,
    page: page.path,
    place,
  });
}

/** A property that stands in both tables is a property: it is in every answer. */
function withoutRepeats(rows: readonly ReadRow[], page: Page, owner: string, docs: Docs): readonly ReadRow[] {
  const byName = new Map<string, ReadRow>();
  for (const row of rows) {
    const earlier = byName.get(row.property.name);
    if (!earlier) byName.set(row.property.name, row);
    else if (earlier.property.navigation === row.property.navigation)
      docs.report("property-duplicate", page.path, row.property.place, `${owner}.${row.property.name}`, {
        name: row.property.name,
      });
  }
  return [...byName.values()];
}
