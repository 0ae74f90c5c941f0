import type { CheckedFinding, CheckedRule } from "./checked.js";
import { rules, severities } from "./rules.js";
import { compareText } from "../shared/names.js";

/** What a check found of each rule: the gravest first, then those with the most to mend. */
export function rulesOf(findings: readonly CheckedFinding[]): readonly CheckedRule[] {
  const byRule = new Map<CheckedFinding["rule"], CheckedFinding[]>();
  for (const one of findings) {
    const own = byRule.get(one.rule);
    if (own) own.push(one);
    else byRule.set(one.rule, [one]);
  }
  return [...byRule]
    .map(([id, own]) => ruleOf(id, own))
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.counts.new - a.counts.new ||
        compareText(a.id, b.id),
    );
}

function ruleOf(id: CheckedFinding["rule"], findings: readonly CheckedFinding[]): CheckedRule {
  const counts = { new: 0, baselined: 0, suppressed: 0, old: 0 };
  for (const { state } of findings) counts[state]++;
  const pages = new Set(findings.filter(({ state }) => state === "new").map(({ page }) => page));
  const severity = severities.find((each) => findings.some((one) => one.severity === each)) ?? rules[id].severity;
  const { message, fix } = rules[id];
  return { id, severity, message, fix, counts, pages: pages.size };
}
