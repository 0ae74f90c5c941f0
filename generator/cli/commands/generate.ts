/** `docwright generate`: reads the docs, brings the output folder up to date (or says what is not), reports. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { cacheOf } from "./cache-of.js";
import { prepare, type Prepared } from "../../generate.js";
import { keyOf } from "../../findings/identity.js";
import { changesOf, watching } from "../watch.js";
import {
  changeLines,
  differenceLines,
  failureLines,
  findingLines,
  noDocs,
  shownPath,
  summaryLines,
  writtenLine,
} from "../report.js";
import { isGrave, isUnreadable, toldOf, type FailOn } from "../../findings/told.js";
import type { RunOptions } from "../../build.js";
import type { PackageOptions } from "../../plan/plan.js";
import type { Terminal } from "../terminal.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";
import { quietly, type Waiting } from "../../write/work-folder.js";
import {
  checkOutput,
  isClean,
  isUpToDate,
  lookAt,
  recoverOutput,
  targetOf,
  writeOutput,
  type Target,
} from "../../write/write.js";
import type { Settings } from "../config.js";
import { exitCode, type Call } from "./call.js";
import { failOnOf } from "./fail-on.js";
import { namedOptions } from "./package-options.js";

/**
 * Resolves to the exit code; with `--watch` it does not. Throws a `UsageError` when there are no docs, or when the output folder cannot be
 * used.
 */
export async function runGenerate(call: Call): Promise<number> {
  const { settings, terminal } = call;
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs))
    throw new UsageError(`${shownPath(docs)} does not exist: say which folder or page to read. ${noDocs}`);
  const target = targetOf(settings.out ?? resolve("output"), docs, settings.keep);
  const disk = cacheOf(settings, docs, waitingAt(terminal).tell);
  if (!settings.watch) return (await generateOnce(call, { docs, target, alive: { cache: disk } })).code;
  if (settings.check)
    throw new UsageError("Say --watch or --check: the first goes on, the second ends with a verdict.");
  const alive = (await import("./watch-memory.js")).watchMemory(disk);
  let last: Prepared | undefined;
  let good: Prepared | undefined;
  const round = async (): Promise<void> => {
    alive.cache.turn();
    const { generated, isKept } = await generateOnce(call, { docs, target, alive, last, good });
    last = generated;
    if (!isKept) good = generated;
  };
  return watching(changesOf(docs, settings), round, terminal);
}

interface Round {
  readonly docs: string;
  readonly target: Target;
  readonly alive: Pick<RunOptions, "cache" | "memory" | "modules" | "openPool">;
  /** What the round before made: only what differs is told. */
  readonly last?: Prepared | undefined;
  /** What the package was written from. */
  readonly good?: Prepared | undefined;
}

interface Outcome {
  readonly code: number;
  readonly generated: Prepared;
  /** Whether the package was left as it is. */
  readonly isKept: boolean;
}

async function generateOnce(
  { settings, words, terminal }: Call,
  { docs, target, alive, last, good }: Round,
): Promise<Outcome> {
  const started = performance.now();
  const waiting = waitingAt(terminal);
  if (!settings.check) recoverOutput(target, waiting);

  const run = { ...alive, includes: settings.includes, progress: terminal.progress };
  const { options, lines } = await versioned(docs, target.folder, settings, terminal, run);
  const made = await prepare(docs, options, run);
  terminal.clearProgress();
  checkRenames(made, settings);
  const { findings, reasons } = toldOf(made, () => "", settings.rules);
  const generated = { ...made, findings: findings.filter((one) => !reasons.has(one)) };

  const isKept = hasNoPages(generated) || isBroken(generated, good);
  const verdict = isKept
    ? { lines: [`output    ${shownPath(target.folder)}: left as it is`], code: exitCode.failed }
    : settings.check
      ? check(target, generated, mendingCommand(words))
      : await write(target, generated, waiting);
  if (last !== undefined) terminal.print(changeLines(last.findings, generated.findings, generated.root));
  else if (!settings.quiet) terminal.print(findingLines(generated.findings, generated.root));
  else terminal.complain(findingLines(generated.findings.filter(isUnreadable), generated.root));
  if (last === undefined) terminal.print(summaryLines(generated));
  terminal.print([...lines, ...verdict.lines, `time      ${((performance.now() - started) / 1000).toFixed(1)} s`]);
  terminal.complain(failureLines(generated.failedPages));
  const isFailed = generated.findings.some(isUnreadable);
  const code = isFailed ? exitCode.failed : verdict.code || worst(generated, failOnOf(settings));
  if (code === exitCode.docsHaveErrors && last === undefined) terminal.print(mendingLines(generated, settings));
  return { code, generated, isKept };
}

/** What to do about the findings that failed the run. */
function mendingLines({ findings }: Prepared, settings: Settings): string[] {
  const rule = findings.find((finding) => isGrave(finding, failOnOf(settings)))?.rule ?? "";
  const help = settings.quiet
    ? "npx docwright check shows what is to be mended"
    : `npx docwright rules ${rule} says what to write`;
  return [`next      ${help}; the package lacks what errors concern`];
}

/** A page that is being written: an error that was not there before does not cost the package that works. */
function isBroken({ findings }: Prepared, good: Prepared | undefined): boolean {
  if (good === undefined) return false;
  const known = new Set(good.findings.map(keyOf));
  return findings.some((one) => one.severity === "error" && !known.has(keyOf(one)));
}

/** Throws a `UsageError` for a new name of the configuration that no function has got: of a page that is gone, of a slip, or a taken one. */
function checkRenames({ names: { operations } }: Prepared, { renames = {} }: Settings): void {
  for (const [old, wanted] of Object.entries(renames)) {
    const named = operations.find((each) => each.function === wanted);
    if (named?.aliases?.includes(old)) continue;
    const known = operations.map((each) => each.function);
    throw new UsageError(
      named === undefined && !known.includes(old)
        ? `renames: there is no function ${old}.${closest(old, known)}`
        : `renames: ${old} cannot be called ${wanted}: the package has something else by that name.`,
    );
  }
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
  const options = await namedOptions(settings, docs, out, run.cache);
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
function hasNoPages({ counts, failedPages }: Prepared): boolean {
  return failedPages.length > 0 && counts.pages === 0;
}

async function write(target: Target, { files, contents }: Prepared, waiting: Waiting): Promise<Verdict> {
  const seen = lookAt(target, files);
  const difference = isUpToDate(seen) ? seen.difference : writeOutput(target, await contents(), waiting, seen);
  return { lines: [writtenLine(difference, shownPath(target.folder))], code: exitCode.clean };
}

function check(target: Target, { files }: Prepared, mend: string): Verdict {
  const difference = checkOutput(target, files);
  if (isClean(difference)) return { lines: [writtenLine(difference, shownPath(target.folder))], code: exitCode.clean };
  return { lines: differenceLines(difference, shownPath(target.folder), mend), code: exitCode.outOfDate };
}

function worst({ findings }: Prepared, failOn: FailOn): number {
  return findings.some((one) => isGrave(one, failOn)) ? exitCode.docsHaveErrors : exitCode.clean;
}

/** The command line as it was typed, without `--check`; where the configuration says it, the opposite. */
function mendingCommand(words: readonly string[]): string {
  const others = words.filter((word) => !checkFlag.test(word));
  const quoted = others.map((word) => (plainWord.test(word) ? word : JSON.stringify(word)));
  return ["npx docwright", ...quoted, ...(others.length === words.length ? ["--no-check"] : [])].join(" ");
}

const checkFlag = /^--check(?:=|$)/;
const plainWord = /^[\w./:@=-]+$/;
