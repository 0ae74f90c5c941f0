/** GFM tables as rows whose cells are found by the names in the header row. */
import type { Nodes, Table as TableNode, TableCell, TableRow } from "mdast";
import type { Finding } from "../../findings/rules.js";
import { finding } from "../../findings/rules.js";
import { inheritedIn } from "../phrases/base-sentence.js";
import { readTypeCell } from "../phrases/type-expression.js";
import { readRowWords } from "../phrases/row-words.js";
import { enumerated, listedValues } from "../phrases/value-list.js";
import { said } from "../../shared/runs.js";
import { columnsOf, type Columns } from "./columns.js";
import { placeOf } from "../markdown/origin.js";
import type { Prose, Row, Table } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { headerOf, proseOf } from "../markdown/prose.js";

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** A type that other houses than API Doctor's call so: the values stand beside it. */
const ENUM_WORD = /^(?:(?:string |nullable )?enum(?:eration)?|enum ?<\w+>|string \(enum\)|enum of strings?)$/i;
const SENTENCE_END = /[.!?:;]$/;

/**
 * Reads a table below the heading `heading`. Rows without any text are left out. A line without pipes that follows a row without a blank
 * line is a row for the parser; for the reader it goes on with the description above.
 */
export function readTable(node: TableNode, heading: string, context: TextContext): Table {
  const { rows, ...table } = readRows(node, heading, context);
  return { ...table, rows: rows.map((row) => withWords(plain(row))), place: placeOf(node) };
}

/** A row, once its name and its description are complete, with what its words say. */
export function withWords(row: Row): Row {
  const says = readRowWords(row);
  return says === undefined ? row : { ...row, says };
}

/** A row without the nodes it was read from. */
export function plain({ cell: _cell, node: _node, ...row }: RowOfNode): Row {
  return row;
}

/** The same with the node of each row. */
export function readRows(
  node: TableNode,
  heading: string,
  context: TextContext,
): Pick<Table, "heading" | "columns"> & { readonly rows: readonly RowOfNode[] } {
  const nodes = node.children.slice(1);
  const names = headerOf(node, context);
  const columns = columnsOf(names);
  const read: { readonly row: RowOfNode; readonly more: Prose[] }[] = [];
  for (const row of nodes) {
    const last = read.at(-1);
    if (last !== undefined && isProseLine(row, context)) last.more.push(proseOf(row, context));
    else read.push(...readRow(row, columns, context).map((first) => ({ row: first, more: [] })));
  }
  return { heading, columns: names, rows: read.map(({ row, more }) => goesOn(row, more)) };
}

/** A row, and where its name was read. */
export interface RowOfNode extends Row {
  readonly cell: TableCell;
  readonly node: TableRow;
}

function isProseLine(row: TableRow, context: TextContext): boolean {
  if (row.children.length !== 1) return false;
  const text = row.data?.origin?.text ?? context.text;
  return !text.slice(row.position?.start.offset, row.position?.end.offset).includes("|");
}

/** The row with more words at the end of its description. */
export function goesOn<R extends Row>(row: R, more: readonly Prose[]): R {
  const above = row.description;
  if (above === undefined || more.length === 0) return row;
  const all = [above, ...more];
  const description = {
    ...above,
    text: all.map(({ text }) => text).join(" "),
    runs: all.flatMap(({ runs }, index) => (index === 0 ? runs : [...said(" "), ...runs])),
  };
  return { ...row, description };
}

function readRow(row: TableRow, columns: Columns, context: TextContext): RowOfNode[] {
  const cells = cellsOf(row, columns);
  const cell = (index: number | undefined): Prose | undefined => {
    const node = index === undefined ? undefined : cells[index];
    return node === undefined ? undefined : proseOf(node, context);
  };
  const named = cells[columns.name];
  if (named === undefined || row.children.every((child) => child.children.length === 0)) return [];
  const type = cell(columns.type);
  const description = withDefault(cell(columns.description), cell(columns.default));
  const required = cell(columns.required);
  const isEnum = type !== undefined && ENUM_WORD.test(type.text.trim());
  const values = description === undefined ? [] : isEnum ? enumerated(description) : listedValues(description);
  const nullable = cell(columns.nullable);
  const location = cell(columns.location);
  const inheritedFrom = description && inheritedIn(description);
  return [
    {
      name: proseOf(named, context),
      ...(type !== undefined && { type: readTypeCell(type) }),
      ...(description !== undefined && { description }),
      ...(values.length > 0 && { values }),
      ...(required !== undefined && { required }),
      ...(nullable !== undefined && { nullable }),
      ...(location !== undefined && { location }),
      ...(inheritedFrom !== undefined && { inheritedFrom }),
      place: placeOf(row),
      cell: named,
      node: row,
    },
  ];
}

/** The value of a column of defaults goes with the words of the description, unless these say it. */
function withDefault(description: Prose | undefined, value: Prose | undefined): Prose | undefined {
  if (value === undefined || description === undefined || !SAYS_SOMETHING.test(value.text)) return description;
  if (description.text.includes(value.text)) return description;
  const end = description.text === "" ? "" : SENTENCE_END.test(description.text) ? " " : ". ";
  const between = `${end}Default: `;
  return {
    ...description,
    text: `${description.text}${between}${value.text}.`,
    runs: [...description.runs, ...said(between), ...value.runs, ...said(".")],
  };
}

/**
 * The cells by column. What an unescaped pipe split off belongs to the description: `(*.cer | *.crt)`; the columns behind it stand so much
 * further on.
 */
function cellsOf(row: TableRow, { description, width }: Columns): readonly (TableCell | undefined)[] {
  const cells = row.children;
  const surplus = cells.findLastIndex((cell) => cell.children.length > 0) + 1 - width;
  const at = description ?? width - 1;
  const [first, ...more] = cells.slice(at, at + surplus + 1);
  if (surplus <= 0 || first === undefined) return cells;
  const pipe = (cell: TableCell): Nodes & { type: "text" } => ({
    type: "text",
    value: " | ",
    ...(cell.position && { position: { start: cell.position.start, end: cell.position.start } }),
    ...(cell.data?.origin && { data: { origin: cell.data.origin } }),
  });
  const joined = { ...first, children: [...first.children, ...more.flatMap((cell) => [pipe(cell), ...cell.children])] };
  return [...cells.slice(0, at), joined, ...cells.slice(at + surplus + 1)];
}

/**
 * Rows of the table that have more or fewer cells than its header. Surplus cells without text do no harm, and a member of an enumeration needs no
 * words beside it: `| cargo |` below `| Enum Value | Notes |`.
 */
export function shapeFindings(table: TableNode, page: string, listsMembers: boolean): Finding[] {
  const [header, ...rows] = table.children;
  const expected = (header?.children.findLastIndex((cell) => cell.children.length > 0) ?? -1) + 1;
  return rows.flatMap((row) => {
    const surplus = row.children.slice(expected).some((cell) => cell.children.length > 0);
    const found = row.children.length;
    if (listsMembers && found === 1 && expected === 2) return [];
    if (expected === 0 || found === expected || (found > expected && !surplus) || isHeadingRow(row)) return [];
    return [
      finding("table-shape", page, placeOf(row), "", {
        found: found === 1 ? "1 cell" : `${found} cells`,
        expected: String(expected),
      }),
    ];
  });
}

/** `| **Open extensions** |`: a row that heads the rows below it. */
export function isHeadingRow(row: TableRow): boolean {
  const [only, ...more] = row.children.flatMap((cell) => cell.children);
  return only?.type === "strong" && more.length === 0;
}
