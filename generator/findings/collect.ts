/** Collects the findings of the model while it is built. */
import { byPlace, finding, type Details, type Finding, type RuleId } from "./rules.js";
import { type Place } from "../shared/place.js";
import { resolvePath } from "../shared/page-path.js";

/** Rules whose cause lies elsewhere, with the value that names it: one missing page is one finding, however many places name it. */
const CAUSES: Readonly<Partial<Record<RuleId, string>>> = {
  "resource-missing": "type",
  "base-unknown": "type",
  "type-unknown": "type",
  "discriminator-unknown": "type",
  "permission-unknown": "permission",
};

/** Notes one finding; the same one twice (rule, place and symbol) counts once. */
export type Report = (
  rule: RuleId,
  page: string,
  place: Place,
  symbol: string,
  values?: Readonly<Record<string, string>>,
  details?: Details,
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
  const causes = new Map<Finding, string>();
  return {
    report(rule, page, place, symbol, values, details) {
      const made = finding(rule, page, place, symbol, values, details);
      found.push(made);
      const cause = CAUSES[rule];
      // a misspelt name is to be corrected wherever it stands
      if (cause !== undefined && !values?.["suggestion"])
        causes.set(made, `${cause} ${values?.["name"]?.toLowerCase() ?? ""}`);
      const ofPage = byPage.get(made.page);
      if (ofPage) ofPage.push(made);
      else byPage.set(made.page, [made]);
      return made;
    },
    on: (page) => byPage.get(page) ?? [],
    sorted(others) {
      const unique = new Map<string, Finding>();
      for (const one of [...others, ...found])
        unique.set([one.page, one.line, one.column, one.rule, one.symbol].join("\0"), one);
      return withoutRepeats([...unique.values()].sort(byPlace), causes);
    },
  };
}

/** Findings of one cause joined to the gravest of them, which says how many more places it concerns. */
function withoutRepeats(sorted: readonly Finding[], causes: ReadonlyMap<Finding, string>): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const one of sorted) {
    const cause = causeOf(one, causes);
    const group = groups.get(cause);
    if (group) group.push(one);
    else groups.set(cause, [one]);
  }
  return [...groups.values()].map(joinedFinding).sort(byPlace);
}

function causeOf(one: Finding, causes: ReadonlyMap<Finding, string>): string {
  if (one.rule === "include-missing") return `include ${resolvePath(one.page, one.symbol)}`;
  return causes.get(one) ?? [one.page, one.line, one.column, one.rule, one.symbol].join("\0");
}

function joinedFinding(group: readonly Finding[]): Finding {
  const order = Object.keys(CAUSES);
  const [first, ...others] = group.toSorted((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  if (!first) throw new Error("a cause without findings");
  const more = others.length === 1 ? "1 more place names it" : `${others.length} more places name it`;
  return others.length === 0 ? first : { ...first, message: `${first.message} ${more}.` };
}
