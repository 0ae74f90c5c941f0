/** What permissions open: the documented fact that one set of names is more powerful than another. */
import type { PublishedOperation } from "../model/published.js";
import type { Account } from "../shared/permission-accounts.js";
import { cellsOf, choiceOf, type Names } from "./needs.js";

/** What a set of names costs, the first member counting most. */
export type Cost = readonly [writes: number, reads: number, names: number];

export interface Power {
  /** Operations that the program does not use and the names open. */
  cost(names: ReadonlySet<string>): Cost;
  /** Operations beside the used ones that some set with the name opens, by their place among them. */
  openedBy(name: string): ReadonlySet<number>;
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const WORD = 32;

/** Of all operations of an API beside those that are `used`. */
export function powerOver(all: readonly PublishedOperation[], used: ReadonlySet<string>, account: Account): Power {
  const others = all
    .filter(({ id }) => !used.has(id))
    .map((operation) => ({ operation, sets: setsOf(operation, account) }));
  const size = Math.ceil(others.length / WORD);
  const byName = new Map<string, Set<number>>();
  const alone = new Map<string, Uint32Array>();
  const together: { readonly names: Names; readonly index: number }[] = [];
  const writes = new Uint32Array(size);
  for (const [index, { operation, sets }] of others.entries()) {
    if (!READS.has(operation.method)) mark(writes, index);
    for (const names of sets) {
      for (const name of names) byName.set(name, (byName.get(name) ?? new Set()).add(index));
      const [name, other] = names;
      if (name === undefined) continue;
      if (other !== undefined) together.push({ names, index });
      else alone.set(name, mark(alone.get(name) ?? new Uint32Array(size), index));
    }
  }
  return {
    openedBy: (name) => byName.get(name) ?? new Set(),
    cost(names) {
      const opened = new Uint32Array(size);
      for (const name of names) alone.get(name)?.forEach((word, at) => (opened[at] = (opened[at] ?? 0) | word));
      for (const set of together) if (set.names.every((name) => names.has(name))) mark(opened, set.index);
      const written = opened.reduce((sum, word, at) => sum + ones(word & (writes[at] ?? 0)), 0);
      return [written, opened.reduce((sum, word) => sum + ones(word), 0) - written, names.size];
    },
  };
}

/** Each opens the operation, be it for one scenario of it only. What needs no permission is open anyway. */
function setsOf(operation: PublishedOperation, account: Account): readonly Names[] {
  return cellsOf(operation, account).flatMap((cell) => choiceOf(cell).map(({ names }) => names));
}

function mark(bits: Uint32Array, index: number): Uint32Array {
  const at = Math.floor(index / WORD);
  bits[at] = (bits[at] ?? 0) | (1 << (index % WORD));
  return bits;
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Below zero where `a` is less. */
export function compareCost(a: Cost, b: Cost): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
