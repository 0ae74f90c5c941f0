/** `docwright check`: what is wrong with the docs, in the format that whoever asks can show. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { check } from "../../check/check.js";
import type { Checked } from "../../findings/checked.js";
import { formats, isFormatName, type FormatName } from "../../findings/formats/formats.js";
import { prettyLines } from "../../findings/formats/pretty.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeReport } from "../../write/report.js";
import type { Settings } from "../config.js";
import { failureLines, isUnreadable, shownPath } from "../report.js";
import { cacheOf } from "./cache-of.js";
import { exitCode, type Call } from "./call.js";
import { failOnOf } from "./fail-on.js";
import { packageOptions } from "./package-options.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** A format and the file that it goes to. */
interface Report {
  readonly format: FormatName;
  readonly path: string;
}

/** Resolves to the exit code. Throws a `UsageError` when there are no docs, or for a format that does not exist. */
export async function runCheck({ settings, terminal }: Call, environment: Environment = process.env): Promise<number> {
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs)) throw new UsageError(`${shownPath(docs)} does not exist: say which folder or page to read.`);
  const printed = settings.format === undefined ? undefined : formatNamed(settings.format);
  const reports = (settings.output ?? []).map(reportOf);
  const source = sourceOf(environment);
  const { checked, failedPages } = await check(docs, {
    options: packageOptions(settings, docs, settings.out ?? resolve("output")),
    run: {
      cache: cacheOf(settings, docs, (line) => terminal.complain([line])),
      includes: settings.includes,
      progress: terminal.progress,
    },
    rules: settings.rules,
    failOn: failOnOf(settings),
    folder: process.cwd(),
    source,
  });
  terminal.clearProgress();
  print(checked, printed, settings, { terminal, environment });
  for (const { format, path } of [...reports, ...summaryOf(environment, printed)]) {
    writeReport(path, made(format, checked, settings));
  }
  terminal.complain(failureLines(failedPages));
  if (checked.findings.some(isUnreadable)) return exitCode.failed;
  return checked.fails ? exitCode.docsHaveErrors : exitCode.clean;
}

function print(
  checked: Checked,
  format: FormatName | undefined,
  settings: Settings,
  { terminal, environment }: Pick<Call, "terminal"> & { readonly environment: Environment },
): void {
  if (format === undefined || format === "pretty") terminal.print(prettyLines(checked, settings));
  else terminal.printMade(made(format, checked, settings));
  if (format !== undefined) return;
  const shown = shownBy(environment);
  if (shown !== undefined) terminal.printMade(formats[shown](checked));
}

/** The report without the texts of pages is for those who may not see them. */
function made(format: FormatName, checked: Checked, { sources = true }: Settings): string {
  return formats[format](format === "html" && !sources ? { ...checked, textOf: () => undefined } : checked);
}

/** What the CI service shows beside the pages, where it is one that does. */
function shownBy(environment: Environment): FormatName | undefined {
  if (environment["GITHUB_ACTIONS"] === "true") return "github";
  return environment["TF_BUILD"] === undefined ? undefined : "azure";
}

/** GitHub's page of the job. It gives each step an empty file of its own. */
function summaryOf(environment: Environment, printed: FormatName | undefined): Report[] {
  const path = environment["GITHUB_STEP_SUMMARY"];
  const isShown = printed === "github" || (printed === undefined && shownBy(environment) === "github");
  return path !== undefined && path !== "" && isShown ? [{ format: "summary", path }] : [];
}

/** `https://github.com/owner/docs/blob/<commit>/`, where the job says so. */
function sourceOf(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  return server && repository && commit ? `${server}/${repository}/blob/${commit}/` : undefined;
}

function reportOf(output: string): Report {
  const at = output.indexOf("=");
  return { format: formatNamed(output.slice(0, at)), path: output.slice(at + 1) };
}

function formatNamed(name: string): FormatName {
  if (isFormatName(name)) return name;
  const names = Object.keys(formats);
  throw new UsageError(`There is no format ${name}: say ${names.join(", ")}.${closest(name, names)}`);
}
