/**
 * What keys a finding beyond this run: page, rule and symbol. Baselines, fingerprints and comparisons with another state of the docs stand on
 * it, so no line, no message and nothing of the disk is in it.
 */
import { shortened } from "../shared/bounds.js";
import type { Finding } from "./rules.js";

/** Heading that a line of a page stands below; empty above the first, and in files that are no page. */
export type HeadingAt = (page: string, line: number) => string;

const WHITE_SPACE = /\s+/g;

/**
 * Findings, sorted by place, with symbols that are unique on their page within their rule. Where a rule names nothing, the heading above
 * stands for it; where one thing is wrong several times, the second is `#2`, in the order of the page.
 */
export function identified(findings: readonly Finding[], headingAt: HeadingAt): readonly Finding[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const named = finding.symbol === "" ? headingAt(finding.page, finding.line) : finding.symbol;
    const plain = shortened(named.replace(WHITE_SPACE, " ").trim());
    const keyOfPlain = keyOf({ ...finding, symbol: plain });
    let count = counts.get(keyOfPlain) ?? 0;
    let symbol = plain;
    do {
      count++;
      symbol = count === 1 ? plain : `${plain}#${count}`;
    } while (taken.has(keyOf({ ...finding, symbol })));
    counts.set(keyOfPlain, count);
    taken.add(keyOf({ ...finding, symbol }));
    return symbol === finding.symbol ? finding : { ...finding, symbol };
  });
}

/** One text for page, rule and symbol. */
export function keyOf({
  page,
  rule,
  symbol,
}: {
  readonly page: string;
  readonly rule: string;
  readonly symbol: string;
}): string {
  return JSON.stringify([page, rule, symbol]);
}
