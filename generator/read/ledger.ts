/**
 * The account of a page: what became of each of its lines, and of each row of its tables. It is kept by whoever uses a line, while it does:
 * nothing is worked out afterwards. Lines of included files are in the account of no page.
 */
import type { Nodes, Root } from "mdast";
import type { VFile } from "vfile";
import type { Account } from "./blocks/account.js";
import { placeOf, walkBlocks } from "./markdown/origin.js";
import type { Ledger, LedgerState } from "./page.js";
import type { Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";

declare module "vfile" {
  interface DataMap {
    /** Parts of the page that are left out on purpose: front matter, comments, rules, the tabs of other languages. */
    known: Nodes[];
  }
}

/** unified plugin: takes note of what carries no words, before any other plugin takes it out of the tree. */
export function wordlessParts() {
  return (tree: Root, file: VFile): void => {
    const known: Nodes[] = [];
    walkBlocks(tree, (node) => {
      const { type } = node;
      if (type === "html" || type === "yaml" || type === "definition" || type === "thematicBreak") known.push(node);
    });
    file.data.known = known;
  };
}

/** An account, and what it comes to. */
export interface OpenAccount extends Account {
  /** Below headings of these kinds nobody looks for facts, or somebody who keeps no account does. */
  closeSections(blocks: readonly Block[]): void;
  /** `text` is the page: its lines with words that nobody marked are unread. */
  closed(text: string): Ledger;
}

const ORDER: readonly LedgerState[] = ["fact", "example", "prose", "known", "unread"];
/** What is left in a section when all have read what they look for there. */
const CLOSING: ReadonlyMap<SectionKind, Readonly<Record<"table" | "code" | "words", LedgerState>>> = new Map([
  ["permissions", { table: "fact", code: "known", words: "known" }],
  ["request", { table: "known", code: "known", words: "known" }],
  ["methods", { table: "fact", code: "known", words: "known" }],
  ["examples", { table: "known", code: "known", words: "known" }],
  ["representation", { table: "known", code: "known", words: "known" }],
  ["enum", { table: "known", code: "known", words: "known" }],
  ["remarks", { table: "known", code: "known", words: "known" }],
]);
const BLANK = /^[\s>]*$/;

export function openAccount(page: string): OpenAccount {
  const lines: (LedgerState | undefined)[] = [];
  const rows: Partial<Record<LedgerState, number>> = {};
  const counted = new Set<Nodes>();
  const mark = (node: Nodes, state: LedgerState): void => {
    const place = placeOf(node);
    if (place.file !== undefined || node.position === undefined) return;
    const height = node.position.end.line - node.position.start.line;
    for (let line = place.line; line <= place.line + height; line++) {
      lines[line] ??= state;
    }
  };
  const markRow = (node: Nodes, state: LedgerState): void => {
    mark(node, state);
    if (counted.has(node)) return;
    counted.add(node);
    rows[state] = (rows[state] ?? 0) + 1;
  };
  return {
    page,
    findings: [],
    mark,
    markRow,
    markTable(node, state) {
      for (const row of node.children.slice(1)) markRow(row, state);
      mark(node, state);
    },
    closeSections(blocks) {
      for (const { node, headings, kind } of blocks) {
        for (const heading of headings) mark(heading.node, heading.named === undefined ? "unread" : "fact");
        const closed =
          kind && CLOSING.get(kind)?.[node.type === "table" ? "table" : node.type === "code" ? "code" : "words"];
        if (node.type === "table") this.markTable(node, closed ?? "unread");
        else mark(node, closed ?? "unread");
      }
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
