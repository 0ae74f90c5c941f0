/**
 * The whole job over one docs folder, in a process of its own: what hangs or dies here takes nothing else with it. Says in a file what it is
 * about to do, so that the watchdog can tell what it never ended.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../generator/write/compare.js";
import { generate } from "../../generator/generate.js";
import { readPage } from "../../generator/read/read-page.js";
import { loadSources } from "../../generator/read/source/source.js";
import type { Generated } from "../../generator/result.js";
import { targetOf, writeOutput } from "../../generator/write/write.js";
import { checkCode, checkPaths, checkPrinted } from "./checks.js";
import { exception, failure, type Failure } from "./failure.js";
import { startWatchdog } from "./watchdog.js";

export interface JobRequest {
  readonly docs: string;
  /** Folder of the package; not written where there is none. */
  readonly out?: string;
  /** Holds what is being done. */
  readonly diary: string;
  /** Seconds of one page. */
  readonly limit: number;
  /** Seconds of the processor after which this process ends itself. */
  readonly patience: number;
}

export interface JobAnswer {
  readonly failures: readonly Failure[];
  /** Processor time of `generate`. */
  readonly seconds: number;
}

const options = { name: "fuzzed", version: "1.0.0", license: "MIT", docsUrl: "https://docs.example" };

let watch: ((seconds: number) => void) | undefined;
process.on("message", (request: JobRequest) => {
  watch ??= startWatchdog(request.diary);
  watch(request.patience);
  void answer(request).then((found) => process.send?.(found));
});

async function answer(request: JobRequest): Promise<JobAnswer> {
  try {
    const read = await readEach(request);
    writeFileSync(request.diary, "generating");
    const started = process.cpuUsage();
    const generated = await generate(request.docs, options);
    const seconds = secondsSince(started);
    writeFileSync(request.diary, "checking");
    return { failures: [...read, ...check(generated), ...write(request, generated)], seconds };
  } catch (error) {
    return { failures: [exception(stackOf(error))], seconds: 0 };
  }
}

/** Loads and reads page by page, which tells what each costs; what was read has to survive the way to another thread. */
async function readEach({ docs, diary, limit }: JobRequest): Promise<Failure[]> {
  for (const path of listFiles(docs).filter((each) => /\.md$/i.test(each))) {
    writeFileSync(diary, `loading ${path}`);
    await loadSources(join(docs, path));
  }
  writeFileSync(diary, "loading");
  const { sources } = await loadSources(docs);
  return sources.flatMap((source) => {
    writeFileSync(diary, `reading ${source.path}`);
    const started = process.cpuUsage();
    try {
      structuredClone(readPage(source));
    } catch (error) {
      return [exception(stackOf(error), source.path)];
    }
    const seconds = secondsSince(started);
    if (seconds <= limit) return [];
    return [failure("slow", "reading takes too long", `${source.path}: ${seconds.toFixed(1)} s to read`, source.path)];
  });
}

function check(generated: Generated): Failure[] {
  const { files, failedPages } = generated;
  return [
    ...failedPages.map(({ item, stack }) => exception(stack, item)),
    ...checkPaths(files),
    ...checkCode(files),
    ...checkPrinted(generated),
  ];
}

function write({ out, docs }: JobRequest, { files }: Generated): Failure[] {
  if (out === undefined) return [];
  try {
    rmSync(out, { recursive: true, force: true });
    writeOutput(targetOf(out, docs), files);
    return [];
  } catch (error) {
    return [exception(stackOf(error))];
  }
}

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
