/** What the command line prints: findings, summaries and differences as text. */
import { relative, resolve, sep } from "node:path";
import type { Difference } from "../write/compare.js";
import type { Failure } from "../shared/failure.js";
import { keyOf } from "../findings/identity.js";
import { isUnreadable } from "../findings/told.js";
import { cut, type Finding, type Severity } from "../findings/rules.js";
import type { Generated, Made, Understanding } from "../result.js";
import type { Line, Painted } from "./terminal.js";

/** `docs/api/x.md:12:3 warning The example … (response-wrapped)`, one line each; paths are relative to the current folder, for editors and CI logs. */
export function findingLines(findings: readonly Finding[], root: string): Line[] {
  return findings.map((finding) => {
    const place = `${shownPath(resolve(root, finding.page))}:${finding.line}:${finding.column}`;
    return [
      `${place} `,
      painted(finding.severity),
      ` ${finding.message} `,
      { text: `(${finding.rule})`, color: "dim" },
    ];
  });
}

/** What a change of the docs brought, and what it mended: those that are found in both states are left out, be it on another line. */
export function changeLines(before: readonly Finding[], now: readonly Finding[], root: string): Line[] {
  const [known, found] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
  const gone = before.filter((one) => !found.has(keyOf(one)));
  const mended = gone.map(({ page, message, rule }): Line => {
    return [`${shownPath(resolve(root, page))}: mended: ${message} `, { text: `(${rule})`, color: "dim" }];
  });
  return [
    ...mended,
    ...findingLines(
      now.filter((one) => !known.has(keyOf(one))),
      root,
    ),
  ];
}

/** What kept pages from being read. */
export function unreadableLines({
  findings,
  failedPages,
  root,
}: Pick<Generated, "findings" | "failedPages" | "root">): Line[] {
  return [...failureLines(failedPages), ...findingLines(findings.filter(isUnreadable), root)];
}

/** For whoever has no docs yet. */
export const noDocs = "Without docs yet: npx docwright init.";

/** A severity in its colour. */
export function painted(severity: Severity): Painted {
  return { text: severity, color: ({ error: "red", warning: "yellow", info: "blue" } as const)[severity] };
}

/** Counts of what was read, what was made of it, and what there is to mend. */
export function summaryLines({ findings, counts, understood, dialect }: Omit<Made, "files">): string[] {
  const severity = (wanted: Severity): number => findings.filter((finding) => finding.severity === wanted).length;
  return [
    `pages     ${count(counts.pages, "page")}`,
    `dialect   ${dialect}`,
    `API       ${list([count(counts.operations, "operation"), count(counts.types, "type"), count(counts.enums, "enumeration")])}`,
    `examples  ${list([count(counts.examples, "example"), count(counts.fixtures, "fixture"), count(counts.tests, "test")])}`,
    `findings  ${list([count(severity("error"), "error"), count(severity("warning"), "warning"), count(severity("info"), "hint")])}`,
    `read      ${understandingText(understood)}`,
  ];
}

/** `98.2% of 1,204 lines, 100.0% of 96 rows`; rounded down, so that a hundred per cent means all. */
export function understandingText({ lines, rows }: Understanding): string {
  const share = ({ all, understood }: Understanding["lines"], noun: string): string => {
    const percent = all === 0 ? 100 : Math.floor((understood / all) * 1000) / 10;
    return `${percent.toFixed(1)}% of ${count(all, noun)}`;
  };
  return list([share(lines, "line"), share(rows, "row")]);
}

/** What `generate` did to the output folder. */
export function writtenLine(difference: Difference, folder: string): string {
  const { missing, stale, edited, obsolete, unchanged } = difference;
  const written = missing.length + stale.length + edited.length;
  if (written + obsolete.length === 0) return `output    ${folder}: up to date, ${count(unchanged.length, "file")}`;
  return `output    ${folder}: ${count(written, "file")} written, ${obsolete.length} deleted, ${unchanged.length} unchanged`;
}

/** What `generate --check` found, one path a line, and the command that mends it. */
export function differenceLines(difference: Difference, folder: string, mend: string): string[] {
  const groups = [
    ["missing", difference.missing],
    ["stale", difference.stale],
    ["no longer generated", difference.obsolete],
    ["edited by hand", difference.edited],
    ["not docwright's", difference.foreign],
  ] as const;
  const named = groups.flatMap(([what, paths]) => paths.map((path) => `${folder}/${path}: ${what}`));
  const move =
    difference.foreign.length > 0
      ? ["Move what is not docwright's out of the folder first, or name it with --keep."]
      : [];
  return [...named, "", `${folder} is not what the docs say. To mend it:`, ...move, `  ${mend}`];
}

/** A bug of ours: what it struck, and the stack for the report. */
export function failureLines(failures: readonly Failure[]): string[] {
  return failures.flatMap(({ item, stage, stack }) => [
    `${item}: a bug in docwright kept this from being generated (${stage}); please report it.`,
    ...stackLines(stack),
  ]);
}

/** The stack of an exception, whose message may hold any text of a page. */
export function stackLines(stack: string): string[] {
  return stack.split("\n").map((line) => cut(line, STACK_LINE));
}

/** `path` relative to the current folder where it lies in it, with `/` on every system: short, and links in editors and CI logs work. */
export function shownPath(path: string): string {
  const way = relative(process.cwd(), path);
  return (way.startsWith("..") ? path : way || ".").split(sep).join("/");
}

/** Characters: the message of an exception may be as long as a page. */
const STACK_LINE = 500;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function list(parts: readonly string[]): string {
  return parts.join(", ");
}
