/**
 * The set of permissions with the smallest power that is enough for a program. Names that every answer needs come first; what is left falls
 * into groups that have nothing to do with each other, and each group is searched through, up to a bound.
 */
import { bounds } from "../shared/bounds.js";
import { isMet, type Choice, type Names } from "./needs.js";
import { compareCost, type Cost, type Power } from "./power.js";

export interface Chosen {
  /** Sorted. */
  readonly names: Names;
  /** Further answers that are as little by all of this; some of them where there are very many. */
  readonly alternatives: readonly Names[];
  /** Whether nothing smaller exists; otherwise the search was ended by its bound. */
  readonly proven: boolean;
}

/** `given` is there already and costs nothing. `steps`: sets that are tried for each group. */
export function choose(
  choices: readonly Choice[],
  power: Power,
  given: ReadonlySet<string> = new Set(),
  steps: number = bounds.scopeSteps,
): Chosen {
  const forced = forcedBy(choices, given);
  const open = distinct(choices.filter((choice) => !isMet(choice, forced)));
  const groups = apart(open, forced, power).map((group) => searched(group, forced, power, steps));
  const joined = groups.reduce<Names[]>(
    (sets, group) => sets.flatMap((set) => group.best.map((more) => [...set, ...more])).slice(0, bounds.scopeAnswers),
    [[...forced].filter((name) => !given.has(name))],
  );
  const [names = [], ...alternatives] = joined.map((set) => [...set].sort()).sort(compareNames);
  return { names, alternatives, proven: groups.every(({ proven }) => proven) };
}

/** Names that stand in every set of some choice, and what these leave no choice about. */
function forcedBy(choices: readonly Choice[], given: ReadonlySet<string>): ReadonlySet<string> {
  const forced = new Set(given);
  for (const choice of choices) {
    if (isMet(choice, given)) continue;
    const [first, ...rest] = choice;
    for (const name of first?.names ?? []) if (rest.every(({ names }) => names.includes(name))) forced.add(name);
  }
  return forced;
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
}

/** Groups of choices: two are of one group when they share a name, or have names that open one operation which is not open anyway. */
function apart(choices: readonly Choice[], forced: ReadonlySet<string>, power: Power): readonly (readonly Choice[])[] {
  let groups: { choices: Choice[]; names: Set<string>; opened: Set<number> }[] = [];
  for (const choice of choices) {
    const names = new Set(choice.flatMap((way) => way.names).filter((name) => !forced.has(name)));
    const opened = new Set([...names].flatMap((name) => [...power.openedBy(name)]));
    const isTied = (group: (typeof groups)[number]): boolean =>
      [...names].some((name) => group.names.has(name)) || [...opened].some((index) => group.opened.has(index));
    const tied = groups.filter(isTied);
    const own = {
      choices: [...tied.flatMap((group) => group.choices), choice],
      names: new Set([...names, ...tied.flatMap((group) => [...group.names])]),
      opened: new Set([...opened, ...tied.flatMap((group) => [...group.opened])]),
    };
    groups = [...groups.filter((group) => !tied.includes(group)), own];
  }
  return groups.map((group) => group.choices);
}

interface Searched {
  /** Without what was forced; never empty. */
  readonly best: readonly Names[];
  readonly proven: boolean;
}

/** Branches over the choice with the fewest ways, and leaves what is dearer than the best by now: more names never open less. */
function searched(choices: readonly Choice[], forced: ReadonlySet<string>, power: Power, most: number): Searched {
  let best: Names[] = [];
  let bestCost: Cost | undefined;
  let steps = 0;
  const seen = new Set<string>();
  const extend = (added: ReadonlySet<string>): void => {
    const names = [...added].sort();
    const key = names.join(" ");
    if (seen.has(key) || (bestCost !== undefined && steps >= most)) return;
    seen.add(key);
    steps++;
    const all = new Set([...forced, ...added]);
    const cost = power.cost(all);
    const open = choices.filter((choice) => !isMet(choice, all));
    const least: Cost = [cost[0], cost[1], cost[2] + apartFrom(open)];
    const excess = bestCost === undefined ? -1 : compareCost(least, bestCost);
    if (excess > 0 || (excess === 0 && best.length >= bounds.scopeAnswers)) return;
    const [first] = open;
    if (first === undefined) {
      best = excess === 0 ? [...best, names] : [names];
      bestCost = cost;
      return;
    }
    const tightest = open.reduce((one, other) => (other.length < one.length ? other : one), first);
    const ways = tightest.map((way) => new Set([...added, ...way.names.filter((name) => !forced.has(name))]));
    // The cheapest way first: the sooner a good answer is known, the more is left out.
    const priced = ways.map((way) => ({ way, cost: power.cost(new Set([...forced, ...way])) }));
    for (const { way } of priced.sort((a, b) => compareCost(a.cost, b.cost))) extend(way);
  };
  extend(new Set());
  const ranked = best.map((names) => ({ names, rank: rankOf(new Set([...forced, ...names]), choices) }));
  const lowest = Math.min(...ranked.map(({ rank }) => rank));
  return {
    best: ranked.filter(({ rank }) => rank === lowest).map(({ names }) => names),
    proven: steps < most,
  };
}

/** How many of the choices have no name in common with each other, counted as they come: so many names are still to be added at least. */
function apartFrom(open: readonly Choice[]): number {
  const taken = new Set<string>();
  return open.filter((choice) => {
    const names = choice.flatMap((way) => way.names);
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  }).length;
}

/** Of sets that open as much, the one is less that pages call less privileged. */
function rankOf(have: ReadonlySet<string>, choices: readonly Choice[]): number {
  const lowest = (choice: Choice): number =>
    Math.min(...choice.filter((way) => isMet([way], have)).map(({ rank }) => rank));
  return choices.reduce((sum, choice) => sum + lowest(choice), 0);
}

function compareNames(a: Names, b: Names): number {
  const [one, other] = [a.join(" "), b.join(" ")];
  return one < other ? -1 : one > other ? 1 : 0;
}
