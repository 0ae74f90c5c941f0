/** What somebody may have meant. */
import type { MockOperation } from "./data.js";

const mostSegments = 12;
const mostSigns = 32;
const shown = 3;

/** The documented operations whose paths look most like `path`, each with its route. */
export function nearest(
  method: string,
  path: string,
  operations: readonly MockOperation[],
): readonly { readonly operation: MockOperation; readonly route: string }[] {
  const asked = segmentsOf(path);
  const most = Math.max(1, asked.length / 2);
  return operations
    .flatMap((operation) => operation.routes.map((route) => ({ operation, route, cost: costOf(asked, route, most) })))
    .map((each) => ({ ...each, cost: each.cost + (each.operation.method === method ? 0 : 0.3) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, shown);
}

/** ` Did you mean x?`, or nothing where none of `names` is near. */
export function meant(name: string, names: Iterable<string>): string {
  const wanted = name.slice(0, mostSigns).toLowerCase();
  let best = "";
  let least = 0.4;
  for (const each of names) {
    const cost = unlike(wanted, each.slice(0, mostSigns).toLowerCase());
    if (cost < least) [best, least] = [each, cost];
  }
  return best === "" ? "" : ` Did you mean ${best}?`;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .toLowerCase()
    .split("/")
    .filter(Boolean)
    .slice(0, mostSegments)
    .map((segment) => segment.slice(0, mostSigns));
}

/** How many segments must be written otherwise; not counted further than `most`. */
function costOf(asked: readonly string[], route: string, most: number): number {
  const own = segmentsOf(route);
  let cost = Math.abs(own.length - asked.length);
  for (const [i, segment] of asked.slice(0, own.length).entries()) {
    if (cost > most) return cost;
    const other = own[i] ?? "";
    cost += other.startsWith("{") ? 0.1 : unlike(segment, other);
  }
  return cost;
}

/** From 0 for the same text up to 1 for one that has nothing in common; two signs that changed places are one mistake. */
function unlike(one: string, other: string): number {
  if (one === other) return 0;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const same = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const crossed = one[i] === other[j - 1] && one[i - 1] === other[j] ? (before[j - 1] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(same, crossed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return (row[other.length] ?? 0) / Math.max(one.length, other.length, 1);
}
