/** Findings for people: each with the line it stands on, then one line a rule, then what it comes to. */
import { posix } from "node:path";
import { harmless } from "../../shared/harmless.js";
import type { Checked, CheckedFinding, CheckedRule } from "../checked.js";
import { cut, severities, type Severity } from "../rules.js";
import { counted, countsText, reported } from "./reported.js";

/** A piece of a line that has a colour where there are colours. */
export type Piece = string | { readonly text: string; readonly color: "red" | "yellow" | "blue" | "dim" };
export type PrettyLine = string | readonly Piece[];

export interface PrettyOptions {
  /** Every finding, those that are set aside too, and every rule. */
  readonly all?: boolean | undefined;
  /** What it comes to, without the findings. */
  readonly quiet?: boolean | undefined;
}

/** Different sentences that are shown of a rule, and lines of the table of rules: with its verdict it fits on a screen. */
const SENTENCES = 3;
const RULES = 15;
const STALE = 10;
/** Characters of a line of a page that are shown, and of those before what it is about. */
const EXCERPT = 120;
const BEFORE = 40;
const COLORS = { error: "red", warning: "yellow", info: "blue" } as const satisfies Record<Severity, string>;

export function pretty(checked: Checked, options: PrettyOptions = {}): string {
  const lines = prettyLines(checked, options).map((line) =>
    typeof line === "string" ? line : line.map((piece) => (typeof piece === "string" ? piece : piece.text)).join(""),
  );
  return lines.map((line) => `${harmless(line)}\n`).join("");
}

export function prettyLines(checked: Checked, options: PrettyOptions = {}): readonly PrettyLine[] {
  const findings = options.quiet ? [] : [...findingLines(checked, options), ...staleLines(checked, options)];
  return [...findings, ...ruleLines(checked, options), ...verdictLines(checked)];
}

/** How many findings a sentence stands for, and the first of them. */
interface Fold {
  readonly finding: CheckedFinding;
  count: number;
}

function findingLines(checked: Checked, { all }: PrettyOptions): PrettyLine[] {
  const shown = all ? checked.findings.filter(({ state }) => state !== "old") : reported(checked);
  const own = shown.filter(({ rule }) => rule !== "baseline-stale");
  const folds = all ? own.map((finding) => ({ finding, count: 1 })) : folded(own);
  return folds.flatMap((fold) => [...foldLines(fold, checked), ""]);
}

/** The first few sentences of each rule; one that is said again and again is shown once. */
function folded(findings: readonly CheckedFinding[]): Fold[] {
  const folds = new Map<string, Fold>();
  const sentences = new Map<string, number>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.message]);
    const known = folds.get(key);
    if (known !== undefined) known.count++;
    const count = sentences.get(finding.rule) ?? 0;
    if (known !== undefined || count === SENTENCES) continue;
    sentences.set(finding.rule, count + 1);
    folds.set(key, { finding, count: 1 });
  }
  return [...folds.values()];
}

function foldLines({ finding, count }: Fold, checked: Checked): PrettyLine[] {
  const { line, column, severity, message, rule, state, reason } = finding;
  const aside = state === "new" ? "" : ` [${state}${reason === undefined ? "" : `: ${reason}`}]`;
  return [
    [
      `${shownPath(finding, checked)}:${line}:${column} `,
      { text: severity, color: COLORS[severity] },
      ` ${message} `,
      { text: `(${rule})${aside}`, color: "dim" },
    ],
    ...excerptLines(finding, checked),
    ...finding.related.map((place): PrettyLine => {
      const where = `${shownPath(place, checked)}:${place.line}:${place.column}`;
      return [{ text: `  see ${where} ${place.message}`, color: "dim" }];
    }),
    ...(count > 1 ? [[{ text: `  and ${counted(count - 1, "place")} more of the same`, color: "dim" } as const]] : []),
  ];
}

/** From the current folder, or as the system has it where that lies elsewhere: editors and logs make links of both. */
function shownPath({ path, page }: Pick<CheckedFinding, "path" | "page">, { folder, root }: Checked): string {
  return folder.startsWith("..") ? posix.join(root.replaceAll("\\", "/"), page) : posix.relative(folder, path);
}

/** The line with a caret below what it is about; only so much of a long one as fits. */
function excerptLines({ path, line, column, end }: CheckedFinding, { linesOf }: Checked): PrettyLine[] {
  const whole = linesOf(path)?.[line - 1]?.replaceAll("\t", " ");
  if (whole === undefined || whole.trim() === "") return [];
  const from = column > EXCERPT - BEFORE ? column - BEFORE : 0;
  const text = cut(whole.slice(from), EXCERPT);
  const start = column - 1 - from;
  const stop = Math.min((end?.line === line ? end.column - 1 : column) - from, text.length);
  const number = String(line).padStart(5);
  const mark = `${" ".repeat(start)}${"^".repeat(Math.max(1, stop - start))}`;
  return [
    [{ text: `${number} | `, color: "dim" }, text],
    [{ text: `${" ".repeat(number.length)} | ${mark}`, color: "dim" }],
  ];
}

