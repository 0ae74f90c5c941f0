/** The pipeline: pages → facts, and what `build.ts` makes of these. Reads the docs, writes nothing but the cache. */
import type { RunOptions } from "./build.js";
import { bare, load, readPages, runKey, withPool } from "./pages.js";
import type { PackageOptions } from "./plan/plan.js";
import { madeOf, withFailures, withoutOperations, type Generated, type Made } from "./result.js";

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export async function generate(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Generated> {
  const sources = await load(docs, options, run);
  const { root } = sources;
  const key = runKey(sources, options);
  const known = await madeEarlier(key, options, run);
  if (known !== undefined) return { ...known, root, failedPages: [] };
  const { pages, built, templates } = await withPool(sources, run, async (pool) => {
    // Loaded while threads read; where it is known what comes of the docs, it is not even loaded.
    const building = Promise.all([import("./build.js"), import("./emit/package/package.js")]);
    const [pages, [{ buildPackage }, { templateFiles }]] = await Promise.all([readPages(sources, pool, run), building]);
    pool.prepare("emit");
    const work = { docs: sources, options, pool, run };
    const [built, templates] = await Promise.all([buildPackage(pages.values, work), templateFiles()]);
    return { pages, built, templates };
  });
  // Threads that nobody lent are gone by now, with what they held: to write down all that is kept needs memory, too.
  const { plan, files, failures } = built;
  const failedPages = [...pages.failures, ...failures];
  const findings = withoutOperations(plan.api, withFailures(plan.api.findings, pages.values, failedPages));
  const struck = new Set(failedPages.map(({ item }) => item));
  const kept = pages.values.filter(({ path }) => !struck.has(path));
  const made = madeOf(kept, plan, [...files, ...templates], findings);
  if (failedPages.length === 0) run.cache.put("run", key, made);
  run.cache.save();
  return { ...made, root, failedPages };
}

/** What the same docs and options gave earlier; names that are to be kept must be those that it gave, which it would then give again. */
async function madeEarlier(key: string, options: PackageOptions, { cache }: RunOptions): Promise<Made | undefined> {
  const known = (await cache.get("run", key)) as Made | undefined;
  return JSON.stringify(known?.names) === JSON.stringify(options.previous) ? known : undefined;
}
