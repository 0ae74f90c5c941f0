/** `--update-baseline` takes out what is mended, `--accept-new` takes in what is new: two words, since only the second lowers the bar. */
import type { Baseline, Reading } from "../../check/check.js";
import { join } from "node:path";
import { renamesSince } from "../../check/renames.js";
import { baselineText, parseBaseline, renamed } from "../../findings/baseline.js";
import type { Checked } from "../../findings/checked.js";
import { counted } from "../../findings/formats/reported.js";
import { keyOf } from "../../findings/identity.js";
import { unshakeable } from "../../findings/rules.js";
import { isGrave } from "../../findings/told.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeReport } from "../../write/report.js";
import { shownPath } from "../report.js";
import type { Call } from "./call.js";
import type { Environment } from "./check-formats.js";

interface Circumstances {
  readonly reading: Reading;
  readonly isWhole: boolean;
  readonly environment: Environment;
}

/** What the file lists, by the names that pages have now. */
export function baselineOf(
  { settings, folder }: Pick<Call, "settings" | "folder">,
  { root, pages }: Reading,
): Baseline {
  const path = settings.baseline ?? join(folder, "docwright-baseline.jsonl");
  const text = readPlain(path)?.toString("utf8");
  if (text === undefined && settings.baseline !== undefined && !settings.updateBaseline && !settings.acceptNew)
    throw new UsageError(`There is no baseline ${shownPath(path)}: --accept-new makes one.`);
  const entries = parseBaseline(text ?? "", shownPath(path));
  const there = new Set(pages.map((page) => page.path));
  const isGone = entries.some(({ page }) => !there.has(page));
  const renames = isGone ? renamesSince(path, root) : new Map<string, string>();
  return { path, entries: entries.map((entry) => renamed(entry, renames)) };
}

/** The baseline as it is now, and what was done; undefined where nothing was asked for. */
export function writtenBaseline(
  checked: Checked,
  before: Baseline,
  { settings }: Pick<Call, "settings">,
  circumstances: Circumstances,
): { readonly baseline: Baseline; readonly lines: readonly string[] } | undefined {
  const { acceptNew = false, updateBaseline = false, force = false } = settings;
  if (!acceptNew && !updateBaseline) return undefined;
  refuse(checked, force, circumstances);
  const stale = new Set(checked.stale.map(keyOf));
  const kept = updateBaseline ? before.entries.filter((entry) => !stale.has(keyOf(entry))) : before.entries;
  const accepted = acceptNew ? checked.findings.filter((one) => isAcceptable(one, checked)) : [];
  const text = baselineText([...kept, ...accepted]);
  writeReport(before.path, text);
  const name = shownPath(before.path);
  const lines = [
    ...accepted.map(({ page, rule, symbol }) => `accepted  ${page} ${rule} ${symbol}`.trimEnd()),
    `baseline  ${name}: ${counted(kept.length + accepted.length, "entry", "entries")} (${before.entries.length - kept.length} removed, ${accepted.length} added); commit it`,
  ];
  return { baseline: { path: before.path, entries: parseBaseline(text, name) }, lines };
}

/** Whether a new finding may be kept for now. */
export function isAcceptable(one: Checked["findings"][number], { failOn }: Checked): boolean {
  return one.state === "new" && isGrave(one, failOn) && !unshakeable.has(one.rule) && one.rule !== "baseline-stale";
}

/** Throws a `UsageError` where not all is known, or where nobody would see what is written. */
function refuse(checked: Checked, force: boolean, { reading, isWhole, environment }: Circumstances): void {
  if (environment["CI"] && !force)
    throw new UsageError(
      "In CI the baseline is not written: run this where the change can be committed, or add --force.",
    );
  if (!isWhole || checked.change !== undefined)
    throw new UsageError(
      "The baseline is about all of the docs: write it without --changed and --new-since, for the whole folder.",
    );
  const unread = checked.findings.find(({ rule }) => unshakeable.has(rule));
  if (unread !== undefined || reading.failedPages.length > 0)
    throw new UsageError(
      `The baseline is not written, since not all could be read: ${unread?.path ?? reading.failedPages[0]?.item ?? ""}. Mend that first.`,
    );
}
