/** `docwright explain`: finds a page among the docs and prints what was made of it. */
import { existsSync } from "node:fs";
import { basename, relative, resolve, sep } from "node:path";
import { planPackage } from "../emit/plan.js";
import { explain, explanationLines } from "../explain.js";
import { readDocs } from "../generate.js";
import { closest } from "../model/suggest.js";
import type { Page } from "../read/page.js";
import { failureLines, findingLines, isUnreadable, shown } from "../report.js";
import type { Reading } from "../result.js";
import { UsageError } from "../usage-error.js";
import { cacheOf } from "./cache-of.js";
import { exitCode, type Call } from "./call.js";
import { packageOptions } from "./package-options.js";

/** Resolves to the exit code: findings are what was asked for here, no failure. Throws a `UsageError` when there is no such page. */
export async function runExplain({ settings, argument = "", terminal }: Call): Promise<number> {
  const docs = docsFor(argument, settings.docs ?? resolve("docs"));
  const reading = await readDocs(docs, {
    cache: cacheOf(settings, docs),
    includes: settings.includes,
    progress: terminal.progress,
  });
  terminal.clearProgress();
  terminal.complain(failureLines(reading.failedPages));
  const unreadable = reading.api.findings.filter(isUnreadable);
  terminal.complain(findingLines(unreadable, reading.root));
  const page = findPage(reading, argument);
  if (page === undefined)
    throw new UsageError(`${shown(docs)} holds no page ${argument}.${didYouMean(reading, argument)}`);
  const plan = planPackage(reading.api, packageOptions(settings, docs, settings.out ?? resolve("output")));
  const explanation = explain(page, reading.api, plan);
  if (settings.json) terminal.printJson(explanation);
  else terminal.print(explanationLines(explanation));
  return reading.failedPages.length + unreadable.length > 0 ? exitCode.failed : exitCode.clean;
}

/** A page that lies elsewhere is read by itself. */
function docsFor(argument: string, docs: string): string {
  const outside = relative(docs, resolve(argument)).split(sep)[0] === "..";
  if (outside && existsSync(argument)) return resolve(argument);
  if (existsSync(docs)) return docs;
  throw new UsageError(`${shown(docs)} does not exist: say with --docs where the pages are.`);
}

/** By path from the current folder, else by path from the docs folder, else by file name. */
function findPage({ root, pages }: Reading, argument: string): Page | undefined {
  return (
    pages.find(({ path }) => resolve(root, path) === resolve(argument)) ??
    pages.find(({ path }) => path === argument || path === `${argument}.md`) ??
    pages.find(({ stem }) => stem === stemOf(argument))
  );
}

function didYouMean({ pages }: Reading, argument: string): string {
  return closest(stemOf(argument), [...new Set(pages.map(({ stem }) => stem))]);
}

function stemOf(page: string): string {
  return basename(page, ".md").toLowerCase();
}
