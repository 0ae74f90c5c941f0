/**
 * Commands that GitHub shows at the lines of a pull request. Of each kind a step shows ten, and says nothing of the others: so ten are chosen
 * here, and the rest is counted aloud. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { Checked, CheckedFinding } from "../checked.js";
import { cut, type Severity } from "../rules.js";
import { harmless } from "../../shared/harmless.js";
import { counted, countsText, mostTelling, reported } from "./reported.js";

const MOST = 10;
/** Characters of a message: what is beyond is cut off in the middle of an escape. */
const LENGTH = 4096;
const KINDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

export function github(checked: Checked): string {
  const findings = mostTelling(reported(checked));
  const [errors = [], warnings = [], hints = []] = (["error", "warning", "info"] as const).map((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const isShort = errors.length < MOST && warnings.length < MOST;
  const shown = [...errors.slice(0, MOST), ...warnings.slice(0, MOST), ...(isShort ? hints.slice(0, MOST) : [])];
  const rest = findings.length - shown.length;
  const told = rest === 0 ? [] : [`${counted(rest, "finding")} more: see the job summary, or run docwright check.`];
  return [...shown.map(command), ...told, `docwright found ${countsText(checked.counts)}.`, ""].join("\n");
}

function command(finding: CheckedFinding): string {
  const { severity, path, line, column, end, rule, message, fix } = finding;
  const properties = {
    file: path,
    line: String(line),
    // Columns count only where both ends lie in one line.
    ...(end?.line === line && { endLine: String(line), endColumn: String(end.column) }),
    col: String(column),
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(harmless(value))}`);
  return `::${KINDS[severity]} ${written.join(",")}::${escapedWithin(harmless(`${message} ${fix}`), LENGTH)}`;
}

/** A text that is at most so long when it is escaped. */
function escapedWithin(text: string, length: number): string {
  const whole = escaped(text);
  if (whole.length <= length) return whole;
  const percents = whole.length - text.length;
  return escaped(cut(text, length - percents - 1));
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
