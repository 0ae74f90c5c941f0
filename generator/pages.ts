/** From a folder to the facts of its pages: what is the same whatever is made of them. */
import type { ReadDocs, RunOptions } from "./build.js";
import type { Finding } from "./findings/rules.js";
import type { PackageOptions } from "./plan/plan.js";
import type { Account } from "./read/page.js";
import { loadSources, type Docs, type PageSource } from "./read/source/source.js";
import { keyOf, keyOfTexts, noCache, recalling, type Cache } from "./run/cache.js";
import { createPool, inBatches, type Job, type Pool, type Results } from "./run/pool.js";
import type { ReadPage } from "./run/worker.js";
import { accountOf } from "./read/account.js";
import { UsageError } from "./shared/usage-error.js";

/** A run that is told nothing. */
export const bare: RunOptions = { cache: noCache, progress() {} };

interface KeyedSource extends PageSource {
  /** Of what is read on the page. */
  readonly key: string;
}

export interface Loaded extends Docs {
  readonly sources: readonly KeyedSource[];
  /** Of all that is made of pages with these facts. */
  keyOf(facts: readonly string[]): string;
}

/** Docs whose pages nobody keeps: their texts and facts are more than all that is made of them. */
export interface OpenDocs extends Omit<Docs, "sources"> {
  /** How many pages there are. */
  readonly size: number;
  readonly gist?: Gist | undefined;
  /** As `readPages` gives them; asked again, it loads and reads them again. */
  read(pool: Pool): Promise<ReadDocs>;
}

/** Throws a `UsageError` when there is nothing to read. */
export async function openDocs(docs: string, options: PackageOptions, run: RunOptions): Promise<OpenDocs> {
  let loaded: Loaded | undefined = await load(docs, options, run);
  const { sources, ...others } = loaded;
  return {
    ...others,
    size: sources.length,
    gist: await gistOf(loaded, run),
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
  const reference = [found.permissionNames, found.permissionAccounts, found.findings];
  return {
    ...found,
    sources: told.map((source) => ({ ...source, key: pageKey(source) })),
    keyOf: (facts) => keyOf([facts, reference, { ...options, previous: undefined }]),
  };
}

/** With the words of headings that the configuration adds. */
export function withHeadings(source: PageSource, { dialect }: PackageOptions): PageSource {
  const headings = typeof dialect === "object" ? dialect.headings : undefined;
  return headings === undefined ? source : { ...source, headings };
}

/** The facts of each page, and the pages that a bug of ours kept from having any. */
export async function readPages(loaded: Loaded, pool: Pool, run: RunOptions): Promise<ReadDocs> {
  const { values, failures } = await readSources(loaded.sources, pool, run);
  const pages = { values: values.map(({ page }) => page), failures };
  return failures.length > 0 ? pages : { ...pages, key: loaded.keyOf(values.map(({ facts }) => facts)) };
}

async function readSources(
  sources: readonly KeyedSource[],
  pool: Pool,
  { cache, progress }: RunOptions,
): Promise<Results<ReadPage>> {
  const unread = sources.filter(({ key }) => !cache.has("pages", key));
  if (unread.length > 0) pool.prepare("read", unread.length);
  const job = recalling(cache, "pages", ({ key }: KeyedSource) => key, pool.read);
  const accounted = accounting(job, cache);
  const read = await inBatches(accounted, sources, (done) => progress("reading", done, sources.length));
  cache.finish("pages");
  return read;
}

/** `job`, with an account kept of each page that it reads. */
function accounting(job: Job<KeyedSource, ReadPage>, cache: Cache): Job<KeyedSource, ReadPage> {
  return async (batch) => {
    const outcomes = await job(batch);
    for (const [index, outcome] of outcomes.entries()) {
      const key = batch[index]?.key;
      if (key === undefined || !outcome.ok || cache.has("accounts", key)) continue;
      const { page, facts } = outcome.value;
      cache.put<Accounted>("accounts", key, { ...accountOf(page), facts });
    }
    return outcomes;
  };
}

/** What stands for the facts of a page, and what is kept of it beside them. */
type Accounted = Account & Pick<ReadPage, "facts">;

/** What the pages say, without having been read again. */
export interface Gist {
  /** As `ReadDocs` has it. */
  readonly key: string;
  /** In the order of the sources. */
  readonly accounts: readonly Account[];
}

/** Docs of which so many pages have changed may well say the same as before; it costs little to look. */
const FEW = 16;

/** Of docs that were read before, but for a few pages; of others it takes the whole run to know. */
export async function gistOf(loaded: Loaded, run: RunOptions): Promise<Gist | undefined> {
  const { sources } = loaded;
  // filed under this kind by the same version of docwright
  const known = (await Promise.all(sources.map(({ key }) => run.cache.get("accounts", key)))) as (
    Accounted | undefined
  )[];
  const fresh = sources.filter((_, index) => known[index] === undefined);
  if (fresh.length > FEW || fresh.length === sources.length) return undefined;
  const read = fresh.length === 0 ? [] : await readFew(fresh, sources, run);
  const accounts = known.flatMap((account) => account ?? read.shift() ?? []);
  if (accounts.length < sources.length) return undefined;
  return {
    key: loaded.keyOf(accounts.map(({ facts }) => facts)),
    accounts: accounts.map(({ facts: _facts, ...account }) => account),
  };
}

/** What is asked for stays in the cache, which is as good as having been read. */
async function readFew(
  fresh: readonly KeyedSource[],
  sources: readonly KeyedSource[],
  run: RunOptions,
): Promise<Accounted[]> {
  for (const { key } of sources) run.cache.has("pages", key);
  const threads = run.openPool === undefined ? fresh.length : sources.length;
  const { values } = await withPool(threads, run, (pool) => readSources(fresh, pool, { ...run, progress() {} }));
  run.cache.save();
  return values.map(({ page, facts }) => ({ ...accountOf(page), facts }));
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

function pageKey({ path, text, includes, refused, headings }: PageSource): string {
  const included = [...includes].map(([target, file]) => [target, file.path]);
  const texts = [text, ...[...includes.values()].map((file) => file.text)];
  return keyOfTexts([path, included, [...(refused ?? [])], headings], texts);
}

function failureLine({ page, message, rule }: Finding): string {
  return `${page}: ${message} (${rule})`;
}
