/** The account that the reader keeps of a page. */

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

/** A line and what the model has from it, as findings call it: `parcel.weight`, `GET /parcels/{parcelId}`. */
export type LineSymbol = readonly [line: number, symbol: string];
