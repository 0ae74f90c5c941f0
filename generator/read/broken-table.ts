/**
 * Lines of pipes that are no table for a Markdown parser, although every reader sees one: the delimiter row has another number of cells
 * than the header, or a blank line parts rows from their table.
 */
import type { Paragraph, Root, RootContent, Table } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding } from "../findings.js";
import { menderOf, type Mender } from "./mending.js";
import { placeOf } from "./origin.js";

/** Each mark of the row: a blank cell or one of two colons is forgiven, the first cell must have a dash. */
const DELIMITER_ROW = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*(?:(?::?-+:?|::?)\s*)?)*$/;
const PIPE_ROW = /^\s*\|.*\|/;
const FIRST_PIPE = /^\s*\|/;
const LAST_PIPE = /(?<!\\)\|$/;
const CELL_BORDER = /(?<!\\)\|/;
const QUOTE_MARK = /^\s*>\s?/;

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
    result.push(...(node.type === "paragraph" ? mendParagraph(node, result.at(-1), context) : [node]));
  }
  return result;
}

function mendParagraph(node: Paragraph, above: RootContent | undefined, context: Context): RootContent[] {
  const lines = sourceOf(node, context)
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
  context.file.data.findings?.push(finding("table-broken", context.file.path, placeOf(node), "", { reason }));
  return parseTable(node, [lines[0] ?? "", `|${"---|".repeat(header)}`, ...lines.slice(2)], 0, context) ?? node;
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
      reason: "a blank line parts them from their table",
    }),
  );
  above.children.push(...table.children.slice(1));
  return [];
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

function sourceOf(node: Paragraph, { file }: Context): string {
  const text = node.data?.origin?.text ?? String(file);
  return text.slice(node.position?.start.offset, node.position?.end.offset);
}

function cellCount(line: string): number {
  return line.trimEnd().replace(FIRST_PIPE, "").replace(LAST_PIPE, "").split(CELL_BORDER).length;
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
