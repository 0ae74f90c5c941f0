/** Who may call an operation, for each kind of account, in all scenarios together. */
import type { Permission, Permissions } from "../../model/api.js";
import type { PublishedOperation } from "../../model/published.js";
import { accounts, type Account } from "../../shared/permission-accounts.js";
import type { ChangePlace } from "../change.js";
import { placeOf, places, type Context, type Told } from "../context.js";
import type { RuleId } from "../rules/rules.js";

/** What is accepted: alternatives, each as its names, sorted and joined; the least privileged apart as well. */
interface Accepted {
  readonly any: ReadonlySet<string>;
  readonly least: string;
}

type Granted = "unknown" | "unsupported" | "none" | Accepted;

const AND = " and ";

export function comparePermissions(
  old: PublishedOperation,
  fresh: PublishedOperation,
  told: Told,
  context: Context,
  scopes: ReadonlyMap<string, string>,
): void {
  const { report } = context;
  const [before, now] = [tablesOf(old), tablesOf(fresh)];
  for (const account of accounts) {
    const about = {
      ...told,
      symbol: `${told.symbol} ${account}`,
      subject: { ...told.subject, account },
    };
    const at = (permission?: string): Pick<Told, "oldPlace" | "newPlace"> =>
      places(placeIn(old, account, permission) ?? told.oldPlace, placeIn(fresh, account, permission) ?? told.newPlace);
    compareGranted(grantedTo(account, before, scopes), grantedTo(account, now), { ...about, ...at() }, at, context);
  }
  const [had, has] = [scenariosOf(before), scenariosOf(now)];
  const ofScenario = (scenario: string): Told => ({
    ...told,
    ...places(
      placeOfTable(old, ofName(scenario)) ?? placeOfTable(old, any) ?? told.oldPlace,
      placeOfTable(fresh, ofName(scenario)) ?? placeOfTable(fresh, any) ?? told.newPlace,
    ),
    symbol: `${told.symbol} (${scenario})`,
    subject: { ...told.subject, scenario },
  });
  for (const name of has) if (!had.includes(name)) report("scenario-added", { ...ofScenario(name), new: name });
  for (const name of had) if (!has.includes(name)) report("scenario-removed", { ...ofScenario(name), old: name });
  const notes = (tables: readonly Permissions[]): readonly string[] => tables.flatMap((table) => table.notes ?? []);
  if (notes(before).join() !== notes(now).join())
    report("permission-notes-changed", {
      ...told,
      ...places(placeOfTable(old, hasNotes) ?? told.oldPlace, placeOfTable(fresh, hasNotes) ?? told.newPlace),
      old: notes(before),
      new: notes(now),
    });
}

export function tablesOf({ permissions, scenarios = [] }: PublishedOperation): readonly Permissions[] {
  return permissions === undefined ? [] : [permissions, ...scenarios];
}

/** The row of an account: of several tables in the one that accepts what is asked about, else in the first that has the account. */
function placeIn(operation: PublishedOperation, account: Account, permission?: string): ChangePlace | undefined {
  const accepts = (table: Permissions): boolean => {
    const cell = table[account];
    return typeof cell === "object" && [...cell.least, ...cell.higher].some((names) => joined(names) === permission);
  };
  return (
    (permission === undefined ? undefined : placeOfTable(operation, accepts, account)) ??
    placeOfTable(operation, (table) => table[account] !== undefined, account) ??
    placeOfTable(operation, any)
  );
}

function placeOfTable(
  operation: PublishedOperation,
  isMeant: (table: Permissions) => boolean,
  account?: Account,
): ChangePlace | undefined {
  const table = tablesOf(operation).find(isMeant);
  const line = (account && table?.lines?.[account]) ?? table?.line;
  if (table === undefined || line === undefined) return undefined;
  return placeOf(operation.page, { line, ...(table.file !== undefined && { file: table.file }) });
}

function any(): boolean {
  return true;
}

function ofName(scenario: string): (table: Permissions) => boolean {
  return (table) => table.scenario === scenario;
}

function hasNotes({ notes = [] }: Permissions): boolean {
  return notes.length > 0;
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].sort().join(AND);
}

