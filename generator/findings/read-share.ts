/** How much of the pages became something: lines that are left out on purpose count for neither side. */
import type { CheckedPage, LedgerState } from "./checked.js";

const READ: readonly LedgerState[] = ["fact", "example", "prose"];

/** Lines of `pages` that say something, and those of them that were read. */
export function readLines(pages: readonly Pick<CheckedPage, "ledger">[]): {
  readonly all: number;
  readonly read: number;
} {
  let [all, read] = [0, 0];
  for (const { ledger } of pages)
    for (const [from, to, state] of ledger.lines) {
      const count = to - from + 1;
      if (state !== "known") all += count;
      if (READ.includes(state)) read += count;
    }
  return { all, read };
}

/** In per cent, with one digit; rounded down, so that a hundred per cent means all. */
export function percent({ all, read }: { readonly all: number; readonly read: number }): number {
  return all === 0 ? 100 : Math.floor((read / all) * 1000) / 10;
}
