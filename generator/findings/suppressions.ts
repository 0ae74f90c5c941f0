/**
 * Findings that the writer of a page wants to stay, each with a reason: `<!-- docwright ignore example-type: the service sends it so -->` in a
 * paragraph or a cell, `"docwright": { "ignore": { "example-type": "the service sends it so" } }` in an annotation.
 */
import type { PageSuppression } from "../shared/suppression.js";
import { closest } from "../shared/suggest.js";
import { foreignMatch } from "./foreign-suppressions.js";
import { finding, isRuleId, rules, unsuppressable, type Details, type Finding } from "./rules.js";

export interface Suppressed {
  /** Why a finding stays. */
  readonly reasons: ReadonlyMap<Finding, string>;
  /** What is wrong with the suppressions themselves. */
  readonly findings: readonly Finding[];
}

const WORDS = /\S+/g;

/** Which of `findings` are suppressed, and what is to be said of the suppressions. `isJudged` tells rules that the configuration left on. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly PageSuppression[],
  isJudged: (rule: string, page: string) => boolean,
): Suppressed {
  const reasons = new Map<Finding, string>();
  const byPage = new Map<string, Finding[]>();
  for (const one of findings) {
    const on = byPage.get(one.page);
    if (on) on.push(one);
    else byPage.set(one.page, [one]);
  }
  const own = unique(suppressions.filter(({ foreign }) => foreign !== true));
  const told = own.flatMap((suppression) => {
    const on = byPage.get(suppression.place.file ?? suppression.page) ?? [];
    const flaw = flawOf(suppression);
    if (flaw !== undefined) return [flaw];
    const held = on.filter((one) => holdsFor(suppression, one));
    for (const one of held) reasons.set(one, suppression.reason);
    const isIdle = held.length === 0 && isJudged(suppression.rule, suppression.page);
    return isIdle ? [about("suppression-unused", suppression, { rule: suppression.rule }, deletion(suppression))] : [];
  });
  return { reasons, findings: [...told, ...foreignFindings(suppressions, byPage, reasons)] };
}

/** An included file is read with each page that includes it. */
function unique(suppressions: readonly PageSuppression[]): readonly PageSuppression[] {
  const seen = new Map<string, PageSuppression>();
  for (const each of suppressions) {
    const { place, page, rule } = each;
    const key = JSON.stringify([place.file ?? page, place.line, place.column, rule]);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function flawOf(suppression: PageSuppression): Finding | undefined {
  const { rule, reason } = suppression;
  if (!isRuleId(rule))
    return about("suppression-unknown-rule", suppression, {
      rule: rule || "without a name",
      suggestion: closest(rule, Object.keys(rules)),
    });
  if (unsuppressable.has(rule)) return about("suppression-refused", suppression, { rule });
  if ((reason.match(WORDS) ?? []).length < 2) return about("suppression-no-reason", suppression, { rule });
  return undefined;
}

function holdsFor({ rule, lines }: PageSuppression, one: Finding): boolean {
  return one.rule === rule && (lines === undefined || (one.line >= lines[0] && one.line <= lines[1]));
}

function about(
  rule: "suppression-unused" | "suppression-unknown-rule" | "suppression-no-reason" | "suppression-refused",
  { page, place, rule: symbol }: PageSuppression,
  values: Readonly<Record<string, string>>,
  details: Details = {},
): Finding {
  return finding(rule, page, place, symbol, values, details);
}

/** A comment of its own goes as a whole; what stands in an annotation is for its writer to take out. */
function deletion({ range }: PageSuppression): Details {
  return range === undefined ? {} : { end: range.end, edit: { range, text: "" } };
}

/** API Doctor's: those that fit count; of all others one finding tells. */
function foreignFindings(
  suppressions: readonly PageSuppression[],
  byPage: ReadonlyMap<string, readonly Finding[]>,
  reasons: Map<Finding, string>,
): readonly Finding[] {
  const idle = suppressions.filter(({ foreign, page, reason }) => {
    if (foreign !== true) return false;
    const fitting = (byPage.get(page) ?? []).filter((one) => foreignMatch(reason, one));
    for (const one of fitting) if (!unsuppressable.has(one.rule)) reasons.set(one, `API Doctor: ${reason}`);
    return fitting.length === 0;
  });
  const [first] = idle;
  if (first === undefined) return [];
  return [finding("suppression-foreign", first.page, first.place, "", { count: String(idle.length) })];
}
