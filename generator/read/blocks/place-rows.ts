/**
 * `| Query` in a table of parameters, a row with only its first cell, divides them by where they are sent. The same as a column of that
 * meaning, which it becomes.
 */
import { toString } from "mdast-util-to-string";
import type { Table, TableRow } from "mdast";
import { columnWords, PLACE_DIVIDER } from "../../dialect/column-words.js";
import { cellOf } from "./typed-names.js";

const LOCATION = "In";
/** In lower case, and with a cell for each column, it may be the name of a parameter of which nothing more is said. */
const CAPITAL = /^\p{Lu}/u;

/** Gives the table a column that says where each parameter is sent, in place of such rows. */
export function withPlaceColumn(table: Table): void {
  const [header, ...rows] = table.children;
  const names = header?.children.map((cell) => toString(cell).trim()) ?? [];
  const isSent = columnWords.parameter.test(names[0] ?? "");
  if (header === undefined || names.length < 2 || !isSent || names.some((name) => columnWords.location.test(name)))
    return;
  if (!rows.some((row, index) => isDivider(row) && (index === 0 || isMeant(row)))) return;
  header.children.push(cellOf([{ type: "text", value: LOCATION }], header.children.at(-1)));
  const kept: TableRow[] = [];
  let place: TableRow["children"][number] | undefined;
  for (const row of rows) {
    if (isDivider(row)) [place] = row.children;
    else {
      while (row.children.length < names.length) row.children.push(cellOf([], row.children.at(-1)));
      row.children.push(cellOf(place?.children ?? [], row.children.at(-1)));
      kept.push(row);
    }
  }
  table.children = [header, ...kept];
}

function isDivider({ children: [first, ...others] }: TableRow): boolean {
  if (first === undefined || others.some((cell) => cell.children.length > 0)) return false;
  return PLACE_DIVIDER.test(toString(first).trim());
}

function isMeant({ children }: TableRow): boolean {
  const [first] = children;
  return children.length === 1 || first?.children[0]?.type === "strong" || CAPITAL.test(toString(first));
}
