/** Tables in HTML, as far as a reference needs them: rows of cells with links, code and emphasis. */
import type { CellsOfRow } from "../markdown/cells.js";

const ROW = /<tr\b/gi;
const CELL = /<t[hd]\b/gi;
const TAG_END = /^[^>]*>/;
const CLOSING = /<\/(?:t[hdr]|thead|tbody|tfoot|table)\s*>[^<]*$/i;
const LINK_START = /^<a\b[^>]*\bhref\s*=\s*["']?([^"'\s>]*)/i;
const TAG = /<[^<>]*>/g;
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^<\/?(?:code|tt|kbd)\b/i, "`"],
  [/^<\/?(?:b|strong)\b/i, "**"],
  [/^<\/?(?:i|em)\b/i, "_"],
];

/** The start of a table at the start of a block, be it wrapped in others. */
export const HTML_TABLE = /^\s*(?:<(?:div|p|center|section|figure)\b[^<>]*>\s*)*<table\b/i;
const TABLE_START = /<table\b/gi;
export const HTML_TABLE_END = /<\/table\s*>/i;

/** The tables of all that is written, each with its rows. */
export function tablesOfHtml(html: string): readonly (readonly CellsOfRow[])[] {
  const starts = Array.from(html.matchAll(TABLE_START), ({ index }) => index);
  let above = 0;
  return starts.map((start, index) => {
    above += html.slice(starts[index - 1] ?? 0, start).split("\n").length - 1;
    return rowsOfHtml(html.slice(start, starts[index + 1])).map((row) => ({ ...row, line: row.line + above }));
  });
}

/** The rows of all that is written, with the lines they start in, the first line being 1. */
function rowsOfHtml(html: string): readonly CellsOfRow[] {
  const starts = Array.from(html.matchAll(ROW), ({ index }) => index);
  let line = 1;
  let counted = 0;
  return starts.flatMap((start, index) => {
    line += html.slice(counted, start).split("\n").length - 1;
    counted = start;
    const cells = html
      .slice(start, starts[index + 1])
      .split(CELL)
      .slice(1)
      .map(markdownOfCell);
    return cells.length === 0 ? [] : [{ cells, line }];
  });
}

function markdownOfCell(cell: string): string {
  let inner = cell.replace(TAG_END, "");
  for (let end = CLOSING.exec(inner); end !== null; end = CLOSING.exec(inner)) inner = inner.slice(0, end.index);
  const links: string[] = [];
  return inner.replace(TAG, (tag) => {
    const url = LINK_START.exec(tag)?.[1];
    if (url !== undefined) {
      links.push(url);
      return "[";
    }
    if (/^<\/a\b/i.test(tag)) {
      const target = links.pop();
      return target === undefined ? "" : `](${target})`;
    }
    return MARKS.find(([name]) => name.test(tag))?.[1] ?? tag;
  });
}
