/** `docwright generate`: reads the docs, brings the output folder up to date (or says what is not), reports. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { cacheOf } from "./cache-of.js";
import { generate } from "../../generate.js";
import {
  differenceLines,
  failureLines,
  findingLines,
  isUnreadable,
  shownPath,
  summaryLines,
  writtenLine,
} from "../report.js";
import type { RunOptions } from "../../build.js";
import type { PackageOptions } from "../../plan/plan.js";
import type { Generated } from "../../result.js";
import type { Settings } from "../config.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../../shared/usage-error.js";
import { quietly, type Waiting } from "../../write/work-folder.js";
import { checkOutput, isClean, recoverOutput, targetOf, writeOutput, type Target } from "../../write/write.js";
import { exitCode, type Call } from "./call.js";
import { packageOptions } from "./package-options.js";

/** Resolves to the exit code. Throws a `UsageError` when there are no docs, or when the output folder cannot be used. */
export async function runGenerate({ settings, words, terminal }: Call): Promise<number> {
  const started = performance.now();
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs)) throw new UsageError(`${shownPath(docs)} does not exist: say which folder or page to read.`);
  const target = targetOf(settings.out ?? resolve("output"), docs, settings.keep);
  const waiting = waitingAt(terminal);
  if (!settings.check) recoverOutput(target, waiting);

  const run = {
    cache: cacheOf(settings, docs, waiting.tell),
    includes: settings.includes,
    progress: terminal.progress,
  };
  const { options, lines } = await versioned(docs, target.folder, settings, terminal, run);
  const generated = await generate(docs, options, run);
  terminal.clearProgress();

  const verdict = hasNoPages(generated)
    ? { lines: [`output    ${shownPath(target.folder)}: left as it is`], code: exitCode.failed }
    : settings.check
      ? check(target, generated, mendingCommand(words))
      : write(target, generated, waiting);
  if (!settings.quiet) terminal.print(findingLines(generated.findings, generated.root));
  else terminal.complain(findingLines(generated.findings.filter(isUnreadable), generated.root));
  terminal.print(summaryLines(generated));
  terminal.print([...lines, ...verdict.lines, `time      ${((performance.now() - started) / 1000).toFixed(1)} s`]);
  terminal.complain(failureLines(generated.failedPages));
  return generated.findings.some(isUnreadable) ? exitCode.failed : verdict.code || worst(generated);
}

/** What the package is made with, and what is to be said of its version. */
async function versioned(
  docs: string,
  out: string,
  settings: Settings,
  terminal: Terminal,
  run: RunOptions,
): Promise<{ readonly options: PackageOptions; readonly lines: readonly string[] }> {
  const { bumped, keepingVersion } = await import("./bump.js");
  const options = packageOptions(settings, docs, out);
  if (!settings.bump && !settings.changeset) return { options: keepingVersion(options, settings, out), lines: [] };
  const found = await bumped({ docs, out, settings, options, terminal, run });
  return { options: found.options, lines: [found.line] };
}

interface Verdict {
  readonly lines: readonly string[];
  readonly code: number;
}

/** Other runs are waited for, and what is to be known about that is told beside the results. */
function waitingAt({ clearProgress, complain }: Terminal): Waiting {
  const tell = (line: string): void => {
    clearProgress();
    complain([line]);
  };
  return { ...quietly, tell };
}

/** A bug of ours struck all of them: a package without anything must not take the place of one that works. */
function hasNoPages({ counts, failedPages }: Generated): boolean {
  return failedPages.length > 0 && counts.pages === 0;
}

function write(target: Target, { files }: Generated, waiting: Waiting): Verdict {
  return { lines: [writtenLine(writeOutput(target, files, waiting), shownPath(target.folder))], code: exitCode.clean };
}

function check(target: Target, { files }: Generated, mend: string): Verdict {
  const difference = checkOutput(target, files);
  if (isClean(difference)) return { lines: [writtenLine(difference, shownPath(target.folder))], code: exitCode.clean };
  return { lines: differenceLines(difference, shownPath(target.folder), mend), code: exitCode.outOfDate };
}

function worst({ findings }: Generated): number {
  return findings.some(({ severity }) => severity === "error") ? exitCode.docsHaveErrors : exitCode.clean;
}

/** The command line as it was typed, without `--check`; where the configuration says it, the opposite. */
function mendingCommand(words: readonly string[]): string {
  const others = words.filter((word) => !checkFlag.test(word));
  const quoted = others.map((word) => (plainWord.test(word) ? word : JSON.stringify(word)));
  return ["npx docwright", ...quoted, ...(others.length === words.length ? ["--no-check"] : [])].join(" ");
}

const checkFlag = /^--check(?:=|$)/;
const plainWord = /^[\w./:@=-]+$/;
