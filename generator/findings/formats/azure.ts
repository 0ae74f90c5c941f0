/**
 * Commands that Azure Pipelines shows beside a run; hints, for which it has no command, are plain lines.
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
import type { Checked, CheckedFinding } from "../checked.js";
import { harmless } from "../../shared/harmless.js";
import { countsText, mostTelling, reported } from "./reported.js";

export function azure(checked: Checked): string {
  // its pages show the first ten of a kind
  const lines = mostTelling(reported(checked)).map(line);
  return [...lines, `docwright found ${countsText(checked.counts)}.`, ""].join("\n");
}

function line(finding: CheckedFinding): string {
  const { severity, path, line, column, rule } = finding;
  const message = `${finding.message} ${finding.fix}`;
  if (severity === "info") return harmless(`${path}:${line}:${column} info ${message} (${rule})`);
  const properties = { type: severity, sourcepath: path, linenumber: line, columnnumber: column, code: rule };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(harmless(`${value}`))};`,
  );
  return `##vso[task.logissue ${written.join("")}]${escaped(harmless(message))}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll("]", "%5D").replaceAll(";", "%3B");
}
