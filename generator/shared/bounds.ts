import { createHash } from "node:crypto";

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
  /** Lists and quotations inside of each other (3). */
  nesting: 16,
  /** Items of lists that begin on a page (262). */
  listItems: 2_000,
  /** Quotations that begin on a page, each of those within each other (24). */
  quotations: 1_000,
  /** Headings of a page that are made by a line of `=` or `-` below them (10). */
  underlinedHeadings: 100,
  /** Definitions of link targets, `[name]: url` (41). */
  definitions: 1_000,
  /** Marks of emphasis, links, code and HTML in one paragraph, heading or cell (131). */
  marks: 300,
  /** Marks of a paragraph, heading or cell that begin what never ends: brackets without a link, open code and HTML (7). */
  deadMarks: 50,
  /** Characters of a page that are parsed again, because a comment, fence or table is broken; each piece counts as a thousand at least (1,213). */
  mendedLength: 100_000,
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
  /** Collections within each other in the type cell of a row (1). */
  typeDepth: 8,
  /** Types that a type cell gives to choose from (2). */
  typeAlternatives: 64,
  /** Request lines of a page (65). */
  requests: 100,
  /** Parameters of an operation, over all its routes (16). */
  parameters: 100,
  /** Types that a type is based on, the one upon the other (6). */
  bases: 32,
  /** Characters of the name of a property or of a member of an enumeration (62). */
  nameLength: 200,
  /** Misspelt names of a page that are compared with the documented ones, to suggest what is meant. */
  suggestions: 100,
  /** Bytes of a request that the mock server takes (a documented one has 60 kB at most). */
  servedBody: 64 * 1024 * 1024,
  /** Milliseconds until a request must have arrived at the mock server as a whole. */
  servedTime: 120_000,
  /** Bytes of a name that docwright makes: of a file, a type, a function, a parameter (105). A longer one is cut: see `shortened`. */
  madeName: 120,
  /** Sets of permissions that are tried for each group of calls of a program that hang together. */
  scopeSteps: 20_000,
  /** Answers that need equally little, of which one is told with the others as alternatives. */
  scopeAnswers: 16,
  /** Bytes of a package of the registry, unpacked: all files together (that of Microsoft Graph v1.0 has a tenth). */
  unpackedPackage: 512 * 1024 * 1024,
  /** Bytes of what npm says. */
  npmAnswer: 16 * 1024 * 1024,
} as const;

/** Letters and digits of the hash that stands for what is cut off a name. */
const HASH_LENGTH = 8;

/** A name that fits `bounds.madeName`: the same for the same name, another for each other one, with its beginning as it was. */
export function shortened(name: string): string {
  const bytes = Buffer.from(name);
  if (bytes.length <= bounds.madeName) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);
  // A character that is cut in two is left out.
  const kept = new TextDecoder().decode(bytes.subarray(0, bounds.madeName - HASH_LENGTH - 1), { stream: true });
  return `${kept}_${hash}`;
}
