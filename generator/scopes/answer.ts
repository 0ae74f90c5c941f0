/** What a program needs for one kind of account, according to the docs. */
import type { PublishedApi, PublishedOperation } from "../model/published.js";
import { compareText } from "../shared/names.js";
import type { Account } from "../shared/permission-accounts.js";
import { choose } from "./choose.js";
import { choiceOf, isMet, needOf, type Cell, type Choice, type Names, type Need } from "./needs.js";
import { powerOver } from "./power.js";
import { leadsToOthers, routesFor } from "./routes.js";
import type { Spot, Use } from "./uses.js";

/** A place of the docs that names a permission. */
export interface Source {
  readonly page: string;
  readonly line: number;
  readonly file?: string;
}

/** An operation that the program uses, with the calls of it. */
export interface UsedOperation {
  readonly id: string;
  readonly function: string;
  readonly spots: readonly (Spot & { readonly called: boolean })[];
}

export interface NeededPermission {
  readonly name: string;
  /** Those for which it stands in a set that the answer fulfils. */
  readonly operations: readonly (UsedOperation & { readonly sources: readonly Source[] })[];
  /** What the pages of all these operations accept in its place, the least privileged first. */
  readonly instead: readonly Names[];
}

/** A permission without a constraint reaches what belongs to the signed-in user; a call asks for another user. */
export interface ReachWarning {
  readonly permission: string;
  readonly function: string;
  readonly spot: Spot;
  readonly routes: readonly string[];
  /** Sets of the page that hold no such permission. */
  readonly instead: readonly Names[];
}

/** What an operation needs where it is called for one thing; `least` is the least privileged. */
export interface Scenario {
  readonly scenario: string;
  readonly least: readonly Names[];
  readonly source: Source;
}

export interface Answer {
  readonly account: Account;
  readonly permissions: readonly NeededPermission[];
  /** Whole sets that open as much. */
  readonly alternatives: readonly Names[];
  readonly proven: boolean;
  readonly none: readonly UsedOperation[];
  readonly unsupported: readonly UsedOperation[];
  readonly undetermined: readonly UsedOperation[];
  /** Operations whose need depends on what they are called for, which no route tells: no part of the answer. */
  readonly depends: readonly (UsedOperation & { readonly scenarios: readonly Scenario[] })[];
  readonly warnings: readonly ReachWarning[];
}

/** One operation and all uses of it. */
export interface Used {
  readonly operation: PublishedOperation;
  readonly uses: readonly Use[];
}

export function groupedByOperation(uses: readonly Use[]): readonly Used[] {
  const groups = new Map<string, Used>();
  for (const use of uses) {
    const { operation } = use;
    groups.set(operation.id, { operation, uses: [...(groups.get(operation.id)?.uses ?? []), use] });
  }
  return [...groups.values()].sort((a, b) => compareText(a.operation.function, b.operation.function));
}

function needOfUsed({ operation, uses }: Used, account: Account): Need {
  return needOf(
    operation,
    account,
    uses.map(({ given }) => routesFor(operation.routes, given)),
  );
}

function cellsOfUsed(one: Used, account: Account): readonly Cell[] {
  const need = needOfUsed(one, account);
  return need.kind === "choices" ? need.cells : [];
}

/** The choices that each used operation leaves. */
export function choicesOf(used: readonly Used[], account: Account): readonly Choice[] {
  return used.flatMap((one) => cellsOfUsed(one, account).map(choiceOf));
}

export function answerFor({ operations }: PublishedApi, used: readonly Used[], account: Account): Answer {
  const ids = new Set(used.map(({ operation }) => operation.id));
  const needs = used.map((one) => ({ one, need: needOfUsed(one, account) }));
  const telling = needs.flatMap(({ one, need }) => (need.kind === "choices" ? [{ one, cells: need.cells }] : []));
  const choices = telling.flatMap(({ cells }) => cells.map(choiceOf));
  const { names, alternatives, proven } = choose(choices, powerOver(operations, ids, account));
  const having = (kind: "none" | "unsupported" | "undetermined"): readonly UsedOperation[] =>
    needs.filter(({ need }) => need.kind === kind).map(({ one }) => described(one));
  return {
    account,
    permissions: names.map((name) => permissionOf(name, names, telling)),
    alternatives,
    proven,
    none: having("none"),
    unsupported: having("unsupported"),
    undetermined: having("undetermined"),
    depends: needs.flatMap(({ one, need }) =>
      need.kind === "depends" ? [{ ...described(one), scenarios: need.cells.map(scenarioIn(one.operation)) }] : [],
    ),
    warnings: account === "application" ? [] : used.flatMap((one) => warningsOf(one, new Set(names), account)),
  };
}

