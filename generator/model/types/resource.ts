/** Object types from the pages that describe them; several pages of one type are merged. */
import { mapPages } from "../../shared/failure.js";
import { jsonLocator, type Locate } from "../../shared/json/locate.js";
import type { Page } from "../../read/page.js";
import type { BaseClaims } from "./base-claims.js";
import { linkBases } from "./bases.js";
import type { Evidence, ObjectType, Property } from "../api.js";
import { settle, withClaim } from "../claims.js";
import type { Docs } from "./docs.js";
import { readRepresentation, type NotedType } from "./json-representation.js";
import { saidBy } from "../said.js";
import type { Place } from "../../shared/place.js";
import { compareText, shortName } from "../../shared/names.js";
import { isTooLong, readPropertyRows, type ReadRow } from "./properties.js";
import { saysTogether } from "../../shared/sentences.js";
import type { TypeOnPage } from "./type-pages.js";
import { withJson } from "./with-json.js";
import type { StatedType } from "./ancestors.js";

const ABSTRACT =
  /\babstract (?:base )?(?:type|class|entity|resource)\b|\bis abstract\b|\ban abstract(?: \w+){1,2} type\b/i;
/** What stands behind them is said of another type: "derived from the extension abstract type". */
const DERIVED = /\b(?:inherit(?:s|ed|ing)?|deriv(?:es|ed|ing)) from\b[^.]*/gi;
const OPEN = /\bis an \[?open type\b/i;
const OPEN_TYPE = /\bopen type\b/i;
const BY_CLIENT = /\bcan be defined by the client\b/i;

/** A page's part of a type, read. */
export interface ReadPart {
  readonly part: TypeOnPage;
  /** What its tables list, before the JSON representation is looked at. */
  readonly rows: readonly ReadRow[];
  readonly noted: ReadonlyMap<string, NotedType>;
}

/** All object types, sorted by name: bases linked, inherited properties taken out, `derived` filled; and what they were made of, which `read` reads. */
export function buildTypes(
  described: readonly TypeOnPage[],
  inferred: readonly ObjectType[],
  bases: BaseClaims,
  docs: Docs,
  read: typeof readPart = readPart,
): { readonly types: readonly ObjectType[]; readonly parts: readonly ReadPart[] } {
  const byName = new Map<string, TypeOnPage[]>();
  for (const one of described) {
    const known = byName.get(one.name);
    if (known) known.push(one);
    else byName.set(one.name, [one]);
  }
  const named = [...byName]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, of]) => ({ name, parts: mapPages(of, pathOf, (part) => read(part, docs)) }));
  const stated = named.map(({ name, parts }) => stateType(name, parts, bases));
  const added = inferred.map((type): StatedType => {
    return { type, rows: type.properties.map(asRow), claims: [], keyed: false };
  });
  return { types: linkBases([...stated, ...added], docs), parts: named.flatMap(({ parts }) => parts) };
}

function pathOf({ page }: TypeOnPage): string {
  return page.path;
}

function asRow(property: Property): ReadRow {
  return { property, untyped: false, key: false };
}

/** How much a page says of a type; annotations such as `@microsoft.graph.conflictBehavior` are of a request. */
function toldCount({ completed }: CompletedPart): number {
  return completed.filter(({ property }) => !property.name.startsWith("@")).length;
}

/** Of several pages the one that gives most comes first; what they are called makes no difference. */
function byContent(a: CompletedPart, b: CompletedPart): number {
  return (
    toldCount(b) - toldCount(a) ||
    compareText(partContent(a), partContent(b)) ||
    compareText(a.part.page.path, b.part.page.path)
  );
}

function partContent({ part: { page }, completed }: CompletedPart): string {
  return JSON.stringify([
    page.title.text,
    completed.map(({ property }) => [property.name, property.description]),
    page.description.map(({ text }) => text),
  ]);
}

/** A page is about its main type from its title on; another one begins with its table, or its JSON. */
function placeOfPart({ main, page, properties, blocks }: TypeOnPage): Place {
  if (main) return page.title.place;
  return properties?.tables[0]?.place ?? blocks[0]?.place ?? page.title.place;
}

