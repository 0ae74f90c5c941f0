/** The whole job with all its checks over one docs folder at a time, and the search for what a failure needs. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { filesOf, type DocsSet, type Files, type Mutant } from "./corpus.js";
import type { Failure } from "./failure.js";
import { playPackages } from "./play.js";
import { smallest } from "./smallest.js";
import type { Worker } from "./worker.js";

/** Whether a failure is seen in the package only, which costs a run of the compiler. */
function needsPackage({ kind }: Failure): boolean {
  return kind === "compile" || kind === "test";
}

/** Tells whether a docs folder fails in the way that is looked for. `folder` is for the package. */
export function searchFor(worker: Worker, folder: string, wanted: Failure): (files: Files) => Promise<boolean> {
  return async (files) => {
    const failures = needsPackage(wanted) ? await playOne(worker, folder, files) : (await worker.run(files)).failures;
    // What hangs is found in another function every time.
    return failures.some(({ kind, signature }) =>
      kind === "hang" ? wanted.kind === kind : signature === wanted.signature,
    );
  };
}

async function playOne(worker: Worker, folder: string, files: Files): Promise<readonly Failure[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await worker.run(files, join(folder, "0"));
  return (await playPackages(folder)).failures.get("0") ?? [];
}

/** The mutants that `wanted` needs: the page it names, or what a search finds. Empty when it does not come again. */
export async function culprits(
  set: DocsSet,
  wanted: Failure,
  failsWith: (files: Files) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly Mutant[]> {
  const failing = (mutants: readonly Mutant[]): Promise<boolean> => failsWith(filesOf(set.originals, mutants));
  const named = set.mutants.filter(({ path }) => path === wanted.page);
  if (named.length > 0 && (await failing(named))) return named;
  if (!(await failing(set.mutants))) return [];
  return smallest(set.mutants, failing, isOver);
}

/** The docs folder that `wanted` needs, with as few pages, and as few lines of the mutated ones, as can be found in time. */
export async function minimise(
  set: DocsSet,
  mutants: readonly Mutant[],
  failsWith: (files: Files) => Promise<boolean>,
  isOver: () => boolean,
): Promise<Files> {
  const mutated = new Map(mutants.map(({ path, text }) => [path, text]));
  const all = filesOf(set.originals, mutants);
  const others = [...all.keys()].filter((path) => !mutated.has(path));
  const filesWith = (paths: readonly string[], texts: Files): Files =>
    new Map([...paths.map((path) => [path, all.get(path) ?? ""] as const), ...texts]);
  const alone = await failsWith(filesWith([], mutated));
  const kept = alone ? [] : await smallest(others, (paths) => failsWith(filesWith(paths, mutated)), isOver);
  let texts: Files = mutated;
  for (const { path } of mutants) {
    // Lines first, then what is within them.
    for (const border of [/(?<=\n)/, /\b|(?<=[^\w\s])/]) {
      const textsWith = (pieces: readonly string[]): Files => new Map([...texts, [path, pieces.join("")]]);
      const pieces = (texts.get(path) ?? "").split(border);
      const few = await smallest(pieces, (some) => failsWith(filesWith(kept, textsWith(some))), isOver);
      texts = textsWith(few);
    }
  }
  return filesWith(kept, texts);
}
