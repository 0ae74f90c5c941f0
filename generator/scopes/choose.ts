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
  /** Further answers that open as much and hold as many names; some of them where there are very many. */
  readonly alternatives: readonly Names[];
  /** Whether nothing smaller exists; otherwise the search was ended by its bound. */
  readonly proven: boolean;
}

/** `given` is there already and costs nothing. */
export function choose(choices: readonly Choice[], power: Power, given: ReadonlySet<string> = new Set()): Chosen {
  const forced = forcedBy(choices, given);
  const open = distinct(choices.filter((choice) => !isMet(choice, forced)));
  const groups = apart(open, forced, power).map((group) => searched(group, forced, power));
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
    const [first = [], ...rest] = choice;
    for (const name of first) if (rest.every((names) => names.includes(name))) forced.add(name);
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
    const names = new Set(choice.flat().filter((name) => !forced.has(name)));
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
function searched(choices: readonly Choice[], forced: ReadonlySet<string>, power: Power): Searched {
  let best: Names[] = [];
  let bestCost: Cost | undefined;
  let steps = 0;
  const seen = new Set<string>();
  const extend = (added: ReadonlySet<string>): void => {
    const names = [...added].sort();
    const key = names.join(" ");
    if (seen.has(key) || (bestCost !== undefined && steps >= bounds.scopeSteps)) return;
    seen.add(key);
    steps++;
    const all = new Set([...forced, ...added]);
    const cost = power.cost(all);
    if (bestCost !== undefined && compareCost(cost, bestCost) > 0) return;
    const open = choices.filter((choice) => !isMet(choice, all));
    const [first] = open;
    if (first === undefined) {
      best = bestCost !== undefined && compareCost(cost, bestCost) === 0 ? [...best, names] : [names];
      bestCost = cost;
      return;
    }
    const tightest = open.reduce((one, other) => (other.length < one.length ? other : one), first);
    const ways = tightest.map((set) => new Set([...added, ...set.filter((name) => !forced.has(name))]));
    // The cheapest way first: the sooner a good answer is known, the more is left out.
    const priced = ways.map((way) => ({ way, cost: power.cost(new Set([...forced, ...way])) }));
    for (const { way } of priced.sort((a, b) => compareCost(a.cost, b.cost))) extend(way);
  };
  extend(new Set());
  return { best, proven: steps < bounds.scopeSteps };
}

function compareNames(a: Names, b: Names): number {
  const [one, other] = [a.join(" "), b.join(" ")];
  return one < other ? -1 : one > other ? 1 : 0;
}
