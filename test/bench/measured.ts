/** Processes that are measured, and figures of several runs. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Figures {
  readonly seconds: number;
  /** Seconds in which processors worked, all threads together. */
  readonly cpu: number;
  /** Megabytes at the peak. */
  readonly memory: number;
}

/** How a program is run, where that is not as docwright is. */
interface Program {
  readonly node?: string;
  readonly flags?: string;
  readonly fine?: readonly number[];
}

const preload = fileURLToPath(new URL("./peak.mjs", import.meta.url));
const program = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

/** Runs a program of JavaScript, and what it starts. Throws with what it says when it ends with a code that is not `fine`. */
export function measured(
  words: readonly string[],
  cwd: string,
  { node = process.execPath, flags = "", fine = [0] }: Program = {},
): Figures {
  const peaks = join(cwd, "peaks");
  rmSync(peaks, { recursive: true, force: true });
  for (const name of [peaks, join(cwd, "node_modules")]) mkdirSync(name, { recursive: true });
  const env = { ...process.env, PEAK_FOLDER: peaks, NODE_OPTIONS: `${flags} --import ${pathToFileURL(preload)}` };
  const start = performance.now();
  const { status, stderr } = spawnSync(node, words, { cwd, env, encoding: "utf8", maxBuffer: 1e9 });
  const seconds = (performance.now() - start) / 1000;
  if (status === null || !fine.includes(status)) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  const parts = readdirSync(peaks).map((name): Omit<Figures, "seconds"> =>
    JSON.parse(readFileSync(join(peaks, name), "utf8")),
  );
  const cpu = parts.reduce((sum, part) => sum + part.cpu, 0);
  return { seconds, cpu, memory: Math.max(...parts.map(({ memory }) => memory)) };
}

/** The command line as `npm run build` made it. */
export function docwright(words: readonly string[], cwd: string): Figures {
  // 1: the docs have errors; the package is there all the same
  return measured([program, ...words], cwd, { fine: [0, 1] });
}

/** The least and the median of each figure. */
export function summary(runs: readonly Figures[]): { readonly least: Figures; readonly median: Figures } {
  const pick = (key: keyof Figures, at: (sorted: readonly number[]) => number | undefined): number =>
    at(runs.map((run) => run[key]).sort((a, b) => a - b)) ?? 0;
  const all = (at: (sorted: readonly number[]) => number | undefined): Figures => ({
    seconds: pick("seconds", at),
    cpu: pick("cpu", at),
    memory: pick("memory", at),
  });
  return { least: all((sorted) => sorted[0]), median: all((sorted) => sorted[Math.floor(sorted.length / 2)]) };
}
