/** What is told of what was found: for every command alike. */
import { identified, type HeadingAt } from "./identity.js";
import { byPlace, severities, type Finding, type Severity } from "./rules.js";
import { configured, isOff, type RuleSettings } from "./severity.js";
import { suppress, type Suppressed } from "./suppressions.js";
import type { PageSuppression } from "../shared/suppression.js";

interface Docs {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly PageSuppression[];
}

/** From which severity on findings fail a command. */
export type FailOn = Severity | "never";

/** Findings with lasting symbols, as grave as the configuration says, with what is to be said of suppressions; and why which of them stay. */
export function toldOf(docs: Docs, headingAt: HeadingAt, settings: RuleSettings | undefined): Suppressed {
  const own = configured(identified(docs.findings, headingAt), settings);
  const isJudged = (rule: string, page: string): boolean => !isOff(rule, page, settings);
  const { reasons, findings } = suppress(own, docs.suppressions, isJudged);
  if (findings.length === 0) return { reasons, findings: own };
  const about = configured(identified([...findings].sort(byPlace), headingAt), settings);
  return { reasons, findings: [...own, ...about].sort(byPlace) };
}

/** Whether a finding fails a command that fails from `failOn` on. */
export function isGrave({ severity }: Pick<Finding, "severity">, failOn: FailOn): boolean {
  return failOn !== "never" && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** Whether the system kept something from being read: then the run has failed, whatever was asked for. */
export function isUnreadable({ rule }: Finding): boolean {
  return rule === "page-unreadable";
}
