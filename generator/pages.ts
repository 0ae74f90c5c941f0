/** From a folder to the facts of its pages: what is the same whatever is made of them. */
import type { RunOptions } from "./build.js";
import type { Finding } from "./findings/rules.js";
import type { PackageOptions } from "./plan/plan.js";
import type { Page } from "./read/page.js";
import { loadSources, type Docs, type PageSource } from "./read/source/source.js";
import { keyOf, keyOfTexts, noCache, recalling } from "./run/cache.js";
import { createPool, inBatches, type Pool, type Results } from "./run/pool.js";
import { UsageError } from "./shared/usage-error.js";

/** A run that is told nothing. */
export const bare: RunOptions = { cache: noCache, progress() {} };

interface KeyedSource extends PageSource {
  /** Of what is read on the page. */
  readonly key: string;
}

export interface Loaded extends Docs {
  readonly sources: readonly KeyedSource[];
}

/** Docs whose pages nobody keeps: their texts and facts are more than all that is made of them. */
export interface OpenDocs extends Omit<Docs, "sources"> {
  /** How many pages there are. */
  readonly size: number;
  /** As `runKey` gives it. */
  readonly key: string;
  /** As `readPages` gives them; asked again, it loads and reads them again. */
  read(pool: Pool): Promise<Results<Page>>;
}

/** Throws a `UsageError` when there is nothing to read. */
export async function openDocs(docs: string, options: PackageOptions, run: RunOptions): Promise<OpenDocs> {
  let loaded: Loaded | undefined = await load(docs, options, run);
  const { sources, ...others } = loaded;
  return {
    ...others,
    size: sources.length,
    key: runKey(loaded, options),
    async read(pool) {
      const once = loaded ?? (await load(docs, options, run));
      loaded = undefined;
      return readPages(once, pool, run);
    },
  };
}

/** Throws a `UsageError` when there is nothing to read. */
export async function load(docs: string, options: PackageOptions, { includes }: RunOptions): Promise<Loaded> {
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
export function withHeadings(source: PageSource, { dialect }: PackageOptions): PageSource {
  const headings = typeof dialect === "object" ? dialect.headings : undefined;
  return headings === undefined ? source : { ...source, headings };
}

/** The facts of each page, and the pages that a bug of ours kept from having any. */
export async function readPages(
  { sources }: Pick<Loaded, "sources">,
  pool: Pool,
  { cache, progress }: RunOptions,
): Promise<Results<Page>> {
  const unread = sources.filter(({ key }) => !cache.has("pages", key));
  if (unread.length > 0) pool.prepare("read", unread.length);
  const job = recalling(cache, "pages", ({ key }: KeyedSource) => key, pool.read);
  const pages = await inBatches(job, sources, (done) => progress("reading", done, sources.length));
  cache.finish("pages");
  return pages;
}

/** Threads for as many pages, for the time that `use` takes. */
export async function withPool<T>(
  size: number,
  { openPool = createPool }: RunOptions,
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = await openPool(size);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** What all that is made of the docs depends on, but for names that are to be kept. */
export function runKey(
  { sources, permissionNames, permissionAccounts, findings }: Loaded,
  options: PackageOptions,
): string {
  const reference = [permissionNames, permissionAccounts];
  return keyOf([sources.map(({ key }) => key), ...reference, findings, { ...options, previous: undefined }]);
}

function pageKey({ path, text, includes, refused, headings }: PageSource): string {
  const included = [...includes].map(([target, file]) => [target, file.path]);
  const texts = [text, ...[...includes.values()].map((file) => file.text)];
  return keyOfTexts([path, included, [...(refused ?? [])], headings], texts);
}

function failureLine({ page, message, rule }: Finding): string {
  return `${page}: ${message} (${rule})`;
}
