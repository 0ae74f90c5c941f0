/**
 * What commands ask of docs beside a package. What the same docs and options gave before is not made again, and what would make it is not even
 * loaded then: that takes longer than to look.
 */
import type { RunOptions } from "./build.js";
import { publishedApi } from "./emit/json/api-json.js";
import { mockModel } from "./emit/mock/mock-data.js";
import type { Finding } from "./findings/rules.js";
import type { PublishedApi } from "./model/published.js";
import { symbolsOf } from "./model/symbols.js";
import { bare, load, readPages, runKey, withHeadings, withPool, type Loaded } from "./pages.js";
import type { PackageOptions, Plan } from "./plan/plan.js";
import { loadUnsaved } from "./read/source/source.js";
import { foundOf, suppressionsOn, withFailures, type Found, type MockReading, type Reading } from "./result.js";
import { keyOf } from "./run/cache.js";

/** The facts of the pages, the API they describe, and the names in its package. */
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
  const found = foundOf(reading, sources.sources, symbolsOf(reading.api));
  if (reading.failedPages.length === 0) run.cache.put("found", key, found);
  run.cache.save();
  return { ...found, root: sources.root, failedPages: reading.failedPages };
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
  const { values: pages, failures } = await withPool(sources, (pool) => readPages(sources, pool, run));
  run.cache.save();
  run.pagesRead?.(pages);
  const { planPages } = await import("./build.js");
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
  const { planPages } = await import("./build.js");
  const { value: plan, failures: struck } = await planPages(pages, loaded, options);
  const made = make(plan);
  const failedPages = [...failures, ...struck];
  if (failedPages.length === 0) run.cache.put(kind, key, made);
  run.cache.save();
  return { made, root, sources, failedPages };
}