function staleLines(checked: Checked, { all }: PrettyOptions): PrettyLine[] {
  const stale = reported(checked).filter(({ rule }) => rule === "baseline-stale");
  if (stale.length === 0) return [];
  const shown = all ? stale : stale.slice(0, STALE);
  const rest = stale.length - shown.length;
  const are = stale.length === 1 ? "is" : "are";
  return [
    `${counted(stale.length, "finding")} of the baseline ${are} mended: run \`docwright check --update-baseline\` and commit.`,
    ...shown.map((one) => `  ${shownPath(one, checked)}:${one.line} ${one.message}`),
    ...(rest > 0 ? [`  and ${rest} more: --all lists them`] : []),
    "",
  ];
}

function ruleLines({ rules }: Checked, { all }: PrettyOptions): PrettyLine[] {
  const found = rules.filter(({ counts }) => counts.new > 0);
  const shown = all ? found : found.slice(0, RULES);
  const [ids, numbers, pages] = [shown.map(({ id }) => id), shown.map(newCount), shown.map(pagesText)].map(widest);
  const lines = shown.map((rule): PrettyLine => {
    const left = `${rule.id.padEnd(ids ?? 0)}  ${newCount(rule).padStart(numbers ?? 0)}  ${pagesText(rule).padEnd(pages ?? 0)}`;
    return [{ text: rule.severity.padEnd("warning".length), color: COLORS[rule.severity] }, `  ${left}  ${rule.fix}`];
  });
  const rest = found.slice(shown.length);
  const more = rest.reduce((sum, { counts }) => sum + counts.new, 0);
  if (rest.length > 0)
    lines.push(`${counted(more, "finding")} of ${counted(rest.length, "rule")} more: --all lists them`);
  return lines.length === 0 ? [] : [...lines, ""];
}

function newCount({ counts }: CheckedRule): string {
  return counts.new.toLocaleString("en");
}

function pagesText({ pages }: CheckedRule): string {
  return `on ${counted(pages, "page")}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

function verdictLines(checked: Checked): PrettyLine[] {
  const { counts, fails, failOn, change, described, rules } = checked;
  const of = change === undefined ? "" : ` new since ${change.ref}`;
  const aside = [
    ...(counts.baselined > 0 ? [`${counted(counts.baselined, "old finding")} in the baseline`] : []),
    ...(counts.suppressed > 0 ? [`${counts.suppressed.toLocaleString("en")} suppressed`] : []),
    ...(counts.old > 0 ? [`${counts.old.toLocaleString("en")} not of this change`] : []),
  ];
  const { lines, rows } = checked.understood;
  return [
    `docs      ${counted(described.pages, "page")}, ${counted(described.operations, "operation")}, ${counted(described.types, "type")}`,
    `read      ${share(lines)} of ${counted(lines.all, "line")}, ${share(rows)} of ${counted(rows.all, "row")}`,
    `findings  ${[countsText(counts) + of, ...aside].join("; ")}`,
    ...(fails ? failureLines(failOn, rules) : []),
    ...shortLines(checked),
  ];
}

/** Rounded down, so that a hundred per cent means all. */
function share({ all, understood }: Checked["understood"]["lines"]): string {
  return `${(all === 0 ? 100 : Math.floor((understood / all) * 1000) / 10).toFixed(1)}%`;
}

/** Where less is read than has to be. */
function shortLines({ minRead }: Checked): PrettyLine[] {
  if (minRead === undefined || minRead.share >= minRead.wanted) return [];
  return [
    "",
    `Fails because ${minRead.share.toFixed(1)}% of the lines that say something were read: --min-read wants ${minRead.wanted}%.`,
    "`docwright check --unread` lists the others by the headings that they stand below.",
  ];
}

function failureLines(failOn: Checked["failOn"], rules: readonly CheckedRule[]): PrettyLine[] {
  const grave = severities.slice(0, failOn === "never" ? 0 : severities.indexOf(failOn) + 1);
  const first = rules.find(({ counts, severity }) => counts.new > 0 && grave.includes(severity))?.id;
  if (first === undefined) return [];
  return [
    "",
    `Fails because of ${failOn === "error" ? "errors" : failOn === "warning" ? "errors or warnings" : "findings"}. \`docwright rules ${first}\` says what to write;`,
    "`docwright check --accept-new` keeps what cannot be mended now in a baseline, which then only shrinks.",
  ];
}
