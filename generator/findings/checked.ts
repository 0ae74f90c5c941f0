/**
 * What `check` found, ready to be shown: the contract between the check and the formats. Plain data in a fixed order, so that each format is
 * a pure function of it and all of them tell the same.
 */
import type { Ledger, LedgerState, LineSymbol } from "../shared/ledger.js";
import type { Range } from "../shared/place.js";
import type { RuleId, Severity } from "./rules.js";

/** What a check comes to as text: a file, or what is printed. Without colours; ends in a line break. */
export type Format = (checked: Checked) => string;

export interface Checked {
  readonly tool: { readonly name: "docwright"; readonly version: string };
  /** Absolute folder that `page` is relative to. For the writer of a report who needs the disk; formats have no use for it. */
  readonly root: string;
  /**
   * The current folder, relative to the repository as `path` is: empty in its root. What is printed for people is relative to it, unless it
   * lies elsewhere (`../x`).
   */
  readonly folder: string;
  /** Where a file of the repository can be read at this commit: `path` and `#L12` come behind it. Only where the environment tells. */
  readonly source?: string;
  /** From which severity on a new finding fails the check. */
  readonly failOn: Severity | "never";
  /** Of the lines that say something, how many in a hundred have to be read, and how many are, where that was asked. */
  readonly minRead?: { readonly wanted: number; readonly share: number };
  /** Whether the check fails for what is found in the docs, or for what is not read of them. */
  readonly fails: boolean;
  /** By page, line, column, rule and symbol. Those of all states: what is reported is `new`. */
  readonly findings: readonly CheckedFinding[];
  /** By severity of what is new, and how many there are of the other states. */
  readonly counts: Readonly<Record<Severity | Exclude<FindingState, "new">, number>>;
  /** Those rules that found anything, the gravest first, then those with the most new findings. */
  readonly rules: readonly CheckedRule[];
  /** Entries of the baseline that fit no finding, in its order. Each is a finding `baseline-stale` as well. */
  readonly stale: readonly StaleEntry[];
  /** Only where findings are told apart by a change: `--changed`, `--new-since`. */
  readonly change?: { readonly kind: "changed" | "new-since"; readonly ref: string; readonly pages: readonly string[] };
  /** Those that were read, by path. */
  readonly pages: readonly CheckedPage[];
  /** Of lines and rows of all pages: all, and those that became something or are left out for a reason. */
  readonly understood: Readonly<Record<"lines" | "rows", { readonly all: number; readonly understood: number }>>;
  /** What the docs hold. */
  readonly described: Readonly<Record<"pages" | "operations" | "types" | "enums" | "examples", number>>;
  /** The lines of a page, of a file that pages include or of the baseline, by its `path`. Undefined when it is gone. */
  linesOf(path: string): readonly string[] | undefined;
}

/**
 * new: to be mended. baselined: an old one that the baseline lists. suppressed: its writer says on the page why it stays. old: not of the
 * change that was asked about.
 */
export type FindingState = "new" | "baselined" | "suppressed" | "old";

export interface CheckedFinding {
  readonly rule: RuleId;
  /** As configured. */
  readonly severity: Severity;
  /** Relative to the docs root, with `/`. */
  readonly page: string;
  /** Relative to the root of the repository (outside of one, to the current folder), with `/`: for whatever leaves docwright. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Behind the last character, in UTF-16 units as `column` is. Where it is missing only the beginning is known. */
  readonly end?: Range["end"];
  /**
   * What the finding is about. With page and rule it is unique and lasts: no line and no message is in it; where one thing is wrong several
   * times, `#2` stands behind the second in the order of the page.
   */
  readonly symbol: string;
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** Other places that have to do with it. */
  readonly related: readonly {
    readonly page: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** Text that mends it: there is exactly one answer. */
  readonly edit?: { readonly range: Range; readonly text: string };
  readonly state: FindingState;
  /** Of a suppression, as the writer gives it. */
  readonly reason?: string;
}

export interface CheckedRule {
  readonly id: RuleId;
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** One sentence with `{placeholders}`, as in the table of rules. */
  readonly message: string;
  readonly fix: string;
  readonly counts: Readonly<Record<FindingState, number>>;
  /** Pages with new findings. */
  readonly pages: number;
}

/** A line of the baseline whose finding is gone. */
export interface StaleEntry {
  readonly page: string;
  readonly rule: string;
  readonly symbol: string;
  /** Of the baseline file. */
  readonly path: string;
  readonly line: number;
}

export interface CheckedPage {
  readonly page: string;
  readonly path: string;
  readonly title: string;
  readonly kind: "operation" | "resource" | "enum" | "concept";
  /** `author` of the front matter. */
  readonly owner?: string;
  /** What became of each line: `lines` holds ranges without blank lines, `rows` counts rows of tables by state. */
  readonly ledger: Ledger;
  /** What became of its lines, in their order. */
  readonly symbols: readonly LineSymbol[];
}

export type { Ledger, LedgerState };
