/**
 * How much of anything is read. Pages come from strangers: without bounds a few lines can cost hours or gigabytes. Each bound lies far above
 * what 17,000 real pages hold (the number behind it); what exceeds one is the finding `over-bound`, and only that part is left out.
 */
export const bounds = {
  /** Characters of a page, or of a file that it includes (211,647). */
  pageLength: 1_000_000,
  /** Files that a page includes, each as often as it is written out, and also what these include (13). */
  includes: 100,
  /** Characters of all of them together (1,514). */
  includedLength: 100_000,
  /** Levels of includes within includes (1). */
  includeDepth: 4,
  /** Characters of a page's front matter, where it is more than a list of texts (1,014). */
  frontMatterLength: 10_000,
  /** How often what a YAML anchor names is written out, all its aliases and those within them taken together (0). */
  frontMatterAliases: 100,
  /** Levels of objects and arrays in JSON, and in front matter (18). */
  jsonDepth: 100,
  /** Permissions of one cell, as the alternatives that its `plus` gives when they are multiplied out (fewer than ten). */
  permissionCombinations: 64,
} as const;