function stateType(name: string, all: readonly CompletedPart[], bases: BaseClaims): StatedType {
  const read = all.toSorted(byContent);
  const parts = read.map(({ part }) => part);
  const rows = new Map<string, ReadRow>();
  for (const row of read.flatMap((one) => one.completed)) {
    const known = rows.get(row.property.name);
    if (!known || (known.untyped && !row.untyped)) rows.set(row.property.name, row);
  }
  const pages = read.map(({ part }) => part.page);
  const main = read.filter(({ part }) => part.main).map(({ part }) => part.page);
  const annotations = parts.flatMap((part) => part.blocks).flatMap((block) => block.annotation ?? []);
  const keyed = keyClaim(parts, rows);
  const text = main
    .flatMap((page) => page.description)
    .map((prose) => prose.text)
    .join("\n");
  const deprecated = main.find((page) => page.deprecated)?.deprecated;
  const type: ObjectType = {
    name,
    abstract: annotations.some((annotation) => annotation.abstract) || ABSTRACT.test(text.replace(DERIVED, "")),
    open: annotations.some((annotation) => annotation.openType) || main.some((page) => isOpen(sectionText(page))),
    ...(keyed ? { key: keyed.name, evidence: keyed.evidence } : {}),
    properties: [],
    derived: [],
    description: main[0] ? saidBy(main[0].description, main[0]) : [],
    ...(deprecated ? { deprecated: deprecated.text } : {}),
    pages: [...new Set(pages.map((page) => page.path))],
    inferred: false,
    ...(parts[0] && { place: placeOfPart(parts[0]) }),
  };
  const nullable = new Set(annotations.flatMap((annotation) => annotation.nullableProperties ?? []));
  const optional = new Set(annotations.flatMap((annotation) => annotation.optionalProperties ?? []));
  return {
    type,
    rows: [...rows.values()].map((row) => markOptional(markNullable(row, nullable), optional)),
    claims: bases.get(name) ?? [],
    keyed: annotations.some(({ keyProperty }) => keyProperty) || main.some((page) => page.methods.length > 0),
  };
}

/** The key property and the line that says so: the annotation's `keyProperty`, else the word "Key." in a description. */
function keyClaim(
  parts: readonly TypeOnPage[],
  rows: ReadonlyMap<string, ReadRow>,
): { readonly name: string; readonly evidence: readonly Evidence[] } | undefined {
  const claims: Evidence<string>[] = [];
  const said = { about: "key", from: "annotation", because: "the annotation names it as keyProperty" } as const;
  for (const { page, blocks } of parts) {
    for (const { annotation } of blocks) {
      const name = annotation?.keyProperty;
      if (annotation && name) claims.push({ ...said, says: name, page: page.path, place: annotation.place });
    }
  }
  const row = [...rows.values()].find(({ key }) => key)?.property;
  if (row) {
    const { name: says, page, place } = row;
    claims.push({ about: "key", says, from: "words", because: 'the description says "Key."', page, place });
  }
  const settled = settle(claims);
  return settled && { name: settled.value, evidence: settled.evidence };
}

function markNullable(row: ReadRow, nullable: ReadonlySet<string>): ReadRow {
  if (!nullable.has(row.property.name)) return row;
  const { value, all } = claimed(row, "nullable", "the annotation lists it among the nullable properties");
  return { ...row, property: { ...row.property, nullable: value, evidence: all } };
}

function markOptional(row: ReadRow, optional: ReadonlySet<string>): ReadRow {
  if (!optional.has(row.property.name)) return row;
  const { all } = claimed(row, "optional", "the annotation lists it among the optional properties");
  return { ...row, property: { ...row.property, evidence: all } };
}

function claimed({ property }: ReadRow, about: "nullable" | "optional", because: string): ReturnType<typeof withClaim> {
  const { evidence, page, place } = property;
  return withClaim(evidence, { about, says: about === "nullable", from: "annotation", because, page, place });
}

function isOpen(text: string): boolean {
  return OPEN.test(text) || saysTogether(text, OPEN_TYPE, BY_CLIENT);
}

function sectionText(page: Page): string {
  return [...(page.properties?.prose ?? []), ...page.description].map((prose) => prose.text).join("\n");
}

/** A part with its rows once the JSON representation has been looked at. */
export interface CompletedPart extends ReadPart {
  readonly completed: readonly ReadRow[];
}

/** What a page says of a type. */
export function readPart(part: TypeOnPage, docs: Docs): CompletedPart {
  const { page, name } = part;
  const owner = shortName(name);
  const tabled = [
    ...readPropertyRows(part.properties, page, owner, false, docs),
    ...readPropertyRows(part.relationships, page, owner, true, docs),
  ];
  const rows = withoutRepeatedRows(tabled, page, owner, docs);
  const [first] = part.blocks;
  const known = new Set(rows.map((row) => row.property.name.toLowerCase()));
  const noted = new Map<string, NotedType>(
    part.blocks.flatMap((block) => [...readRepresentation(block, known, page, docs)]),
  );
  if (!first || noted.size === 0) return { part, rows, noted, completed: rows };
  const locate = first.body.kind === "json" ? jsonLocator(first.body) : () => page.title.place;
  const added = [...noted]
    .filter(
      ([property, { path }]) => !known.has(property.toLowerCase()) && !isTooLong(property, locate(path), page, docs),
    )
    .map(([property, json]) => fromJson(property, json, part, locate));
  const completed = [...rows, ...added].map((row) => withJson(row, noted.get(row.property.name), page, locate));
  return { part, rows, noted, completed };
}

function fromJson(name: string, { type, path }: NotedType, { page }: TypeOnPage, locate: Locate): ReadRow {
  const place = locate(path);
  const because = "the JSON representation shows it";
  const evidence = [{ about: "type", says: type, from: "json", because, page: page.path, place } as const];
  return asRow({
    name,
    type,
    description: [],
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
function withoutRepeatedRows(rows: readonly ReadRow[], page: Page, owner: string, docs: Docs): readonly ReadRow[] {
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
