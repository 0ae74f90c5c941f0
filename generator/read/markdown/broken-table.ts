/**
 * Lines of pipes that are no table for a Markdown parser, although every reader sees one: the delimiter row has another number of cells
 * than the header, or a blank line parts rows from their table.
 */
import type { Paragraph, Root, RootContent, Table, TableRow } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding, type Details } from "../../findings/rules.js";
import { menderOf, type Mender } from "./mending.js";
import { placeOf } from "./origin.js";

/** Each mark of the row: a blank cell or one of two colons is forgiven, the first cell must have a dash. */
const DELIMITER_ROW = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*(?:(?::?-+:?|::?)\s*)?)*$/;
const PIPE_ROW = /^\s*\|.*\|/;
const FIRST_PIPE = /^\s*\|/;
const LAST_PIPE = /(?<!\\)\|$/;
const CELL_BORDER = /(?<!\\)\|/;
const QUOTE_MARK = /^\s*>\s?/;

/** A remark of the writer, no annotation. */
const COMMENT = /^\s*<!--(?!\s*\{)[\s\S]*-->\s*$/;
const CODE_MARK = /`/g;

interface Context {
  readonly file: VFile;
  readonly mend: Mender;
}

/** unified plugin: turns such paragraphs into tables, or appends their rows to the table above. */
export function brokenTables(this: Processor) {
  return (tree: Root, file: VFile): void => {
    tree.children = mended(tree.children, { file, mend: menderOf(this, tree, file) });
  };
}

function mended(nodes: readonly RootContent[], context: Context): RootContent[] {
  const result: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === "blockquote" || node.type === "listItem")
      node.children = mended(node.children, context) as typeof node.children;
    if (node.type === "list")
      for (const item of node.children) item.children = mended(item.children, context) as typeof item.children;
    if (node.type === "table") mendCode(node, context);
    result.push(...(node.type === "paragraph" ? mendParagraph(node, tableAbove(node, result), context) : [node]));
  }
  return result;
}

/** The block above, or the table above comments that stand between its rows. */
function tableAbove(node: Paragraph, above: readonly RootContent[]): RootContent | undefined {
  let line = placeOf(node).line;
  for (let index = above.length - 1; index >= 0; index--) {
    const block = above[index];
    if (block === undefined) break;
    if (block.type !== "html" || !COMMENT.test(block.value)) return block;
    const start = placeOf(block).line;
    if (start + block.value.split("\n").length !== line) break;
    line = start;
  }
  return above.at(-1);
}

function mendParagraph(node: Paragraph, above: RootContent | undefined, context: Context): RootContent[] {
  const lines = sourceSlice(node, context)
    .split("\n")
    .map((line) => line.replace(QUOTE_MARK, ""));
  const first = lines[0] ?? "";
  if (!first.includes("|")) return [node];
  if (above?.type === "table" && lines.every((line) => PIPE_ROW.test(line)))
    return appendRows(node, lines, above, context);
  const delimiter = lines[1] ?? "";
  const isTable = delimiter.includes("|") && DELIMITER_ROW.test(delimiter);
  return isTable ? [mendDelimiter(node, lines, context)] : [node];
}

function mendDelimiter(node: Paragraph, lines: string[], context: Context): RootContent {
  const header = cellCount(lines[0] ?? "");
  const delimiter = cellCount(lines[1] ?? "");
  const reason = `the header has ${cells(header)}, the delimiter row ${delimiter}`;
  const edit = delimiterEdit(node, lines[1] ?? "", header);
  context.file.data.findings?.push(finding("table-broken", context.file.path, placeOf(node), "", { reason }, edit));
  return parseTable(node, [lines[0] ?? "", `|${"---|".repeat(header)}`, ...lines.slice(2)], 0, context) ?? node;
}

/** The row with as many cells as the header, those that it has as they are. In lists and quotations its place is not known so well. */
function delimiterEdit(node: Paragraph, line: string, width: number): Details {
  const place = placeOf(node);
  if (place.column !== 1 || node.data?.origin !== undefined) return {};
  const found = line
    .trim()
    .replace(FIRST_PIPE, "")
    .replace(LAST_PIPE, "")
    .split(CELL_BORDER)
    .map((cell) => cell.trim());
  const whole = Array.from({ length: width }, (_, index) => found[index] || "---");
  const range = { line: place.line + 1, column: 1, end: { line: place.line + 1, column: line.length + 1 } };
  return { edit: { range, text: `|${whole.join("|")}|` } };
}

/** Rows behind a blank line: they belong to the table above when they have about as many cells. */
function appendRows(node: Paragraph, lines: string[], above: Table, context: Context): RootContent[] {
  const columns = above.children[0]?.children.length ?? 0;
  if (DELIMITER_ROW.test(lines[1] ?? "")) return [mendDelimiter(node, lines, context)];
  const blank = `|${"x|".repeat(columns)}`;
  const table = parseTable(node, [blank, `|${"---|".repeat(columns)}`, ...lines], 2, context);
  if (table?.type !== "table") return [node];
  context.file.data.findings?.push(
    finding("table-broken", context.file.path, placeOf(node), "", {
      reason: `${isBehindBlank(node, context) ? "a blank line" : "a comment"} parts them from their table`,
    }),
  );
  above.children.push(...table.children.slice(1));
  return [];
}

function isBehindBlank(node: Paragraph, { file }: Context): boolean {
  const text = node.data?.origin?.text ?? String(file);
  const line = text.split("\n")[(node.position?.start.line ?? 1) - 2];
  return line === undefined || line.replace(QUOTE_MARK, "").trim() === "";
}

/** Rows in which an unescaped pipe cuts a code span: `` |rule|`if (x || y)`|String| ``. The span is put together again. */
function mendCode(table: Table, context: Context): void {
  const width = table.children[0]?.children.length ?? 0;
  for (const [index, row] of table.children.entries()) {
    if (row.children.length <= width) continue;
    const source = sourceSlice(row, context).trim().replace(FIRST_PIPE, "").replace(LAST_PIPE, "");
    const cells = source.split(CELL_BORDER);
    const whole: string[] = [];
    for (const cell of cells) {
      const last = whole.at(-1);
      if (last !== undefined && (last.match(CODE_MARK)?.length ?? 0) % 2 === 1)
        whole[whole.length - 1] = `${last}\\|${cell}`;
      else whole.push(cell);
    }
    if (whole.length !== width || cells.length === width) continue;
    const blank = `|${"x|".repeat(width)}`;
    const place = placeOf(row);
    const origin = { ...row.data?.origin, linesAbove: place.line - 3 };
    const mended = context.mend(() => [blank, `|${"---|".repeat(width)}`, `|${whole.join("|")}|`], origin, place);
    const read = mended?.find(({ type }) => type === "table");
    const own = read?.type === "table" ? read.children[1] : undefined;
    if (own === undefined) continue;
    const found = `${row.children.length} cells`;
    context.file.data.findings?.push(
      finding("table-shape", context.file.path, place, "", { found, expected: String(width) }),
    );
    table.children[index] = own;
  }
}

/** Parses lines of which the first `added` do not stand on the page. */
function parseTable(
  node: Paragraph,
  lines: readonly string[],
  added: number,
  context: Context,
): RootContent | undefined {
  const place = placeOf(node);
  const blocks = context.mend(() => lines, { ...node.data?.origin, linesAbove: place.line - 1 - added }, place);
  const first = blocks?.find(({ type }) => type !== "definition");
  return first?.type === "table" ? first : undefined;
}

function sourceSlice(node: Paragraph | TableRow, { file }: Context): string {
  const text = node.data?.origin?.text ?? String(file);
  return text.slice(node.position?.start.offset, node.position?.end.offset);
}

function cellCount(line: string): number {
  return line.trimEnd().replace(FIRST_PIPE, "").replace(LAST_PIPE, "").split(CELL_BORDER).length;
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
