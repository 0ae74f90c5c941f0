/** Enumerations from wherever pages document them: `### x values` sections, enumeration pages, inline lists. */
import type { Place } from "../../shared/place.js";
import type { EnumTable, Page, Prose, Row } from "../../read/page.js";
import type { EnumType } from "../api.js";
import { reportMemberDifference, UNKNOWN_FUTURE_VALUE, type Described } from "../enum-differences.js";
import { saidBy } from "../said.js";
import { linksOf } from "../../shared/runs.js";
import { qualify } from "../names.js";
import { camel, compareText, shortName, upperFirst } from "../../shared/names.js";
import type { Report } from "../../findings/collect.js";
import { scalarType } from "../../dialect/scalar-names.js";

const NULL = "null";
const TEXT = /\bstring\b|^enumeration\b/i;
const COLLECTION = /^collection\s*\(|\)$|(?<!\s)\s+(?:collection|array)$/gi;
const IDENTIFIER = /^[A-Za-z]\w*$/;
const MEMBER = /^[A-Za-z_][\w.]*$/;
const FLAGS_WORDS = /\b(flags?|bit ?mask|multi-?valued|combination of|one or more of)\b/i;

/**
 * All enumerations of the pages by qualified name. One that several pages document is merged when the lists differ
 * (finding `enum-differs`): the longer list comes first.
 */
export function collectEnums(pages: readonly Page[], report: Report): ReadonlyMap<string, EnumType> {
  const byName = new Map<string, Described[]>();
  for (const page of pages) {
    for (const table of page.enums) {
      if (table.members.length === 0) continue;
      const name = enumName(page, table).toLowerCase();
      const known = byName.get(name);
      if (known) known.push({ page, table });
      else byName.set(name, [{ page, table }]);
    }
  }
  const enums = [...byName.values()].map((described) => mergeEnum(described, report));
  return new Map(enums.sort((a, b) => compareText(a.name, b.name)).map((one) => [one.name, one]));
}

/**
 * Qualified name of the enumeration that a member table describes. A table that is called after a row of its page holds that row's values:
 * its name is the one in the row's type cell; where that says mere text (`## Scope options`), the owner's name stands before the row's, for
 * other pages have other values for names like these.
 */
export function enumName(page: Page, table: EnumTable): string {
  const row = rowOf(page, table);
  const { text = "" } = row?.type ?? {};
  const links = row?.type ? linksOf(row.type) : [];
  const written = text.replace(COLLECTION, "");
  const isName = IDENTIFIER.test(written) && !scalarType(written) && links.every(({ url }) => url.startsWith("#"));
  const name = isTextRow(row) ? ownedName(page, table) : isName ? written : table.name;
  return qualify(name, table.namespace ?? page.namespace);
}

/** Names of the enumerations that only list what one text may be: no other property is meant to be of that kind. */
export function ownedEnums(pages: readonly Page[]): ReadonlySet<string> {
  const owned = pages.flatMap((page) =>
    page.enums.filter((table) => isTextRow(rowOf(page, table))).map((table) => enumName(page, table)),
  );
  return new Set(owned);
}

function isTextRow(row: Row | undefined): boolean {
  return TEXT.test(row?.type?.text ?? "");
}

function ownedName(page: Page, { name }: EnumTable): string {
  const owner = ownerOf(page);
  return name.toLowerCase().startsWith(owner.toLowerCase()) ? name : `${owner}${upperFirst(name)}`;
}

/** The enumeration that the page itself gives for a row, by its member table; undefined when it has none with two members. */
export function enumOfRow(name: string, page: Page): string | undefined {
  const table = namesOn(page).tables.get(name.toLowerCase());
  const listed = table?.members.filter((member) => MEMBER.test(member.name)) ?? [];
  return table && listed.length > 1 && listed.length === table.members.length ? enumName(page, table) : undefined;
}

/** Where the member table that the page itself gives for a row has `null` among its members. */
export function listedNull(name: string, page: Page): Place | undefined {
  return namesOn(page)
    .tables.get(name.toLowerCase())
    ?.members.find((member) => member.name === NULL)?.place;
}

function rowOf(page: Page, { name }: EnumTable): Row | undefined {
  return namesOn(page).rows.get(name.toLowerCase());
}

/** The first of each by its lower-cased name. */
interface NamesOnPage {
  readonly rows: ReadonlyMap<string, Row>;
  readonly tables: ReadonlyMap<string, EnumTable>;
}

/** Kept, since each member table of a page and each row asks for them. */
const known = new WeakMap<Page, NamesOnPage>();

function namesOn(page: Page): NamesOnPage {
  const names = known.get(page) ?? readNames(page);
  known.set(page, names);
  return names;
}

function readNames(page: Page): NamesOnPage {
  const { properties, body, functionParameters, pathParameters, query, headers } = page;
  const sections = [properties, body, functionParameters, pathParameters, query, headers];
  const rows = sections.flatMap((section) => section?.tables ?? []).flatMap((table) => table.rows);
  return {
    rows: new Map(rows.toReversed().map((row) => [row.name.text.toLowerCase(), row])),
    tables: new Map(page.enums.toReversed().map((table) => [table.name.toLowerCase(), table])),
  };
}

