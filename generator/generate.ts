/** The pipeline: pages → facts (`pages.ts`) → API → names and files → text (`build.ts`). Reads the docs, writes nothing but the cache. */
import type { RunOptions } from "./build.js";
import { bare, openDocs, withPool, type Gist, type OpenDocs } from "./pages.js";
import type { PackageOptions } from "./plan/plan.js";
import { filed, filedRun, filedTexts, fileRun, type Filed } from "./run/filed-run.js";
import { madeOf, sumsOf, withFailures, withoutOperations, type Generated, type Made } from "./result.js";

/** What docs give, with what stands for the files in their place. */
export interface Prepared extends Filed<Generated> {
  /** The files themselves. Whoever has them already need not ask. */
  contents(): Promise<Generated["files"]>;
}

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export async function generate(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Generated> {
  const { contents, ...prepared } = await prepare(docs, options, run);
  return { ...prepared, files: await contents() };
}

/** What the package for `docs` is. What the same docs gave earlier is not made again, nor read, unless it is asked for. */
export async function prepare(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Prepared> {
  const opened = await openDocs(docs, options, run);
  const known = opened.gist && (await madeEarlier(opened.gist, options, run));
  if (known === undefined) {
    const made = await make(opened, options, run);
    return { ...filed(made), contents: async () => made.files };
  }
  const contents = async (): Promise<Generated["files"]> =>
    (await filedTexts(run.cache, known.files)) ?? (await make(opened, options, run)).files;
  return { ...known, root: opened.root, failedPages: [], contents };
}

async function make(opened: OpenDocs, options: PackageOptions, run: RunOptions): Promise<Generated> {
  const [built, templates] = await withPool(opened.size, run, async (pool) => {
    const read = begun(() => opened.read(pool));
    // Loaded while threads are; where it is known what comes of the docs, it is not even loaded.
    const [{ buildPackage }, { templateFiles }] = await Promise.all([
      import("./build.js"),
      import("./emit/package/package.js"),
    ]);
    const work = { docs: opened, options, pool, run };
    return Promise.all([buildPackage(read, work), templateFiles()]);
  });
  // Threads that nobody lent are gone by now, with what they held: to write down all that is kept needs memory, too.
  const { plan, files, key, sums, failures: failedPages, left } = built;
  const findings = withoutOperations(plan.api, withFailures(plan.api.findings, left, failedPages));
  const made = madeOf(sums, plan, [...files, ...templates], findings);
  if (failedPages.length === 0 && key !== undefined) fileRun(run.cache, key, made);
  run.cache.save();
  return { ...made, root: opened.root, failedPages };
}

/** `job`, begun at once; the first that asks is given what comes of that, which is not held afterwards. */
function begun<T>(job: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | undefined = job();
  // told to who asks
  first.catch(() => {});
  return () => {
    const given = first ?? job();
    first = undefined;
    return given;
  };
}

/**
 * What docs that said the same, and the same options, gave earlier; names that are to be kept must be those that it gave, which it would then
 * give again. What is told of the pages beside their facts is theirs.
 */
async function madeEarlier(
  { key, accounts }: Gist,
  options: PackageOptions,
  { cache }: RunOptions,
): Promise<Filed<Made> | undefined> {
  const known = await filedRun<Made>(cache, key);
  if (known === undefined || JSON.stringify(known.names) !== JSON.stringify(options.previous)) return undefined;
  const { suppressions, understood } = sumsOf(accounts);
  return { ...known, suppressions, understood };
}
