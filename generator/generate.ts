/** The pipeline: pages → facts → API → names and files → text. Reads the docs, writes nothing but the cache. */
import { noCache, recalling, type Cache } from "./cache.js";
import { emitPackageFiles } from "./emit/package.js";
import { planPackage, type PackageOptions, type Plan } from "./emit/plan.js";
import { hash } from "./manifest.js";
import type { Api } from "./model/api.js";
import { linkApi } from "./model/link.js";
import type { OutputFile } from "./output-file.js";
import { createPool, inBatches, type Pool, type Results } from "./pool.js";
import type { Page } from "./read/page.js";
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
  const { root } = sources;
  const key = runKey(sources, options);
  const known = madeEarlier(key, options, means);
  if (known !== undefined) return { ...known, root, failedPages: [], failedModules: [] };
  return withPool(sources, async (pool) => {
    const pages = await readPages(sources, pool, means);
    pool.prepareEmit();
    const api = link(pages.values, sources);
    const plan = planPackage(api, options);
    const [modules, others] = await Promise.all([emitModules(plan, pool, means), emitPackageFiles(plan)]);
    const made = madeOf(pages.values, plan, [...modules.values.flat(), ...others]);
    if (pages.failures.length + modules.failures.length === 0) means.cache.put("run", key, made);
    means.cache.save();
    return { ...made, root, failedPages: pages.failures, failedModules: modules.failures };
  });
}

/** The first half of `generate`: the facts of the pages, and the API they describe. */
export async function readDocs(docs: string, means: Means = bare): Promise<Reading> {
  const sources = await load(docs);
  const pages = await withPool(sources, (pool) => readPages(sources, pool, means));
  means.cache.save();
  return { root: sources.root, pages: pages.values, api: link(pages.values, sources), failedPages: pages.failures };
}

function readPages({ sources }: Docs, pool: Pool, { cache, progress }: Means): Promise<Results<Page>> {
  const job = recalling(cache, "pages", factsOf, pool.read);
  return inBatches(job, sources, (done) => progress("reading", done, sources.length));
}

function link(pages: readonly Page[], { permissionNames }: Docs): Api {
  return linkApi(pages, permissionNames === undefined ? {} : { permissionNames });
}

function emitModules({ modules }: Plan, pool: Pool, { cache, progress }: Means): Promise<Results<OutputFile[]>> {
  const job = recalling(cache, "modules", (module) => module, pool.emit);
  return inBatches(job, modules, (done) => progress("emitting", done, modules.length));
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

/** What the same docs and options gave earlier; names that are to be kept must be those that it gave, which it would then give again. */
function madeEarlier(key: string, options: PackageOptions, { cache }: Means): Made | undefined {
  const known = cache.get("run", key) as Made | undefined;
  return JSON.stringify(known?.names) === JSON.stringify(options.previous) ? known : undefined;
}

function runKey({ sources, permissionNames }: Docs, options: PackageOptions): string {
  return hash(JSON.stringify([sources.map(factsOf), permissionNames, { ...options, previous: undefined }]));
}

/** All that the facts of a page come from. */
function factsOf({ path, text, includes }: PageSource): unknown {
  return [path, text, [...includes]];
}
