/** What the pipeline hands to the command line. */
import type { EarlierNames, Plan } from "./plan/plan.js";
import type { MockModel } from "./emit/mock/mock-data.js";
import type { Failure } from "./shared/failure.js";
import { byPlace, finding, type Finding } from "./findings/rules.js";
import type { Api } from "./model/api.js";
import type { OutputFile } from "./shared/output-file.js";
import type { Account, LedgerState, Page, PageAccount } from "./read/page.js";
import type { PageSource } from "./read/source/source.js";
import type { LineSymbol } from "./shared/ledger.js";
import { compareText } from "./shared/names.js";
import type { PageSuppression } from "./shared/suppression.js";

/** What the docs say, all pages joined. */
export interface Reading {
  /** Folder that the paths of pages and findings are relative to. */
  readonly root: string;
  /** Those that could be read. */
  readonly pages: readonly Page[];
  /** What all but the failed pages say; its findings tell of those, too. */
  readonly api: Api;
  /** Its names and files. */
  readonly plan: Plan;
  /** Pages that are missing because of a bug of ours; all others are there. */
  readonly failedPages: readonly Failure[];
}

/** What a mock of the API is made of. */
export interface MockReading extends Pick<Reading, "root" | "failedPages"> {
  readonly model: MockModel;
  /** How many findings are errors. */
  readonly errors: number;
}

/** What is made of the docs, and what there is to say about it. The same for the same docs and options, wherever they are. */
export interface Made {
  /** The package, sorted by path. */
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
  /** What writers say about findings that are to stay. */
  readonly suppressions: readonly PageSuppression[];
  /** Name of the dialect that the docs speak. */
  readonly dialect: string;
  /** How many of each there are. */
  readonly counts: Counts & Readonly<Record<"fixtures" | "tests", number>>;
  /** How many lines and rows the pages have, and how many of them were understood. */
  readonly understood: Understanding;
  /** The names that are in use now. */
  readonly names: EarlierNames;
}

export type Counts = Readonly<Record<"pages" | "operations" | "types" | "enums" | "examples", number>>;

/** What there is to say about the docs, without a package: the same for the same docs and options, wherever they are. */
export interface Found extends Pick<Made, "findings" | "suppressions" | "understood" | "dialect"> {
  readonly counts: Counts;
  readonly pages: readonly FoundPage[];
}

/** What of that comes from what the pages say: the same as long as they say the same. */
export interface FoundFacts extends Omit<Found, "suppressions" | "understood" | "pages"> {
  readonly pages: readonly Omit<FoundPage, keyof PageAccount | "includes">[];
}

/** What is to be known about a page to tell of its findings. */
export interface FoundPage extends Pick<Page, "path" | "kind" | "ledger" | "outline"> {
  readonly title: string;
  /** `author` of the front matter. */
  readonly owner?: string;
  /** Files that it includes, those within others too. */
  readonly includes: readonly string[];
  /** What the model has from it, by line. */
  readonly symbols: readonly LineSymbol[];
}

/** Of lines and of rows of tables: all, and those that became something or are left out for a reason. */
export type Understanding = Readonly<Record<"lines" | "rows", { readonly all: number; readonly understood: number }>>;

export interface Generated extends Made, Pick<Reading, "root" | "failedPages"> {}

/** `findings`, and that a bug of ours struck a page, with what was found on it before. */
export function withFailures(
  findings: readonly Finding[],
  pages: readonly Page[],
  failed: readonly Failure[],
): readonly Finding[] {
  if (failed.length === 0) return findings;
  const struck = new Set(failed.map(({ item }) => item));
  const earlier = pages.filter(({ path }) => struck.has(path)).flatMap((page) => page.findings);
  const place = { line: 1, column: 1 };
  const bugs = failed.map(({ item, stage, reason }) => finding("page-failed", item, place, stage, { stage, reason }));
  return [...findings, ...earlier, ...bugs].sort(byPlace);
}

/** `findings`, and that there is no operation where there is none: an empty package is nobody's aim. */
export function withoutOperations({ operations, types }: Api, findings: readonly Finding[]): readonly Finding[] {
  if (operations.length > 0) return findings;
  const page = types.flatMap(({ pages }) => pages)[0] ?? findings[0]?.page ?? "";
  return [...findings, finding("no-operation", page, { line: 1, column: 1 }, "")].sort(byPlace);
}

