/**
 * The account of a page: what became of each of its lines, and of each row of its tables. It is kept by whoever uses a line, while it does:
 * nothing is worked out afterwards. Lines of included files are in the account of no page.
 */
import type { Nodes } from "mdast";
import type { Finding } from "../findings.js";
import { placeOf } from "./origin.js";
import type { Ledger, LedgerState } from "./page.js";

/** Where readers say what they made of a node, and what they could not make anything of. */
export interface Account {
  /** Path of the page. */
  readonly page: string;
  readonly findings: Finding[];
  /** The first state of a line counts more than a later one, but for what nobody had read so far. */
  mark(node: Nodes, state: LedgerState): void;
  /** Also counts the row. */
  markRow(node: Nodes, state: LedgerState): void;
}

/** An account, and what it comes to. */
export interface OpenAccount extends Account {
  /** `text` is the page: its lines with words that nobody marked are unread. */
  closed(text: string): Ledger;
}

const ORDER: readonly LedgerState[] = ["fact", "example", "prose", "known", "unread"];
const BLANK = /^[\s>]*$/;

export function openAccount(page: string): OpenAccount {
  const lines: (LedgerState | undefined)[] = [];
  const rows: Partial<Record<LedgerState, number>> = {};
  const mark = (node: Nodes, state: LedgerState): void => {
    const place = placeOf(node);
    if (place.file !== undefined || node.position === undefined) return;
    const height = node.position.end.line - node.position.start.line;
    for (let line = place.line; line <= place.line + height; line++) {
      const known = lines[line];
      if (known === undefined || known === "unread") lines[line] = state;
    }
  };
  return {
    page,
    findings: [],
    mark,
    markRow(node, state) {
      mark(node, state);
      rows[state] = (rows[state] ?? 0) + 1;
    },
    closed: (text) => ({ lines: rangesOf(text, lines), rows: inOrder(rows) }),
  };
}

/** `[1, 4, "known"]`: from line 1 to line 4. Blank lines belong to what is above them, and count for nothing. */
function rangesOf(text: string, states: readonly (LedgerState | undefined)[]): Ledger["lines"] {
  const ranges: [number, number, LedgerState][] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (BLANK.test(content)) continue;
    const line = index + 1;
    const state = states[line] ?? "unread";
    const last = ranges.at(-1);
    if (last?.[2] === state && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line, state]);
  }
  return ranges;
}

function inOrder(rows: Partial<Record<LedgerState, number>>): Ledger["rows"] {
  return Object.fromEntries(ORDER.flatMap((state) => (rows[state] === undefined ? [] : [[state, rows[state]]])));
}
