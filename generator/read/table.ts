/** GFM tables as rows whose cells are found by the names in the header row. */
import type { Table as TableNode, TableCell, TableRow } from "mdast";
import type { Finding } from "../findings.js";
import { finding } from "../findings.js";
import { inheritedIn } from "./base-sentence.js";
import { placeOf } from "./origin.js";
import type { Prose, Row, Table } from "./page.js";
import type { TextContext } from "./prose.js";
import { proseOf, textOf } from "./prose.js";

const NAME =
  /^(?:required )?(?:propert(?:y|ies)|parameters?|relationships?|name|headers?|members?|attributes?|query parameter)\b/i;
const TYPE = /\btype$/i;
const PERMISSION_TYPE = /^permissions? type/i;
const VALUE = /^values?$/i;
const DESCRIPTION = /^(?:descriptions?|details?|comments?|remarks?|notes?|meaning)\b/i;
const REQUIRED = /^required\b/i;

/** Which column holds what; undefined where the table has no such column. */
interface Columns {
  readonly name: number;
  readonly type: number | undefined;
  readonly description: number | undefined;
  readonly required: number | undefined;
}

/**
 * Reads a table below the heading `heading`. Rows without any text are left out. A line without pipes that follows a row without a blank
 * line is a row for the parser; for the reader it goes on with the description above.
 */
export function readTable(node: TableNode, heading: string, context: TextContext): Table {
  const [header, ...nodes] = node.children;
  const columns = header?.children.map((cell) => textOf(cell, context)) ?? [];
  const roles = rolesOf(columns);
  const read: { readonly row: Row; readonly more: Prose[] }[] = [];
  for (const row of nodes) {
    const last = read.at(-1);
    if (last !== undefined && isProseLine(row, context)) last.more.push(proseOf(row, context));
    else read.push(...readRow(row, roles, columns.length, context).map((first) => ({ row: first, more: [] })));
  }
  return { heading, columns, rows: read.map(({ row, more }) => continued(row, more)), place: placeOf(node) };
}

function isProseLine(row: TableRow, context: TextContext): boolean {
  if (row.children.length !== 1) return false;
  const text = row.data?.origin?.text ?? context.text;
  return !text.slice(row.position?.start.offset, row.position?.end.offset).includes("|");
}

function continued(row: Row, more: readonly Prose[]): Row {
  const above = row.description;
  if (above === undefined || more.length === 0) return row;
  const all = [above, ...more];
  const description = {
    ...above,
    text: all.map(({ text }) => text).join(" "),
    markdown: all.map(({ markdown }) => markdown).join(" "),
    links: all.flatMap(({ links }) => links),
    code: all.flatMap(({ code }) => code),
  };
  return { ...row, description };
}

function rolesOf(columns: readonly string[]): Columns {
  const find = (name: RegExp): number | undefined => {
    const index = columns.findIndex((column) => name.test(column));
    return index < 0 ? undefined : index;
  };
  // `Required parameter` names the row, `Required` says whether it must be there
  const first = columns[0] ?? "";
  const named = PERMISSION_TYPE.test(first) ? columns.findIndex((column) => NAME.test(column)) : 0;
  const name = Math.max(named, 0);
  const value = find(VALUE);
  const description = find(DESCRIPTION);
  const type = columns.findIndex(
    (column, index) => index !== name && TYPE.test(column) && !PERMISSION_TYPE.test(column),
  );
  const required = columns.findIndex((column, index) => index !== name && REQUIRED.test(column));
  return {
    name,
    type: type >= 0 ? type : description === undefined || value === name ? undefined : value,
    description: description ?? (value === name ? undefined : value) ?? lastColumn(columns, name, type),
    required: required >= 0 ? required : undefined,
  };
}

/** The last column describes when no header says so. */
function lastColumn(columns: readonly string[], name: number, type: number): number | undefined {
  const last = columns.length - 1;
  return last > name && last !== type ? last : undefined;
}

function readRow(row: TableRow, columns: Columns, width: number, context: TextContext): Row[] {
  const nodeAt = (index: number | undefined): TableCell | undefined =>
    index === undefined ? undefined : index === width - 1 ? lastCell(row, index) : row.children[index];
  const cell = (index: number | undefined): Prose | undefined => {
    const node = nodeAt(index);
    return node === undefined ? undefined : proseOf(node, context);
  };
  const name = cell(columns.name);
  if (name === undefined || row.children.every((child) => child.children.length === 0)) return [];
  const type = cell(columns.type);
  const description = cell(columns.description);
  const required = cell(columns.required);
  const describing = nodeAt(columns.description);
  const inheritedFrom = describing && inheritedIn(describing, description?.text ?? "", context);
  return [
    {
      name,
      ...(type !== undefined && { type }),
      ...(description !== undefined && { description }),
      ...(required !== undefined && { required }),
      ...(inheritedFrom !== undefined && { inheritedFrom }),
      place: placeOf(row),
    },
  ];
}

/** The cell of the last column with what an unescaped pipe split off: `(*.cer | *.crt)`. */
function lastCell(row: TableRow, index: number): TableCell | undefined {
  const [first, ...more] = row.children.slice(index);
  if (first === undefined || !more.some((cell) => cell.children.length > 0)) return first;
  const pipe = { type: "text", value: " | " } as const;
  return { ...first, children: [...first.children, ...more.flatMap((cell) => [pipe, ...cell.children])] };
}

/** Rows of the table that have more or fewer cells than its header. Surplus cells without text do no harm. */
export function shapeFindings(table: TableNode, page: string): Finding[] {
  const [header, ...rows] = table.children;
  const expected = (header?.children.findLastIndex((cell) => cell.children.length > 0) ?? -1) + 1;
  return rows.flatMap((row) => {
    const surplus = row.children.slice(expected).some((cell) => cell.children.length > 0);
    const found = row.children.length;
    if (found === expected || (found > expected && !surplus) || isHeadingRow(row)) return [];
    return [
      finding("table-shape", page, placeOf(row), "", {
        found: found === 1 ? "1 cell" : `${found} cells`,
        expected: String(expected),
      }),
    ];
  });
}

/** `| **Open extensions** |`: a row that heads the rows below it. */
function isHeadingRow(row: TableRow): boolean {
  const [only, ...more] = row.children.flatMap((cell) => cell.children);
  return only?.type === "strong" && more.length === 0;
}
