/** A part of a page that is about one operation. */
import type { Block, HeadingFact } from "./blocks/section.js";
import type { Prose } from "./page.js";

export interface OperationScope {
  readonly heading: HeadingFact;
  /** Where it is not that of the heading. */
  readonly title?: Prose;
  /** What stands below the heading, with the headings below it. */
  readonly blocks: readonly Block[];
}

export interface Scopes {
  readonly scopes: readonly OperationScope[];
  /** What is about no single operation. */
  readonly rest: readonly Block[];
}
