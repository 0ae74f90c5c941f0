/** Puts what the parser did not see back into the tree: the values of nodes, the rows of tables, and where everything stands on the page. */
import type { Nodes, Root, RootContent, Table, TableRow } from "mdast";
import type { Cut } from "./cuts.js";
import type { Point } from "./plain-phrases.js";
import { plainRow } from "./plain-row.js";

/** How much further down everything stands than the parser thinks. */
interface Shift {
  lines: number;
  offset: number;
}

/**
 * Makes of the tree of a lean text the tree of the whole one. False when the parser took a line for something else than what `cuts` say; the
 * tree is then of no use.
 */
export function putBack(root: Root, cuts: readonly Cut[]): boolean {
  const shift: Shift = { lines: 0, offset: 0 };
  let next = 0;
  for (const excess of root.data?.excesses ?? []) moveLine(excess, cuts);
  for (const node of root.children) {
    const first = next;
    while (isAbove(cuts[next], node)) next++;
    const own = cuts.slice(first, next);
    if (own.length === 0) move(node, shift);
    else if (!own.every((cut) => fits(cut, node))) return false;
    else fill(node, own, shift);
  }
  if (root.position) movePoint(root.position.end, shift);
  return next === cuts.length;
}

/** Whether a cut comes before the last line of the node. */
function isAbove(cut: Cut | undefined, { position }: Nodes): cut is Cut {
  return cut !== undefined && position !== undefined && cut.top <= position.end.line;
}

/** All that is cut out of a node but rows stands between its first line and its last. */
function fits({ kind, top, above }: Cut, { type, position }: Nodes): boolean {
  if (type !== kind || position === undefined) return false;
  const { start, end } = position;
  return start.line === top && start.column === 1 && (kind === "table" || (above === top && end.line === top + 1));
}

function fill(node: RootContent, cuts: readonly Cut[], shift: Shift): void {
  if (node.type === "table") return fillTable(node, cuts, shift);
  const [cut] = cuts;
  if (cut === undefined || node.position === undefined || !("value" in node)) return;
  node.value = node.type === "html" ? withinComment(node.value, cut.text) : withoutEnd(cut.text);
  movePoint(node.position.start, shift);
  pass(cut, shift);
  movePoint(node.position.end, shift);
}

function withinComment(value: string, text: string): string {
  const second = value.indexOf("\n") + 1;
  return value.slice(0, second) + text + value.slice(second);
}

/** As the parser takes it off fences and front matter. */
function withoutEnd(text: string): string {
  return text.endsWith("\r\n") ? text.slice(0, -2) : text.slice(0, -1);
}

function fillTable(table: Table, cuts: readonly Cut[], shift: Shift): void {
  const rows: TableRow[] = [];
  const [start, end] = [table.position?.start, table.position?.end];
  if (start === undefined || end === undefined) return;
  movePoint(start, shift);
  let next = 0;
  const addCutsAbove = (line: number): void => {
    for (let cut = cuts[next]; cut !== undefined && cut.above < line; cut = cuts[++next]) {
      rows.push(...plainRows(cut));
      pass(cut, shift);
    }
  };
  for (const row of table.children) {
    addCutsAbove(row.position?.start.line ?? 0);
    move(row, shift);
    rows.push(row);
  }
  addCutsAbove(Infinity);
  table.children = rows;
  Object.assign(end, rows.at(-1)?.position?.end);
}

function plainRows({ text, line, offset }: Cut): TableRow[] {
  let start = offset;
  const rows = text.split("\n").slice(0, -1);
  return rows.map((row, index) => {
    const node = plainRow(row, line + index, start);
    start += row.length + 1;
    return node;
  });
}

function pass(cut: Cut, shift: Shift): void {
  shift.lines += cut.lines;
  shift.offset += cut.text.length;
}

function move(node: Nodes, shift: Shift): void {
  if (shift.lines === 0) return;
  if (node.position) {
    movePoint(node.position.start, shift);
    movePoint(node.position.end, shift);
  }
  if ("children" in node) for (const child of node.children) move(child, shift);
}

function movePoint(point: Point, { lines, offset }: Shift): void {
  point.line += lines;
  if (point.offset !== undefined) point.offset += offset;
}

function moveLine(place: { line: number }, cuts: readonly Cut[]): void {
  const { line } = place;
  for (const cut of cuts) if (cut.above < line) place.line += cut.lines;
}
