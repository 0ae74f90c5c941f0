/**
 * Facts → API → names and files → text. Each step sees all pages at once, so that a bug of ours that one page brings to light would cost
 * everything. It costs that page: it is left out, and the rest is built as if it had never been there.
 */
import { setImmediate } from "node:timers/promises";
import { keyOf, recalling, type Cache } from "./run/cache.js";
import { packageFiles, packageSources } from "./emit/package/package.js";
import { pagesBehind, modulesOfParts } from "./plan/parts.js";
import { type ModulePlan, type PackageOptions, type Plan } from "./plan/plan.js";
import { planPackage } from "./plan/plan-package.js";
import { atStage, attempt, StageError, type Failure } from "./shared/failure.js";
import { byPlace } from "./findings/rules.js";
import { collectGarbage, collectingOften } from "./run/garbage.js";
import { isolate, type Isolated } from "./run/isolate.js";
import { linkApi } from "./model/link.js";
import type { Memory } from "./model/memory.js";
import type { OutputFile } from "./shared/output-file.js";
import { inBatches, type createPool, type Pool, type Results } from "./run/pool.js";
import type { Page } from "./read/page.js";
import { oncePer, type Keeper } from "./shared/same.js";
import { sumsOf, type PageSums } from "./result.js";
import type { Docs } from "./read/source/source.js";
import { compareText } from "./shared/names.js";

/** What a run may be given beside docs and options. */
export interface RunOptions {
  readonly cache: Cache;
  /** Of a process that does the run again as pages change: what it knows from the last time. */
  readonly memory?: Memory | undefined;
  /** The modules that it planned the last time. */
  readonly modules?: Keeper<ModulePlan>;
  /** Gives it threads; without it, it has its own. */
  readonly openPool?: typeof createPool;
  /** Folders beside the docs whose files pages may include. */
  readonly includes?: readonly string[] | undefined;
  /** Told how far a phase has come: `progress("reading", 120, 5579)`. */
  progress(phase: string, done: number, of: number): void;
  /** Told the facts of the pages, before they are joined: what each says by itself. */
  pagesRead?(pages: readonly Page[]): void;
}

/** What is known from earlier runs of the same process. */
type Remembering = Pick<RunOptions, "memory" | "modules">;

/**
 * Gives the pages, each time that it is asked. Nobody keeps them once they are joined: they are as large as all that is made of them, and
 * needed again only where something fails.
 */
export type ReadPages = () => Promise<ReadDocs>;

export interface ReadDocs extends Results<Page> {
  /** What all that is made of the docs depends on, but for names that are to be kept; none where a page could not be read. */
  readonly key?: string;
}

/** What a package is built with, beside its pages. */
export interface Work {
  readonly docs: Pick<Docs, "permissionNames" | "permissionAccounts" | "findings">;
  readonly options: PackageOptions;
  readonly pool: Pool;
  readonly run: RunOptions;
}

export interface Built {
  readonly plan: Plan;
  readonly files: readonly OutputFile[];
  /** What it may be filed by. */
  readonly key: ReadDocs["key"];
  /** Of the pages that it comes from. */
  readonly sums: PageSums;
  /** Why there is nothing of some pages. */
  readonly failures: readonly Failure[];
  /** Those of them that could be read. */
  readonly left: readonly Page[];
}

/** Everything of the package that comes from the pages that `read` gives, but for those that are `known` to fail. */
export async function buildPackage(read: ReadPages, work: Work, known: readonly Failure[] = []): Promise<Built> {
  const { unread, unlinked, wereMany, ...planned } = await planRead(read, work, known);
  // What comes from the cache leaves little behind, and little is made of it: the rest of the run is short.
  if (wereMany) collectGarbage(planned.sums.count);
  const { values, failures } = await emitFiles(planned.plan, work);
  const earlier = [...known, ...unlinked];
  if (failures.length === 0) return { ...planned, files: values, failures: [...unread, ...earlier] };
  const struck = await struckPages(planned.plan, withoutFailed(await read(), earlier), failures, work);
  return buildPackage(read, work, [...earlier, ...struck]);
}

interface Planned extends Pick<Built, "plan" | "key" | "sums" | "left"> {
  readonly unread: readonly Failure[];
  readonly unlinked: readonly Failure[];
  /** Whether many pages were read anew. */
  readonly wereMany: boolean;
}

/** A function of its own: when it ends, nothing holds the pages any more. */
async function planRead(
  read: ReadPages,
  { docs, options, pool, run }: Work,
  known: readonly Failure[],
): Promise<Planned> {
  const all = await read();
  const wereMany = await pool.renew("emit");
  const link = (): ReturnType<typeof planPages> => planPages(withoutFailed(all, known), docs, options, run);
  const { value: plan, pages, failures } = await collectingOften(all.values.length, link);
  const linked = new Set(pages);
  const left = all.values.filter((page) => !linked.has(page));
  return { plan, key: all.key, sums: sumsOf(pages), left, unread: all.failures, unlinked: failures, wereMany };
}

function withoutFailed({ values }: Results<Page>, failures: readonly Failure[]): readonly Page[] {
  const failed = new Set(failures.map(({ item }) => item));
  return values.filter(({ path }) => !failed.has(path));
}

