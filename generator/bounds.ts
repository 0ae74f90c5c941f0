/**
 * How much of anything is read. Pages come from strangers: without bounds a few lines can cost hours or gigabytes. Each bound lies far above
 * what 17,000 real pages hold (the number behind it); what exceeds one is the finding `over-bound`, and only that part is left out.
 */
export const bounds = {
  /** Characters of a page, or of a file that it includes (211,647). */
  pageLength: 1_000_000,
  /** Levels of objects and arrays in JSON (18). */
  jsonDepth: 100,
  /** Permissions of one cell, as the alternatives that its `plus` gives when they are multiplied out (fewer than ten). */
  permissionCombinations: 64,
  /** Collections within each other in the type cell of a row (1). */
  typeDepth: 8,
  /** Types that a type cell gives to choose from (11). */
  typeAlternatives: 64,
} as const;
