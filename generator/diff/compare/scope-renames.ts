/** A permission that has another name on all pages was renamed: that is told once. */
import type { PublishedOperation } from "../../model/published.js";
import { accounts, type Account } from "../../shared/permission-accounts.js";
import type { Context } from "../context.js";
import { matched } from "../match.js";
import { tablesOf } from "./permissions.js";

/** On how many operations a name has to be replaced: on one or two, another permission may be meant. */
const FEWEST = 3;

/** New name by old name. `pairs`: the operations of both sides. */
export function replacedNames(
  pairs: readonly (readonly [PublishedOperation, PublishedOperation])[],
  context: Context,
): ReadonlyMap<string, string> {
  const [before, now] = [0, 1].map((side) =>
    placesOfNames(pairs.flatMap((pair, index) => (pair[side] ? [[index, pair[side]] as const] : []))),
  );
  if (before === undefined || now === undefined) return new Map();
  const { renamed } = matched(
    [...before.keys()],
    [...now.keys()],
    (name) => name,
    (name, side) => {
      const places = (side === "old" ? before : now).get(name) ?? [];
      return new Set(places.map(([index]) => index)).size < FEWEST ? undefined : JSON.stringify(places);
    },
  );
  for (const [old, fresh] of renamed) {
    const count = new Set((before.get(old) ?? []).map(([index]) => index)).size;
    context.report("scope-renamed", {
      symbol: fresh,
      subject: { permission: fresh },
      old,
      new: fresh,
      words: { count: String(count) },
    });
  }
  return new Map(renamed);
}

type PlaceOfName = readonly [operation: number, account: Account];

function placesOfNames(
  operations: readonly (readonly [number, PublishedOperation])[],
): ReadonlyMap<string, readonly PlaceOfName[]> {
  const places = new Map<string, PlaceOfName[]>();
  for (const [index, operation] of operations)
    for (const account of accounts)
      for (const name of namesIn(operation, account)) {
        const known = places.get(name);
        if (known) known.push([index, account]);
        else places.set(name, [[index, account]]);
      }
  return places;
}

function namesIn(operation: PublishedOperation, account: Account): ReadonlySet<string> {
  const cells = tablesOf(operation).flatMap((table) => table[account] ?? []);
  return new Set(cells.flatMap((cell) => (typeof cell === "object" ? [...cell.least, ...cell.higher].flat() : [])));
}
