/**
 * `npm run fuzz -- <docs> [--pages 5000] [--seed 7] [--only N] [--out folder]`: mutated pages through the whole job, and what comes out through
 * the compiler and its own tests. Ends with 1 when anything failed, and leaves a small docs folder for each class of failures. In seconds:
 * `--limit 1` for a page, `--patience 20` for a set of pages, `--reduce 60` for making one failure small.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../helpers/npm.js";
import { writeClass } from "./classes.js";
import { corpusFolder, loadCorpus } from "./corpus.js";
import { reduce, runRound, type Round } from "./round.js";
import { startWorker, type Worker } from "./worker.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
    out: { type: "string", default: "fuzz-failures" },
    limit: { type: "string", default: "1" },
    patience: { type: "string", default: "20" },
    reduce: { type: "string", default: "60" },
  },
});
const [docs = join(root, "docs")] = positionals;
const options = {
  seed: number(values.seed),
  pages: number(values.pages),
  ...(values.only !== undefined && { only: number(values.only) }),
  limit: number(values.limit),
  workshop: join(root, "node_modules/.cache/docwright-fuzz", String(process.pid)),
  progress(line: string) {
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  },
};
const again = `npm run fuzz -- ${docs} --seed ${options.seed}`;

console.log(`${again} --pages ${options.pages}`);
const started = performance.now();
const worker = startWorker(options.limit, number(values.patience));
mkdirSync(options.workshop, { recursive: true });
try {
  const round = await runRound(loadCorpus(corpusFolder(docs)), worker, options);
  report(round);
  await leave(round, worker);
  process.exitCode = round.classes.length === 0 ? 0 : 1;
} finally {
  worker.close();
  rmSync(options.workshop, { recursive: true, force: true });
}

function report({ pages, tests, classes }: Round): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${options.only === undefined ? pages : 1} pages in ${seconds} s, ${tests} generated tests passed`);
  console.log(classes.length === 0 ? "0 failures" : `${classes.length} classes of failures, most frequent first:`);
  for (const { first, seen } of classes) console.log(`${String(seen.size).padStart(5)} ${first.signature}`);
}

/** A small docs folder for each class. */
async function leave({ classes }: Round, worker: Worker): Promise<void> {
  for (const [rank, each] of classes.entries()) {
    const { docs: few, mutants } = await reduce(each, worker, options, number(values.reduce));
    const folder = writeClass(resolve(values.out), rank + 1, each, few, mutants, again);
    console.log(
      `${folder}: ${mutants.map(({ path, number }) => `page ${number}, ${JSON.stringify(path)}`).join("; ")}`,
    );
  }
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${text} is no number.`);
  return value;
}
