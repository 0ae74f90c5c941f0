/** What a program needs beside what it is registered with. */
import type { PublishedApi } from "../model/published.js";
import type { Account } from "../shared/permission-accounts.js";
import { choicesOf, type Used } from "./answer.js";
import { choose } from "./choose.js";
import { isMet, type Names } from "./needs.js";
import { compareCost, powerOver } from "./power.js";

export interface Difference {
  readonly account: Account;
  /** To be added, so that every call can be made. */
  readonly missing: Names;
  /** Without these the same calls can be made. */
  readonly unneeded: Names;
  /** Enough, but less would do: `instead`. */
  readonly higher: readonly { readonly name: string; readonly instead: Names }[];
}

export function differenceTo(
  { operations }: PublishedApi,
  used: readonly Used[],
  account: Account,
  granted: Names,
): Difference {
  const power = powerOver(operations, new Set(used.map(({ operation }) => operation.id)), account);
  const choices = choicesOf(used, account);
  const have = new Set(granted);
  const needed = neededOf(granted, choices, (name) => power.cost(new Set([name])));
  const missing = choose(
    choices.filter((choice) => !isMet(choice, have)),
    power,
    have,
  ).names;
  const least = choose(choices, power).names;
  return {
    account,
    missing,
    unneeded: granted.filter((name) => !needed.has(name)),
    higher: [...needed].flatMap((name) => {
      if (least.includes(name)) return [];
      // What the calls that depend on it need at least.
      const others = new Set([...needed].filter((each) => each !== name));
      const depending = choices.filter((choice) => isMet(choice, needed) && !isMet(choice, others));
      const instead = choose(depending, power, others).names;
      return instead.length === 0 || instead.includes(name) ? [] : [{ name, instead }];
    }),
  };
}

/** Of what is granted only what something depends on: the most powerful is tried first to go. */
function neededOf(
  granted: Names,
  choices: Parameters<typeof choose>[0],
  costOf: (name: string) => Parameters<typeof compareCost>[0],
): ReadonlySet<string> {
  const all = new Set(granted);
  const met = choices.filter((choice) => isMet(choice, all));
  const byPower = [...all].sort((a, b) => compareCost(costOf(b), costOf(a)));
  return byPower.reduce<ReadonlySet<string>>((kept, name) => {
    const without = new Set([...kept].filter((each) => each !== name));
    return met.every((choice) => isMet(choice, without)) ? without : kept;
  }, all);
}