/** Those of a page with several tables; the first table may have a scenario of its own. */
function scenariosOf(tables: readonly Permissions[]): readonly string[] {
  return tables.length < 2 ? [] : tables.flatMap(({ scenario }) => scenario ?? []);
}

/** Of several tables, what any of them accepts. */
function grantedTo(account: Account, tables: readonly Permissions[], scopes?: ReadonlyMap<string, string>): Granted {
  const cells = tables.flatMap((table) => table[account] ?? []);
  const sets = cells.filter((cell): cell is Exclude<Permission, string> => typeof cell === "object");
  if (cells.includes("none")) return "none";
  if (sets.length === 0) return cells.includes("unsupported") ? "unsupported" : "unknown";
  const renamed = (names: readonly string[]): string => joined(names.map((name) => scopes?.get(name) ?? name));
  return {
    any: new Set(sets.flatMap(({ least, higher }) => [...least, ...higher].map(renamed))),
    least: [...new Set(sets.flatMap(({ least }) => least.map(renamed)))].sort().join(),
  };
}

/** Where on both pages an alternative stands. */
type At = (permission: string) => Pick<Told, "oldPlace" | "newPlace">;

function compareGranted(before: Granted, now: Granted, told: Told, at: At, context: Context): void {
  const { report } = context;
  if (before === now) return;
  const change = { ...told, old: shown(before), new: shown(now) };
  if (before === "unknown") report("permission-determined", change);
  else if (now === "unknown") report("permission-undetermined", change);
  else if (now === "unsupported") report("account-unsupported", change);
  else if (before === "unsupported") report("account-supported", change);
  else if (before === "none") report("permission-needed", change);
  else if (now === "none") report("permission-not-needed", change);
  else compareAlternatives(before, now, told, at, context);
}

function shown(granted: Granted): unknown {
  return typeof granted === "string" ? granted : [...granted.any].sort();
}

/**
 * Who loses access, and who gains it: whoever holds more than an alternative asks for has what that asks for, too. A pair of a removed and an
 * added alternative is told once, whichever of them it is found by.
 */
function compareAlternatives(before: Accepted, now: Accepted, told: Told, at: At, { report }: Context): void {
  const [old, fresh] = [[...before.any].sort(), [...now.any].sort()];
  const removed = old.filter((each) => !now.any.has(each));
  const added = fresh.filter((each) => !before.any.has(each));
  const kept = old.filter((each) => now.any.has(each));
  const pairs = new Map<string, readonly [RuleId, old: string, fresh: string]>();
  const tell = (rule: RuleId, sides: Pick<Told, "old" | "new">, permission: string): void =>
    report(rule, { ...told, ...at(permission), subject: { ...told.subject, permission }, ...sides });
  const pair = (rule: RuleId, one: string, other: string): void =>
    void pairs.set([one, other].join(), [rule, one, other]);
  for (const each of removed) {
    const fewer = added.find((other) => includes(each, other));
    const more = added.find((other) => includes(other, each));
    if (kept.some((other) => includes(each, other))) tell("permission-covered-removed", { old: each }, each);
    else if (fewer !== undefined) pair("permission-together-removed", each, fewer);
    else if (more !== undefined) pair("permission-together-added", each, more);
    else tell("permission-removed", { old: each }, each);
  }
  for (const each of added) {
    const fewer = removed.find((other) => includes(each, other));
    const more = removed.find((other) => includes(other, each));
    if (kept.some((other) => includes(each, other))) tell("permission-covered-added", { new: each }, each);
    else if (fewer !== undefined) pair("permission-together-added", fewer, each);
    else if (more !== undefined) pair("permission-together-removed", more, each);
    else tell("permission-added", { new: each }, each);
  }
  for (const [rule, one, other] of pairs.values()) tell(rule, { old: one, new: other }, other);
  if (removed.length + added.length === 0 && before.least !== now.least)
    report("permission-least-changed", { ...told, old: before.least, new: now.least });
}

/** Whether all names of `part` are among those of `whole`. */
function includes(whole: string, part: string): boolean {
  const names = new Set(whole.split(AND));
  return part.split(AND).every((name) => names.has(name));
}