/** The API of all pages that have one, with its names and files. */
export function planPages(
  pages: readonly Page[],
  docs: Work["docs"],
  options: PackageOptions,
  known: Remembering,
): Promise<Isolated<Page, Plan>> {
  return isolate(pages, "linking", (some) => planOf(some, docs, options, known));
}

/** What could not be loaded is among the findings of the API: the same in every run, whatever is cached. */
function planOf(
  pages: readonly Page[],
  { findings, ...reference }: Work["docs"],
  options: PackageOptions,
  { memory, modules }: Remembering,
): Plan {
  const { optionalMeansNullable, dialect } = options;
  const linked = atStage("linking", () => linkApi(pages, { ...reference, optionalMeansNullable, dialect, memory }));
  const api = findings.length === 0 ? linked : { ...linked, findings: [...linked.findings, ...findings].sort(byPlace) };
  const plan = atStage("planning", () => planPackage(api, options));
  return modules === undefined ? plan : { ...plan, modules: modules.kept(plan.modules) };
}

/** The pages that `failures` of modules and files come from: those behind a failing part of a module, else those that are found by trial. */
async function struckPages(
  plan: Plan,
  pages: readonly Page[],
  failures: readonly Failure[],
  work: Work,
): Promise<readonly Failure[]> {
  const failed = new Set(failures.map(({ item }) => item));
  const modules = plan.modules.filter(({ path }) => failed.has(path));
  const behind = (await Promise.all(modules.map((module) => failuresOf(module, failures, work)))).flat();
  const known = new Set(pages.map(({ path }) => path));
  const struck = new Map(behind.filter(({ item }) => known.has(item)).map((failure) => [failure.item, failure]));
  if (struck.size > 0) return [...struck.values()].sort((a, b) => compareText(a.item, b.item));
  const tried = await isolate(pages, "emitting", async (some) => {
    const [first] = (await emitFiles(planOf(some, work.docs, work.options, work.run), work, failed)).failures;
    if (first !== undefined) throw failureError(first);
  });
  // What happens now and then, such as a thread without memory, is no page's fault, and would go on for ever.
  if (tried.failures.length === 0) throw failureError(failures[0]);
  return tried.failures;
}

function failureError(failure: Failure | undefined): StageError {
  return new StageError(failure?.stage ?? "emitting", Object.assign(new Error(failure?.reason), failure));
}

/** For each page behind the declarations that cannot be emitted by themselves; where each of them can, for all pages behind the module. */
async function failuresOf(module: ModulePlan, failures: readonly Failure[], { pool }: Work): Promise<Failure[]> {
  const parts = modulesOfParts(module);
  const outcomes = await pool.emit(parts);
  const found = parts.flatMap((part, index) => {
    const outcome = outcomes[index];
    return outcome === undefined || outcome.ok ? [] : pagesBehind(part).map((item) => ({ ...outcome.failure, item }));
  });
  const whole = failures.filter(({ item }) => item === module.path);
  return found.length > 0
    ? found
    : whole.flatMap((failure) => pagesBehind(module).map((item) => ({ ...failure, item })));
}

/** The text of the package, or of those modules and files of it whose paths `only` names. */
async function emitFiles(plan: Plan, work: Work, only?: ReadonlySet<string>): Promise<Results<OutputFile>> {
  const wanted = ({ path }: { readonly path: string }): boolean => only?.has(path) ?? true;
  const results = await Promise.all([
    // The longest single file is among these: begun last, it would be waited for.
    formatSources(plan, work, wanted),
    emitModules(plan.modules.filter(wanted), work),
    wanted({ path: ownFiles }) ? attemptText(ownFiles, () => inTurn(packageFiles(plan))) : { values: [], failures: [] },
  ]);
  return {
    values: results.flatMap(({ values }) => values),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** Stand for the files that are not made of one module. */
const ownFiles = "package.json";
const indexFile = "src/index.ts";

const moduleKey = oncePer((module: ModulePlan) => keyOf(module));

async function emitModules(modules: Plan["modules"], { pool, run }: Work): Promise<Results<OutputFile>> {
  const job = recalling(run.cache, "modules", moduleKey, pool.emit);
  const { values, failures } = await inBatches(job, modules, (done) => run.progress("emitting", done, modules.length));
  return { values: values.flat(), failures };
}

async function formatSources(
  plan: Plan,
  { pool, run }: Work,
  wanted: (file: { readonly path: string }) => boolean,
): Promise<Results<OutputFile>> {
  const sources = await attemptText(indexFile, () => packageSources(plan).filter(wanted));
  const formatted = await inBatches(recalling(run.cache, "sources", keyOf, pool.format), sources.values, () => {});
  return { values: formatted.values, failures: [...sources.failures, ...formatted.failures] };
}

/** Before each of them, and at each pause, threads get what they are to do next. */
async function inTurn(files: Iterable<OutputFile | undefined>): Promise<readonly OutputFile[]> {
  const made: OutputFile[] = [];
  await setImmediate();
  for (const file of files) {
    if (file !== undefined) made.push(file);
    await setImmediate();
  }
  return made;
}

async function attemptText(
  item: string,
  make: () => readonly OutputFile[] | Promise<readonly OutputFile[]>,
): Promise<Results<OutputFile>> {
  const outcome = await attempt(item, "emitting", make);
  return outcome.ok ? { values: outcome.value, failures: [] } : { values: [], failures: [outcome.failure] };
}
