/** A round of fuzzing: set after set through the whole job; packages are compiled and tested, several at once, while the next are made. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Classes, type FailureClass } from "./classes.js";
import { filesOf, makeSet, setSize, type Corpus, type DocsSet, type Files, type Mutant } from "./corpus.js";
import { failure, type Failure } from "./failure.js";
import { playPackages } from "./play.js";
import { culprits, minimise, searchFor } from "./search.js";
import type { JobAnswer } from "./job.js";
import type { Worker } from "./worker.js";

export interface RoundOptions {
  readonly seed: number;
  readonly pages: number;
  /** Number of the only page that is mutated. */
  readonly only?: number;
  /** Seconds that one page may cost. */
  readonly limit: number;
  /** Where packages are made: below the project, so that they find the compiler and the test runner. */
  readonly workshop: string;
  progress(line: string): void;
}

export interface Round {
  readonly pages: number;
  /** Generated tests that passed. */
  readonly tests: number;
  readonly classes: readonly FailureClass[];
}

/** Packages that are compiled together. */
const perGroup = 4;
/** Each round with an exception costs a page and is done again without it. */
const attempts = 15;
/** Seconds of `generate` that a page costs when nothing is wrong with it, and what every package costs. */
const usual = { page: 0.06, package: 1.5 };

export async function runRound(corpus: Corpus, worker: Worker, options: RoundOptions): Promise<Round> {
  const classes = new Classes();
  const sets = setsOf(corpus, options);
  let tests = 0;
  let playing = Promise.resolve();
  const play = async (folder: string, made: readonly DocsSet[]): Promise<void> => {
    const played = await playPackages(folder);
    tests += played.tests;
    for (const [at, set] of made.entries())
      for (const each of played.failures.get(String(at)) ?? []) classes.add(each, set);
  };
  for (let start = 0; start < sets.length; start += perGroup) {
    const folder = join(options.workshop, start % (2 * perGroup) === 0 ? "even" : "odd");
    const made: DocsSet[] = [];
    rmSync(folder, { recursive: true, force: true });
    for (const [at, makeOne] of sets.slice(start, start + perGroup).entries()) {
      made.push(await settle(makeOne(), worker, join(folder, String(at)), classes, options));
      const done = Math.min(options.pages, (start + at + 1) * setSize(corpus));
      options.progress(`${done} pages, ${classes.all.length} classes of failures: ${classes.latest}`);
    }
    await playing;
    playing = play(folder, made);
  }
  await playing;
  return { pages: options.pages, tests, classes: classes.all };
}

function setsOf(corpus: Corpus, { pages, seed, only }: RoundOptions): (() => DocsSet)[] {
  const size = setSize(corpus);
  if (only !== undefined) {
    const whole = makeSet(corpus, seed, Math.floor(only / size), size);
    return [() => ({ ...whole, mutants: whole.mutants.filter(({ number }) => number === only) })];
  }
  return Array.from({ length: Math.ceil(pages / size) }, (_, index) => () => {
    return makeSet(corpus, seed, index, Math.min(size, pages - index * size));
  });
}

/**
 * Makes the package of a set. What an exception or a hang kept from being made is found, noted and left as it was before, until the rest goes
 * through; returns what that is.
 */
async function settle(
  set: DocsSet,
  worker: Worker,
  out: string,
  classes: Classes,
  options: RoundOptions,
): Promise<DocsSet> {
  let rest = set;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await worker.run(filesOf(rest.originals, rest.mutants), out);
    const found = [...answer.failures, ...slowOf(answer, rest, options)];
    for (const each of found.filter((one) => !isFatal(one))) classes.add(each, rest);
    const fatal = found.filter(isFatal);
    if (fatal.length === 0) return rest;
    const guilty = await guiltyOf(rest, fatal, worker, options);
    for (const each of guilty.failures) classes.add(each, rest);
    const gone = new Set(guilty.mutants);
    if (gone.size === 0) return rest;
    rest = { ...rest, mutants: rest.mutants.filter((mutant) => !gone.has(mutant)) };
  }
  return rest;
}

function isFatal({ kind, page }: Failure): boolean {
  return kind === "exception" || kind === "hang" || (kind === "slow" && page === undefined);
}

interface Guilty {
  readonly failures: readonly Failure[];
  readonly mutants: readonly Mutant[];
}

/** The mutants behind what ended a job: those that are named, or else those that a search finds, with what is wrong with these alone. */
async function guiltyOf(
  set: DocsSet,
  fatal: readonly Failure[],
  worker: Worker,
  options: RoundOptions,
): Promise<Guilty> {
  const named = set.mutants.filter(({ path }) => fatal.some(({ page }) => page === path));
  if (named.length > 0) return { failures: fatal.filter(({ page }) => page !== undefined), mutants: named };
  const [first] = fatal;
  if (first === undefined) return { failures: [], mutants: [] };
  const ended = async (files: Files): Promise<boolean> => (await worker.run(files)).failures.some(isFatal);
  const failsWith = first.kind === "slow" ? slowness(set, worker, options) : ended;
  const mutants = await culprits(set, first, failsWith, () => false);
  const [culprit] = mutants;
  if (culprit === undefined) return { failures: fatal, mutants };
  const alone = (await worker.run(filesOf(set.originals, mutants))).failures.filter(isFatal);
  return { failures: (alone.length > 0 ? alone : [first]).map((each) => ({ ...each, page: culprit.path })), mutants };
}

/** Tells whether a docs folder costs more than a page may add to what the set costs as it was. */
function slowness(
  set: DocsSet,
  worker: Worker,
  { limit }: Pick<RoundOptions, "limit">,
): (files: Files) => Promise<boolean> {
  const before = worker.run(set.originals).then(({ seconds }) => seconds);
  return async (files) => {
    const allowed = (await before) + limit;
    return (await worker.run(files)).seconds > allowed;
  };
}

/** The whole job costs what it costs without mutations, and one page must not add more than the limit. */
function slowOf({ seconds, failures }: JobAnswer, { originals }: DocsSet, { limit }: RoundOptions): Failure[] {
  const allowed = limit + usual.package + usual.page * originals.size;
  if (seconds <= allowed || failures.some(({ kind }) => kind === "hang")) return [];
  return [failure("slow", "generating takes too long", `${seconds.toFixed(1)} s, ${allowed.toFixed(1)} s are allowed`)];
}

/** The smallest docs folder that shows what a class is, and the mutants in it. */
export async function reduce(
  { first, set }: FailureClass,
  worker: Worker,
  options: Pick<RoundOptions, "limit" | "workshop">,
  seconds: number,
): Promise<{ readonly docs: Files; readonly mutants: readonly Mutant[] }> {
  const end = performance.now() + seconds * 1000;
  const isOver = (): boolean => performance.now() > end;
  const folder = join(options.workshop, "search");
  mkdirSync(folder, { recursive: true });
  const isSlow = first.kind === "slow" && first.signature.includes("generating");
  const failsWith = isSlow ? slowness(set, worker, options) : searchFor(worker, folder, first);
  const mutants = await culprits(set, first, failsWith, isOver);
  if (mutants.length === 0) return { docs: filesOf(set.originals, set.mutants), mutants: set.mutants };
  return { docs: await minimise(set, mutants, failsWith, isOver), mutants };
}
