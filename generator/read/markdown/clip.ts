/** The bounds that are seen before anything is parsed: lines, items of lists, and pipes. */
import type { VFile } from "vfile";
import { bounds } from "../../shared/bounds.js";
import { overBound, type PageBound } from "./over-bound.js";

/** What begins as an item of a list does. */
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** The text of a page, or of the included file `include`, without what exceeds a bound; its lines keep their numbers. */
export function clipped(text: string, file: VFile, include?: string): string {
  const report: Report = (bound, line, actual) =>
    overBound(file, bound, { line, column: 1, ...(include !== undefined && { file: include }) }, actual);
  if (text.length > bounds.pageLength) {
    report("pageLength", 1, text.length);
    return "";
  }
  const lines = text.split("\n");
  if (lines.length > bounds.pageLines) report("pageLines", bounds.pageLines + 1, lines.length);
  const read = lines.slice(0, bounds.pageLines);
  return withoutItems(withoutPipes(read, report), report).join("\n");
}

type Report = (bound: PageBound, line: number, actual: number) => void;

/** Lines with pipes are cells, which are the costliest of all; what is too many of them gives way to blank lines. */
function withoutPipes(lines: readonly string[], report: Report): readonly string[] {
  let total = 0;
  return lines.map((line, index) => {
    if (!line.includes("|")) return line;
    const pipes = pipesIn(line);
    if (pipes > bounds.linePipes) {
      report("linePipes", index + 1, pipes);
      return "";
    }
    const before = total;
    total += pipes;
    if (total <= bounds.pagePipes) return line;
    if (before <= bounds.pagePipes) report("pagePipes", index + 1, total);
    return "";
  });
}

/** Each further item costs the parser more than the one above. */
function withoutItems(lines: readonly string[], report: Report): readonly string[] {
  let items = 0;
  return lines.map((line, index) => {
    if (!ITEM.test(line) || ++items <= bounds.listItems) return line;
    if (items === bounds.listItems + 1) report("listItems", index + 1, items);
    return "";
  });
}

function pipesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf("|"); at >= 0; at = line.indexOf("|", at + 1)) count++;
  return count;
}
