/** In which formats a check is printed and written. */
import type { Checked } from "../../findings/checked.js";
import { formats, isFormatName, type FormatName } from "../../findings/formats/formats.js";
import { prettyLines } from "../../findings/formats/pretty.js";
import { closest } from "../../shared/suggest.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { UsageError } from "../../shared/usage-error.js";
import { writeReport } from "../../write/report.js";
import type { Settings } from "../config.js";
import type { Call } from "./call.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A format and the file that it goes to. */
interface Report {
  readonly format: FormatName;
  readonly path: string;
  /** What is there already stays above. */
  readonly appends?: true;
}

/** Files to be written, GitHub's page of the job among them. Throws a `UsageError` for a format that does not exist. */
export function reportsOf({ output = [], format }: Settings, environment: Environment): readonly Report[] {
  const printed = format === undefined ? undefined : formatNamed(format);
  return [...output.map(reportOf), ...summaryOf(environment, printed)];
}

function reportOf(output: string): Report {
  const at = output.indexOf("=");
  return { format: formatNamed(output.slice(0, at)), path: output.slice(at + 1) };
}

/** Writes a report. */
export function writeFormat({ format, path, appends }: Report, checked: Checked, settings: Settings): void {
  const above = appends ? (readPlain(path)?.toString("utf8") ?? "") : "";
  writeReport(path, above + made(format, checked, settings));
}

/** GitHub's page of the job, which other commands of the step may have begun. */
function summaryOf(environment: Environment, printed: FormatName | undefined): Report[] {
  const path = environment["GITHUB_STEP_SUMMARY"];
  const isShown = printed === "github" || (printed === undefined && shownBy(environment) === "github");
  return path !== undefined && path !== "" && isShown ? [{ format: "summary", path, appends: true }] : [];
}

function formatNamed(name: string): FormatName {
  if (isFormatName(name)) return name;
  const names = Object.keys(formats);
  throw new UsageError(`There is no format ${name}: say ${names.join(", ")}.${closest(name, names)}`);
}

/** Prints the format that is asked for; else what people read, and what the CI service shows beside the pages. */
export function printChecked(
  checked: Checked,
  settings: Settings,
  { terminal, environment }: Pick<Call, "terminal"> & { readonly environment: Environment },
): void {
  const { format, all, quiet } = settings;
  if (format === undefined || format === "pretty") terminal.print(prettyLines(checked, { all, quiet }));
  else terminal.printMade(made(formatNamed(format), checked, settings));
  const shown = format === undefined ? shownBy(environment) : undefined;
  if (shown !== undefined) terminal.printMade(formats[shown](checked));
}

/** A format as text. The report without the texts of pages is for those who may not see them. */
function made(format: FormatName, checked: Checked, { sources = true }: Settings): string {
  return formats[format](format === "html" && !sources ? { ...checked, linesOf: () => undefined } : checked);
}

/** The format of the CI service that this runs in, where it has one. */
function shownBy(environment: Environment): FormatName | undefined {
  if (environment["GITHUB_ACTIONS"] === "true") return "github";
  return environment["TF_BUILD"] === undefined ? undefined : "azure";
}

/** `https://github.com/owner/docs/blob/<commit>/`, where the job says so. */
export function sourceOf(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  return server && repository && commit ? `${server}/${repository}/blob/${commit}/` : undefined;
}
