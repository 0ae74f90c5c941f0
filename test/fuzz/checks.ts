/** What must hold for a package and for what is printed about it, whatever the pages hold. Each check looks at one thing and names it. */
import { ts } from "ts-morph";
import type { OutputFile } from "../../generator/shared/output-file.js";
import { findingLines, summaryLines } from "../../generator/cli/report.js";
import type { Generated } from "../../generator/result.js";
import { createTerminal, type Line } from "../../generator/cli/terminal.js";
import { failure, type Failure } from "./failure.js";
import { marker } from "./mutators/hostile.js";

/** Longest name that file systems take, in bytes. */
const longestName = 255;
const oddInPath = /[\u0000-\u001f\u007f-\u009f<>:"|?*\\]|\p{Surrogate}/u;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Each path stays in the package, can be written on every system, and stands for one file. */
export function checkPaths(files: readonly OutputFile[]): Failure[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const twin = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    const flaw = twin === undefined ? flawOf(path) : `is ${JSON.stringify(twin)} where case does not count`;
    return flaw === undefined ? [] : [failure("path", `"path" ${flaw}`, `${JSON.stringify(path)} ${flaw}`)];
  });
}

function flawOf(path: string): string | undefined {
  const segments = path.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) return "leads elsewhere";
  if (oddInPath.test(path)) return "holds what no file name should";
  if (segments.some((segment) => Buffer.byteLength(segment) > longestName)) return "is too long";
  return segments.some((segment) => device.test(segment)) ? "is a device on Windows" : undefined;
}

/** What was planted stays text: no module has it as code. Those of the runtime are ours and hold no text of a page. */
export function checkCode(files: readonly OutputFile[]): Failure[] {
  return files.flatMap(({ path, content }) => {
    const planted = path.endsWith(".ts") && content.includes(marker) ? codeOf(path, content) : undefined;
    return planted === undefined ? [] : [failure("injection", "text of a page is code", `${path}: ${planted}`)];
  });
}

/** The first piece of code that works with `globalThis`, as all that is planted does. */
function codeOf(path: string, content: string): string | undefined {
  const file = ts.createSourceFile(path, content, ts.ScriptTarget.ES2022, true);
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isIdentifier(node) && node.text === "globalThis" && ts.isPropertyAccessExpression(node.parent)
      ? node.parent
      : ts.forEachChild(node, find);
  return find(file)?.getText();
}

const commandLine = /^\s*(?:::|##\[)/;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/u;

/** Nothing that is printed can command a terminal or a CI. */
export function checkPrinted({ root, ...made }: Generated): Failure[] {
  const summary = checkLines(printed(summaryLines(made)));
  const told = made.findings.flatMap((each) => {
    const lines = printed(findingLines([each], root));
    return checkLines(lines).map((found): Failure => ({ ...found, page: each.page }));
  });
  return [...summary, ...told];
}

function printed(lines: readonly Line[]): string {
  let text = "";
  const sink = { write: (more: string) => (text += more) };
  createTerminal(sink, sink, { NO_COLOR: "1" }).print(lines);
  return text;
}

/** What stands in an output, line by line. */
export function checkLines(printed: string): Failure[] {
  return printed.split("\n").flatMap((line) => {
    const flaw = flawOfLine(line);
    return flaw === undefined ? [] : [failure("print", `a line ${flaw} ${ruleOf(line)}`, JSON.stringify(line))];
  });
}

function flawOfLine(line: string): string | undefined {
  if (commandLine.test(line)) return "begins with a command";
  return control.test(line) ? "holds a control character" : undefined;
}

function ruleOf(line: string): string {
  return /\(([\w-]+)\)$/.exec(line)?.[0] ?? "";
}
