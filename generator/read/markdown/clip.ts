/** The bounds that are seen before anything is parsed: lines, items of lists, quotations, and pipes. */
import type { VFile } from "vfile";
import { bounds } from "../../shared/bounds.js";
import { overBound, type PageBound } from "./over-bound.js";

/** `> - 1. `: the quotations and items that a line begins with. */
const OPENING = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s|$)))+/;

const MARK = /[>*+-]|\d+/g;

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
  return withoutContainers(withoutPipes(read, report), report).join("\n");
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

/** Each item and each quotation costs the parser more than the one above, also those that begin within each other on one line. */
function withoutContainers(lines: readonly string[], report: Report): readonly string[] {
  const counts = { listItems: 0, quotations: 0 };
  let above = 0;
  const exceeds = (bound: keyof typeof counts, more: number, index: number): boolean => {
    const before = counts[bound];
    counts[bound] += more;
    if (more === 0 || counts[bound] <= bounds[bound]) return false;
    if (before <= bounds[bound]) report(bound, index + 1, counts[bound]);
    return true;
  };
  return lines.map((line, index) => {
    const marks = OPENING.exec(line)?.[0].match(MARK) ?? [];
    const quotations = marks.filter((mark) => mark === ">").length;
    const opened = Math.max(0, quotations - above);
    above = quotations;
    const items = exceeds("listItems", marks.length - quotations, index);
    return exceeds("quotations", opened, index) || items ? "" : line;
  });
}

function pipesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf("|"); at >= 0; at = line.indexOf("|", at + 1)) count++;
  return count;
}
