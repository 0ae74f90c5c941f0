/** What `docwright check` tells: the findings of the docs, told apart by what the configuration, the pages, the baseline and a change say of them. */
import { relative } from "node:path";
import type { RunOptions } from "../build.js";
import { findInDocs } from "../readings.js";
import type { ReadEntry } from "../findings/baseline.js";
import type { Checked, CheckedFinding, CheckedPage, FindingState } from "../findings/checked.js";
import { endColumn } from "../findings/extent.js";
import { identified, keyOf } from "../findings/identity.js";
import { remedyOf } from "../findings/remedies.js";
import { byPlace, finding, rules, unshakeable, type Finding } from "../findings/rules.js";
import { configured, isOff, type RuleSettings } from "../findings/severity.js";
import { percent, readLines } from "../findings/read-share.js";
import { rulesOf } from "../findings/rule-counts.js";
import { isGrave, toldOf, type FailOn } from "../findings/told.js";
import type { PackageOptions } from "../plan/plan.js";
import type { Found, FoundPage } from "../result.js";
import type { Failure } from "../shared/failure.js";
import { toolVersion } from "../shared/version.js";
import { headingsOf } from "./headings.js";
import { pathsFrom, slashed, type Paths } from "./paths.js";
import { textsOf } from "./texts.js";

export interface CheckOptions {
  readonly options: PackageOptions;
  readonly run: RunOptions;
  readonly rules?: RuleSettings | undefined;
  readonly failOn: FailOn;
  /** Per cent of the lines that have to be read. */
  readonly minRead?: number | undefined;
  /** The current folder. */
  readonly folder: string;
  readonly baseline?: Baseline | undefined;
  readonly change?: Change | undefined;
  /** Address of the repository's files at this commit. */
  readonly source?: string | undefined;
}

/** The file, be it there or not, and what it lists, by the present names of pages. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  readonly entries: readonly ReadEntry[];
}

/** What tells the findings of a change from old ones. */
export interface Change extends NonNullable<Checked["change"]> {
  oldOf(findings: readonly Finding[]): ReadonlySet<Finding>;
  /** Whether the change may have mended what an entry of the baseline lists. */
  mayHaveMended(entry: ReadEntry): boolean;
  /** Further findings, at the places that cause those on pages that nobody changed. */
  causes(findings: readonly Finding[]): readonly Finding[];
}

/** What was found in the docs, and where they are. */
export type Reading = Found & { readonly root: string; readonly failedPages: readonly Failure[] };

/** Reads `docs`. Throws a `UsageError` when there is nothing to read. */
export function look(docs: string, { options, run }: CheckOptions): Promise<Reading> {
  return findInDocs(docs, options, run);
}

/** What there is to tell. Only where the whole of the docs was read, entries of the baseline can be found to be stale. */
export function judge(reading: Reading, isWhole: boolean, request: CheckOptions): Checked {
  const { failOn, baseline, change } = request;
  const { findings, reasons } = toldOf(reading, headingsOf(reading.pages), request.rules);
  const old = change?.oldOf(findings) ?? new Set();
  const paths = pathsFrom(reading.root, request.folder);
  const known = new Set(baseline?.entries.map(keyOf));
  const stateOf = (one: Finding): FindingState => {
    if (unshakeable.has(one.rule)) return "new";
    if (reasons.has(one)) return "suppressed";
    if (known.has(keyOf(one))) return "baselined";
    return old.has(one) ? "old" : "new";
  };
  const causes = change?.causes(findings.filter((one) => stateOf(one) === "new")) ?? [];
  const stale = isWhole ? staleEntries(reading, findings, reasons, request) : [];
  const staleOnes = stale.map((entry) => staleFinding(entry, baselinePage(reading.root, baseline)));
  const { linesOf } = textsOf(paths.top);
  const checked = [
    ...findings.map((one) => checkedFinding(one, stateOf(one), paths, linesOf, reasons.get(one))),
    ...[
      ...configured(
        identified([...staleOnes, ...causes].sort(byPlace), () => ""),
        request.rules,
      ),
    ].map((one) => checkedFinding(one, "new", paths, linesOf)),
  ].sort(byPlace);
  const { root, understood, counts: described } = reading;
  const pages = reading.pages.map((page) => checkedPage(page, paths));
  const minRead =
    request.minRead === undefined ? undefined : { wanted: request.minRead, share: percent(readLines(pages)) };
  const isShort = minRead !== undefined && minRead.share < minRead.wanted;
  return {
    tool: { name: "docwright", version: toolVersion },
    root,
    folder: paths.folder,
    ...(request.source !== undefined && { source: request.source }),
    failOn,
    ...(minRead && { minRead }),
    fails: isShort || checked.some((one) => one.state === "new" && isGrave(one, failOn)),
    findings: checked,
    counts: countsOf(checked),
    rules: rulesOf(checked),
    stale: stale.map(({ page, rule, symbol, line }) => {
      return { page, rule, symbol, path: paths.of(baselinePage(root, baseline)), line };
    }),
    ...(change && { change: { kind: change.kind, ref: change.ref, pages: change.pages } }),
    pages,
    understood,
    described,
    linesOf,
  };
}

