/**
 * Finds the type that a page means: by the page a link leads to, then by qualified name, then by name; always without regard to
 * letter case, because link texts are often not type names (`[tab](teamstab.md)`) and annotations are often lower-cased.
 */
import type { Link, Page, TypeExpression } from "../../read/page.js";
import { enumName } from "./enums.js";
import { isPlainHeading, typeNamed } from "./heading-types.js";
import { qualify, ROOT_NAMESPACE } from "../names.js";
import { compareText, namespaceOf, shortName, singular } from "../../shared/names.js";
import { linkTarget, resolvePath, stemOf } from "../../shared/page-path.js";

/** A documented name: an object type, an enumeration, or a type that only examples show. */
export interface NamedType {
  readonly kind: "object" | "enum";
  readonly name: string;
}

export interface TypeIndex {
  /** By link target; a link to an enumeration's section by its anchor; by the link's text only when the target names no type. */
  byLink(link: Link, page: Page): NamedType | undefined;
  /** By a name as written, qualified or not; a bare one is first looked for in the namespace of the page. */
  byName(name: string, page: Page): NamedType | undefined;
  /** Of a namespace that no page is of only the name counts, with or without what it says of its kind: `NAV.postalAddressType`. */
  byForeignName(name: string): NamedType | undefined;
  /** Whether a relative link leads to a page of these docs (of any kind); links that leave the docs count as good. */
  reaches(link: Link, page: Page): boolean;
  add(type: NamedType): void;
}

const NO_LETTER = /[^a-z\d]/g;
const SECTION_SUFFIX = /-?(?:values|options|enum|enumeration|members)?(?:-\d+)?$/;

/** All names and pages, lower-cased: what the look-ups of an index share. */
interface Catalogue {
  readonly byFullName: Map<string, NamedType>;
  readonly byShortName: Map<string, NamedType[]>;
  /** Types of a page by its path without `.md`. */
  readonly byPath: Map<string, readonly NamedType[]>;
  /** Path of the first type page with a file name: links with a wrong folder still lead somewhere. */
  readonly byStem: Map<string, string>;
  readonly paths: Set<string>;
  /** Letters of the headings that are about the type of a page with types, its title among them, by its path without `.md`. */
  readonly headings: Map<string, ReadonlySet<string>>;
  /** Those that types are of. */
  readonly namespaces: Set<string>;
}

/** Builds the index over type pages; `typesOf` names the object types a page describes, the one its tables belong to first. */
export function typeIndex(pages: readonly Page[], typesOf: ReadonlyMap<Page, readonly string[]>): TypeIndex {
  const catalogue: Catalogue = {
    byFullName: new Map(),
    byShortName: new Map(),
    byPath: new Map(),
    byStem: new Map(),
    paths: new Set(),
    headings: new Map(),
    namespaces: new Set(),
  };
  for (const page of pages) addPage(page, typesOf.get(page) ?? [], catalogue);
  return {
    byLink: (link, page) => findByLink(link, page, catalogue),
    byName: (name, page) => findByName(name, page, catalogue),
    byForeignName: (name) => findForeign(name, catalogue),
    reaches: (link, page) => reaches(link, page, catalogue),
    add: (type) => addType(type, catalogue),
  };
}

function addPage(page: Page, names: readonly string[], catalogue: Catalogue): void {
  const path = pathKey(page);
  catalogue.paths.add(path);
  const tables = page.enums.filter((table) => table.members.length > 0);
  const types: NamedType[] = [
    ...names.map((name): NamedType => ({ kind: "object", name })),
    ...tables.map((table): NamedType => ({ kind: "enum", name: enumName(page, table) })),
  ];
  if (types.length === 0) return;
  for (const type of types) addType(type, catalogue);
  const own = [page.title.text, ...(page.properties?.tables ?? []).map(({ heading }) => heading)];
  if (page.anchor === undefined) catalogue.headings.set(path, new Set(own.map(lettersOf)));
  // the parts of a page have its path
  catalogue.byPath.set(path, [...(catalogue.byPath.get(path) ?? []), ...types]);
  if (!catalogue.byStem.has(stemOf(path))) catalogue.byStem.set(stemOf(path), path);
}

function addType(type: NamedType, { byFullName, byShortName, namespaces }: Catalogue): void {
  const key = type.name.toLowerCase();
  if (byFullName.has(key)) return;
  byFullName.set(key, type);
  namespaces.add(namespaceOf(key));
  byShortName.set(shortName(key), [...(byShortName.get(shortName(key)) ?? []), type]);
}

