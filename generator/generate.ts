/** The pipeline: pages → facts → API → names and files → text. Reads the docs, writes nothing. */
import { emitPackageFiles } from "./emit/package.js";
import { planPackage, type PackageOptions } from "./emit/plan.js";
import type { Api } from "./model/api.js";
import { linkApi } from "./model/link.js";
import type { OutputFile } from "./output-file.js";
import { createPool, inBatches, type Pool } from "./pool.js";
import type { Page } from "./read/page.js";
import { loadSources } from "./read/source.js";
import { UsageError } from "./usage-error.js";
import type { Failure } from "./worker.js";

/** Told how far a phase has come: `progress("reading", 120, 5579)`. */
export type Progress = (phase: string, done: number, of: number) => void;

/** What the docs say, all pages joined. */
export interface Reading {
  /** Folder that the paths of pages and findings are relative to. */
  readonly root: string;
  readonly pages: readonly Page[];
  readonly api: Api;
  /** Pages that are missing because of a bug of ours; all others are there. */
  readonly failedPages: readonly Failure[];
}

export interface Generated extends Reading {
  /** The package, sorted by path: the same bytes for the same docs and options, on every machine. */
  readonly files: readonly OutputFile[];
  /** Modules that are missing because of a bug of ours; without them the package does not compile. */
  readonly failedModules: readonly Failure[];
}

/** Generates the package for `docs`, a folder or a single page. Throws a `UsageError` when there is nothing to read. */
export function generate(docs: string, options: PackageOptions, progress: Progress = () => {}): Promise<Generated> {
  return withSources(docs, async (sources, pool) => {
    const reading = await read(sources, pool, progress);
    const plan = planPackage(reading.api, options);
    const modules = await inBatches(pool.emit, plan.modules, (done) => progress("emitting", done, plan.modules.length));
    const files = [...modules.values.flat(), ...(await emitPackageFiles(plan))].sort(byPath);
    return { ...reading, files, failedModules: modules.failures };
  });
}

/** The first half of `generate`: the facts of the pages, and the API they describe. */
export function readDocs(docs: string, progress: Progress = () => {}): Promise<Reading> {
  return withSources(docs, (sources, pool) => read(sources, pool, progress));
}

async function read({ root, sources, permissionNames }: Sources, pool: Pool, progress: Progress): Promise<Reading> {
  const pages = await inBatches(pool.read, sources, (done) => progress("reading", done, sources.length));
  const api = linkApi(pages.values, permissionNames === undefined ? {} : { permissionNames });
  return { root, pages: pages.values, api, failedPages: pages.failures };
}

async function withSources<T>(docs: string, use: (sources: Sources, pool: Pool) => Promise<T>): Promise<T> {
  const sources = await loadSources(docs);
  if (sources.sources.length === 0) throw new UsageError(`${docs} holds no pages (*.md).`);
  const pool = await createPool(sources.sources.length);
  try {
    return await use(sources, pool);
  } finally {
    await pool.close();
  }
}

type Sources = Awaited<ReturnType<typeof loadSources>>;

function byPath(a: OutputFile, b: OutputFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