function baselinePage(root: string, baseline: Baseline | undefined): string {
  return slashed(relative(root, baseline?.path ?? root));
}

function staleFinding({ page, rule, symbol, line }: ReadEntry, file: string): Finding {
  const values = { page, rule, symbol: symbol || "the page" };
  return finding("baseline-stale", file, { line, column: 1 }, `${page}: ${rule}: ${symbol}`, values);
}

/** Entries whose finding is gone. Where a page or a rule was not looked at, nothing is known of it. */
function staleEntries(
  { failedPages, findings: all }: Reading,
  findings: readonly Finding[],
  reasons: ReadonlyMap<Finding, string>,
  { baseline, change, rules: settings }: CheckOptions,
): readonly ReadEntry[] {
  const there = new Set(findings.filter((one) => !reasons.has(one)).map(keyOf));
  const blind = new Set([
    ...failedPages.map(({ item }) => item),
    ...all.filter(({ rule }) => unshakeable.has(rule)).map(({ page }) => page),
  ]);
  return (baseline?.entries ?? []).filter(
    (entry) =>
      !there.has(keyOf(entry)) &&
      !blind.has(entry.page) &&
      !isOff(entry.rule, entry.page, settings) &&
      change?.mayHaveMended(entry) !== false,
  );
}

function checkedFinding(
  one: Finding,
  state: FindingState,
  paths: Paths,
  linesOf: Checked["linesOf"],
  reason?: string,
): CheckedFinding {
  const path = paths.of(one.page);
  const lines = linesOf(path) ?? [];
  const end = one.end ?? endOf(one, lines);
  const { rule, severity, page, line, column, symbol, message, related = [] } = one;
  const edit = remedyOf(one, lines);
  return {
    rule,
    severity,
    page,
    path,
    line,
    column,
    ...(end && { end }),
    symbol,
    message,
    fix: rules[rule].fix,
    related: related.map((place) => ({ ...place, path: paths.of(place.page) })),
    ...(edit && { edit }),
    state,
    ...(state === "suppressed" && reason !== undefined && { reason }),
  };
}

function endOf({ line, column }: Finding, lines: readonly string[]): CheckedFinding["end"] {
  const end = endColumn(lines[line - 1] ?? "", column);
  return end === undefined ? undefined : { line, column: end };
}

function countsOf(findings: readonly CheckedFinding[]): Checked["counts"] {
  const counts = { error: 0, warning: 0, info: 0, baselined: 0, suppressed: 0, old: 0 };
  for (const { state, severity } of findings) counts[state === "new" ? severity : state]++;
  return counts;
}

function checkedPage({ path, title, kind, owner, ledger, symbols }: FoundPage, paths: Paths): CheckedPage {
  return { page: path, path: paths.of(path), title, kind, ...(owner !== undefined && { owner }), ledger, symbols };
}
