import type { Place, Range } from "./place.js";

/** What the writer of a page says about findings that are to stay. */
export interface Suppression {
  /** As written: it may be none of ours. */
  readonly rule: string;
  readonly reason: string;
  /** Where it stands. */
  readonly place: Place;
  /** Lines that it holds for, in the file of `place`; all of the page where it has none. */
  readonly lines?: readonly [from: number, to: number];
  /** The whole comment, where it holds nothing else. */
  readonly range?: Range;
  /** API Doctor's, which have the text of a message instead of rule and reason. */
  readonly foreign?: true;
}

/** A suppression, and the page that it was read on. */
export interface PageSuppression extends Suppression {
  readonly page: string;
}
