/** `docwright check`: what is wrong with the docs, in the format that whoever asks can show. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { changeOf, type Wanted } from "../../check/change.js";
import { judge, look, type Baseline, type Change, type CheckOptions, type Reading } from "../../check/check.js";
import { headingsOf } from "../../check/headings.js";
import { pathsFrom } from "../../check/paths.js";
import type { Checked } from "../../findings/checked.js";
import { UsageError } from "../../shared/usage-error.js";
import type { Settings } from "../config.js";
import { isUnreadable } from "../../findings/told.js";
import { failureLines, noDocs, shownPath } from "../report.js";
import { unreadLines } from "../unread-lines.js";
import { exitCode, type Call } from "./call.js";
import { baselineOf, writtenBaseline } from "./check-baseline.js";
import { fixed } from "./check-fix.js";
import { printChecked, reportsOf, sourceOf, writeFormat, type Environment } from "./check-formats.js";
import { checkOptions } from "./run-options.js";

/** What was read, with what it is compared with. */
export interface Look {
  readonly reading: Reading;
  readonly baseline: Baseline;
  readonly change: Change | undefined;
}

/** Resolves to the exit code. Throws a `UsageError` when there are no docs, or for what cannot be done as it is asked for. */
export async function runCheck(call: Call, environment: Environment = process.env): Promise<number> {
  const { settings, terminal } = call;
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs))
    throw new UsageError(`${shownPath(docs)} does not exist: say which folder or page to read. ${noDocs}`);
  if (settings.unread && (settings.format ?? "pretty") !== "pretty")
    throw new UsageError(`--unread is a list for people: leave out --format ${settings.format}.`);
  const reports = reportsOf(settings, environment);
  const request = { ...checkOptions(call, docs), source: sourceOf(environment) };
  if (settings.watch)
    return (await import("./check-watch.js")).watchCheck(call, docs, request, (run) =>
      lookAt(docs, call, { ...request, run }, environment),
    );
  let seen = await lookAt(docs, call, request, environment);
  const isWhole = resolve(docs) === seen.reading.root;
  const judged = (baseline = seen.baseline): Checked =>
    judge(seen.reading, isWhole, { ...request, baseline, change: seen.change });
  const again = async (): Promise<Checked> => {
    seen = await lookAt(docs, call, request, environment);
    return judged();
  };
  const { top } = pathsFrom(seen.reading.root, request.folder);
  const mended = settings.fix ? await fixed(judged(), settings, top, again) : { checked: judged(), lines: [] };
  const written = writtenBaseline(mended.checked, seen.baseline, call, { reading: seen.reading, isWhole, environment });
  const checked = written === undefined ? mended.checked : judged(written.baseline);
  terminal.clearProgress();
  if (settings.unread) terminal.print(unreadLines(checked, headingsOf(seen.reading.pages), settings));
  else printChecked(checked, settings, { terminal, environment });
  // a format for programs is nothing but that
  const tell = (settings.format ?? "pretty") === "pretty" ? terminal.print : terminal.complain;
  tell([...mended.lines, ...(written?.lines ?? [])]);
  for (const report of reports) writeFormat(report, checked, settings);
  terminal.complain(failureLines(seen.reading.failedPages));
  if (checked.findings.some(isUnreadable)) return exitCode.failed;
  return checked.fails ? exitCode.docsHaveErrors : exitCode.clean;
}

/** Reads the docs, and what they are compared with. */
export async function lookAt(docs: string, call: Call, request: CheckOptions, environment: Environment): Promise<Look> {
  const wanted = wantedChange(call.settings);
  const reading = await look(docs, request);
  const baseline = baselineOf(call, reading);
  return { reading, baseline, change: wanted && (await changeOf(docs, reading, wanted, request, environment)) };
}

function wantedChange({ docs, changed, newSince }: Settings): Wanted | undefined {
  if (changed !== undefined && newSince !== undefined)
    throw new UsageError(
      "Say --changed or --new-since, not both: the second leaves out old findings of changed pages.",
    );
  if (newSince !== undefined) return { kind: "new-since", ref: newSince };
  if (changed !== undefined && docs === undefined && existsSync(changed))
    throw new UsageError(`--changed takes what follows for a branch: say docwright check ${changed} --changed.`);
  return changed === undefined ? undefined : { kind: "changed", ref: changed === "" ? undefined : changed };
}