function ownerOf(page: Page): string {
  const annotated = page.blocks[0]?.annotation?.type;
  if (page.kind !== "operation" && annotated !== undefined) return shortName(annotated);
  return camel(page.kind === "operation" ? page.stem : (page.title.text.split(" ", 1)[0] ?? ""));
}

/** A list of values in the description of a row whose type cell names what no page describes. */
export interface InlineList {
  /** Qualified. */
  readonly name: string;
  readonly values: readonly string[];
  readonly description: Prose | undefined;
  readonly page: Page;
  readonly place: Place;
}

/**
 * The enumeration that inline lists of one name give: the longest list, with what others that share a value with it have beyond it (finding
 * `enum-differs`). A list that shares none means something else.
 */
export function enumOfLists(lists: readonly InlineList[], report: Report): EnumType {
  const [first, ...others] = lists.toSorted(
    (a, b) =>
      b.values.length - a.values.length ||
      compareText(a.values.join(), b.values.join()) ||
      compareText(a.page.path, b.page.path),
  );
  if (!first) throw new Error("an enumeration without a list");
  const { name, page } = first;
  const lower = new Set(first.values.map((value) => value.toLowerCase()));
  const members = new Map(first.values.map((value) => [value, first]));
  const sharing = others.filter(({ values }) => values.some((value) => lower.has(value.toLowerCase())));
  for (const other of sharing) {
    const extra = other.values.filter((value) => !lower.has(value.toLowerCase()));
    for (const value of extra) members.set(value, other);
    if (extra.length === 0) continue;
    const difference = `only here ${extra.join(", ")}`;
    const related = [{ ...first.place, page: page.path, message: "the longest list" }];
    const values = { name: shortName(name), page: page.path, difference };
    report("enum-differs", other.page.path, other.place, name, values, { related });
  }
  const meant = [first, ...sharing];
  return {
    name,
    members: [...members].map(
      ([
        value,
        {
          page: { path },
          place,
        },
      ]) => ({
        name: value,
        description: [],
        page: path,
        place,
      }),
    ),
    evolvable: members.has(UNKNOWN_FUTURE_VALUE),
    flags: meant.some(({ description }) => FLAGS_WORDS.test(description?.text ?? "")),
    description: [],
    pages: [...new Set(meant.map((one) => one.page.path))],
    place: first.place,
  };
}

function mergeEnum(described: readonly Described[], report: Report): EnumType {
  const ordered = [...described].sort(
    (a, b) =>
      b.table.members.length - a.table.members.length ||
      descriptionLength(b) - descriptionLength(a) ||
      compareText(memberNames(a), memberNames(b)) ||
      compareText(a.page.path, b.page.path),
  );
  const [first, ...others] = ordered;
  if (!first) throw new Error("an enumeration without a table");
  const name = enumName(first.page, first.table);
  const members = new Map(toMembers(first).map((member) => [member.name, member]));
  for (const other of others) {
    const added = toMembers(other).filter((member) => !members.has(member.name));
    reportMemberDifference(first, other, name, report);
    for (const member of added) members.set(member.name, member);
  }
  const list = [...members.values()];
  return {
    name,
    members: list,
    evolvable: members.has(UNKNOWN_FUTURE_VALUE),
    flags: isFlags(list, first.page),
    description:
      first.page.kind === "enum" && first.page.enums.length === 1 ? saidBy(first.page.description, first.page) : [],
    pages: [...new Set(ordered.map(({ page }) => page.path))],
    place: first.table.place,
  };
}

/** How much a table says of its members. */
function descriptionLength({ table }: Described): number {
  return table.members.reduce((sum, { description }) => sum + (description?.text.length ?? 0), 0);
}

function memberNames({ table }: Described): string {
  return table.members.map(({ name }) => name).join();
}

function toMembers({ table, page }: Described): EnumType["members"] {
  const seen = new Map<string, EnumType["members"][number]>();
  for (const member of table.members) {
    if (member.name === "" || member.name === NULL || seen.has(member.name)) continue;
    const description = member.description ? saidBy([member.description], page) : [];
    seen.set(member.name, {
      name: member.name,
      ...(member.value === undefined ? {} : { value: member.value }),
      description,
      page: page.path,
      place: member.place,
    });
  }
  return [...seen.values()];
}

/** Values that are distinct powers of two, four or more of them, or words of the page that say so. */
function isFlags(members: EnumType["members"], page: Page): boolean {
  if (page.enums.length === 1 && page.description.some((prose) => FLAGS_WORDS.test(prose.text))) return true;
  const values = members.map((member) => Number(member.value ?? Number.NaN)).filter((value) => value !== 0);
  return (
    values.length >= 3 &&
    values.every((value) => Number.isInteger(value) && value > 0 && (value & (value - 1)) === 0) &&
    values.some((value) => value >= 4) &&
    new Set(values).size === values.length
  );
}
