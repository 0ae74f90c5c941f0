/** Requests that stood on one page and stand on several, or the other way round: told once, not as removed and added. */
import type { PublishedOperation } from "../../model/published.js";
import { compareText } from "../../shared/names.js";
import type { Context, Told } from "../context.js";
import { grouped, type Matched } from "../match.js";
import { requestsOf, toldOfOne } from "./operations-told.js";

type Left = Pick<Matched<PublishedOperation>, "removed" | "added">;

/** What is left when those are told. */
export function compareSplits({ removed, added }: Left, { report }: Context): Left {
  const told = new Set<PublishedOperation>();
  const byRequest = { old: byFirstRequest(removed), new: byFirstRequest(added) };
  const tell = (rule: "operation-split" | "operation-joined", one: PublishedOperation, side: "old" | "new"): void => {
    const otherSide = side === "old" ? "new" : "old";
    const others = coveredBy(one, byRequest[otherSide]).filter((other) => !told.has(other));
    if (others.length < 2 || told.has(one)) return;
    for (const each of [one, ...others]) told.add(each);
    report(rule, joined(one, others, side, otherSide));
  };
  for (const one of removed) tell("operation-split", one, "old");
  for (const one of added) tell("operation-joined", one, "new");
  return { removed: removed.filter((one) => !told.has(one)), added: added.filter((one) => !told.has(one)) };
}

function joined(
  one: PublishedOperation,
  others: readonly PublishedOperation[],
  side: "old" | "new",
  otherSide: "old" | "new",
): Told {
  const told = toldOfOne(one, side);
  const rest = others.map((other) => toldOfOne(other, otherSide));
  const names = others.map((other) => other.function);
  return {
    ...rest[0],
    ...told,
    typescript: [told, ...rest].flatMap((each) => each.typescript ?? []),
    [side]: [one.function],
    [otherSide]: names,
    words: { function: one.function, new: side === "old" ? names.join(", ") : one.function },
  };
}

/** Operations of one side, by the first of their requests. */
type ByRequest = ReadonlyMap<string, readonly PublishedOperation[]>;

function byFirstRequest(operations: readonly PublishedOperation[]): ByRequest {
  return grouped(operations, (one) => requestsOf(one)[0] ?? "");
}

/** Operations whose requests are all among those of `one`, if together they have all of them. */
function coveredBy(one: PublishedOperation, others: ByRequest): readonly PublishedOperation[] {
  const all = new Set(requestsOf(one));
  const near = [...all].flatMap((request) => others.get(request) ?? []);
  const inside = near.filter((other) => requestsOf(other).every((request) => all.has(request)));
  const covered = new Set(inside.flatMap(requestsOf));
  return covered.size === all.size ? inside.sort((a, b) => compareText(a.id, b.id)) : [];
}
