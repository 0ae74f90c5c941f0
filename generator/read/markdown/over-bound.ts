/** Findings about what exceeds a bound, wherever the reader meets it. */
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { bounds } from "../../shared/bounds.js";
import { finding } from "../../findings/rules.js";
import { type Place } from "../../shared/place.js";
import { isUnderlined, placeOf, walkBlocks, type Origin } from "./origin.js";

type Bound = keyof typeof bounds;

/** How the findings call what is bounded. */
const names = {
  pageLength: "The length in characters",
  pageLines: "The number of lines",
  pagePipes: "The number of pipes on the page",
  linePipes: "The number of pipes in the line",
  nesting: "The depth of lists and quotations",
  listItems: "The number of list items",
  quotations: "The number of quotations",
  underlinedHeadings: "The number of underlined headings",
  definitions: "The number of definitions",
  marks: "The number of marks in the text",
  mendedLength: "The length of what is broken here",
} as const satisfies Partial<Record<Bound, string>>;

export type PageBound = keyof typeof names;

/** Says that something at `place` exceeds a bound; `actual` is how much it is, where that is known. */
export function overBound(file: VFile, bound: PageBound, place: Place, actual?: number): void {
  const limit = String(bounds[bound]);
  const values = { what: names[bound], actual: actual === undefined ? `over ${limit}` : String(actual), limit };
  file.data.findings?.push(finding("over-bound", file.path, place, bound, values));
}

/** Reports what a text that was just parsed holds too much of. */
export function reportExcesses(root: Root, file: VFile, origin?: Origin): void {
  for (const { bound, line, column } of root.data?.excesses ?? []) {
    const above = origin?.linesAbove ?? 0;
    overBound(file, bound, { line: line + above, column, ...(origin?.file !== undefined && { file: origin.file }) });
  }
  let headings = 0;
  let definitions = 0;
  walkBlocks(root, (node) => {
    if (node.type === "definition" && ++definitions === bounds.definitions + 1)
      overBound(file, "definitions", placeOf(node));
    if (isUnderlined(node) && ++headings === bounds.underlinedHeadings + 1)
      overBound(file, "underlinedHeadings", placeOf(node));
  });
}
