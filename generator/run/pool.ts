/** Runs the jobs of `worker.ts` over many items: in threads when there are many, in this one when there are few. */
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Tinypool } from "tinypool";
import type { ModulePlan } from "../plan/plan.js";
import { failureOf, type Failure, type Outcome, type Stage } from "../shared/failure.js";
import type { OutputFile } from "../shared/output-file.js";
import type { PageSource } from "../read/source/source.js";
import type { Packed } from "./packed.js";
import type { Jobs, Purpose, ReadPage } from "./worker.js";

/** Below this number of pages, starting threads costs more than it saves. */
const worthThreads = 200;
const batchSize = 16;

/**
 * Of a thread. Parsing and printing make many short-lived objects: with twice the room that Node gives them, most are gone before they are
 * looked at. The bound on the others is far off; it only makes the collector begin earlier.
 */
const memory = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 1024 };

/** Does a batch; outcomes in the order of the items. */
export type Job<I, O> = (batch: readonly I[]) => Promise<readonly Outcome<O>[]>;

export interface Pool {
  readonly read: Job<PageSource, Packed<ReadPage>>;
  readonly emit: Job<ModulePlan, Packed<OutputFile[]>>;
  readonly format: Job<OutputFile, Packed<OutputFile>>;
  /** Starts threads for as many items, and lets them load what a job needs, while this one is busy otherwise. */
  prepare(job: keyof Jobs, items: number): void;
  /**
   * `prepare` for as many items as were done so far; where that were many, which it answers, with new threads, without all that the old have
   * come to hold.
   */
  renew(job: keyof Jobs): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens one pool, for the first that asks, and lends it to all: their `renew` and `close` leave it as it is. */
export function lentPool(): typeof createPool {
  let opened: Promise<Pool> | undefined;
  return async (items) => {
    const pool = await (opened ??= createPool(items));
    const renew = async (job: keyof Jobs): Promise<boolean> => {
      pool.prepare(job, items);
      return false;
    };
    return { ...pool, renew, close: async () => {} };
  };
}

/** A pool for about `items` items; to be closed. */
export async function createPool(items: number): Promise<Pool> {
  if (items < worthThreads)
    return { ...(await import("./worker.js")).jobs, prepare() {}, renew: async () => false, close: async () => {} };
  const extension = extname(import.meta.url);
  const maxThreads = availableParallelism();
  // Threads see what it says when they are started.
  const purpose: Purpose = { job: "read" };
  const threads = new Tinypool({
    filename: new URL(`./worker${extension}`, import.meta.url).href,
    // In development tsx compiles on the fly; it reaches child processes, not threads.
    ...(extension === ".ts" ? { runtime: "child_process", serialization: "advanced" } : { runtime: "worker_threads" }),
    resourceLimits: memory,
    workerData: purpose,
    // Started when there is something to do, and kept until the end.
    minThreads: 0,
    maxThreads,
    idleTimeout: 600_000,
  });
  // What a dead thread was to do says so itself.
  threads.on("error", () => {});
  // Should it fail, so will the first batch, and say why.
  const prepare = (job: keyof Jobs, items: number): void => {
    purpose.job = job;
    const count = Math.min(maxThreads, Math.ceil(items / batchSize) || 1);
    for (let thread = 0; thread < count; thread++) void threads.run([], { name: job }).catch(() => {});
  };
  let done = 0;
  const inThread =
    <I, O>(name: keyof Jobs): Job<I, O> =>
    async (batch) => {
      done += batch.length;
      try {
        return await threads.run(batch, { name });
      } catch (error) {
        // Nobody but the next call starts a thread in place of one that died, and there may be none.
        prepare(name, items);
        throw error;
      }
    };
  return {
    read: oneByOne("reading", inThread("read")),
    emit: oneByOne("emitting", inThread("emit")),
    format: oneByOne("emitting", inThread("format")),
    prepare,
    async renew(job) {
      const wereMany = done >= worthThreads;
      if (wereMany) await threads.recycleWorkers();
      prepare(job, done);
      done = 0;
      return wereMany;
    },
    close: () => threads.destroy(),
  };
}

/**
 * `job`, for which a thread may die (out of memory) or find no way to hand over what it made: then each item of the batch gets a thread for
 * itself, and the one that it happens to again has failed.
 */
export function oneByOne<I extends { readonly path: string }, O>(stage: Stage, job: Job<I, O>): Job<I, O> {
  return async (batch) => {
    try {
      return await job(batch);
    } catch (error) {
      const [only, ...others] = batch;
      if (only === undefined) throw error;
      if (others.length === 0) return [{ ok: false, failure: failureOf(only.path, stage, error) }];
    }
    const outcomes: Outcome<O>[] = [];
    for (const item of batch) outcomes.push(...(await oneByOne(stage, job)([item])));
    return outcomes;
  };
}

export interface Results<T> {
  /** In the order of the items, whatever finished first. */
  readonly values: readonly T[];
  readonly failures: readonly Failure[];
}

/** Hands `items` to `job` in batches; `progress` is told how many are done. */
export async function inBatches<I, O>(
  job: Job<I, O>,
  items: readonly I[],
  progress: (done: number) => void,
): Promise<Results<O>> {
  let done = 0;
  const outcomes = await Promise.all(
    batches(items).map(async (batch) => {
      const results = await job(batch);
      progress((done += batch.length));
      return results;
    }),
  );
  return {
    values: outcomes.flat().flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    failures: outcomes.flat().flatMap((outcome) => (outcome.ok ? [] : [outcome.failure])),
  };
}

function batches<I>(items: readonly I[]): I[][] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}
