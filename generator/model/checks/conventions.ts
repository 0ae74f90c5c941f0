/** What no page of a set has is no fault of each page: it is said once for the whole set, if at all. */
import type { Page } from "../../read/page.js";
import type { Dialect } from "../../dialect/dialect.js";
import { finding, type Finding, type RuleId } from "../../findings/rules.js";

/** How often such a finding may be repeated, in all and for each operation, before it is a habit of the house: then it is told once. */
const HABIT = 10;
const SHARE = 0.05;
/** Of few operations, this many and more than a third make a habit as well. */
const CUSTOM = 4;
const HABITS: ReadonlySet<RuleId> = new Set<RuleId>(["status-line"]);

/** The findings of the pages without those that blame each page for what none has. */
export function conventional(
  pages: readonly Page[],
  { permissions }: Pick<Dialect, "permissions">,
): readonly Finding[] {
  const findings = withUnread(pages);
  const calling = pages.filter(({ kind }) => kind === "operation");
  const hasPermissions = calling.some(({ permissions }) => permissions.length > 0);
  const untitled = new Set(
    pages.filter(({ frontMatter }) => frontMatter["title"] !== undefined).map(({ path }) => path),
  );
  const titles = findings.filter(({ rule, page }) => rule === "no-title" && untitled.has(page)).length;
  const isCustom = permissions === "perhaps" || titles * 2 >= pages.length;
  const titled = isCustom ? findings.filter(({ rule, page }) => rule !== "no-title" || !untitled.has(page)) : findings;
  if (hasPermissions && permissions === "perhaps" && !nameMostly(calling))
    return titled.filter(({ rule }) => rule !== "permissions-missing");
  return hasPermissions ? titled : withoutPermissions(titled, permissions);
}

/** Where only some pages name permissions, those without need none. */
function nameMostly(calling: readonly Page[]): boolean {
  return calling.filter(({ permissions }) => permissions.length > 0).length * 2 > calling.length;
}

/** Beside so many pages that are read, one that is not may well tell of a request only. */
const GUIDES = 20;

/** The findings of the pages, where a page that shows a request and is not read is a fault in docs that are mostly not read. */
function withUnread(pages: readonly Page[]): readonly Finding[] {
  const findings = pages.flatMap((page) => page.findings);
  const unread = findings.filter(({ rule }) => rule === "request-unread").length;
  const read = pages.filter(({ kind, requests }) => kind === "operation" && requests.length > 0).length;
  if (unread === 0 || read >= unread * GUIDES) return findings;
  return findings.map((one) => {
    if (one.rule !== "request-unread") return one;
    const { page, line, column, symbol: heading } = one;
    return finding("page-unread", page, { line, column }, heading, {
      evidence: "a line that reads as a request",
      heading,
    });
  });
}

/** The findings, each habit of the house told once, with its count. `operations`: how many the docs have. */
export function withoutHabits(findings: readonly Finding[], operations: number): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const one of findings) counts.set(habitOf(one), (counts.get(habitOf(one)) ?? 0) + 1);
  const told = new Set<string>();
  return findings.flatMap(({ habit: _habit, ...one }, index) => {
    const habit = habitOf(findings[index] ?? one);
    const count = counts.get(habit) ?? 0;
    const isCustom = count >= CUSTOM && HABITS.has(one.rule) && count * 3 > operations;
    if (habit === "" || (!isCustom && count <= Math.max(HABIT, operations * SHARE))) return [one];
    if (told.has(habit)) return [];
    told.add(habit);
    const { page, line, column, symbol, rule } = one;
    const values = { rule, count: String(count), message: one.message };
    return [finding("convention", page, { line, column }, symbol, values)];
  });
}

function habitOf({ rule, habit }: Pick<Finding, "rule" | "habit">): string {
  return habit ?? (HABITS.has(rule) ? rule : "");
}

/** Where a page alone has none, that is a fault only in a house whose every page has some. */
function withoutPermissions(findings: readonly Finding[], expected: Dialect["permissions"]): readonly Finding[] {
  const missing = findings.filter(({ rule }) => rule === "permissions-missing");
  const others = findings.filter(({ rule }) => rule !== "permissions-missing");
  const [first] = missing;
  if (first === undefined) return findings;
  if (missing.length < 2) return expected === "always" ? [...others, ...missing] : others;
  const { page, line, column } = first;
  const message = "none of the pages names permissions, so that operations have none";
  return [
    ...others,
    finding("convention", page, { line, column }, "", { rule: first.rule, count: String(missing.length), message }),
  ];
}
