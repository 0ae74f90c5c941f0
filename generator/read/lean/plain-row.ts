/** Rows of a table of plain words, in which each pipe is the border of a cell: they need no parser. */
import type { TableCell, TableRow } from "mdast";
import { isPlain, plainPhrases, type PointAt } from "./plain-phrases.js";

/** Whether a line is such a row: it stands at the margin, and each of its pipes is the border of a cell. */
export function isPlainRow(line: string): boolean {
  return line.startsWith("|") && isPlain(line);
}

/**
 * The node of such a row, as the parser would make it: a cell begins with the pipe before it, and the last one ends with the line. `line`
 * counts from 1, `offset` is where the row begins in the text of the page.
 */
export function plainRow(row: string, line: number, offset: number): TableRow {
  const point: PointAt = (index) => ({ line, column: index + 1, offset: offset + index });
  const children: TableCell[] = [];
  let start = 0;
  while (start < row.length) {
    const pipe = row.indexOf("|", start + 1);
    const isLast = pipe < 0 || isBlank(row, pipe + 1, row.length);
    children.push(cell(row, start, pipe < 0 ? row.length : pipe, isLast ? row.length : pipe, point));
    if (isLast) break;
    start = pipe;
  }
  return { type: "tableRow", children, position: { start: point(0), end: point(row.length) } };
}

/** The cell from the pipe at `start` to `end`; its words end at `border`. */
function cell(row: string, start: number, border: number, end: number, point: PointAt): TableCell {
  let from = start + 1;
  let to = border;
  while (from < to && row.charAt(from) === " ") from++;
  while (to > from && row.charAt(to - 1) === " ") to--;
  return {
    type: "tableCell",
    children: plainPhrases(row, from, to, point),
    position: { start: point(start), end: point(end) },
  };
}

function isBlank(row: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (row.charAt(index) !== " ") return false;
  return true;
}
