/**
 * How much of anything is read. Pages come from strangers: without bounds a few lines can cost hours or gigabytes. Each bound lies far above
 * what 17,000 real pages hold (the number behind it); what exceeds one is the finding `over-bound`, and only that part is left out.
 */
export const bounds = {
  /** Characters of a page, or of a file that it includes (211,647). */
  pageLength: 1_000_000,
  /** Lines of a page, or of a file that it includes (7,763). */
  pageLines: 20_000,
  /** Pipes of a page, which are the borders of its cells (9,184). */
  pagePipes: 30_000,
  /** Pipes of a line (16). */
  linePipes: 200,
  /** Characters of the front matter (1,022). */
  frontMatterLength: 20_000,
  /** Lists and quotations inside of each other (3). */
  nesting: 16,
  /** Items of all lists of a page (167). */
  listItems: 2_000,
  /** Headings of a page that are made by a line of `=` or `-` below them (10). */
  underlinedHeadings: 100,
  /** Definitions of link targets, `[name]: url` (41). */
  definitions: 1_000,
  /** Marks of emphasis, links, code and HTML in one paragraph, heading or cell (131). */
  marks: 300,
  /** Marks of a paragraph, heading or cell that begin what never ends: brackets without a link, open code and HTML (7). */
  deadMarks: 50,
  /** Characters of a page that are parsed again, because a comment, fence or table is broken; each piece counts as a thousand at least (1,213). */
  mendedLength: 250_000,
  /** Characters of the files that a page includes; each counts as a thousand at least (13,000). */
  includedLength: 250_000,
  /** Levels of objects and arrays in JSON (18). */
  jsonDepth: 100,
  /** Permissions of one cell, as the alternatives that its `plus` gives when they are multiplied out (fewer than ten). */
  permissionCombinations: 64,
} as const;