function findByName(written: string, page: Page, { byFullName, byShortName }: Catalogue): NamedType | undefined {
  const name = written.trim().replace(/^#/, "").toLowerCase();
  const full = byFullName.get(name) ?? byFullName.get(qualify(name, page.namespace ?? ROOT_NAMESPACE).toLowerCase());
  const namespace = namespaceOf(name);
  if (full || !isOpenTo(namespace)) return full;
  const short = byShortName.get(shortName(name)) ?? [];
  if (namespace !== "" && short.length > 1) return undefined;
  const [first, ...others] = short;
  // of several namespaces the first in the alphabet: the order of pages says nothing
  const least = others.reduce((a, b) => (a && compareText(a.name, b.name) <= 0 ? a : b), first);
  return short.find((type) => namespaceOf(type.name) === ROOT_NAMESPACE) ?? least;
}

function findForeign(written: string, { byShortName, namespaces }: Catalogue): NamedType | undefined {
  const namespace = namespaceOf(written).toLowerCase();
  if (namespace === "" || namespaces.has(namespace)) return undefined;
  const name = shortName(written).toLowerCase();
  const [found, ...others] = byShortName.get(name) ?? byShortName.get(withoutKind(name)) ?? [];
  return others.length === 0 ? found : undefined;
}

/**
 * A name with another namespace than the root's means just that type; `graph.message`, `message` and one with a product's name in place of a
 * namespace (`library.book`) are looked for everywhere.
 */
function isOpenTo(namespace: string): boolean {
  return !namespace.includes(".") || ROOT_NAMESPACE.endsWith(namespace);
}

function findByLink(link: Link, page: Page, catalogue: Catalogue): NamedType | undefined {
  const { path, anchor } = linkTarget(link.url);
  const at = pathOfLink(path, link, page, catalogue);
  const types = catalogue.byPath.get(at) ?? [];
  const text = link.text.toLowerCase();
  const worded = typeNamed(link.text)?.toLowerCase();
  const foreign = namespaceOf(text) === "" ? undefined : withoutKind(shortName(text));
  const objects = types.filter((type) => type.kind === "object");
  const meant =
    types.find((type) => type.kind === "enum" && isSection(anchor, type.name)) ??
    (types.length > 1 ? types.find(({ name }) => isNamed(anchor, name)) : undefined) ??
    types.find((type) => shortName(type.name).toLowerCase() === text || type.name.toLowerCase() === text) ??
    types.find((type) => withoutKind(shortName(type.name).toLowerCase()) === foreign) ??
    types.find((type) => shortName(type.name).toLowerCase() === worded) ??
    (objects.length > 1 ? findByName(link.text, page, catalogue) : undefined) ??
    (isAboutAll(anchor, link, types, catalogue.headings.get(at)) ? mainOf(types, objects, foreign) : undefined);
  return meant ? (catalogue.byFullName.get(meant.name.toLowerCase()) ?? meant) : findByName(link.text, page, catalogue);
}

function mainOf(
  types: readonly NamedType[],
  objects: readonly NamedType[],
  foreign: string | undefined,
): NamedType | undefined {
  // of several types, a name that is none of theirs means none of them
  const first = foreign === undefined || objects.length === 1 ? objects[0] : undefined;
  return first ?? (types.length === 1 ? types[0] : undefined);
}

/**
 * Whether a link means a page as a whole, and so the type that it is about. `[Flag](contracts.md#Flag)` means one type of a page: where that has no
 * such type, it is none of the others. `#properties`, the page's title, the heading of its only type and those above rows of the page's own type
 * are about the page.
 */
function isAboutAll(
  anchor: string,
  link: Link,
  types: readonly NamedType[],
  headings: ReadonlySet<string> | undefined,
): boolean {
  const letters = lettersOf(anchor);
  if (letters === "" || headings?.has(letters) || isPlainHeading(anchor.replaceAll("-", " "))) return true;
  const [only, ...others] = types.filter(({ kind }) => kind === "object");
  if (others.length > 0) return false;
  return letters !== lettersOf(link.text) || isNamed(anchor, only?.name ?? types[0]?.name ?? "");
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(NO_LETTER, "");
}

/** `postaladdresstype` and `postaladdress` are one. */
function withoutKind(name: string): string {
  return name.replace(/type$/, "");
}

/** The page with types that a link leads to: the same page for a bare anchor, a page of that file name where the folder is wrong. */
function pathOfLink(path: string, link: Link, page: Page, { byPath, byStem }: Catalogue): string {
  if (path === "") return link.url.startsWith("#") ? pathKey(page) : "";
  const told = resolvePath(page.path, path);
  return byPath.has(told) ? told : (byStem.get(stemOf(path)) ?? "");
}

function reaches(link: Link, page: Page, { paths }: Catalogue): boolean {
  const { path } = linkTarget(link.url);
  const elsewhere = path === "" || /^(?:[a-z]+:|\/)/.test(path) || !/\.md(?:[#?]|$)/i.test(link.url);
  return elsewhere || paths.has(resolvePath(page.path, path));
}

function pathKey(page: Page): string {
  return page.path.replace(/\.md$/i, "").toLowerCase();
}

/** `#berth-fee` of `BerthFee`. */
function isNamed(anchor: string, name: string): boolean {
  if (anchor === "") return false;
  const own = shortName(name).toLowerCase();
  return anchor.replaceAll("-", "") === own || typeNamed(anchor.replaceAll("-", " "))?.toLowerCase() === own;
}

function isSection(anchor: string, name: string): boolean {
  if (anchor === "") return false;
  const plain = anchor.replace(SECTION_SUFFIX, "").replaceAll("-", "");
  // values of a property have its owner's name before its own
  return plain !== "" && shortName(name).toLowerCase().endsWith(plain);
}

/** "array of Crates": of things that are each a `Crate`, where no type is called by the plural. */
export function itemOf(item: TypeExpression, page: Page, index: TypeIndex): TypeExpression {
  if (item.kind !== "name" || index.byName(item.name, page)) return item;
  const name = singular(item.name);
  return name !== item.name && index.byName(name, page) ? { kind: "name", name } : item;
}
