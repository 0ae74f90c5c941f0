/** Times that a house writes as numbers: what `timestamp` means there, its examples show. */
import type { Body, Page, Row, Section, Table, TypeCell } from "../read/page.js";
import { isObject } from "../shared/json/json.js";

const TIMESTAMP = /^timestamp(?![\w-])/i;
const TABLED = ["properties", "body", "definitions", "response"] as const;
const DEPTH = 8;

/** The pages with each `timestamp` a number, where examples show some and none as text. */
export function withNumberTimes(pages: readonly Page[]): readonly Page[] {
  const names = new Set(pages.flatMap(rowsOf).flatMap((row) => (isTimestamp(row) ? [row.name.text] : [])));
  if (names.size === 0) return pages;
  const kinds = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEPTH || typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (names.has(name) && inner !== null) kinds.add(typeof inner);
      visit(inner, depth + 1);
    }
  };
  for (const { value } of pages.flatMap(bodiesOf)) if (isObject(value) || Array.isArray(value)) visit(value, 0);
  return kinds.has("number") && !kinds.has("string") ? pages.map(numbered) : pages;
}

function isTimestamp({ type }: Row): boolean {
  return type !== undefined && TIMESTAMP.test(type.text);
}

function rowsOf(page: Page): readonly Row[] {
  return TABLED.flatMap((kind) => tablesOf(page[kind])).flatMap(({ rows }) => rows);
}

function tablesOf(section: Section | undefined): readonly Table[] {
  return [...(section?.tables ?? []), ...(section?.members ?? [])];
}

function bodiesOf({ examples }: Page): readonly (Body & { readonly kind: "json" })[] {
  return examples
    .flatMap(({ request, response }) => [request.body, ...(response ? [response.body] : [])])
    .flatMap((body) => (body.kind === "json" ? [body] : []));
}

function numbered(page: Page): Page {
  const sections = TABLED.flatMap((kind) => {
    const section = page[kind];
    if (section === undefined || !tablesOf(section).some(({ rows }) => rows.some(isTimestamp))) return [];
    const { tables, members } = section;
    return [[kind, { ...section, tables: tables.map(inNumbers), ...(members && { members: members.map(inNumbers) }) }]];
  });
  return { ...page, ...Object.fromEntries(sections) };
}

function inNumbers(table: Table): Table {
  return {
    ...table,
    rows: table.rows.map((row) => (row.type && isTimestamp(row) ? { ...row, type: asNumber(row.type) } : row)),
  };
}

function asNumber(cell: TypeCell): TypeCell {
  return { ...cell, expression: { kind: "resolved", type: { kind: "scalar", name: "Int64" } } };
}
