/** Requests that stood on one page and stand on several, or the other way round: told once, not as removed and added. */
import type { PublishedOperation } from "../../model/published.js";
import { templateParts } from "../../shared/odata/template-parts.js";
import type { Context, Told } from "../context.js";
import type { Matched } from "../match.js";
import { toldOfOne } from "./operations-told.js";

type Left = Pick<Matched<PublishedOperation>, "removed" | "added">;

/** What is left when those are told. */
export function compareSplits({ removed, added }: Left, { report }: Context): Left {
  const told = new Set<PublishedOperation>();
  const tell = (rule: "operation-split" | "operation-joined", one: PublishedOperation, side: "old" | "new"): void => {
    const others = coveredBy(one, side === "old" ? added : removed).filter((other) => !told.has(other));
    if (others.length < 2 || told.has(one)) return;
    for (const each of [one, ...others]) told.add(each);
    const told1 = toldOfOne(one, side);
    const rest = others.map((other) => toldOfOne(other, side === "old" ? "new" : "old"));
    report(rule, joined(told1, rest, one, others, side));
  };
  for (const one of removed) tell("operation-split", one, "old");
  for (const one of added) tell("operation-joined", one, "new");
  return { removed: removed.filter((one) => !told.has(one)), added: added.filter((one) => !told.has(one)) };
}

function joined(
  told: Told,
  rest: readonly Told[],
  one: PublishedOperation,
  others: readonly PublishedOperation[],
  side: "old" | "new",
): Told {
  const names = others.map((other) => other.function);
  const [only, several] = [[one.function], names];
  const [first] = rest;
  return {
    ...first,
    ...told,
    typescript: [told, ...rest].flatMap((each) => each.typescript ?? []),
    old: side === "old" ? only : several,
    new: side === "old" ? several : only,
    words: { function: one.function, new: side === "old" ? names.join(", ") : one.function },
  };
}

/** Operations whose requests are all among those of `one`, if together they have all of them. */
function coveredBy(one: PublishedOperation, others: readonly PublishedOperation[]): readonly PublishedOperation[] {
  const all = new Set(requestsOf(one));
  const inside = others.filter((other) => requestsOf(other).every((request) => all.has(request)));
  const covered = new Set(inside.flatMap(requestsOf));
  return covered.size === all.size ? inside : [];
}

function requestsOf({ method, routes }: PublishedOperation): readonly string[] {
  return routes.map((route) => `${method} ${templateParts(route).shape.toLowerCase()}`);
}
