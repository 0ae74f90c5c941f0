/** Permission tables as data: least and higher privileged, by kind of account. */
import { own } from "../../shared/own.js";
import type { Grant, PermissionCell, PermissionTable } from "../../read/page.js";
import type { Page } from "../../read/page.js";
import type { Permission, Permissions } from "../api.js";
import type { Docs } from "../types/docs.js";
import { accounts, type Account, type PermissionHolder } from "../../shared/permission-accounts.js";
import type { Report } from "../../findings/collect.js";
import { respelling } from "../../findings/rules.js";
import { asked } from "../../shared/suggest.js";

const READ = /\bRead\b/;
const ACCOUNT_NAMES: Readonly<Record<Account, string>> = {
  delegatedWork: "delegated (work or school)",
  delegatedPersonal: "delegated (personal)",
  application: "application",
};

/** What the permissions reference lists. */
export interface Reference {
  readonly permissionNames: ReadonlySet<string> | undefined;
  readonly permissionAccounts: ReadonlyMap<string, readonly PermissionHolder[]>;
}

/** One entry a table of the page. Names that the permissions reference lacks are findings. */
export function permissionsOf(
  page: Page,
  { permissionNames: names, permissionAccounts }: Reference,
  docs: Docs,
): readonly Permissions[] {
  return page.permissions.map((table) => {
    for (const account of accounts) {
      if (names) checkNames(table, account, page, names, docs);
      checkAccount(table, account, page, permissionAccounts, docs.report);
      checkOrder(table, account, page, docs.report);
    }
    return permissionsIn(table);
  });
}

function permissionsIn(table: PermissionTable): Permissions {
  const cells = accounts.flatMap((account) => {
    const permission = readCell(table, account);
    return permission ? [[account, permission] as const] : [];
  });
  const notes = accounts
    .flatMap((account) => [table[account]?.note, table.higher?.[account]?.note])
    .filter((note) => note !== undefined && note !== "");
  return {
    line: table.place.line,
    ...(table.place.file !== undefined && { file: table.place.file }),
    ...(table.scenario === undefined ? {} : { scenario: table.scenario }),
    ...Object.fromEntries(cells),
    ...(notes.length === 0 ? {} : { notes: [...new Set(notes)].filter((note) => note !== undefined) }),
    ...(cells.length > 0 && { lines: linesOf(table) }),
  };
}

function linesOf(table: PermissionTable): NonNullable<Permissions["lines"]> {
  return Object.fromEntries(
    accounts.flatMap((account) => (table[account] ? [[account, table[account].place.line]] : [])),
  );
}

function readCell(table: PermissionTable, account: Account): Permission | undefined {
  const grant = table[account]?.grant;
  const higher = table.higher?.[account]?.grant;
  if (!grant) return undefined;
  if (grant.kind !== "scopes") return grant.kind;
  return ordered(grant.anyOf, table.order, scopesOf(higher));
}

/** Splits alternatives by privilege. Without an order in the header nothing is called least privileged, unless there is only one. */
function ordered(
  anyOf: readonly (readonly string[])[],
  order: PermissionTable["order"],
  higher: readonly (readonly string[])[],
): Permission {
  if (order === "columns") return { least: anyOf, higher };
  const sorted = order === "most-first" ? anyOf.toReversed() : anyOf;
  if (order === "unknown" && anyOf.length > 1) return { least: [], higher: anyOf };
  return { least: sorted.slice(0, 1), higher: sorted.slice(1) };
}

function scopesOf(grant: Grant | undefined): readonly (readonly string[])[] {
  return grant?.kind === "scopes" ? grant.anyOf : [];
}

/** `X.ReadWrite.All` before `X.Read.All` where the header says "from least to most privileged", or the other way round. */
function checkOrder(table: PermissionTable, account: Account, page: Page, report: Report): void {
  const cell = table[account];
  if (!cell || (table.order !== "least-first" && table.order !== "most-first")) return;
  const alone = scopesOf(cell.grant).flatMap((names) => (names.length === 1 ? names : []));
  const rising = table.order === "least-first" ? alone : alone.toReversed();
  const earlier = new Set<string>();
  const reader = rising.find((name) => earlier.has(writing(name)) || !earlier.add(name));
  if (reader === undefined) return;
  const [first, second] = table.order === "least-first" ? [writing(reader), reader] : [reader, writing(reader)];
  const order = table.order === "least-first" ? "from least to most privileged" : "from most to least privileged";
  report(
    "permission-order",
    page.path,
    own(cell.places ?? {}, first) ?? cell.place,
    `${ACCOUNT_NAMES[account]}: ${reader}`,
    {
      first,
      second,
      order,
    },
  );
}

/** The permission to write what this one reads: `Mail.Read` → `Mail.ReadWrite`; for any other a name that no table has. */
function writing(name: string): string {
  return READ.test(name) ? name.replace(READ, "ReadWrite") : "";
}

/** A permission that the reference lists for another kind of account only. */
function checkAccount(
  table: PermissionTable,
  account: Account,
  page: Page,
  holders: Reference["permissionAccounts"],
  report: Report,
): void {
  const holder = account === "application" ? "application" : "delegated";
  for (const cell of [table[account], table.higher?.[account]]) {
    const names = [...new Set(scopesOf(cell?.grant).flat())].filter((name) => {
      const listed = holders.get(name) ?? [];
      return listed.length > 0 && !listed.includes(holder);
    });
    const [first] = names;
    if (cell === undefined || first === undefined) continue;
    const symbol = `${ACCOUNT_NAMES[account]}: ${names.join(", ")}`;
    const values = {
      names: names.join(", "),
      account: ACCOUNT_NAMES[account],
      others: (holders.get(first) ?? []).join(", "),
    };
    report("permission-account", page.path, own(cell.places ?? {}, first) ?? cell.place, symbol, values);
  }
}

function checkNames(
  table: PermissionTable,
  account: Account,
  page: Page,
  names: ReadonlySet<string>,
  { report, suggest }: Docs,
): void {
  const cells: readonly (PermissionCell | undefined)[] = [table[account], table.higher?.[account]];
  for (const cell of cells) {
    for (const name of new Set(scopesOf(cell?.grant).flat())) {
      if (!cell || names.has(name)) continue;
      const place = own(cell.places ?? {}, name) ?? cell.place;
      const meant = suggest(name, () => [...names], page.path);
      const range = { ...place, end: { line: place.line, column: place.column + name.length } };
      const values = { name, suggestion: asked(meant) };
      const symbol = `${ACCOUNT_NAMES[account]}: ${name}`;
      report("permission-unknown", page.path, place, symbol, values, respelling(range, meant));
    }
  }
}
