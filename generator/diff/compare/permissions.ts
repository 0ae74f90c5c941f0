/** Who may call an operation, for each kind of account, in all scenarios together. */
import type { Permission, Permissions } from "../../model/api.js";
import type { PublishedOperation } from "../../model/published.js";
import type { Context, Told } from "../context.js";

export const accounts = ["delegatedWork", "delegatedPersonal", "application"] as const;

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
    const about = { ...told, symbol: `${told.symbol} ${account}`, subject: { ...told.subject, account } };
    compareGranted(grantedTo(account, before, scopes), grantedTo(account, now), about, context);
  }
  const [had, has] = [scenariosOf(before), scenariosOf(now)];
  const ofScenario = (scenario: string): Told => ({
    ...told,
    symbol: `${told.symbol} (${scenario})`,
    subject: { ...told.subject, scenario },
  });
  for (const name of has) if (!had.includes(name)) report("scenario-added", { ...ofScenario(name), new: name });
  for (const name of had) if (!has.includes(name)) report("scenario-removed", { ...ofScenario(name), old: name });
  const notes = (tables: readonly Permissions[]): readonly string[] => tables.flatMap((table) => table.notes ?? []);
  if (notes(before).join() !== notes(now).join())
    report("permission-notes-changed", { ...told, old: notes(before), new: notes(now) });
}

export function tablesOf({ permissions, scenarios = [] }: PublishedOperation): readonly Permissions[] {
  return permissions === undefined ? [] : [permissions, ...scenarios];
}

/** Those of a page with several tables; the first table may have a scenario of its own. */
function scenariosOf(tables: readonly Permissions[]): readonly string[] {
  return tables.length < 2 ? [] : tables.flatMap(({ scenario }) => scenario ?? []);
}

/** Of several tables, what any of them accepts. */
function grantedTo(
  account: (typeof accounts)[number],
  tables: readonly Permissions[],
  scopes?: ReadonlyMap<string, string>,
): Granted {
  const cells = tables.flatMap((table) => table[account] ?? []);
  const sets = cells.filter((cell): cell is Exclude<Permission, string> => typeof cell === "object");
  if (cells.includes("none")) return "none";
  if (sets.length === 0) return cells.includes("unsupported") ? "unsupported" : "unknown";
  const renamed = (names: readonly string[]): string =>
    [...new Set(names.map((name) => scopes?.get(name) ?? name))].sort().join(AND);
  return {
    any: new Set(sets.flatMap(({ least, higher }) => [...least, ...higher].map(renamed))),
    least: [...new Set(sets.flatMap(({ least }) => least.map(renamed)))].sort().join(),
  };
}

function compareGranted(before: Granted, now: Granted, told: Told, context: Context): void {
  const { report } = context;
  if (before === now) return;
  const change = { ...told, old: shown(before), new: shown(now) };
  if (before === "unknown") report("permission-determined", change);
  else if (now === "unknown") report("permission-undetermined", change);
  else if (now === "unsupported") report("account-unsupported", change);
  else if (before === "unsupported") report("account-supported", change);
  else if (before === "none") report("permission-needed", change);
  else if (now === "none") report("permission-not-needed", change);
  else compareAlternatives(before, now, told, context);
}

function shown(granted: Granted): unknown {
  return typeof granted === "string" ? granted : [...granted.any].sort();
}

function compareAlternatives(before: Accepted, now: Accepted, told: Told, { report }: Context): void {
  const removed = [...before.any].filter((each) => !now.any.has(each));
  const added = [...now.any].filter((each) => !before.any.has(each));
  const about = (permission: string): Told => ({ ...told, subject: { ...told.subject, permission } });
  const claimed = new Set<string>();
  for (const each of removed) {
    const free = added.filter((other) => !claimed.has(other));
    const [more, fewer] = [free.find((other) => includes(other, each)), free.find((other) => includes(each, other))];
    const other = more ?? fewer;
    if (other === undefined) report("permission-removed", { ...about(each), old: each });
    else {
      const rule = more === undefined ? "permission-together-removed" : "permission-together-added";
      report(rule, { ...about(other), old: each, new: other });
      claimed.add(other);
    }
  }
  for (const each of added) if (!claimed.has(each)) report("permission-added", { ...about(each), new: each });
  if (removed.length + added.length === 0 && before.least !== now.least)
    report("permission-least-changed", { ...told, old: before.least, new: now.least });
}

/** Whether all names of `part` are among those of `whole`. */
function includes(whole: string, part: string): boolean {
  const names = new Set(whole.split(AND));
  return part.split(AND).every((name) => names.has(name));
}
