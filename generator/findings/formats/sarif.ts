/**
 * SARIF 2.1.0 as GitHub's code scanning takes it: one run, addresses relative to the repository, no more results than it shows.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Checked, CheckedFinding, CheckedRule } from "../checked.js";
import { rules, type RuleId, type Severity } from "../rules.js";
import { harmlessJson } from "../../shared/harmless.js";
import { counted, fingerprint, mostTelling, reported } from "./reported.js";

/** Results that code scanning shows. */
const MOST = 5000;
const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** What would be a link, `[text](3)`, and what a placeholder, `{0}`. */
const LINK = /\](?=\()/g;
const PLACEHOLDER = /\{(\d+)\}/g;

export function sarif(checked: Checked): string {
  return `${harmlessJson(JSON.stringify(sarifLog(checked), null, 1))}\n`;
}

function sarifLog(checked: Checked): Log {
  const all = reported(checked);
  const shown = all.length <= MOST ? all : mostTelling(all).slice(0, MOST);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  const driver = {
    name: checked.tool.name,
    semanticVersion: checked.tool.version,
    rules: ids.map((id) => descriptor(id, checked.rules)),
  };
  const rest = all.length - shown.length;
  const note = {
    level: "note" as const,
    message: { text: `${counted(rest, "finding")} more, less grave, are left out.` },
  };
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, ...(rest > 0 && { toolExecutionNotifications: [note] }) }],
        results: shown.map((finding) => result(finding, ids.indexOf(finding.rule))),
      },
    ],
  };
}

function descriptor(id: RuleId, counted: readonly CheckedRule[]): ReportingDescriptor {
  const { message, fix } = rules[id];
  const severity = counted.find((rule) => rule.id === id)?.severity ?? rules[id].severity;
  return {
    id,
    shortDescription: { text: message },
    fullDescription: { text: `${message} ${fix}` },
    help: { text: fix, markdown: fix },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(finding: CheckedFinding, ruleIndex: number): Result {
  const { rule, severity, message, fix, related } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plain(`${message} ${fix}`) },
    locations: [location(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...location(place),
        message: { text: plain(place.message) },
      })),
    }),
    // That of the line is left to the upload, which warns about another value under its name.
    partialFingerprints: { "docwright/v1": fingerprint(finding) },
  };
}

function location({ path, line, column, end }: Pick<CheckedFinding, "path" | "line" | "column" | "end">): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column, ...(end && { endLine: end.line, endColumn: end.column }) },
    },
  };
}

function plain(text: string): string {
  return text.replace(LINK, String.raw`\]`).replace(PLACEHOLDER, "{{$1}}");
}
