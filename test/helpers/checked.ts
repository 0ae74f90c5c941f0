/** What a check found, without docs: for tests of how it is shown. */
import type { Checked, CheckedFinding } from "../../generator/findings/checked.js";
import { rulesOf } from "../../generator/findings/rule-counts.js";
import { byPlace, rules } from "../../generator/findings/rules.js";

/** A finding of `api/parcel-get.md`, where nothing else is said. */
export function found(given: Partial<CheckedFinding>): CheckedFinding {
  const rule = given.rule ?? "example-type";
  const page = given.page ?? "api/parcel-get.md";
  return {
    rule,
    severity: rules[rule].severity,
    page,
    path: `docs/${page}`,
    line: 1,
    column: 1,
    symbol: "parcel.weight",
    message: "The example shows a string.",
    fix: rules[rule].fix,
    related: [],
    state: "new",
    ...given,
  };
}

/** A check that found these; `texts` by path. */
export function checkedWith(
  given: readonly CheckedFinding[],
  more: Partial<Checked> = {},
  texts: Readonly<Record<string, string>> = {},
): Checked {
  const findings = [...given].sort(byPlace);
  const counts = { error: 0, warning: 0, info: 0, baselined: 0, suppressed: 0, old: 0 };
  for (const { state, severity } of findings) counts[state === "new" ? severity : state]++;
  return {
    tool: { name: "docwright", version: "1.2.3" },
    root: "/work/docs",
    folder: "",
    failOn: "error",
    fails: counts.error > 0,
    findings,
    counts,
    rules: rulesOf(findings),
    stale: [],
    pages: [],
    understood: { lines: { all: 8, understood: 6 }, rows: { all: 3, understood: 3 } },
    described: { pages: 2, operations: 1, types: 1, enums: 0, examples: 1 },
    linesOf: (path) => texts[path]?.split("\n"),
    ...more,
  };
}
