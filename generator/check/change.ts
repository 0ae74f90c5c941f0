/**
 * Which findings come from a change: those that the docs at its base do not have. All pages are read in both states, so that a page that
 * breaks others is not let through because nobody touched those.
 */
import { existsSync } from "node:fs";
import { isAbsolute, join, posix, relative, resolve } from "node:path";
import { renamed, type BaselineEntry } from "../findings/baseline.js";
import type { Checked } from "../findings/checked.js";
import { keyOf } from "../findings/identity.js";
import type { Finding } from "../findings/rules.js";
import { toldOf } from "../findings/told.js";
import { findInDocs } from "../readings.js";
import type { FoundPage } from "../result.js";
import { repositoryAround } from "../shared/files/repository.js";
import { changesSince, type FileChanges } from "../shared/git/changes.js";
import { defaultBase, mergeBase } from "../shared/git/commits.js";
import { filesAt } from "../shared/git/tree.js";
import { UsageError } from "../shared/usage-error.js";
import { inTreeFolder } from "../write/tree-folder.js";
import { causesOf } from "./causes.js";
import type { Change, CheckOptions, Reading } from "./check.js";
import { headingsOf } from "./headings.js";
import { slashed } from "./paths.js";
import { pageRenames } from "./renames.js";
import { textsOf } from "./texts.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked for: `--changed`, `--new-since`; without a ref the base that the environment or Git names. */
export interface Wanted {
  readonly kind: NonNullable<Checked["change"]>["kind"];
  readonly ref: string | undefined;
}

/** A finding of the base: its key without ordinal, by the present name of its page, and the line it stands on. */
interface Before {
  readonly key: string;
  readonly text: string;
}

const ORDINAL = /#\d+$/;
/** What every page depends on. */
const CONFIGURATION = /^docwright\.config\.(?:ts|mjs|js|json)$/;

/** Compares `docs` as they are with their base. Throws a `UsageError` where Git does not know it. */
export async function changeOf(
  docs: string,
  reading: Reading,
  { kind, ref }: Wanted,
  request: CheckOptions,
  environment: Environment,
): Promise<Change> {
  const { root } = reading;
  const repository = repositoryAround(root);
  if (repository === undefined)
    throw new UsageError(
      `${root} lies in no Git repository: there is no other state to compare with. Leave out --changed and --new-since.`,
    );
  const named = ref ?? defaultBase(repository, environment);
  const commit = mergeBase(repository, named);
  const files = changesSince(repository, commit);
  const base = slashed(relative(repository, root));
  const renames = pageRenames(files.renames, base);
  const touched = touchedPages(reading.pages, files, base);
  const isSame = touched.size === 0 && files.deleted.size === 0;
  const earlier = isSame ? undefined : await findingsAt(commit, repository, docs, root, renames, request);
  const { linesOf } = textsOf(root);
  const fresh = (findings: readonly Finding[]): Set<Finding> =>
    earlier === undefined ? new Set() : unmatched(findings, earlier, linesOf);
  return {
    kind,
    ref: named,
    pages: [...touched].sort(),
    oldOf(findings) {
      const made = fresh(findings);
      return new Set(findings.filter((one) => !made.has(one) && !(kind === "changed" && touched.has(one.page))));
    },
    mayHaveMended(entry) {
      return touched.has(entry.page) || earlier?.keys.has(plainKey(entry)) === true;
    },
    causes: (findings) =>
      causesOf(
        findings.filter(({ page }) => !touched.has(page)),
        { repository, commit, base, touched, renames },
      ),
  };
}

/** Pages that changed, that include what changed, or that do not mean the same because the configuration changed; and changed includes. */
function touchedPages(pages: readonly FoundPage[], { changed }: FileChanges, base: string): Set<string> {
  const isAll = [...changed].some((path) => CONFIGURATION.test(posix.basename(path)));
  const relevant = new Set(
    [...changed].filter((path) => path.endsWith(".md")).map((path) => posix.relative(base, path)),
  );
  const touched = new Set<string>();
  for (const { path, includes } of pages) {
    const hit = includes.filter((file) => relevant.has(file));
    for (const file of hit) touched.add(file);
    if (isAll || relevant.has(path) || hit.length > 0) touched.add(path);
  }
  return touched;
}

interface Earlier {
  readonly keys: ReadonlySet<string>;
  readonly all: readonly Before[];
}

/** What is found in the docs at `commit`, by the present names of pages. */
async function findingsAt(
  commit: string,
  repository: string,
  docs: string,
  root: string,
  renames: ReadonlyMap<string, string>,
  request: CheckOptions,
): Promise<Earlier> {
  const base = slashed(relative(repository, root));
  const shared = (request.run.includes ?? []).filter((folder) => !relative(repository, folder).startsWith(".."));
  const around = ["..", "../.."].map((up) => posix.join(base, up)).filter((folder) => !folder.startsWith(".."));
  const beside = around.flatMap((folder) =>
    ["includes", "concepts/permissions-reference.md"].map((name) => posix.join(folder, name)),
  );
  const folders = [base, ...beside, ...shared.map((folder) => slashed(relative(repository, folder)))];
  const files = filesAt(repository, commit, folders, (path) => /\.md$/i.test(path));
  return inTreeFolder(files, async (tree) => {
    const there = (path: string): string => {
      const way = relative(repository, path);
      return way.startsWith("..") || isAbsolute(way) ? path : join(tree, way);
    };
    // one that was not there yet was included by nobody
    const includes = request.run.includes?.map(there).filter((folder) => existsSync(folder));
    const found = await findInDocs(there(resolve(docs)), request.options, { ...request.run, includes }).catch(
      (error: unknown) => {
        // there were no docs: everything is new
        if (error instanceof UsageError || isMissing(error)) return undefined;
        throw error;
      },
    );
    if (found === undefined) return { keys: new Set(), all: [] };
    const { linesOf } = textsOf(there(root));
    const { findings, reasons } = toldOf(found, headingsOf(found.pages), request.rules);
    const all = findings
      .filter((one) => !reasons.has(one))
      .map((one) => {
        return { key: plainKey(renamed(one, renames)), text: lineOf(linesOf(one.page), one.line) };
      });
    return { keys: new Set(all.map(({ key }) => key)), all };
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Those of `findings` that are more than before: of several of one kind, the ones whose line was not there. */
function unmatched(findings: readonly Finding[], { all }: Earlier, linesOf: Checked["linesOf"]): Set<Finding> {
  const kinds = countsOf(all.map(({ key }) => key));
  const lines = countsOf(all.map(({ key, text }) => JSON.stringify([key, text])));
  const rest = findings.filter((one) => {
    const key = plainKey(one);
    const isSame = taken(lines, JSON.stringify([key, lineOf(linesOf(one.page), one.line)]));
    if (isSame) taken(kinds, key);
    return !isSame;
  });
  return new Set(rest.filter((one) => !taken(kinds, plainKey(one))));
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Whether there was one of them left, which is gone now. */
function taken(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0;
  if (count > 0) counts.set(text, count - 1);
  return count > 0;
}

function plainKey(entry: BaselineEntry): string {
  return keyOf({ ...entry, symbol: entry.symbol.replace(ORDINAL, "") });
}

function lineOf(lines: readonly string[] | undefined, line: number): string {
  return lines?.[line - 1]?.trim() ?? "";
}
