/**
 * What commands ask of docs beside a package. What the same docs and options gave before is not made again, and what would make it is not even
 * loaded then: that takes longer than to look.
 */
import type { ReadDocs, RunOptions } from "./build.js";
import { publishedApi } from "./emit/json/api-json.js";
import { mockModel } from "./emit/mock/mock-data.js";
import type { Finding } from "./findings/rules.js";
import { isUnreadable } from "./findings/told.js";
import type { PublishedApi } from "./model/published.js";
import { symbolsOf } from "./model/symbols.js";
import { bare, gistOf, load, readPages, withHeadings, withPool, type Loaded } from "./pages.js";
import type { PackageOptions } from "./plan/plan.js";
import { explainer, type Explanation } from "./explanation.js";
import { loadUnsaved } from "./read/source/source.js";
import {
  foundFacts,
  foundWith,
  suppressionsOn,
  withFailures,
  type Found,
  type FoundFacts,
  type MockReading,
  type Reading,
} from "./result.js";
import { keyOf } from "./run/cache.js";
import { accountOf, factsOf } from "./read/account.js";
import type { Account, Page } from "./read/page.js";
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
  const found = (reading: Reading): FoundFacts => foundFacts(reading, symbolsOf(reading.api));
  const { made, accounts, failedPages } = await recalled("found", [], found, { loaded, options, run });
  return { ...foundWith(made, accounts, loaded.sources), root: loaded.root, failedPages };
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

async function readLoaded(sources: Loaded, options: PackageOptions, run: RunOptions): Promise<KeyedReading> {
  const read = await withPool(sources.sources.length, run, (pool) => readPages(sources, pool, run));
  const { values: pages, failures, key } = read;
  run.cache.save();
  run.pagesRead?.(pages);
  const { planPages } = await import("./build.js");
  const { value: plan, failures: struck } = await planPages(pages, sources, options, run);
  const failedPages = [...failures, ...struck];
  const api = { ...plan.api, findings: withFailures(plan.api.findings, pages, failedPages) };
  const reading = { root: sources.root, pages, api, plan, failedPages };
  return key === undefined || failedPages.length > 0 ? reading : { ...reading, key };
}

/** `key`: what may be made of it is filed by. A run with failures of ours has none. */
type KeyedReading = Reading & Pick<ReadDocs, "key">;

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
  const { made, failedPages } = await recalled("published", [options.previous], published, { loaded, options, run });
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
  const { made, failedPages } = await recalled("mock", [options.previous], mockOf, { loaded, options, run });
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
  const keyOfPage = (key: string, page: string): string => keyOf([key, options.previous, page]);
  const gist = await gistOf(loaded, run);
  const account = gist?.accounts.find((each) => each.path === path);
  if (gist !== undefined && account !== undefined) {
    // filed under this kind by the same version of docwright: it is what stands below
    const known = (await run.cache.get("explained", keyOfPage(gist.key, account.path))) as FiledPage | undefined;
    if (known !== undefined) {
      const { findings, explanation } = known;
      return { root, pages, failedPages: [], findings, explanation: withAccount(explanation, account) };
    }
  }
  const { pages: read, api, plan, failedPages, key } = await readLoaded(loaded, options, run);
  const failed = new Set(failedPages.map(({ item }) => item));
  const findings = api.findings.filter((one) => isUnreadable(one) || failed.has(one.page));
  const made = read.map(explainer(api, plan));
  if (key !== undefined) {
    for (const explanation of made)
      run.cache.put("explained", keyOfPage(key, explanation.page.path), { explanation, findings });
    run.cache.save();
  }
  const explanation = made.find(({ page }) => page.path === path);
  return {
    root,
    pages,
    failedPages,
    findings,
    explanation: explanation && withAccount(explanation, accountOf(explanation.page)),
  };
}

/** The lines of a page may be others where what it says is the same. */
function withAccount(explanation: Explanation, account: Account): Explanation {
  return { ...explanation, page: { ...factsOf(explanation.page), ...account } };
}

/**
 * What `make` makes of what the docs say, and of `more`, such as the names of a package: filed as `kind`, what is known there by an earlier run
 * need not be made again. A run with failures of ours is not kept.
 */
async function recalled<T>(
  kind: string,
  more: readonly unknown[],
  make: (reading: Reading) => T,
  { loaded, options, run }: { readonly loaded: Loaded; readonly options: PackageOptions; readonly run: RunOptions },
): Promise<{ readonly made: T; readonly accounts: readonly Account[] } & Pick<Reading, "failedPages">> {
  const gist = await gistOf(loaded, run);
  // filed under this kind by the same version of docwright: it is what `make` gave
  const known = gist && ((await run.cache.get(kind, keyOf([gist.key, ...more]))) as T | undefined);
  if (gist !== undefined && known !== undefined) return { made: known, accounts: gist.accounts, failedPages: [] };
  const { key, ...reading } = await readLoaded(loaded, options, run);
  const made = make(reading);
  if (key !== undefined) run.cache.put(kind, keyOf([key, ...more]), made);
  run.cache.save();
  return { made, accounts: reading.pages.map((page) => accountOf(page)), failedPages: reading.failedPages };
}
