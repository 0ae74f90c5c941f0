/** The pipeline: pages → facts → API → names and files → text. Reads the docs, writes nothing but the cache. */
import { noCache, recalling, type Cache } from "./cache.js";
import { emitPackageFiles } from "./emit/package.js";
import { planPackage, type PackageOptions } from "./emit/plan.js";
import { hash } from "./manifest.js";
import { linkApi } from "./model/link.js";
import { createPool, inBatches, type Pool } from "./pool.js";
import { loadSources, type Docs, type PageSource } from "./read/source.js";
import { madeOf, type Generated, type Made, type Reading } from "./result.js";
import { UsageError } from "./usage-error.js";

/** What a run may be given beside docs and options. */
export interface Means {
  readonly cache: Cache;
  /** Told how far a phase has come: `progress("reading", 120, 5579)`. */
  progress(phase: string, done: number, of: number): void;
}

const bare: Means = { cache: noCache, progress() {} };

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export async function generate(docs: string, options: PackageOptions, means: Means = bare): Promise<Generated> {
  const sources = await load(docs);
  const known = madeEarlier(sources, options, means);
  if (known !== undefined) return { ...known, root: sources.root, failedPages: [], failedModules: [] };
  return withPool(sources, async (pool) => {
    const reading = await read(sources, pool, means);
    const plan = planPackage(reading.api, options);
    const { progress, cache } = means;
    const emit = recalling(cache, "modules", (module) => module, pool.emit);
    const modules = await inBatches(emit, plan.modules, (done) => progress("emitting", done, plan.modules.length));
    const made = madeOf(reading, plan, [...modules.values.flat(), ...(await emitPackageFiles(plan))]);
    const failed = { failedPages: reading.failedPages, failedModules: modules.failures };
    if (Object.values(failed).flat().length === 0) cache.put("run", runKey(sources, options), made);
    cache.save();
    return { ...made, root: sources.root, ...failed };
  });
}

/** The first half of `generate`: the facts of the pages, and the API they describe. */
export async function readDocs(docs: string, means: Means = bare): Promise<Reading> {
  const sources = await load(docs);
  return withPool(sources, async (pool) => {
    const reading = await read(sources, pool, means);
    means.cache.save();
    return reading;
  });
}

async function read(
  { root, sources, permissionNames }: Docs,
  pool: Pool,
  { cache, progress }: Means,
): Promise<Reading> {
  const job = recalling(cache, "pages", factsOf, pool.read);
  const pages = await inBatches(job, sources, (done) => progress("reading", done, sources.length));
  const api = linkApi(pages.values, permissionNames === undefined ? {} : { permissionNames });
  return { root, pages: pages.values, api, failedPages: pages.failures };
}

async function load(docs: string): Promise<Docs> {
  const sources = await loadSources(docs);
  if (sources.sources.length === 0) throw new UsageError(`${docs} holds no pages (*.md).`);
  return sources;
}

async function withPool<T>({ sources }: Docs, use: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = await createPool(sources.length);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** What the same docs and options gave earlier. To be kept, names must be those that it gave: then they are the ones it would give again. */
function madeEarlier(sources: Docs, options: PackageOptions, { cache }: Means): Made | undefined {
  const known = cache.get("run", runKey(sources, options)) as Made | undefined;
  return JSON.stringify(known?.names) === JSON.stringify(options.previous) ? known : undefined;
}

function runKey({ sources, permissionNames }: Docs, options: PackageOptions): string {
  return hash(JSON.stringify([sources.map(factsOf), permissionNames, { ...options, previous: undefined }]));
}

/** All that the facts of a page come from. */
function factsOf({ path, text, includes }: PageSource): unknown {
  return [path, text, [...includes]];
}
