/** `docwright scopes`: the permissions that a program needs, by what the docs say. */
import { readFileSync } from "node:fs";
import { differenceTo, type Difference } from "../../scopes/against.js";
import { answerFor, groupedByOperation, type Answer, type Used } from "../../scopes/answer.js";
import { idsIn, kindOf, manifestIn, manifestOf, withoutId, type Ids, type Manifest } from "../../scopes/manifest.js";
import { cellsOf } from "../../scopes/needs.js";
import { readPackage, type ApiPackage } from "../../scopes/package.js";
import { openProgram } from "../../scopes/program.js";
import { usesIn, type Unknown } from "../../scopes/uses.js";
import { accounts, type Account } from "../../shared/permission-accounts.js";
import { closest } from "../../shared/suggest.js";
import { UsageError } from "../../shared/usage-error.js";
import { shownPath } from "../report.js";
import { answerLines, differenceLines, unknownLines } from "../scopes-lines.js";
import { exitCode, type Call } from "./call.js";

const FORMATS = ["table", "json", "manifest"] as const;

/** What was asked for, and what the program uses. */
interface Looked {
  readonly package: ApiPackage;
  readonly used: readonly Used[];
  readonly unknown: readonly Unknown[];
  readonly ids: Ids | undefined;
}

/** Resolves to the exit code: 1 when `--against` lacks a permission, or a permission has no id. */
export async function runScopes({ several, settings, terminal }: Call): Promise<number> {
  const format = settings.json === true ? "json" : oneOf(settings.format ?? "table", FORMATS, "format");
  const account = settings.account === undefined ? undefined : oneOf(settings.account, accounts, "account");
  const program = openProgram(
    several,
    process.cwd(),
    settings.api === undefined ? undefined : readPackage(settings.api),
  );
  const { uses, unknown } = usesIn(program, process.cwd());
  const ids = settings.ids === undefined ? undefined : idsIn(readJson(settings.ids), shownPath(settings.ids));
  const looked: Looked = { package: program.package, used: groupedByOperation(uses), unknown, ids };
  if (settings.against !== undefined) return compare(settings.against, looked, account, format, terminal);
  if (format === "manifest") return printManifest(looked, account ?? "delegatedWork", terminal);
  const answers = chosenAccounts(looked, account).map((each) => answerFor(program.package.api, looked.used, each));
  if (format === "json") terminal.printJson(jsonOf(looked, answers));
  else terminal.print([...answers.flatMap(answerLines), ...unknownLines(unknown), ...basis(looked)]);
  return exitCode.clean;
}

function oneOf<T extends string>(given: string, known: readonly T[], name: string): T {
  const found = known.find((each) => each === given);
  if (found === undefined)
    throw new UsageError(`There is no ${name} ${given}: ${known.join(", ")}.${closest(given, known)}`);
  return found;
}

/** The asked one, else those for which the docs say of some used operation what it needs. */
function chosenAccounts({ used }: Looked, account: Account | undefined): readonly Account[] {
  if (account !== undefined) return [account];
  const told = accounts.filter((each) =>
    used.some(({ operation }) => cellsOf(operation, each).some(({ permission }) => permission !== "unsupported")),
  );
  return told.length > 0 ? told : ["delegatedWork"];
}

function jsonOf({ package: { file }, used, unknown }: Looked, answers: readonly Answer[]): object {
  const byAccount = Object.fromEntries(answers.map(({ account, ...answer }) => [account, answer]));
  return { schema: 1, api: shownPath(file), operations: used.length, accounts: byAccount, unknown };
}

/** What all of it rests on. */
function basis({ package: { file }, used }: Looked): string[] {
  const calls = used.reduce((sum, { uses }) => sum + uses.length, 0);
  return [`According to the docs behind ${shownPath(file)}: ${used.length} operations, used at ${calls} places.`];
}

function printManifest(looked: Looked, account: Account, terminal: Call["terminal"]): number {
  const { package: own, used, ids, unknown } = looked;
  const names = answerFor(own.api, used, account).permissions.map(({ name }) => name);
  const kind = kindOf(account);
  terminal.printJson(manifestOf(names, kind, ids));
  const lacking = withoutId(names, kind, ids);
  terminal.complain([
    `For ${account}; --account names another.`,
    ...(ids === undefined
      ? ["The docs tell no ids: names stand in their place. --ids with an exported service principal tells them."]
      : []),
    ...lacking.map((name) => `${name} has no id as ${kind} in the service principal: it is left out.`),
    ...unknownLines(unknown),
  ]);
  return lacking.length > 0 ? exitCode.docsHaveErrors : exitCode.clean;
}

function compare(
  path: string,
  looked: Looked,
  account: Account | undefined,
  format: (typeof FORMATS)[number],
  terminal: Call["terminal"],
): number {
  const { package: own, used, ids, unknown } = looked;
  const manifest = manifestIn(readJson(path), shownPath(path), ids);
  if (ids === undefined && manifest.unknown.length > 0)
    throw new UsageError(`${shownPath(path)} holds ids: --ids with an exported service principal tells their names.`);
  const differences = accountsOf(manifest, account).map((each) => {
    const granted = manifest.granted.filter(({ kind }) => kind === kindOf(each)).map(({ name }) => name);
    return differenceTo(own.api, used, each, [...new Set(granted)].sort());
  });
  if (format === "json") terminal.printJson({ schema: 1, differences, unknownIds: manifest.unknown, unknown });
  else
    terminal.print([
      ...differences.flatMap((each) => differenceLines(each, used, answerFor(own.api, used, each.account))),
      ...idLines(manifest),
      ...unknownLines(unknown),
    ]);
  return differences.some(isLacking) ? exitCode.docsHaveErrors : exitCode.clean;
}

function isLacking({ missing }: Difference): boolean {
  return missing.length > 0;
}

/** Those that the manifest has anything of; of delegated ones that for work. */
function accountsOf({ granted }: Manifest, account: Account | undefined): readonly Account[] {
  if (account !== undefined) return [account];
  const found = (["delegatedWork", "application"] as const).filter((each) =>
    granted.some(({ kind }) => kind === kindOf(each)),
  );
  return found.length > 0 ? found : ["delegatedWork"];
}

function idLines({ unknown }: Manifest): string[] {
  return unknown.map((id) => `unknown    ${id}: no permission of the service principal has this id.`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`${shownPath(path)} is no JSON: ${error.message}`);
  }
}
