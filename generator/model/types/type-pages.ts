/** Which object types a page describes, and with which of its blocks. */
import type { Body, Link, Page, ResourceBlock, Section, Table } from "../../read/page.js";
import { baseBelow, isByHeading, ownerByHeading, ownerUnder, typeNamed } from "./heading-types.js";
import { qualify } from "../names.js";
import { lowerFirst, shortName, upperFirst } from "../../shared/names.js";
import { linksOf } from "../../shared/runs.js";
import { stemOf } from "../../shared/page-path.js";
import { oncePer } from "../../shared/same.js";

const TITLE =
  /^(?:the\s+)?([A-Za-z_][\w.]*)\s*(?:\([^)]*\)\s*)?(?:(?:abstract |complex |entity |open |base )*(?:resou?r?ce|type|entity|facet|object)\b.*)?$/is;
const HEADED =
  /^([a-z]\w*)(?: object| resource| (?:complex )?type)? (?:properties|attributes)$|^([a-z]\w*) (?:object|resource(?: type)?|complex type|type)$/i;
const NOT_WORD = /[\W_]+/;
const ARTICLE = /^(?:an?|the)$/;
const NOT_NAME = /[^\w.]+/;
const NO_TYPE = /^(none|null)$/i;

/** One type on one page. `main`: what the page says belongs to it; a further type has its blocks, and the tables below its name. */
export interface TypeOnPage {
  readonly name: string;
  readonly page: Page;
  readonly blocks: readonly ResourceBlock[];
  /** JSON of examples that show such an object. */
  readonly samples?: readonly Body[];
  readonly properties?: Section;
  readonly relationships?: Section;
  readonly main: boolean;
  /** The base that a sentence about it names. */
  readonly inheritsFrom?: Link;
  /** Where the page spells it in other capitals. */
  readonly written?: string;
}

/** The type of a page that says nothing of it but its title: such a page can be meant as a base. */
export function typeWithoutProperties(page: Page): TypeOnPage | undefined {
  const titled = titleName(page);
  if (!titled || page.kind === "operation" || page.kind === "enum") return undefined;
  return { name: qualify(titled, page.namespace), page, blocks: [], main: true, ...withBase(page.inheritsFrom) };
}

/**
 * The types of which an operation's page lists the members below its answer: the first table is about the answer itself, a further one about
 * what its heading names.
 */
export const answerTypes = oncePer((page: Page): readonly TypeOnPage[] => {
  if (page.kind !== "operation") return [];
  const section = page.response?.members ? page.response : untoldAnswer(page);
  return (page.response?.members ?? section?.tables ?? []).flatMap((table, index) => {
    const name = index === 0 ? answerTypeName(page) : ownerByHeading(table);
    if (name === undefined || section === undefined) return [];
    const properties = { ...section, tables: [table] };
    return [{ name: qualify(name, page.namespace), page, blocks: [], properties, main: false }];
  });
});

/** The properties that a page lists of what it answers, where nothing else says what that is. */
function untoldAnswer({ properties, response, examples, requests }: Page): Section | undefined {
  const isTold = response !== undefined || examples.some((pair) => pair.response?.annotation?.type !== undefined);
  return isTold || requests.some(({ method }) => method !== "GET") ? undefined : properties;
}

/** `cancel-booking.md` → `CancelBookingResult`, as the operation is called. */
export function answerTypeName(page: Page): string {
  return `${calledAs(page)}Result`;
}

/** Of what a body holds that no page names: `CancelBookingBody`. */
export function bodyTypeName(page: Page): string {
  return `${calledAs(page)}Body`;
}

function calledAs({ anchor, stem }: Page): string {
  const words = (anchor ?? stem).split(NOT_WORD).filter((word) => word !== "" && !ARTICLE.test(word));
  return words.map(upperFirst).join("");
}

/** The types that a page describes beside what it is about, a heading each. */
function definedTypes(page: Page): readonly TypeOnPage[] {
  return (page.definitions?.tables ?? []).flatMap((table) => {
    const name = ownerByHeading(table);
    const properties = page.definitions && { ...page.definitions, tables: [table] };
    return name === undefined || properties === undefined
      ? []
      : [{ name: qualify(name, page.namespace), page, blocks: [], properties, main: false }];
  });
}

/** The object types of a page in page order; empty for pages that describe none (enumerations, concepts without a block). */
export const typesOnPage = oncePer((page: Page): readonly TypeOnPage[] => {
  const own = ownTypes(page);
  const defined = definedTypes(page).filter(({ name }) => !own.some((one) => one.name === name));
  return defined.length === 0 ? own : [...own, ...defined];
});

