/** `check --watch`: all findings once, then what each change brings and mends. */
import { statSync } from "node:fs";
import type { RunOptions } from "../../build.js";
import { judge, type CheckOptions } from "../../check/check.js";
import { changedPages, withChanged } from "../../check/own-findings.js";
import type { CheckedFinding } from "../../findings/checked.js";
import { countsText, reported } from "../../findings/formats/reported.js";
import type { Page } from "../../read/page.js";
import { UsageError } from "../../shared/usage-error.js";
import { changeLines, failureLines } from "../report.js";
import { changesOf, watching } from "../watch.js";
import type { Call } from "./call.js";
import type { Look } from "./check.js";
import { watchMemory } from "./watch-memory.js";
import { printChecked } from "./check-formats.js";

/** What the last round told. */
interface Round {
  readonly seen: Look;
  readonly findings: readonly CheckedFinding[];
}

/**
 * Goes on until it is ended. Joining thousands of pages takes seconds, reading one of them does not: what a changed page says by itself is
 * shown at once, and the rest when it is known. Throws a `UsageError` for settings that ask for more than findings.
 */
export async function watchCheck(
  { settings, terminal }: Call,
  docs: string,
  request: CheckOptions,
  lookAgain: (run: RunOptions) => Promise<Look>,
): Promise<never> {
  const strangers = (["format", "output", "fix", "unread", "acceptNew", "updateBaseline"] as const).filter(
    (key) => settings[key],
  );
  if (strangers.length > 0)
    throw new UsageError(`--watch goes without ${strangers.join(", ")}: it only shows findings.`);
  const alive = watchMemory(request.run.cache);
  const isWhole = !statSync(docs).isFile();
  const judged = ({ reading, baseline, change }: Look): ReturnType<typeof judge> =>
    judge(reading, isWhole, { ...request, baseline, change });
  let pages: readonly Page[] = [];
  let last: Round | undefined;
  const pagesRead = (now: readonly Page[]): void => {
    const changed = changedPages(pages, now);
    pages = now;
    if (last === undefined || changed.length === 0) return;
    const { seen, findings } = last;
    const early = reported(judged({ ...seen, reading: withChanged(seen.reading, changed) }));
    terminal.clearProgress();
    terminal.print(changeLines(findings, early, seen.reading.root));
    last = { seen, findings: early };
  };
  const round = async (): Promise<void> => {
    const started = performance.now();
    alive.cache.turn();
    const seen = await lookAgain({ ...request.run, ...alive, pagesRead });
    const checked = judged(seen);
    const findings = reported(checked);
    terminal.clearProgress();
    if (last === undefined) printChecked(checked, settings, { terminal, environment: {} });
    else terminal.print(changeLines(last.findings, findings, seen.reading.root));
    if (last !== undefined) terminal.print([`findings  ${countsText(checked.counts)}`]);
    terminal.print([`time      ${((performance.now() - started) / 1000).toFixed(1)} s`]);
    terminal.complain(failureLines(seen.reading.failedPages));
    last = { seen, findings };
  };
  return watching(changesOf(docs, settings), round, terminal);
}
