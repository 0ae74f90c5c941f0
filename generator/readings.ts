/**
 * What commands ask of docs beside a package. What the same docs and options gave before is not made again, and what would make it is not even
 * loaded then: that takes longer than to look.
 */
import type { RunOptions } from "./build.js";
import { publishedApi } from "./emit/json/api-json.js";
import { mockModel } from "./emit/mock/mock-data.js";
import type { Finding } from "./findings/rules.js";
import { isUnreadable } from "./findings/told.js";
import type { PublishedApi } from "./model/published.js";
import { symbolsOf } from "./model/symbols.js";
import { bare, load, readPages, runKey, withHeadings, withPool, type Loaded } from "./pages.js";
import type { PackageOptions } from "./plan/plan.js";
import { explainer, type Explanation } from "./explanation.js";
import { loadUnsaved } from "./read/source/source.js";
import { foundOf, suppressionsOn, withFailures, type Found, type MockReading, type Reading } from "./result.js";
import { keyOf } from "./run/cache.js";
import type { Page } from "./read/page.js";
import { stemOf } from "./shared/page-path.js";

/** The facts of the pages, the API they describe, and the names in its package. */
export async function readDocs(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<Reading> {
  return readLoaded(await load(docs, options, run), options, run);
}

/** The same with nothing but what is found. */
export async function findInDocs(
  docs: string,
  options: PackageOptions,
  run: RunOptions = bare,
): Promise<Found & Pick<Reading, "root" | "failedPages">> {
  const loaded = await load(docs, options, run);
  const found = (reading: Reading): Found => foundOf(reading, loaded.sources, symbolsOf(reading.api));
  const { made, failedPages } = await recalled("found", runKey(loaded, options), found, { loaded, options, run });
  return { ...made, root: loaded.root, failedPages };
}

/** What the text of a page alone says, as somebody writes it in the docs in `root`, before it is saved. */
export async function findInText(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
  options: PackageOptions,
  run: RunOptions,
): Promise<Pick<Found, "findings" | "suppressions">> {
  const { readPage } = await import("./read/read-page.js");
  const page = readPage(withHeadings(loadUnsaved(root, path, text, run.includes), options));
  return { findings: page.findings, suppressions: suppressionsOn([page]) };
}

async function readLoaded(sources: Loaded, options: PackageOptions, run: RunOptions): Promise<Reading> {
  const { values: pages, failures } = await withPool(sources.sources.length, run, (pool) =>
    readPages(sources, pool, run),
  );
  run.cache.save();
  run.pagesRead?.(pages);
  const { planPages } = await import("./build.js");
  const { value: plan, failures: struck } = await planPages(pages, sources, options, run);
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
  const loaded = await load(docs, options, run);
  const published = ({ api, plan }: Reading): Pick<PublishedDocs, "api" | "findings"> => ({
    api: publishedApi(plan),
    findings: api.findings,
  });
  const { made, failedPages } = await recalled("published", namedKey(loaded, options), published, {
    loaded,
    options,
    run,
  });
  const { root, sources } = loaded;
  return { ...made, root, failedPages, pages: new Map(sources.map((source) => [source.path, source.key])) };
}

/** What a mock of the API answers with: made anew only where the docs have changed. */
export async function readMock(docs: string, options: PackageOptions, run: RunOptions = bare): Promise<MockReading> {
  const loaded = await load(docs, options, run);
  const mockOf = ({ api, plan }: Reading): Pick<MockReading, "model" | "errors"> => ({
    model: mockModel(plan.api),
    errors: api.findings.filter(({ severity }) => severity === "error").length,
  });
  const { made, failedPages } = await recalled("mock", namedKey(loaded, options), mockOf, { loaded, options, run });
  return { ...made, root: loaded.root, failedPages };
}

/** What is told of one page. */
export interface ExplainedPage extends Pick<Reading, "root" | "failedPages"> {
  /** All that there are. */
  readonly pages: readonly NamedPage[];
  /** Undefined where there is no such page, and where a bug of ours struck it. */
  readonly explanation?: Explanation | undefined;
  /** What kept pages from being read, and what there is on those that a bug of ours struck. */
  readonly findings: readonly Finding[];
}

export type NamedPage = Pick<Page, "path" | "stem">;

/** A page with what it takes to tell of it. */
interface FiledPage {
  readonly explanation: Explanation;
  readonly findings: readonly Finding[];
}

/**
 * What was made of the page that `find` chooses among all. All pages are joined for it once: what comes of that is filed page by page, so that
 * none of them costs more afterwards than to look it up.
 */
export async function explainPage(
  docs: string,
  find: (pages: readonly NamedPage[], root: string) => NamedPage | undefined,
  options: PackageOptions,
  run: RunOptions = bare,
): Promise<ExplainedPage> {
  const loaded = await load(docs, options, run);
  const { root } = loaded;
  const pages = loaded.sources.map(({ path }) => ({ path, stem: stemOf(path) }));
  const path = find(pages, root)?.path;
  const key = namedKey(loaded, options);
  const keyOfPage = (page: string): string => keyOf([key, page]);
  // filed under this kind by the same version of docwright: it is what stands below
  const known =
    path === undefined ? undefined : ((await run.cache.get("explained", keyOfPage(path))) as FiledPage | undefined);
  if (known !== undefined) return { root, pages, failedPages: [], ...known };
  const { pages: read, api, plan, failedPages } = await readLoaded(loaded, options, run);
  const failed = new Set(failedPages.map(({ item }) => item));
  const findings = api.findings.filter((one) => isUnreadable(one) || failed.has(one.page));
  const made = read.map(explainer(api, plan));
  if (failedPages.length === 0) {
    for (const explanation of made)
      run.cache.put("explained", keyOfPage(explanation.page.path), { explanation, findings });
    run.cache.save();
  }
  const explanation = made.find(({ page }) => page.path === path);
  return { root, pages, failedPages, findings, explanation };
}

/** Names count, too, in what is made. */
function namedKey(loaded: Loaded, options: PackageOptions): string {
  return keyOf([runKey(loaded, options), options.previous]);
}

/**
 * What `make` makes of the docs, filed as `kind` under `key`: what is known there by an earlier run need not be read for it again. A run with
 * failures of ours is not kept.
 */
async function recalled<T>(
  kind: string,
  key: string,
  make: (reading: Reading) => T,
  { loaded, options, run }: { readonly loaded: Loaded; readonly options: PackageOptions; readonly run: RunOptions },
): Promise<{ readonly made: T } & Pick<Reading, "failedPages">> {
  // filed under this kind by the same version of docwright: it is what `make` gave
  const known = (await run.cache.get(kind, key)) as T | undefined;
  if (known !== undefined) return { made: known, failedPages: [] };
  const reading = await readLoaded(loaded, options, run);
  const made = make(reading);
  if (reading.failedPages.length === 0) run.cache.put(kind, key, made);
  run.cache.save();
  return { made, failedPages: reading.failedPages };
}
