/** What calls need, as the published model tells it: an OR of ANDs by kind of account. */
import type { PublishedOperation } from "../model/published.js";
import type { Permission, Permissions } from "../model/api.js";
import type { Account } from "../shared/permission-accounts.js";
import { scenarioOf } from "./scenarios.js";

/** Names that are needed together. */
export type Names = readonly string[];

/** One of the sets that are enough, and how far up it stands in the order of the page: 0 for the least privileged, or where there is no order. */
export interface Way {
  readonly names: Names;
  readonly rank: number;
}

/** Any one of the ways is enough; the least privileged first. */
export type Choice = readonly Way[];

/** One cell of a page. */
export interface Cell {
  readonly permission: Permission;
  readonly scenario?: string;
  readonly line: number;
  /** Where the table stands, if not on the page of the operation. */
  readonly file?: string;
}

/** What calls of an operation need for one kind of account. */
export type Need =
  /** All of the cells count: the calls are about each of them. `depends`: about one of them, and nothing tells which. */
  | { readonly kind: "choices" | "depends"; readonly cells: readonly Cell[] }
  | { readonly kind: "none" | "unsupported" | "undetermined" };

/** The cells of an account, one for each table of the page that has it. */
export function cellsOf(operation: PublishedOperation, account: Account): readonly Cell[] {
  const tables: readonly Permissions[] = [operation.permissions ?? [], operation.scenarios ?? []].flat();
  return tables.flatMap((table) => {
    const permission = table[account];
    if (permission === undefined) return [];
    return [
      {
        permission,
        line: table.lines?.[account] ?? table.line ?? operation.line,
        ...(table.scenario !== undefined && { scenario: table.scenario }),
        ...(table.file !== undefined && { file: table.file }),
      },
    ];
  });
}

/** `routes`: for each call the routes that it may take. A page that does not say is undetermined. */
export function needOf(operation: PublishedOperation, account: Account, routes: readonly (readonly string[])[]): Need {
  const all = cellsOf(operation, account);
  const cells = cellsFor(all, operation.routes, routes);
  const relevant = cells ?? all;
  const permissions = relevant.map(({ permission }) => permission);
  if (permissions.length === 0 || permissions.includes("undetermined")) return { kind: "undetermined" };
  if (permissions.every((one) => one === "unsupported")) return { kind: "unsupported" };
  if (permissions.every((one) => one === "none")) return { kind: "none" };
  const telling = relevant.filter(({ permission }) => typeof permission === "object");
  return { kind: cells === undefined ? "depends" : "choices", cells: telling };
}

/** The cells that the calls are about; undefined where that cannot be told of one of them. Tables that say the same are one. */
function cellsFor(
  all: readonly Cell[],
  documented: readonly string[],
  routes: readonly (readonly string[])[],
): readonly Cell[] | undefined {
  if (new Set(all.map(({ permission }) => JSON.stringify(permission))).size < 2) return all.slice(0, 1);
  const names = all.map(({ scenario = "" }) => scenario);
  const found = routes.flat().map((route) => scenarioOf(route, documented, names));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return all.filter((_, index) => found.includes(index));
}

export function choiceOf({ permission }: Cell): Choice {
  if (typeof permission === "string") return [];
  const { least, higher } = permission;
  const way = (names: Names, rank: number): Way => ({ names: [...new Set(names)].sort(), rank });
  return [
    ...least.map((names) => way(names, 0)),
    ...higher.map((names, index) => way(names, least.length === 0 ? 0 : index + 1)),
  ];
}

/** Whether `have` is enough for one of the sets. */
export function isMet(choice: Choice, have: ReadonlySet<string>): boolean {
  return choice.some(({ names }) => names.every((name) => have.has(name)));
}
