/** The words of pages as they go on: runs without places, whose relative links name a page of the docs. */
import type { Page, Prose } from "../read/page.js";
import { resolvePath } from "../shared/page-path.js";
import type { Run } from "../shared/runs.js";
import type { Words } from "./api.js";

const TARGET = /^([^\s#]+)(#\S*)?/;
const PAGE_EXTENSION = ".md";
const BETWEEN: Run = { kind: "break", text: "\n", written: "\n\n" };

/** What paragraphs say; links to pages lead to paths relative to the docs root. */
export function saidBy(paragraphs: readonly Prose[], page: Page): Words {
  return paragraphs.flatMap(({ runs }, index) => [
    ...(index === 0 ? [] : [BETWEEN]),
    ...runs.map((run) => onward(run, page.path)),
  ]);
}

function onward({ place: _place, ...run }: Run, path: string): Run {
  if (!("runs" in run)) return run;
  const runs = run.runs.map((inner) => onward(inner, path));
  return run.kind === "link" ? { ...run, runs, url: targetFrom(path, run.url) } : { ...run, runs };
}

function targetFrom(path: string, url: string): string {
  const [, whole = "", anchor = ""] = TARGET.exec(url) ?? [];
  const end = whole.toLowerCase().lastIndexOf(PAGE_EXTENSION) + PAGE_EXTENSION.length;
  if (end <= PAGE_EXTENSION.length) return url;
  const target = whole.slice(0, end);
  const rest = end === whole.length ? anchor : "";
  if (target.startsWith("/") || /^[a-z]+:/i.test(target)) return `${target}${rest}`;
  return `${resolvePath(path, target.slice(0, -PAGE_EXTENSION.length))}${PAGE_EXTENSION}${rest}`;
}
