/**
 * Finds out which pages something cannot be built with, when it cannot be built with all. A last resort: what is known to go wrong is a
 * finding of the part that it goes wrong in. Where an exception does not name its page, nothing but trial tells which one lies behind it, or
 * which together; so parts of the docs are tried, until those that remain work together.
 */
import { failureOf, pagesNamed, type Failure, type Stage } from "../shared/failure.js";

/** Pages that are tried at most, as a multiple of all there are; when they are used up, whole parts are left out. */
const MOST_TRIALS = 40;

export interface Isolated<P, T> {
  readonly value: T;
  /** Those that `value` is built from. */
  readonly pages: readonly P[];
  /** One for each of the others. */
  readonly failures: readonly Failure[];
}

/**
 * `build`, given all pages that it can be given. Which pages those are depends on their order only.
 * @throws what `build` throws when there are no pages at all: then none of them is to blame
 */
export async function isolate<P extends Named, T>(
  pages: readonly P[],
  stage: Stage,
  build: Build<P, T>,
): Promise<Isolated<P, T>> {
  const trials = new Trials(build, stage, MOST_TRIALS * pages.length);
  let kept = pages;
  let tried = await trials.of(kept);
  if ("error" in tried) await build([]);
  for (let halved = false; "error" in tried; tried = await trials.of(kept)) {
    if (kept.length === 0) throw tried.error;
    const others = trials.named(kept, tried.error);
    if (others.length < kept.length) kept = others;
    else {
      kept = halved ? await trials.together(kept, tried.error) : await trials.alone(kept, tried.error);
      halved = true;
    }
  }
  return { value: tried.value, pages: kept, failures: trials.failures };
}

interface Named {
  readonly path: string;
}

type Build<P, T> = (pages: readonly P[]) => T | Promise<T>;

class Trials<P extends Named, T> {
  /** Of the pages that were left out. */
  readonly failures: Failure[] = [];
  readonly #build: Build<P, T>;
  readonly #stage: Stage;
  #left: number;

  constructor(build: Build<P, T>, stage: Stage, most: number) {
    this.#build = build;
    this.#stage = stage;
    this.#left = most;
  }

  async of(pages: readonly P[]): Promise<{ readonly value: T } | { readonly error: unknown }> {
    this.#left -= pages.length;
    try {
      return { value: await this.#build(pages) };
    } catch (error) {
      return { error };
    }
  }

  /** `pages` without those that `error` names. */
  named(pages: readonly P[], error: unknown): readonly P[] {
    const named = pagesNamed(error);
    for (const page of pages) if (named.has(page.path)) this.#leaveOut([page], named.get(page.path));
    return pages.filter(({ path }) => !named.has(path));
  }

  /** `pages`, which fail with `error`, without those that fail by themselves. */
  async alone(pages: readonly P[], error: unknown): Promise<readonly P[]> {
    if (pages.length <= 1 || this.#left < 0) return this.#leaveOut(pages, error);
    const middle = Math.ceil(pages.length / 2);
    const kept: P[] = [];
    for (const half of [pages.slice(0, middle), pages.slice(middle)]) {
      const tried = await this.of(half);
      kept.push(...("value" in tried ? half : await this.alone(half, tried.error)));
    }
    return kept;
  }

  /** `pages`, which fail with `error`, without the first one that fails with those before it. */
  async together(pages: readonly P[], error: unknown): Promise<readonly P[]> {
    let [works, fails, cause] = [0, pages.length, error];
    while (fails - works > 1 && this.#left >= 0) {
      const middle = Math.floor((works + fails) / 2);
      const tried = await this.of(pages.slice(0, middle));
      if ("value" in tried) works = middle;
      else [fails, cause] = [middle, tried.error];
    }
    this.#leaveOut(pages.slice(works, fails), cause);
    return [...pages.slice(0, works), ...pages.slice(fails)];
  }

  #leaveOut(pages: readonly P[], error: unknown): readonly P[] {
    this.failures.push(...pages.map(({ path }) => failureOf(path, this.#stage, error)));
    return [];
  }
}
