/** The pipeline: pages → facts, and what `build.ts` makes of these. Reads the docs, writes nothing but the cache. */
import { buildPackage, planPages, type RunOptions } from "./build.js";
import { keyOf, noCache, recalling } from "./run/cache.js";
import { publishedApi } from "./emit/json/api-json.js";
import { templateFiles } from "./emit/package/package.js";
import type { PublishedApi } from "./model/published.js";
import type { PackageOptions } from "./plan/plan.js";
import type { Finding } from "./findings/rules.js";
import { createPool, inBatches, type Pool, type Results } from "./run/pool.js";
import type { Page } from "./read/page.js";
import { loadSources, type Docs, type PageSource } from "./read/source/source.js";
import { madeOf, withFailures, withoutOperations, type Generated, type Made, type Reading } from "./result.js";
import { UsageError } from "./shared/usage-error.js";

const bare: RunOptions = { cache: noCache, progress() {} };

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export async function generate(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Generated> {
  const sources = await load(docs, options, run);
  const { root } = sources;
  const key = runKey(sources, options);
  const known = await madeEarlier(key, options, run);
  if (known !== undefined) return { ...known, root, failedPages: [] };
  return withPool(sources, async (pool) => {
    const pages = await readPages(sources, pool, run);
    pool.prepare("emit");
    const work = { docs: sources, options, pool, run };
    const [{ plan, files, failures }, templates] = await Promise.all([
      buildPackage(pages.values, work),
      templateFiles(),
    ]);
    const failedPages = [...pages.failures, ...failures];
    const findings = withoutOperations(plan.api, withFailures(plan.api.findings, pages.values, failedPages));
    const struck = new Set(failedPages.map(({ item }) => item));
    const kept = pages.values.filter(({ path }) => !struck.has(path));
    const made = madeOf(kept, plan, [...files, ...templates], findings);
    if (failedPages.length === 0) run.cache.put("run", key, made);
    run.cache.save();
    return { ...made, root, failedPages };
  });
}

/** The first half of `generate`: the facts of the pages, the API they describe, and the names in its package. */
export async function readDocs(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Reading> {
  const sources = await load(docs, options, run);
  const { values: pages, failures } = await withPool(sources, (pool) => readPages(sources, pool, run));
  run.cache.save();
  const { value: plan, failures: struck } = await planPages(pages, sources, options);
  const failedPages = [...failures, ...struck];
  const api = { ...plan.api, findings: withFailures(plan.api.findings, pages, failedPages) };
  return { root: sources.root, pages, api, plan, failedPages };
}

/** The API of docs as its package publishes it. */
export interface PublishedDocs {
  readonly api: PublishedApi;
  /** What stands for the text of each page and of what it includes, by path. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The API of the docs, and of which pages it comes; what the same docs gave before is not made again. */
export async function publishDocs(
  docs: string,
  options: PackageOptions,
  run: RunOptions = bare,
): Promise<PublishedDocs> {
  const sources = await load(docs, options, run);
  const pages = new Map(sources.sources.map((source) => [source.path, source.key]));
  const key = keyOf([runKey(sources, options), options.previous]);
  const known = (await run.cache.get("published", key)) as PublishedApi | undefined;
  if (known !== undefined) return { api: known, pages };
  const { values, failures } = await withPool(sources, (pool) => readPages(sources, pool, run));
  const { value: plan, failures: struck } = await planPages(values, sources, options);
  const api = publishedApi(plan);
  if (failures.length + struck.length === 0) run.cache.put("published", key, api);
  run.cache.save();
  return { api, pages };
}

function readPages({ sources }: Loaded, pool: Pool, { cache, progress }: RunOptions): Promise<Results<Page>> {
  pool.prepare("read");
  const job = recalling(cache, "pages", ({ key }: KeyedSource) => key, pool.read);
  return inBatches(job, sources, (done) => progress("reading", done, sources.length));
}

interface KeyedSource extends PageSource {
  /** Of what is read on the page. */
  readonly key: string;
}

interface Loaded extends Docs {
  readonly sources: readonly KeyedSource[];
}

async function load(docs: string, { dialect }: PackageOptions, { includes }: RunOptions): Promise<Loaded> {
  const headings = typeof dialect === "object" ? dialect.headings : undefined;
  const found = await loadSources(docs, includes);
  if (found.sources.length === 0)
    throw new UsageError([`${docs} holds no pages (*.md).`, ...found.findings.map(failureLine)].join("\n"));
  const told = found.sources.map((source) => (headings === undefined ? source : { ...source, headings }));
  return { ...found, sources: told.map((source) => ({ ...source, key: pageKey(source) })) };
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
async function madeEarlier(key: string, options: PackageOptions, { cache }: RunOptions): Promise<Made | undefined> {
  const known = (await cache.get("run", key)) as Made | undefined;
  return JSON.stringify(known?.names) === JSON.stringify(options.previous) ? known : undefined;
}

function failureLine({ page, message, rule }: Finding): string {
  return `${page}: ${message} (${rule})`;
}

function runKey({ sources, permissionNames, findings }: Loaded, options: PackageOptions): string {
  return keyOf([sources.map(({ key }) => key), permissionNames, findings, { ...options, previous: undefined }]);
}

function pageKey({ path, text, includes, refused, headings }: PageSource): string {
  return keyOf([path, text, [...includes], [...(refused ?? [])], ...(headings === undefined ? [] : [headings])]);
}
