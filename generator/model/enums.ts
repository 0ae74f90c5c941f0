/** Enumerations from wherever pages document them: `### x values` sections, enumeration pages, inline lists. */
import type { EnumTable, Page, Prose } from "../read/page.js";
import type { EnumType } from "./api.js";
import { markdownOf } from "./markdown.js";
import { compareText, qualify, shortName } from "./names.js";
import type { Report } from "./report.js";

const UNKNOWN_FUTURE_VALUE = "unknownFutureValue";
const FLAGS_WORDS = /\b(flags?|bit ?mask|multi-?valued|combination of|one or more of)\b/i;

interface Described {
  readonly page: Page;
  readonly table: EnumTable;
}

/**
 * All enumerations of the pages by qualified name. One that several pages document is merged when the lists differ
 * (finding `enum-differs`): the longer list comes first.
 */
export function collectEnums(pages: readonly Page[], report: Report): ReadonlyMap<string, EnumType> {
  const byName = new Map<string, Described[]>();
  for (const page of pages) {
    for (const table of page.enums) {
      if (table.members.length === 0) continue;
      const name = enumName(page, table);
      byName.set(name.toLowerCase(), [...(byName.get(name.toLowerCase()) ?? []), { page, table }]);
    }
  }
  const enums = [...byName.values()].map((described) => mergeEnum(described, report));
  return new Map(enums.sort((a, b) => compareText(a.name, b.name)).map((one) => [one.name, one]));
}

/** Qualified name of the enumeration that a member table describes. */
export function enumName(page: Page, table: EnumTable): string {
  return qualify(table.name, table.namespace ?? page.namespace);
}

/** An enumeration that only the list in a description gives. */
export function enumOfValues(
  name: string,
  values: readonly string[],
  description: Prose | undefined,
  page: Page,
): EnumType {
  return {
    name,
    members: values.map((value) => ({ name: value, description: "" })),
    evolvable: values.includes(UNKNOWN_FUTURE_VALUE),
    flags: description !== undefined && FLAGS_WORDS.test(description.text),
    description: "",
    pages: [page.path],
  };
}

function mergeEnum(described: readonly Described[], report: Report): EnumType {
  const ordered = [...described].sort(
    (a, b) => b.table.members.length - a.table.members.length || compareText(a.page.path, b.page.path),
  );
  const [first, ...others] = ordered;
  if (!first) throw new Error("an enumeration without a table");
  const name = enumName(first.page, first.table);
  const members = new Map(toMembers(first).map((member) => [member.name, member]));
  for (const other of others) {
    const added = toMembers(other).filter((member) => !members.has(member.name));
    if (!(isOfProperty(first) && isOfProperty(other))) reportDifference(first, other, name, report);
    for (const member of added) members.set(member.name, member);
  }
  const list = [...members.values()];
  return {
    name,
    members: list,
    evolvable: members.has(UNKNOWN_FUTURE_VALUE),
    flags: isFlags(list, first.page),
    description:
      first.page.kind === "enum" && first.page.enums.length === 1 ? markdownOf(first.page.description, first.page) : "",
    pages: [...new Set(ordered.map(({ page }) => page.path))],
  };
}

function toMembers({ table, page }: Described): EnumType["members"] {
  const seen = new Map<string, EnumType["members"][number]>();
  for (const member of table.members) {
    if (member.name === "" || member.name === "null" || seen.has(member.name)) continue;
    const description = member.description ? markdownOf([member.description], page) : "";
    seen.set(member.name, {
      name: member.name,
      ...(member.value === undefined ? {} : { value: member.value }),
      description,
    });
  }
  return [...seen.values()];
}

/** `## Scope options` on the page of a type with a property `scope`: the values of that property, not of a shared enumeration. */
function isOfProperty({ page, table }: Described): boolean {
  const rows = (page.properties?.tables ?? []).flatMap(({ rows: all }) => all);
  return rows.some((row) => row.name.text.toLowerCase() === table.name.toLowerCase() && row.type?.text === "String");
}

function reportDifference(first: Described, other: Described, name: string, report: Report): void {
  const here = new Set(other.table.members.map((member) => member.name));
  const there = new Set(first.table.members.map((member) => member.name));
  const missing = [...there].filter((member) => !here.has(member));
  const extra = [...here].filter((member) => !there.has(member));
  if (missing.length + extra.length === 0) return;
  const difference = [
    missing.length > 0 ? `only there ${missing.join(", ")}` : "",
    extra.length > 0 ? `only here ${extra.join(", ")}` : "",
  ]
    .filter(Boolean)
    .join("; ");
  report("enum-differs", other.page.path, other.table.place, name, {
    name: shortName(name),
    page: first.page.path,
    difference,
  });
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
