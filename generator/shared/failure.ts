/** A bug of ours, kept with what it struck: the run goes on without that. */

/** What is done to a page while a bug strikes it. */
export type Stage = "reading" | "linking" | "planning" | "emitting";

export interface Failure {
  /** Path of the page; of the module or the file where the pages behind it are still to be found. */
  readonly item: string;
  readonly stage: Stage;
  /** The exception in one line. */
  readonly reason: string;
  readonly stack: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Exceptions, by the path of the page that each happened on. */
export class PageErrors extends Error {
  readonly pages: ReadonlyMap<string, unknown>;

  constructor(pages: ReadonlyMap<string, unknown>) {
    super(failureReason([...pages.values()][0]));
    this.pages = pages;
  }
}

/**
 * `items.map(job)`, for items that each come from a page. An exception does not end the loop.
 * @throws PageErrors that names all pages with one
 */
export function mapPages<I, O>(items: readonly I[], pageOf: (item: I) => string, job: (item: I) => O): O[] {
  const struck = new Map<string, unknown>();
  const values = items.flatMap((item) => {
    try {
      return [job(item)];
    } catch (error) {
      struck.set(pageOf(item), error);
      return [];
    }
  });
  if (struck.size > 0) throw new PageErrors(struck);
  return values;
}

/** The pages that an exception names, with their own exceptions. */
export function pagesNamed(error: unknown): ReadonlyMap<string, unknown> {
  if (error instanceof StageError) {
    const { stage, cause } = error;
    return new Map([...pagesNamed(cause)].map(([page, each]) => [page, new StageError(stage, each)]));
  }
  return error instanceof PageErrors ? error.pages : new Map();
}

/** An exception with the stage that it happened in. */
export class StageError extends Error {
  readonly stage: Stage;

  constructor(stage: Stage, cause: unknown) {
    super(failureReason(cause), { cause });
    this.stage = stage;
  }
}

/** Does `job`; what it throws says from then on at which stage. */
export function atStage<T>(stage: Stage, job: () => T): T {
  try {
    return job();
  } catch (error) {
    throw new StageError(stage, error);
  }
}

/** Does `job`; an exception becomes a failure of `item`. */
export async function attempt<T>(item: string, stage: Stage, job: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await job() };
  } catch (error) {
    return { ok: false, failure: failureOf(item, stage, error) };
  }
}

/** `stage` counts where the exception does not say its own. */
export function failureOf(item: string, stage: Stage, error: unknown): Failure {
  const cause: unknown = error instanceof StageError ? error.cause : error;
  const reason = failureReason(cause);
  return {
    item,
    stage: error instanceof StageError ? error.stage : stage,
    reason,
    stack: cause instanceof Error ? (cause.stack ?? reason) : reason,
  };
}

const LONGEST_REASON = 200;

/** What threads throw when they end, or when their answer cannot cross over, need not be an `Error`. */
function failureReason(error: unknown): string {
  const told = typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
  const [line = ""] = (told || (typeof error === "string" ? error : "")).split("\n", 1);
  return line.slice(0, LONGEST_REASON) || "a thread ended without a word";
}
