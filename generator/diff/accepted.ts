/**
 * Breaks that somebody has acknowledged: a line each, by facts, so that wording and line numbers may change.
 *
 *     ["property-null-allowed", "user.mail", "String", "String | null", "as: fix", "it could be null all along"]
 *
 * `as: fix` makes a patch of it; `as: expected` leaves the step and lets the gate pass.
 */
import { parsedJson } from "../shared/json/parsed.js";
import type { Change } from "./change.js";
import { canonical } from "./match.js";
import { isRuleId } from "./rules/rules.js";

export interface Accepted {
  readonly line: number;
  /** Rule, symbol, old and new as canonical JSON. */
  readonly key: string;
  readonly as: "fix" | "expected";
  readonly reason: string;
}

/** The lines of the file; the flaws of those that cannot be read. */
export function acceptedFrom(text: string): {
  readonly accepted: readonly Accepted[];
  readonly flaws: readonly string[];
} {
  const accepted: Accepted[] = [];
  const flaws: string[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const read = acceptedLine(content, index + 1);
    if (typeof read === "string") flaws.push(`line ${index + 1}: ${read}`);
    else accepted.push(read);
  }
  return { accepted, flaws };
}

const FORM = `write ["rule", "symbol", old, new, "as: fix" or "as: expected", "reason"]`;

function acceptedLine(content: string, line: number): Accepted | string {
  const parsed = parsedLine(content);
  if (parsed === undefined) return `this is no JSON array; ${FORM}`;
  const [rule, symbol, old, fresh, as, reason] = parsed;
  if (typeof rule !== "string" || !isRuleId(rule)) return `there is no rule ${JSON.stringify(rule)}`;
  if (typeof symbol !== "string" || parsed.length !== 6) return `this is incomplete; ${FORM}`;
  if (as !== "as: fix" && as !== "as: expected") return `${JSON.stringify(as)} is neither "as: fix" nor "as: expected"`;
  if (typeof reason !== "string" || reason.trim() === "") return "it gives no reason";
  return { line, key: keyOf(rule, symbol, old, fresh), as: as === "as: fix" ? "fix" : "expected", reason };
}

function parsedLine(content: string): readonly unknown[] | undefined {
  const parsed = parsedJson(content);
  return Array.isArray(parsed) ? parsed : undefined;
}

/** The line that acknowledges a change, to be completed. */
export function acceptanceOf({ rule, symbol, old, new: fresh }: Change): string {
  return JSON.stringify([rule, symbol, old ?? null, fresh ?? null, "as: expected", ""]);
}

function keyOf(rule: string, symbol: string, old: unknown, fresh: unknown): string {
  return canonical([rule, symbol, old ?? null, fresh ?? null]);
}

/** The changes with what is acknowledged, and the lines that no change is about. */
export function withAccepted(
  changes: readonly Change[],
  accepted: readonly Accepted[],
): { readonly changes: readonly Change[]; readonly unused: readonly Accepted[] } {
  const byKey = new Map(accepted.map((one) => [one.key, one]));
  const used = new Set<Accepted>();
  const marked = changes.map((change): Change => {
    const found = byKey.get(keyOf(change.rule, change.symbol, change.old, change.new));
    if (found === undefined) return change;
    used.add(found);
    const { as, reason } = found;
    return { ...change, ...(as === "fix" && { step: "patch" as const }), acknowledged: { as, reason } };
  });
  return { changes: marked, unused: accepted.filter((one) => !used.has(one)) };
}

/** What a gate looks at: that a break is expected is known. */
export function unexpected(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ acknowledged }) => acknowledged?.as !== "expected");
}