/** What is told of pages beside their findings. */
export interface PageSums extends Pick<Made, "suppressions" | "understood"> {
  readonly count: number;
}

export function sumsOf(pages: readonly Account[]): PageSums {
  return { count: pages.length, suppressions: suppressionsOn(pages), understood: understandingOf(pages) };
}

/** What the ledgers of pages come to. */
export function understandingOf(pages: readonly Pick<Account, "ledger">[]): Understanding {
  const lines = { all: 0, understood: 0 };
  const rows = { all: 0, understood: 0 };
  const add = (sum: typeof lines, state: LedgerState, count: number): void => {
    sum.all += count;
    if (state !== "unread") sum.understood += count;
  };
  for (const { ledger } of pages) {
    // by index: taking hundreds of thousands of them apart takes time
    for (const line of ledger.lines) add(lines, line[2], line[1] - line[0] + 1);
    for (const state of ledgerStates) add(rows, state, ledger.rows[state] ?? 0);
  }
  return { lines, rows };
}

/** YAML can write half of a surrogate pair, which no address can hold and no encoder takes. */
const HALF_CHARACTER = /\p{Surrogate}/gu;
const ledgerStates = ["fact", "example", "prose", "known", "unread"] as const satisfies readonly LedgerState[];

/** `symbols` tell what the model has from each page. */
export function foundFacts(reading: Reading, symbols: ReadonlyMap<string, readonly LineSymbol[]>): FoundFacts {
  return {
    findings: withoutOperations(reading.api, reading.api.findings),
    counts: countsOf(reading.pages.length, reading.api),
    dialect: reading.api.dialect,
    pages: reading.pages.map(({ path, kind, title, frontMatter }) => {
      const owner = frontMatter["author"];
      return {
        path,
        kind,
        title: title.text,
        symbols: symbols.get(path) ?? [],
        ...(typeof owner === "string" && { owner: owner.replace(HALF_CHARACTER, "\ufffd") }),
      };
    }),
  };
}

/** `accounts` of the same pages; `sources` tell what each includes. */
export function foundWith(
  facts: FoundFacts,
  accounts: readonly Account[],
  sources: readonly Pick<PageSource, "path" | "includes">[],
): Found {
  const included = new Map(
    sources.map(({ path, includes }) => [path, [...includes.values()].map((file) => file.path)]),
  );
  const pages = new Map(facts.pages.map((page) => [page.path, page]));
  return {
    ...facts,
    suppressions: suppressionsOn(accounts),
    understood: understandingOf(accounts),
    pages: accounts.flatMap(({ path, ledger, outline }) => {
      const page = pages.get(path);
      const includes = [...new Set(included.get(path))].sort(compareText);
      return page === undefined ? [] : [{ ...page, ledger, includes, ...(outline && { outline }) }];
    }),
  };
}

export function madeOf(sums: PageSums, plan: Plan, files: readonly OutputFile[], findings: readonly Finding[]): Made {
  const names = plan.modules.flatMap((module) =>
    module.operations.map(({ operation, name, aliases }) => ({
      id: operation.id,
      function: name,
      ...(aliases.length > 0 && { aliases }),
    })),
  );
  return {
    files: [...files].sort((a, b) => compareText(a.path, b.path)),
    findings,
    suppressions: sums.suppressions,
    dialect: plan.api.dialect,
    counts: {
      ...countsOf(sums.count, plan.api),
      fixtures: countLines(files, "fixtures/", fixtureLine),
      tests: countLines(files, "test/", testLine),
    },
    understood: sums.understood,
    names: { rules: plan.nameRules, operations: names.sort((a, b) => compareText(a.id, b.id)) },
  };
}

const fixtureLine = /^export const /gm;
const testLine = /^test\(/gm;

function countLines(files: readonly OutputFile[], folder: string, line: RegExp): number {
  return files
    .filter(({ path }) => path.startsWith(folder))
    .reduce((sum, { content }) => sum + (content.match(line)?.length ?? 0), 0);
}

function countsOf(pages: number, { operations, types, enums }: Api): Counts {
  return {
    pages,
    operations: operations.length,
    types: types.length,
    enums: enums.length,
    examples: operations.flatMap((operation) => operation.examples).length,
  };
}

export function suppressionsOn(pages: readonly Omit<Account, "ledger">[]): readonly PageSuppression[] {
  return pages.flatMap(({ path, suppressions = [] }) => suppressions.map((each) => ({ ...each, page: path })));
}
