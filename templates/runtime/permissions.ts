/** What a program needs, from the permissions of the operations it uses. */
import type { Account, Operation, Permission, Permissions } from "./operation.js";

/** An answer of `leastPrivileged`. */
export interface LeastPrivileged {
  /** Needed together, sorted. */
  readonly permissions: readonly string[];
  /** Further sets that are as small; not empty when the docs leave a choice. Some of them, where there are very many. */
  readonly alternatives: readonly (readonly string[])[];
  /** Ids of operations that this kind of account cannot call. */
  readonly unsupported: readonly string[];
  /** Ids of operations whose page does not tell yet. */
  readonly undetermined: readonly string[];
  /**
   * Ids of operations whose needs depend on what they are called for. The answer is enough for each of their scenarios; for one only, hand
   * in `{ ...operation, permissions: operation.scenarios[0], scenarios: [] }`.
   */
  readonly scenarios: readonly string[];
}

const EFFORT = 10_000;
const LIMIT = 16;

/** Sets of names that are needed together; any one of the sets is enough. */
type Choice = readonly (readonly string[])[];

/** `operation` with its permissions: the first table, and those of further scenarios. */
export function withPermissions(
  operation: Operation,
  permissions: Permissions,
  ...scenarios: readonly Permissions[]
): Operation {
  return { ...operation, permissions, ...(scenarios.length > 0 && { scenarios }) };
}

/**
 * The fewest permissions with which all these operations can be called, in each of their scenarios. Only what is the least for some operation
 * is considered: the higher permission of one is taken when another one needs it anyway.
 *
 * It goes by these operations alone, and so by the number of names: what else of the API a permission opens it cannot know. The command
 * `docwright scopes` does: it reads the program, prefers what opens least, and goes by the routes of the calls where a page has scenarios.
 */
export function leastPrivileged(operations: readonly Operation[], account: Account): LeastPrivileged {
  const cells = operations.map(({ id, permissions = {}, scenarios = [] }) => ({
    id,
    cells: [permissions, ...scenarios].map((table) => table[account] ?? "undetermined"),
  }));
  const idsOf = (having: (cells: readonly Permission[]) => boolean): string[] =>
    sorted(new Set(cells.filter((each) => having(each.cells)).map(({ id }) => id)));
  const known = cells.flatMap((each) => each.cells.filter((cell) => typeof cell !== "string"));
  const least = known.map((cell): Choice => (cell.least.length ? cell.least : cell.higher));
  const universe = new Set(least.flat(2));
  const choices = known.map((cell): Choice =>
    [...cell.least, ...cell.higher].filter((names) => names.every((name) => universe.has(name))),
  );
  const [permissions = [], ...alternatives] = product(components(choices).map((group) => smallest(group)));
  return {
    permissions,
    alternatives,
    unsupported: idsOf((cells) => cells.every((cell) => cell === "unsupported")),
    undetermined: idsOf((cells) => cells.includes("undetermined")),
    scenarios: idsOf((cells) => new Set(cells.map((cell) => JSON.stringify(cell))).size > 1),
  };
}

/** Groups of choices that have no name in common with each other: each can be settled by itself. */
function components(choices: readonly Choice[]): Choice[][] {
  let groups: Choice[][] = [];
  for (const choice of choices) {
    const names = new Set(choice.flat());
    const tied = groups.filter((group) => group.flat(2).some((name) => names.has(name)));
    groups = [...groups.filter((group) => !tied.includes(group)), [...tied.flat(), choice]];
  }
  return groups;
}

/** All sets of the smallest size that satisfy every choice; after many tries, the smallest seen so far. */
function smallest(choices: readonly Choice[]): string[][] {
  let best: string[][] = [];
  const seen = new Set<string>();
  const extend = (have: ReadonlySet<string>): void => {
    const names = sorted(have);
    const key = names.join();
    if (names.length > (best[0]?.length ?? Infinity) || seen.has(key) || (best[0] && seen.size > EFFORT)) return;
    seen.add(key);
    const open = choices.filter((choice) => !choice.some((all) => all.every((name) => have.has(name))));
    if (!open[0]) best = names.length === best[0]?.length ? [...best, names] : [names];
    // The tightest choice first: where there is only one way, nothing branches.
    const next = open.reduce(
      (tightest, choice) => (choice.length < tightest.length ? choice : tightest),
      open[0] ?? [],
    );
    for (const all of next) extend(new Set([...have, ...all]));
  };
  extend(new Set());
  return best;
}

/** One set of each, joined, in every combination up to a limit. */
function product(sets: readonly string[][][]): string[][] {
  return sets.reduce(
    (joined, more) => joined.flatMap((left) => more.map((right) => sorted([...left, ...right]))).slice(0, LIMIT),
    [[]],
  );
}

function sorted(names: Iterable<string>): string[] {
  return [...names].sort();
}
