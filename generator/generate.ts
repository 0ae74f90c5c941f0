/** The pipeline: pages → facts → API → names and files → text. Reads the docs, writes nothing but the cache. */
import { keyOf, noCache, recalling, type Cache } from "./cache.js";
import { emitPackageFiles, packageSources } from "./emit/package.js";
import { planPackage, type PackageOptions, type Plan } from "./emit/plan.js";
import { byPlace, type Finding } from "./findings.js";
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
  /** Folders beside the docs whose files pages may include. */
  readonly includes?: readonly string[] | undefined;
  /** Told how far a phase has come: `progress("reading", 120, 5579)`. */
  progress(phase: string, done: number, of: number): void;
}

const bare: Means = { cache: noCache, progress() {} };

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export async function generate(docs: string, options: PackageOptions, means: Means = bare): Promise<Generated> {
  const sources = await load(docs, means);
  const { root } = sources;
  const key = runKey(sources, options);
  const known = await madeEarlier(key, options, means);
  if (known !== undefined) return { ...known, root, failedPages: [], failedModules: [] };
  return withPool(sources, async (pool) => {
    const pages = await readPages(sources, pool, means);
    pool.prepare("emit");
    const api = link(pages.values, sources);
    const plan = planPackage(api, options);
    const [formatted, modules, others] = await Promise.all([
      // The longest single file is among these: begun last, it would be waited for.
      formatSources(plan, pool, means),
      emitModules(plan, pool, means),
      emitPackageFiles(plan),
    ]);
    const made = madeOf(pages.values, plan, [...modules.values.flat(), ...formatted.values, ...others]);
    const failedModules = [...modules.failures, ...formatted.failures];
    if (pages.failures.length + failedModules.length === 0) means.cache.put("run", key, made);
    means.cache.save();
    return { ...made, root, failedPages: pages.failures, failedModules };
  });
}

/** The first half of `generate`: the facts of the pages, and the API they describe. */
export async function readDocs(docs: string, means: Means = bare): Promise<Reading> {
  const sources = await load(docs, means);
  const pages = await withPool(sources, (pool) => readPages(sources, pool, means));
  means.cache.save();
  return { root: sources.root, pages: pages.values, api: link(pages.values, sources), failedPages: pages.failures };
}

function readPages({ sources }: Loaded, pool: Pool, { cache, progress }: Means): Promise<Results<Page>> {
  pool.prepare("read");
  const job = recalling(cache, "pages", ({ key }: KeyedSource) => key, pool.read);
  return inBatches(job, sources, (done) => progress("reading", done, sources.length));
}

/** What could not be loaded is among the findings of the API: the same in every run, whatever is cached. */
function link(pages: readonly Page[], { permissionNames, findings }: Docs): Api {
  const api = linkApi(pages, permissionNames === undefined ? {} : { permissionNames });
  return findings.length === 0 ? api : { ...api, findings: [...api.findings, ...findings].sort(byPlace) };
}

function emitModules({ modules }: Plan, pool: Pool, { cache, progress }: Means): Promise<Results<OutputFile[]>> {
  const job = recalling(cache, "modules", keyOf, pool.emit);
  return inBatches(job, modules, (done) => progress("emitting", done, modules.length));
}

function formatSources(plan: Plan, pool: Pool, { cache }: Means): Promise<Results<OutputFile>> {
  return inBatches(recalling(cache, "sources", keyOf, pool.format), packageSources(plan), () => {});
}

interface KeyedSource extends PageSource {
  /** Of what is read on the page. */
  readonly key: string;
}

interface Loaded extends Docs {
  readonly sources: readonly KeyedSource[];
}

async function load(docs: string, { includes }: Means): Promise<Loaded> {
  const found = await loadSources(docs, includes);
  if (found.sources.length === 0)
    throw new UsageError([`${docs} holds no pages (*.md).`, ...found.findings.map(lineOf)].join("\n"));
  return { ...found, sources: found.sources.map((source) => ({ ...source, key: pageKey(source) })) };
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
async function madeEarlier(key: string, options: PackageOptions, { cache }: Means): Promise<Made | undefined> {
  const known = (await cache.get("run", key)) as Made | undefined;
  return JSON.stringify(known?.names) === JSON.stringify(options.previous) ? known : undefined;
}

function lineOf({ page, message, rule }: Finding): string {
  return `${page}: ${message} (${rule})`;
}

function runKey({ sources, permissionNames, findings }: Loaded, options: PackageOptions): string {
  return keyOf([sources.map(({ key }) => key), permissionNames, findings, { ...options, previous: undefined }]);
}

function pageKey({ path, text, includes, refused }: PageSource): string {
  return keyOf([path, text, [...includes], [...(refused ?? [])]]);
}
