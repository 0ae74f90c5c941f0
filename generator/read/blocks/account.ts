/** The account of a page, as those see it who read the page: see ledger.ts. */
import type { Nodes, Table } from "mdast";
import type { Finding } from "../../findings/rules.js";
import type { LedgerState } from "../page-parts.js";

/** Where readers say what they made of a node, and what they could not make anything of. */
export interface Account {
  /** Path of the page. */
  readonly page: string;
  readonly findings: Finding[];
  /** The first state of a line stays: who reads a row knows more than who closes its section. */
  mark(node: Nodes, state: LedgerState): void;
  /** Also counts the row, once. */
  markRow(node: Nodes, state: LedgerState): void;
  /** A table with all its rows. */
  markTable(node: Table, state: LedgerState): void;
}
