/** What formats have in common: which findings they tell, in which order, and how these are recognised again. */
import { createHash } from "node:crypto";
import type { Checked, CheckedFinding } from "../checked.js";
import { keyOf } from "../identity.js";
import { severities, type Severity } from "../rules.js";

/** Those to be mended, by place. */
export function reported({ findings }: Checked): readonly CheckedFinding[] {
  return findings.filter(({ state }) => state === "new");
}

/**
 * Where only so many are shown: the gravest first, and of these one for each rule and page before any second, lest ten copies of one slip
 * hide all others.
 */
export function mostTelling(findings: readonly CheckedFinding[]): readonly CheckedFinding[] {
  const counts = new Map<string, number>();
  const ranked = findings.map((finding) => {
    const kind = JSON.stringify([finding.rule, finding.page]);
    const copy = counts.get(kind) ?? 0;
    counts.set(kind, copy + 1);
    return { finding, rank: severities.indexOf(finding.severity), copy };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.copy - b.copy).map(({ finding }) => finding);
}

/** The same for the same finding as long as it is found: line, message and severity are not in it. */
export function fingerprint(finding: CheckedFinding): string {
  return createHash("sha256").update(keyOf(finding)).digest("hex");
}

/** `2 errors, 1 warning, 3 hints`; without what there is none of, "nothing" for nothing. */
export function countsText(counts: Readonly<Record<Severity, number>>): string {
  const names = { error: "error", warning: "warning", info: "hint" };
  const parts = severities.filter((each) => counts[each] > 0).map((each) => counted(counts[each], names[each]));
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : nouns}`;
}
