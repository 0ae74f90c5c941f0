/** Inline text as runs. Words, links, code spans and Markdown are derived from them here, and nowhere parsed again. */
import type { Place } from "./place.js";

interface Placed {
  /** Absent on marks between runs, and on words that left their page. */
  readonly place?: Place;
}

/** The runs of a text one behind the other are all of it. `written`: as it stands on the page, where that is more or less than the words. */
export type Run = LinkRun | CodeRun | EmphasisRun | TextRun;

export interface LinkRun extends Placed {
  readonly kind: "link";
  /** The target, entities decoded: relative, absolute or `#anchor`; of a reference that of its definition. */
  readonly url: string;
  readonly runs: readonly Run[];
}

export interface CodeRun extends Placed {
  readonly kind: "code";
  /** Without back-ticks. */
  readonly text: string;
  readonly written?: string;
}

export interface EmphasisRun extends Placed {
  readonly kind: "emphasis";
  /** What stands on both sides of it: `**`, `_`. */
  readonly mark: string;
  readonly runs: readonly Run[];
}

/** `break`: a line break, also as a tag. The text of an `image` is what stands for it. */
export interface TextRun extends Placed {
  readonly kind: "text" | "break" | "image";
  readonly text: string;
  readonly written?: string;
}

/** The words of a link, and where it leads: `[message](../resources/message.md#properties)`, or a resolved reference link. */
export interface Link {
  readonly text: string;
  /** See `LinkRun`. */
  readonly url: string;
  readonly place: Place;
}

/** A text of runs: a cell, a paragraph, a heading. */
export interface Prose {
  /** Words only: links and code by their text, mark-up and HTML tags dropped, white space folded and trimmed. Made from the runs. */
  readonly text: string;
  readonly runs: readonly Run[];
  readonly place: Place;
}

const SPACE = /[\s\u00a0]+/g;
const UNTIDY = /\s\s|[^\S ]|[\u200b\u200e\u200f\ufeff]/;
const INVISIBLE = /[\u200b\u200e\u200f\ufeff]/g;
const NEEDS_BRACKETS = /[\s<>]|\([^()]*$|^[^()]*\)/;

/** Words that docwright says itself. */
export function said(text: string): readonly Run[] {
  return text === "" ? [] : [{ kind: "text", text }];
}

/** A name, in code. */
export function code(text: string): CodeRun {
  return { kind: "code", text };
}

/** The words alone; white space is as it was written. */
export function rawWords(runs: readonly Run[]): string {
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return "runs" in only ? rawWords(only.runs) : only.text;
  let words = "";
  for (const run of runs) words += "runs" in run ? rawWords(run.runs) : run.text;
  return words;
}

/** Words with white space folded and trimmed. Most texts have nothing to fold: looking first is cheaper. */
export function folded(text: string): string {
  return UNTIDY.test(text) ? text.replace(INVISIBLE, "").replace(SPACE, " ").trim() : text.trim();
}

/** All runs, also those within others. */
export function allRuns(runs: readonly Run[]): readonly Run[] {
  return runs.some((run) => "runs" in run)
    ? runs.flatMap((run) => ("runs" in run ? [run, ...allRuns(run.runs)] : [run]))
    : runs;
}

/** The same without emphasis: what it holds stands in its place. */
function plainRuns(runs: readonly Run[]): readonly Exclude<Run, EmphasisRun>[] {
  return runs.flatMap((run) => (run.kind === "emphasis" ? plainRuns(run.runs) : [run]));
}

export function linksOf({ runs, place }: Prose): readonly Link[] {
  return allRuns(runs).flatMap((run) => (run.kind === "link" ? [linkOf(run, place)] : []));
}

/** `around`: where its text stands. */
function linkOf({ runs, url, place }: LinkRun, around: Place): Link {
  return { text: folded(rawWords(runs)), url, place: place ?? around };
}

/** Code spans in order, without back-ticks and the blanks inside of them. */
export function codeOf({ runs }: Prose): readonly string[] {
  return allRuns(runs).flatMap((run) => (run.kind === "code" ? [run.text.trim()] : []));
}

/** What of a text something was made of, and the words before, between and behind: the first is between the first and the second of the words. */
export interface Cut<T> {
  readonly words: readonly string[];
  readonly found: readonly T[];
}

/** Cuts a text at the links that `meant` makes something of. */
export function cutAtLinks<T>({ runs, place }: Prose, meant: (link: Link) => T | undefined): Cut<T> {
  return cutAt(plainRuns(runs), (run) => (run.kind === "link" ? meant(linkOf(run, place)) : undefined));
}

/** Cuts a text at its code spans, also at those in links. */
export function cutAtCode({ runs }: Prose): Cut<string> {
  const leaves = allRuns(runs).filter((run) => !("runs" in run));
  return cutAt(leaves, (run) => (run.kind === "code" ? run.text : undefined));
}

function cutAt<R extends Run, T>(runs: readonly R[], meant: (run: R) => T | undefined): Cut<T> {
  const words = [""];
  const found: T[] = [];
  for (const run of runs) {
    const made = meant(run);
    if (made === undefined) words.push(`${words.pop()}${rawWords([run])}`);
    else {
      found.push(made);
      words.push("");
    }
  }
  return { words, found };
}

/** Where a word stands, if it stands in one place only, and as it is. */
export function placeOfWord(word: string, { runs }: Prose): Place | undefined {
  const holding = allRuns(runs).filter((run) => !("runs" in run) && run.text.includes(word));
  const [run] = holding;
  if (run?.place === undefined || "runs" in run || run.written !== undefined || holding.length > 1) return undefined;
  const at = run.text.indexOf(word);
  if (run.text.includes("\n") || run.text.includes(word, at + 1)) return undefined;
  return { ...run.place, column: run.place.column + at + (run.kind === "code" ? 1 : 0) };
}

/** As written, but links alike: a reference with its target, and no titles. */
export function markdownOf(runs: readonly Run[]): string {
  return written(runs).trim();
}

function written(runs: readonly Run[]): string {
  let markdown = "";
  for (const run of runs) markdown += writtenRun(run);
  return markdown;
}

/** One run as Markdown. */
export function writtenRun(run: Run): string {
  switch (run.kind) {
    case "link":
      return linkTo(written(run.runs), run.url);
    case "emphasis":
      return `${run.mark}${written(run.runs)}${run.mark}`;
    case "code":
      return run.written ?? `\`${run.text}\``;
    default:
      return run.written ?? run.text;
  }
}

/** A link in Markdown; an address that stands for itself is one without words. */
function linkTo(label: string, url: string): string {
  if (label === url && url.includes(":")) return `<${url}>`;
  return `[${label}](${NEEDS_BRACKETS.test(url) ? `<${url}>` : url})`;
}

/** The runs with their words from one offset up to another; a mark stands with what follows it. */
export function runsBetween(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): readonly Run[] {
  let end = 0;
  return runs.flatMap((run): Run[] => {
    const start = end;
    end += rawWords([run]).length;
    if (start >= from && end <= to && start < to) return [run];
    if (end <= from || start >= to) return [];
    if ("runs" in run) return [{ ...run, runs: runsBetween(run.runs, from - start, to - start) }];
    const { written: _written, ...own } = run;
    return [{ ...own, text: run.text.slice(Math.max(0, from - start), to - start) }];
  });
}
