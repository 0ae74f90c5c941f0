/** `docwright diff`: reads two sides, compares them, prints what that does to users of the package. */
import { existsSync, readFileSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";
import { acceptanceOf, acceptedFrom, unexpected, withAccepted, type Accepted } from "../../diff/accepted.js";
import type { Change, ChangePlace, Policy, Step } from "../../diff/change.js";
import { changedPages, compareApis, comparisonOf, stepOf, usualPolicy } from "../../diff/compare.js";
import { githubCommands } from "../../diff/report/github.js";
import { changelog, type Link } from "../../diff/report/markdown.js";
import { prettyLines, type PrettyLine } from "../../diff/report/pretty.js";
import { rulesTable } from "../../diff/report/table.js";
import { changeRules } from "../../diff/rules/rules.js";
import { repositoryAround } from "../../shared/files/repository.js";
import { UsageError } from "../../shared/usage-error.js";
import { checkDocsUrl, type Settings } from "../config.js";
import { shownPath } from "../report.js";
import type { Line, Terminal } from "../terminal.js";
import { exitCode, type Call } from "./call.js";
import { namesGivenBy } from "./package-options.js";
import { readSide, type ReadSide } from "./sides.js";

/** Resolves to the exit code: 1 where the changes are as grave as `--fail-on` says. Throws a `UsageError` for a side that cannot be read. */
export async function runDiff({ argument, second, settings, terminal }: Call): Promise<number> {
  if (settings.table) return printRules(settings, terminal);
  if (argument === undefined || second === undefined)
    throw new UsageError("Say what to compare with what: docwright diff <old> <new>.");
  const old = await readSide(argument, settings, terminal, undefined);
  const fresh = await readSide(second, settings, terminal, namesGivenBy(old.api));
  checkNames(old, fresh, settings);
  const { changes, unused } = withAccepted(
    compareApis(old.api, fresh.api, policyOf(settings)),
    acceptedBy(settings, terminal),
  );
  print(changes, { old, fresh }, settings, terminal);
  terminal.complain(unused.map(({ line, key }) => `acknowledged in line ${line}, but nothing like it changed: ${key}`));
  return isGrave(stepOf(unexpected(changes)), settings.failOn) ? exitCode.docsHaveErrors : exitCode.clean;
}

export function policyOf({ newValues, access, paging, stability }: Settings): Policy {
  const given = { newValues, access, paging };
  const steps = Object.entries(given).flatMap(([name, value]) => (isStep(value) ? [[name, value] as const] : []));
  return { ...usualPolicy, ...Object.fromEntries(steps), isBeta: stability === "beta" };
}

function isStep(value: string | undefined): value is Step {
  return value === "major" || value === "minor" || value === "patch";
}

const order: readonly string[] = ["none", "patch", "minor", "major"];

function isGrave(step: Step | "none", failOn = "never"): boolean {
  return failOn !== "never" && order.indexOf(step) >= order.indexOf(failOn);
}

/** A package of another name is no later version of this one. */
function checkNames(
  { api: old, isPackage }: ReadSide,
  { api: fresh, isPackage: isToo }: ReadSide,
  { force }: Settings,
): void {
  const [a, b] = [old.package?.name, fresh.package?.name];
  if (force || !isPackage || !isToo || a === undefined || b === undefined || a === b) return;
  throw new UsageError(
    `${b} is no later version of ${a}: nobody upgrades from one to the other. --force compares them.`,
  );
}

const ACCEPTED = "docwright.accepted.jsonl";

export function acceptedBy({ accepted: named }: Settings, terminal: Terminal): readonly Accepted[] {
  const file = named ?? resolve(ACCEPTED);
  if (!existsSync(file)) {
    if (named !== undefined) throw new UsageError(`${shownPath(named)} does not exist.`);
    return [];
  }
  const { accepted, flaws } = acceptedFrom(readFileSync(file, "utf8"));
  if (flaws.length > 0) throw new UsageError(flaws.map((flaw) => `${shownPath(file)}, ${flaw}.`).join("\n"));
  terminal.clearProgress();
  return accepted;
}

interface BothSides {
  readonly old: ReadSide;
  readonly fresh: ReadSide;
}

function print(changes: readonly Change[], sides: BothSides, settings: Settings, terminal: Terminal): void {
  const [before, now] = [sides.old.pages, sides.fresh.pages];
  const comparison = comparisonOf(changes, before && now && changedPages(before, now, changes));
  switch (settings.json ? "json" : settings.format) {
    case "json":
      return terminal.printJson({ ...comparison, old: sides.old.label, new: sides.fresh.label });
    case "markdown":
      return terminal.printMade(changelog(changes, linkTo(settings, sides), 2));
    case "github":
      return terminal.printMade(githubCommands(comparison, pathOnSide(sides.fresh)));
    case "accepted":
      return terminal.print(changes.filter(isBreak).map(acceptanceOf));
    default:
      return terminal.print(prettyLines(comparison, settings.full === true).map(colored));
  }
}

function isBreak({ step, section, acknowledged }: Change): boolean {
  return (step === "major" || section === "breaking") && acknowledged === undefined;
}

function colored(line: PrettyLine): Line {
  const colors = { grave: "red", notable: "yellow", calm: "blue", aside: "dim" } as const;
  return line.map((piece) => (typeof piece === "string" ? piece : { text: piece.text, color: colors[piece.tone] }));
}

/** Lines at a commit where a side is one and the repository is told; else pages as `docsUrl` says, where there is one. */
function linkTo(settings: Settings, { old, fresh }: BothSides): Link {
  const pages = linkToPages(settings);
  const [before, now] = [linkToLines(settings, old), linkToLines(settings, fresh)];
  return (place, side) => (side === "old" ? before : now)?.(place) ?? pages(place, side);
}

/** As GitHub, GitLab and others address a line. */
function linkToLines({ repository }: Settings, { at }: ReadSide): ((place: ChangePlace) => string) | undefined {
  if (at === undefined || repository === undefined || !URL.canParse(repository)) return undefined;
  const base = checkDocsUrl(repository).replace(/(?:\.git)?\/?$/, "");
  return ({ page, line }) => `${base}/blob/${at.commit}/${encoded(posix.join(at.folder, page))}#L${line}`;
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

export function linkToPages({ docsUrl }: Settings): Link {
  if (docsUrl === undefined) return () => undefined;
  const base = checkDocsUrl(docsUrl);
  return ({ page }) => `${base.endsWith("/") ? base : `${base}/`}${encoded(page.replace(/\.md$/, ""))}`;
}

/** For annotations: from the root of the repository. */
function pathOnSide({ root, at }: ReadSide): (page: string) => string {
  if (at !== undefined) return (page) => posix.join(at.folder, page);
  if (root === undefined) return (page) => page;
  const base = relative(repositoryAround(root) ?? process.cwd(), root);
  return (page) => join(base, page).split(sep).join("/");
}

function printRules({ format, json }: Settings, terminal: Terminal): number {
  if (json || format === "json") terminal.printJson(changeRules);
  else terminal.printMade(rulesTable());
  return exitCode.clean;
}
