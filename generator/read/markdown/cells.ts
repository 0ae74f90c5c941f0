/** Rows of cells as a table of the tree: what was no table for the parser becomes one, and each row keeps its line. */
import type { Table } from "mdast";
import type { Mender } from "./mending.js";
import { walkNodes, type Origin } from "./origin.js";

/** Markdown of the cells of a row, and the line it starts in, counted as in the text around it. */
export interface CellsOfRow {
  readonly cells: readonly string[];
  readonly line: number;
}

const PIPE = /\\?\|/g;
const WHITE_SPACE = /\s+/g;

/** The table; undefined where the page has cost enough, or where there is nothing to read. `lines` are above the text. */
export function tableOfCells(
  rows: readonly CellsOfRow[],
  mend: Mender,
  origin: Omit<Origin, "text">,
): Table | undefined {
  const [header, ...others] = rows;
  if (header === undefined || others.length === 0) return undefined;
  const width = header.cells.length;
  const lines = [header, { cells: Array<string>(width).fill("---"), line: header.line }, ...others].map(tableLine);
  const place = { line: origin.linesAbove + header.line, column: 1 };
  const table = mend(() => lines, { ...origin, linesAbove: place.line - 1 }, place)?.find(
    ({ type }) => type === "table",
  );
  if (table?.type !== "table") return undefined;
  for (const [index, row] of table.children.entries()) {
    const line = rows[index]?.line ?? header.line;
    const written = row.position?.start.line ?? 1;
    walkNodes(row, (node) => {
      const own = node.data?.origin;
      if (own) node.data = { ...node.data, origin: { ...own, linesAbove: origin.linesAbove + line - written } };
    });
  }
  return table;
}

function tableLine({ cells }: CellsOfRow): string {
  return `|${cells.map((cell) => cell.replace(PIPE, "\\|").replace(WHITE_SPACE, " ").trim()).join("|")}|`;
}