function described({ operation, uses }: Used): UsedOperation {
  const spots = uses.map(({ file, line, called }) => ({ file, line, called }));
  return { id: operation.id, function: operation.function, spots };
}

/** An operation whose cells all count. */
interface Telling {
  readonly one: Used;
  readonly cells: readonly Cell[];
}

function permissionOf(name: string, names: Names, telling: readonly Telling[]): NeededPermission {
  const have = new Set(names);
  const without = new Set(names.filter((each) => each !== name));
  const isNeededFor = (cell: Cell): boolean => {
    const choice = choiceOf(cell);
    return choice.some((way) => way.names.includes(name) && isMet([way], have)) && !isMet(choice, without);
  };
  const depending = telling.flatMap(({ cells }) => cells.filter(isNeededFor).map(choiceOf));
  const listed = telling
    .map(({ one, cells }) => ({
      one,
      cells: cells.filter((cell) => isNeededFor(cell) || isCoveredBy(name, cell, names)),
    }))
    .filter(({ cells }) => cells.length > 0);
  const isEnough = (set: Names): boolean => {
    const other = new Set([...without, ...set]);
    return depending.every((choice) => isMet(choice, other));
  };
  return {
    name,
    operations: listed.map(({ one, cells }) => ({
      ...described(one),
      sources: cells.map((cell) => sourceOf(one.operation, cell)),
    })),
    instead: distinct(depending.flat().map((way) => way.names)).filter((set) => !set.includes(name) && isEnough(set)),
  };
}

/** What several of the names would do for, each without the others, stands with the least privileged of them. */
function isCoveredBy(name: string, cell: Cell, names: Names): boolean {
  const choice = choiceOf(cell);
  const first = choice.find((way) => isMet([way], new Set(names)));
  const isLeftTo = (each: string): boolean => isMet(choice, new Set(names.filter((other) => other !== each)));
  return first?.names.includes(name) === true && first.names.every(isLeftTo);
}

function sourceOf({ page }: PublishedOperation, { line, file }: Cell): Source {
  return { page, line, ...(file !== undefined && { file }) };
}

function scenarioIn(operation: PublishedOperation): (cell: Cell) => Scenario {
  return (cell) => {
    const { permission, scenario = "" } = cell;
    const { least } = typeof permission === "string" ? { least: [] } : permission;
    return {
      scenario,
      least: least.length > 0 ? least : choiceOf(cell).map(({ names }) => names),
      source: sourceOf(operation, cell),
    };
  };
}

/** `Mail.Read`, but not `Mail.Read.Shared` and not `User.Read.All`. */
const UNCONSTRAINED = /^[^.]+\.[^.]+$/;

function warningsOf({ operation, uses }: Used, have: ReadonlySet<string>, account: Account): readonly ReachWarning[] {
  return uses.flatMap((use) => {
    const cells = cellsOfUsed({ operation, uses: [use] }, account);
    const routes = routesFor(operation.routes, use.given).filter(leadsToOthers);
    const choices = cells.map(choiceOf);
    const fulfilled = choices.flatMap((choice) => choice.filter((way) => isMet([way], have))).map(({ names }) => names);
    const [narrow] = fulfilled;
    if (routes.length === 0 || narrow === undefined || !fulfilled.every(isNarrow)) return [];
    const permission = narrow.find((name) => UNCONSTRAINED.test(name)) ?? "";
    const instead = distinct(choices.flat().map(({ names }) => names)).filter((set) => !isNarrow(set));
    return [{ permission, function: operation.function, spot: { file: use.file, line: use.line }, routes, instead }];
  });
}

function isNarrow(set: Names): boolean {
  return set.some((name) => UNCONSTRAINED.test(name));
}

function distinct(sets: readonly Names[]): readonly Names[] {
  return [...new Map(sets.map((set) => [[...set].sort().join(" "), set])).values()];
}
