/** Words with their links, and the ledger, as parts of the facts of a page. */
import type { Place } from "../shared/place.js";

/** A link as written: `[message](../resources/message.md#properties)`, or a resolved reference link. */
export interface Link {
  readonly text: string;
  /** The target as written, entities decoded: relative, absolute or `#anchor`. */
  readonly url: string;
  readonly place: Place;
}

/** A run of inline text: a cell, a paragraph, a heading. */
export interface Prose {
  /** Words only: links and code by their text, mark-up and HTML tags dropped, white space folded and trimmed. */
  readonly text: string;
  /** As written, for doc comments. */
  readonly markdown: string;
  readonly links: readonly Link[];
  /** Code spans in order, without back-ticks. */
  readonly code: readonly string[];
  readonly place: Place;
}

/**
 * What became of a line or row: a fact, part of an example, words that are handed on, left out for a stated reason, or nothing that anybody
 * could read.
 */
export type LedgerState = "fact" | "example" | "prose" | "known" | "unread";

/** What became of all that stands on a page, included files aside. */
export interface Ledger {
  /** From line to line in order, without blank lines. */
  readonly lines: readonly (readonly [from: number, to: number, state: LedgerState])[];
  /** How many rows of tables there are in each state; header rows do not count. */
  readonly rows: Readonly<Partial<Record<LedgerState, number>>>;
}