function ownTypes(page: Page): readonly TypeOnPage[] {
  const titled = titleName(page);
  const byName = new Map<string, ResourceBlock[]>();
  for (const block of page.blocks.filter(({ under }) => under === undefined)) {
    const written = block.annotation?.type ?? titled;
    if (!written || NO_TYPE.test(written)) continue;
    const name = casedBy(qualify(written, page.namespace), titled);
    const blocks = byName.get(name) ?? [];
    blocks.push(block);
    byName.set(name, blocks);
  }
  const headed = isByHeading(page) ? (page.properties?.tables ?? []).map(ownerByHeading) : [];
  const own = headed.length > 0 ? (typeNamed(page.title.text) ?? titled) : titled;
  const whole = own !== undefined && (headed.length === 0 || headed.includes(undefined)) ? [own] : [];
  if (byName.size === 0 && page.kind === "resource" && describesType(page))
    for (const name of [...whole, ...headed]) if (name !== undefined) byName.set(qualify(name, page.namespace), []);
  for (const block of page.blocks) {
    const name = block.under && (ownerUnder(block.under) ?? own);
    if (name !== undefined) byName.get(qualify(name, page.namespace))?.push(block);
  }
  const known = new Set([...byName.keys()].map((name) => shortName(name).toLowerCase()));
  for (const name of byName.size === 0 ? [] : headedTypes(page)) {
    if (known.has(name.toLowerCase())) continue;
    byName.set(qualify(name, page.namespace), []);
    known.add(shortName(name).toLowerCase());
  }
  const names = [...byName.keys()];
  const main =
    names.find((name) => same(shortName(name), titled)) ??
    names.find((name) => stemOf(page.path).endsWith(shortName(name).toLowerCase())) ??
    names[0];
  const byShortName = namesByShort(names);
  const ownerOf = (table: Table): string | undefined =>
    (headed.length > 0 ? byShortName.get(ownerByHeading(table)?.toLowerCase() ?? "")?.[0] : undefined) ??
    (names.length > 1 ? namedAbove(table, byShortName) : undefined) ??
    main;
  const properties = divided(page.properties, ownerOf);
  const relationships = divided(page.relationships, ownerOf);
  const samples = (page.samples ?? []).map(({ under, body }) => ({
    owner: shownType(under, byShortName, names),
    body,
  }));
  return names.map((name) => ({
    name,
    page,
    blocks: byName.get(name) ?? [],
    ...withSamples(samples.filter(({ owner }) => owner === name)),
    ...(properties && { properties: properties(name) }),
    ...(relationships && { relationships: relationships(name) }),
    main: name === main,
    ...withBase(names.length === 1 ? page.inheritsFrom : baseBelow(name, names, page, name === main)),
  }));
}

function withBase(inheritsFrom: Link | undefined): Pick<TypeOnPage, "inheritsFrom"> {
  return inheritsFrom === undefined ? {} : { inheritsFrom };
}

/** The type that an example shows: the only one of its page, or that of a heading above it. */
function shownType(
  under: readonly string[],
  byShortName: ReadonlyMap<string, readonly string[]>,
  [first, ...others]: readonly string[],
): string | undefined {
  if (others.length === 0) return first;
  const named = under.toReversed().flatMap((heading) => byShortName.get(typeNamed(heading)?.toLowerCase() ?? "") ?? []);
  return named[0];
}

function withSamples(shown: readonly { readonly body: Body }[]): Pick<TypeOnPage, "samples"> {
  return shown.length === 0 ? {} : { samples: shown.map(({ body }) => body) };
}

/** The type that the nearest heading above a table names: `### clock properties`, or `## clock` around `### Properties`. */
function namedAbove(
  { heading, above = [] }: Table,
  byShortName: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  for (const text of [heading, ...above.toReversed()]) {
    const said = new Set(text.toLowerCase().split(NOT_NAME));
    const named = [...said].flatMap((word) => byShortName.get(word) ?? []);
    if (named.length === 1) return named[0];
  }
  return undefined;
}

/** By lower-cased short name. */
function namesByShort(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byShortName = new Map<string, string[]>();
  for (const name of names) {
    const key = shortName(name).toLowerCase();
    const group = byShortName.get(key) ?? [];
    group.push(name);
    byShortName.set(key, group);
  }
  return byShortName;
}

/** A section with the tables of one type, by its name. */
function divided(
  section: Section | undefined,
  ownerOf: (table: Table) => string | undefined,
): ((name: string) => Section) | undefined {
  if (!section) return undefined;
  const byOwner = new Map<string | undefined, Table[]>();
  for (const table of section.tables) {
    const owner = ownerOf(table);
    const group = byOwner.get(owner) ?? [];
    group.push(table);
    byOwner.set(owner, group);
  }
  return (name) => ({ ...section, tables: byOwner.get(name) ?? [] });
}

/** Types without a block that a table of their own describes: `### clock properties`, where a row of another table is a `clock`. */
function headedTypes(page: Page): readonly string[] {
  const tables = page.properties?.tables ?? [];
  if (tables.length < 2) return [];
  const used = tables
    .flatMap(({ rows }) => rows)
    .flatMap(({ type }) => (type && linksOf(type).length === 0 ? type.text.split(NOT_NAME) : []));
  const asUsed = new Map(used.toReversed().map((name) => [name.toLowerCase(), name]));
  return tables.slice(1).flatMap(({ heading }) => {
    const [, before, called] = HEADED.exec(heading) ?? [];
    const name = (before ?? called)?.toLowerCase();
    return name === undefined ? [] : (asUsed.get(name) ?? []);
  });
}

function describesType(page: Page): boolean {
  return page.properties !== undefined || page.relationships !== undefined;
}

/** `Chart resource type` → `chart`; undefined for a title of several words. */
function titleName(page: Page): string | undefined {
  const name = TITLE.exec(page.title.text)?.[1];
  return name && lowerFirst(name);
}

/** The annotation's name in the title's letter case, where they are the same but for it and the annotation has no capitals. */
function casedBy(name: string, titled: string | undefined): string {
  const short = shortName(name);
  if (!same(short, titled) || titled === undefined || /[A-Z]/.test(short)) return name;
  return name.slice(0, name.length - short.length) + titled;
}

function same(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}
