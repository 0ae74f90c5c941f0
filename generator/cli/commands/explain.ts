/** `docwright explain`: finds a page among the docs and prints what was made of it. */
import { existsSync } from "node:fs";
import { basename, relative, resolve, sep } from "node:path";
import { explanationLines } from "../explain.js";
import { explainPage, type ExplainedPage, type NamedPage } from "../../readings.js";
import { closest } from "../../shared/suggest.js";
import { isUnreadable } from "../../findings/told.js";
import { failureLines, findingLines, shownPath } from "../report.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../../shared/usage-error.js";
import { exitCode, type Call } from "./call.js";
import { namedOptions } from "./package-options.js";
import { runOptions } from "./run-options.js";

/** Resolves to the exit code: findings are what was asked for here, no failure. Throws a `UsageError` when there is no such page. */
export async function runExplain({ settings, argument = "", terminal }: Call): Promise<number> {
  const docs = docsFor(argument, settings.docs ?? resolve("docs"));
  const run = runOptions({ settings, terminal }, docs);
  const options = await namedOptions(settings, docs, settings.out ?? resolve("output"), run.cache);
  const find = (pages: readonly NamedPage[], root: string): NamedPage | undefined => findPage(pages, root, argument);
  const found = await explainPage(docs, find, options, run);
  const { explanation, findings, failedPages, root } = found;
  terminal.clearProgress();
  terminal.complain(failureLines(failedPages));
  const unreadable = findings.filter(isUnreadable);
  terminal.complain(findingLines(unreadable, root));
  if (explanation === undefined) return complain(found, docs, argument, terminal);
  if (settings.json) terminal.printJson(explanation);
  else terminal.print(explanationLines(explanation));
  if (unreadable.length > 0) return exitCode.failed;
  return failedPages.length > 0 ? exitCode.docsHaveErrors : exitCode.clean;
}

/** Of a page that a bug of ours kept from being read, there is only that to tell. */
function complain(
  { root, failedPages, findings, pages }: ExplainedPage,
  docs: string,
  argument: string,
  terminal: Terminal,
): number {
  const failed = findPage(
    failedPages.map(({ item }) => ({ path: item, stem: pageStem(item) })),
    root,
    argument,
  );
  if (failed === undefined)
    throw new UsageError(
      `${shownPath(docs)} holds no page ${argument}.${didYouMean(pages, argument) || " Name it by its path from the docs folder, or by its file name."}`,
    );
  terminal.print(
    findingLines(
      findings.filter(({ page }) => page === failed.path),
      root,
    ),
  );
  return exitCode.docsHaveErrors;
}

/** A page that lies elsewhere is read by itself. */
function docsFor(argument: string, docs: string): string {
  const outside = relative(docs, resolve(argument)).split(sep)[0] === "..";
  if (outside && existsSync(argument)) return resolve(argument);
  if (existsSync(docs)) return docs;
  throw new UsageError(`${shownPath(docs)} does not exist: say with --docs where the pages are.`);
}

/** By path from the current folder, else by path from the docs folder, else by file name. */
function findPage<P extends NamedPage>(pages: readonly P[], root: string, argument: string): P | undefined {
  return (
    pages.find(({ path }) => resolve(root, path) === resolve(argument)) ??
    pages.find(({ path }) => path === argument || path === `${argument}.md`) ??
    pages.find(({ stem }) => stem === pageStem(argument))
  );
}

function didYouMean(pages: readonly NamedPage[], argument: string): string {
  return closest(pageStem(argument), [...new Set(pages.map(({ stem }) => stem))]);
}

function pageStem(page: string): string {
  return basename(page, ".md").toLowerCase();
}
