/** A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import type { Checked } from "../checked.js";
import type { Severity } from "../rules.js";
import { harmlessJson } from "../../shared/harmless.js";
import { fingerprint, reported } from "./reported.js";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

export function gitlab(checked: Checked): string {
  const issues = reported(checked).map((finding) => ({
    description: `${finding.message} ${finding.fix}`,
    check_name: finding.rule,
    // of equal ones only the first would be shown
    fingerprint: fingerprint(finding),
    severity: SEVERITIES[finding.severity],
    location: { path: finding.path, lines: { begin: finding.line } },
  }));
  return `${harmlessJson(JSON.stringify(issues, null, 2))}\n`;
}
