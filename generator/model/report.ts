/** Collects the findings of the model while it is built. */
import { byPlace, finding, type Finding, type Place, type RuleId } from "../findings.js";

/** Notes one finding; the same one twice (rule, place and symbol) counts once. */
export type Report = (
  rule: RuleId,
  page: string,
  place: Place,
  symbol: string,
  values?: Readonly<Record<string, string>>,
) => Finding;

interface FindingList {
  readonly report: Report;
  /** What was found on a page so far. */
  on(page: string): readonly Finding[];
  /** All findings so far with `others`, each once, sorted as they are printed. */
  sorted(others: readonly Finding[]): readonly Finding[];
}

export function findingList(): FindingList {
  const found: Finding[] = [];
  const byPage = new Map<string, Finding[]>();
  return {
    report(rule, page, place, symbol, values) {
      const made = finding(rule, page, place, symbol, values);
      found.push(made);
      byPage.set(made.page, [...(byPage.get(made.page) ?? []), made]);
      return made;
    },
    on: (page) => byPage.get(page) ?? [],
    sorted(others) {
      const unique = new Map<string, Finding>();
      for (const one of [...others, ...found])
        unique.set([one.page, one.line, one.column, one.rule, one.symbol].join("\0"), one);
      return [...unique.values()].sort(byPlace);
    },
  };
}
