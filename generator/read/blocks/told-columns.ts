/** What some houses write beside a name or in front of a description where others have a column: whether it is required, its type. */
import { toString } from "mdast-util-to-string";
import type { InlineCode, PhrasingContent, Table, TableCell, Text } from "mdast";
import { columnWords } from "../../dialect/column-words.js";
import { TYPE_WORDS } from "../markdown/member-list.js";
import { columnsOf, isTypeColumn } from "./columns.js";
import { withPlaceColumn } from "./place-rows.js";
import { cellOf, withTypeColumn } from "./typed-names.js";

const QUALITY = /^\W*(required|mandatory|optional)\W*$/i;
const MARKS = new Set(["emphasis", "strong", "text", "inlineCode"]);
/** `string. Which bread.`, `integer - How many.` */
const TYPE_FIRST = /^([A-Za-z][\w ]{1,30}?)(?:[.:;,]| [–—-]) +(?=\S)/;

/** Gives a table of parameters or properties the columns that it has in other words. */
export function withToldColumns(table: Table): void {
  withPlaceColumn(table);
  withTypeColumn(table);
  const header = table.children[0]?.children.map((cell) => toString(cell).trim()) ?? [];
  const { parameter, property } = columnWords;
  if (table.children.length < 2 || !(parameter.test(header[0] ?? "") || property.test(header[0] ?? ""))) return;
  const { type, required, description } = columnsOf(header);
  if (type === undefined && description !== undefined && !header.some(isTypeColumn))
    splitDescriptions(table, description);
  if (required !== undefined) return;
  if (!splitNames(table)) markOptional(table);
}

/** `limit?`: where some names are so marked as optional, the others are required. */
function markOptional({ children: [header, ...rows] }: Table): void {
  const ends = rows.map(({ children: [name] }) => endOf(name));
  const isMarked = ends.map((end) => end?.value.endsWith("?") === true);
  if (header === undefined || !isMarked.includes(true)) return;
  header.children.push(cellOf([{ type: "text", value: "Required" }], header.children.at(-1)));
  for (const [index, row] of rows.entries()) {
    const end = ends[index];
    while (row.children.length < header.children.length - 1) row.children.push(cellOf([], row.children.at(-1)));
    row.children.push(cellOf([{ type: "text", value: isMarked[index] === true ? "no" : "yes" }], row.children[0]));
    if (isMarked[index] === true && end !== undefined) end.value = end.value.slice(0, -1);
  }
}

/** The last words of a cell. */
function endOf(cell: TableCell | undefined): Text | InlineCode | undefined {
  let last: PhrasingContent | undefined = cell?.children.at(-1);
  while (last !== undefined && "children" in last) last = last.children.at(-1);
  return last?.type === "text" || last?.type === "inlineCode" ? last : undefined;
}

/** `sku<br>*required*`, "sku *optional*": the mark behind a name moves to a column of its own. Whether there is any. */
function splitNames({ children: [header, ...rows] }: Table): boolean {
  const marks = rows.map(({ children: [name] }) => name && markBehind(name));
  if (header === undefined || !marks.some((mark) => mark !== undefined)) return false;
  header.children.push(cellOf([{ type: "text", value: "Required" }], header.children.at(-1)));
  for (const [index, row] of rows.entries()) {
    while (row.children.length < header.children.length - 1) row.children.push(cellOf([], row.children.at(-1)));
    const [first] = row.children;
    const mark = marks[index];
    row.children.push(cellOf(mark === undefined ? [] : [mark], first));
    const from = first !== undefined && mark !== undefined ? first.children.indexOf(mark) : -1;
    if (first !== undefined && from >= 0) first.children.splice(endOfName(first, from));
  }
  return true;
}

function markBehind({ children }: TableCell): PhrasingContent | undefined {
  const at = children.findLastIndex((node) => toString(node, { includeHtml: false }).trim() !== "");
  const last = children[at];
  return last !== undefined && at > 0 && MARKS.has(last.type) && QUALITY.test(toString(last)) ? last : undefined;
}

/** Where the name ends: breaks and blanks in front of the mark go with it. */
function endOfName({ children }: TableCell, mark: number): number {
  let end = mark;
  while (end > 1 && toString(children[end - 1], { includeHtml: false }).trim() === "") end--;
  return end;
}

/** Where each description that says something begins with a type, a column of these. */
function splitDescriptions({ children: [header, ...rows] }: Table, at: number): void {
  const types = rows.map(({ children: { [at]: cell } }) => (cell === undefined ? undefined : typeFirst(cell)));
  const told = rows.filter(({ children: { [at]: cell } }) => cell !== undefined && toString(cell).trim() !== "");
  if (header === undefined || told.length === 0 || types.filter((type) => type !== undefined).length < told.length)
    return;
  header.children.splice(at, 0, cellOf([{ type: "text", value: "Type" }], header.children[at]));
  for (const [index, row] of rows.entries()) {
    const cell = row.children[at];
    const type = types[index];
    if (cell === undefined) continue;
    const [first] = cell.children;
    row.children.splice(at, 0, cellOf(type === undefined ? [] : [type.node], cell));
    if (type !== undefined && first?.type === "text") first.value = first.value.slice(type.length);
  }
}

function typeFirst({
  children: [first],
}: TableCell): { readonly node: PhrasingContent; readonly length: number } | undefined {
  const [whole, type] = (first?.type === "text" && TYPE_FIRST.exec(first.value)) || [];
  if (whole === undefined || type === undefined || !TYPE_WORDS.test(type)) return undefined;
  return {
    node: { type: "text", value: type, ...(first?.position && { position: first.position }) },
    length: whole.length,
  };
}
