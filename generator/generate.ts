/** The pipeline: pages → facts, and what `build.ts` makes of these. Reads the docs, writes nothing but the cache. */
import { buildPackage, planPages, type RunOptions } from "./build.js";
import { keyOf, noCache, recalling } from "./run/cache.js";
import { publishedApi } from "./emit/json/api-json.js";
import { mockModel } from "./emit/mock/mock-data.js";
import { templateFiles } from "./emit/package/package.js";
import type { PublishedApi } from "./model/published.js";
import type { PackageOptions, Plan } from "./plan/plan.js";
import type { Finding } from "./findings/rules.js";
import { createPool, inBatches, type Pool, type Results } from "./run/pool.js";
import type { Page } from "./read/page.js";
import { readPage } from "./read/read-page.js";
import { loadSources, loadUnsaved, type Docs, type PageSource } from "./read/source/source.js";
import {
  foundOf,
  madeOf,
  withFailures,
  withoutOperations,
  type Found,
  type Generated,
  type Made,
  type MockReading,
  type Reading,
  suppressionsOn,
} from "./result.js";
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
  return readLoaded(await load(docs, options, run), options, run);
}

/** The same with nothing but what is found, which is known where an earlier run has seen the same pages. Without failures of ours, that is. */
export async function findInDocs(
  docs: string,
  options: PackageOptions,
  run: RunOptions = bare,
): Promise<Found & Pick<Reading, "root" | "failedPages">> {
  const sources = await load(docs, options, run);
  const key = runKey(sources, options);
  const known = (await run.cache.get("found", key)) as Found | undefined;
  if (known !== undefined) return { ...known, root: sources.root, failedPages: [] };
  const reading = await readLoaded(sources, options, run);
  const found = foundOf(reading, sources.sources);
  if (reading.failedPages.length === 0) run.cache.put("found", key, found);
  run.cache.save();
  return { ...found, root: sources.root, failedPages: reading.failedPages };
}

/** What the text of a page alone says, as somebody writes it in the docs in `root`, before it is saved. */
export function findInText(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
  options: PackageOptions,
  run: RunOptions,
): Pick<Found, "findings" | "suppressions"> {
  const page = readPage(withHeadings(loadUnsaved(root, path, text, run.includes), options));
  return { findings: page.findings, suppressions: suppressionsOn([page]) };
}

async function readLoaded(sources: Loaded, options: PackageOptions, run: RunOptions): Promise<Reading> {
  const { values: pages, failures } = await withPool(sources, (pool) => readPages(sources, pool, run));
  run.cache.save();
  const { value: plan, failures: struck } = await planPages(pages, sources, options);
  const failedPages = [...failures, ...struck];
  const api = { ...plan.api, findings: withFailures(plan.api.findings, pages, failedPages) };
  return { root: sources.root, pages, api, plan, failedPages };
}

/** The API of docs as its package publishes it. */
export interface PublishedDocs extends Pick<Reading, "root" | "failedPages"> {
  readonly api: PublishedApi;
  readonly findings: readonly Finding[];
  /** What stands for the text of each page and of what it includes, by path. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The API of the docs, and of which pages it comes; what the same docs gave before is not made again. */
export async function publishDocs(
  docs: string,
  options: PackageOptions,
  run: RunOptions = bare,
): Promise<PublishedDocs> {
  const published = (plan: Plan): Pick<PublishedDocs, "api" | "findings"> => ({
    api: publishedApi(plan),
    findings: plan.api.findings,
  });
  const { made, sources, root, failedPages } = await fromPlan("published", published, { docs, options, run });
  return { ...made, root, failedPages, pages: new Map(sources.map((source) => [source.path, source.key])) };
}

/** What a mock of the API answers with: made anew only where the docs have changed. */
export async function readMock(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<MockReading> {
  const mockOf = ({ api }: Plan): Pick<MockReading, "model" | "errors"> => ({
    model: mockModel(api),
    errors: api.findings.filter(({ severity }) => severity === "error").length,
  });
  const { made, root, failedPages } = await fromPlan("mock", mockOf, { docs, options, run });
  return { ...made, root, failedPages };
}

/** What `make` makes of the plan for the docs, filed as `kind`: the same docs and options need not be read for it again. */
async function fromPlan<T>(
  kind: string,
  make: (plan: Plan) => T,
  { docs, options, run }: { readonly docs: string; readonly options: PackageOptions; readonly run: RunOptions },
): Promise<{ readonly made: T } & Pick<Loaded, "sources"> & Pick<Reading, "root" | "failedPages">> {
  const loaded = await load(docs, options, run);
  const { root, sources } = loaded;
  const key = keyOf([runKey(loaded, options), options.previous]);
  // filed under this kind by the same version of docwright: it is what `make` gave
  const known = (await run.cache.get(kind, key)) as T | undefined;
  if (known !== undefined) return { made: known, root, sources, failedPages: [] };
  const { values: pages, failures } = await withPool(loaded, (pool) => readPages(loaded, pool, run));
  const { value: plan, failures: struck } = await planPages(pages, loaded, options);
  const made = make(plan);
  const failedPages = [...failures, ...struck];
  if (failedPages.length === 0) run.cache.put(kind, key, made);
  run.cache.save();
  return { made, root, sources, failedPages };
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

async function load(docs: string, options: PackageOptions, { includes }: RunOptions): Promise<Loaded> {
  const found = await loadSources(docs, includes);
  if (found.sources.length === 0)
    throw new UsageError(
      [
        `${docs} holds no pages (*.md): name another folder, or begin one with docwright new.`,
        ...found.findings.map(failureLine),
      ].join("\n"),
    );
  const told = found.sources.map((source) => withHeadings(source, options));
  return { ...found, sources: told.map((source) => ({ ...source, key: pageKey(source) })) };
}

/** With the words of headings that the configuration adds. */
function withHeadings(source: PageSource, { dialect }: PackageOptions): PageSource {
  const headings = typeof dialect === "object" ? dialect.headings : undefined;
  return headings === undefined ? source : { ...source, headings };
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

function runKey({ sources, permissionNames, permissionAccounts, findings }: Loaded, options: PackageOptions): string {
  const reference = [permissionNames, permissionAccounts];
  return keyOf([sources.map(({ key }) => key), ...reference, findings, { ...options, previous: undefined }]);
}

function pageKey({ path, text, includes, refused, headings }: PageSource): string {
  return keyOf([path, text, [...includes], [...(refused ?? [])], ...(headings === undefined ? [] : [headings])]);
}
