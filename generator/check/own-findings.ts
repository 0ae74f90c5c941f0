/** What changed pages say by themselves, told while it takes its time to join all pages again. */
import type { Finding } from "../findings/rules.js";
import type { Page } from "../read/page.js";
import { suppressionsOn } from "../result.js";
import type { Reading } from "./check.js";

/** A page before and after it was changed. */
export interface ChangedPage {
  readonly before: Page;
  readonly now: Page;
}

/** Pages of both that are not the same. New ones are left out: which conventions of the docs hold for them is not known yet. */
export function changedPages(before: readonly Page[], now: readonly Page[]): readonly ChangedPage[] {
  const known = new Map(before.map((page) => [page.path, page]));
  return now.flatMap((page) => {
    const earlier = known.get(page.path);
    return earlier === undefined || earlier === page ? [] : [{ before: earlier, now: page }];
  });
}

/** `reading`, in which the pages have the findings of their new texts; those that need other pages stay as they were. */
export function withChanged(reading: Reading, changed: readonly ChangedPage[]): Reading {
  const told = new Set(reading.findings.map(keyOf));
  const gone = new Set<string>();
  const fresh: Finding[] = [];
  for (const { before, now } of changed) {
    for (const one of before.findings) gone.add(keyOf(one));
    // what the docs as a whole made no finding of before is none now
    const untold = new Set(before.findings.filter((one) => !told.has(keyOf(one))).map(nameOf));
    fresh.push(...now.findings.filter((one) => !untold.has(nameOf(one))));
  }
  const paths = new Set(changed.map(({ now }) => now.path));
  return {
    ...reading,
    findings: [...reading.findings.filter((one) => !gone.has(keyOf(one))), ...fresh],
    suppressions: [
      ...reading.suppressions.filter(({ page }) => !paths.has(page)),
      ...suppressionsOn(changed.map(({ now }) => now)),
    ],
  };
}

function keyOf({ page, rule, line, column, symbol }: Finding): string {
  return JSON.stringify([page, rule, line, column, symbol]);
}

function nameOf({ rule, symbol }: Finding): string {
  return `${rule} ${symbol}`;
}
