/** Inline Markdown as runs, and what most readers ask for: the words alone. */
import type { Nodes, Parents, Table } from "mdast";
import { folded, rawWords, runsBetween, type Run, type TextRun } from "../../shared/runs.js";
import { placeOf } from "./origin.js";
import type { Prose } from "../page.js";

/** What prose needs to know of its page. */
export interface TextContext {
  readonly text: string;
  /** Targets of reference links by normalised identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Words of headings that the configuration adds, by the kind of their section. */
  readonly headings?: Readonly<Record<string, readonly string[]>> | undefined;
}

const HTML_NAME = /^<\/?([a-z][a-z0-9]*)\b/i;
const COMMENT = /^<!--/;
const KNOWN_TAG =
  /^(?:a|b|big|blockquote|br|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)$/i;
const LINE_TAG = /^(?:br|p|li)$/i;
/** `[user][]` whose definition is missing stays plain text: its words are what stands in the brackets. */
const DANGLING_REFERENCE = /\[([^\][]+)\]\[[^\][]*\]/g;
const INCLUDE = /\[!INCLUDE\s*\[[^\][]*\]\([^()]*\)\]/gi;
const QUOTE_MARK = /\n[ \t]*>[ \t]?/g;
const ESCAPED_PIPE = /\\\|/g;

interface Gathering {
  readonly context: TextContext;
  readonly source: string;
  readonly isCell: boolean;
  readonly runs: Run[];
  /** Offset up to which the source is part of the runs. */
  at: number;
}

/** Reads a paragraph, heading, cell, list or quotation. */
export function proseOf(node: Nodes, context: TextContext): Prose {
  const runs = runsOf(node, context);
  return { text: wordsOf(runs), runs, place: placeOfContent(node) };
}

/** The words of runs, as all of the reader takes them. */
export function wordsOf(runs: readonly Run[]): string {
  const words = folded(rawWords(runs));
  return words.includes("][") ? words.replace(DANGLING_REFERENCE, "$1") : words;
}

/** The words of a cell, cut where it breaks its lines (`<br/>`). */
export function linesOf(node: Nodes, context: TextContext): string[] {
  return rawWords(runsOf(node, context))
    .split("\n")
    .map(folded)
    .filter((line) => line !== "");
}

/** Prose without the words that it begins with, where these match. */
export function proseAfter(prose: Prose, beginning: RegExp): Prose {
  const words = rawWords(prose.runs);
  const length = beginning.exec(words)?.[0].length;
  if (length === undefined) return prose;
  const runs = runsBetween(prose.runs, length);
  return { ...prose, runs, text: wordsOf(runs) };
}

/** Words of a node alone. */
export function textOf(node: Nodes, context: TextContext): string {
  return wordsOf(runsOf(node, context));
}

/** Words of the cells in the header of a table. */
export function headerOf({ children: [header] }: Table, context: TextContext): readonly string[] {
  return header?.children.map((cell) => textOf(cell, context)) ?? [];
}

function runsOf(node: Nodes, context: TextContext): readonly Run[] {
  const { start, end } = rangeOfContent(node, context);
  const isCell = node.type === "tableCell";
  const gathering = { context, source: sourceOf(node, context), isCell, runs: [], at: start };
  gather(node, gathering);
  if (gathering.source.slice(gathering.at, end).trim() !== "") pushGap(end, gathering);
  return gathering.runs;
}

function sourceOf(node: Nodes, { text }: TextContext): string {
  return node.data?.origin?.text ?? text;
}

/** Headings, cells and paragraphs without their marks, and without what is included at either end; other blocks from their first character on. */
function rangeOfContent(node: Nodes, context: TextContext): { readonly start: number; readonly end: number } {
  const bare = node.type === "heading" || node.type === "tableCell" || node.type === "paragraph";
  const source = sourceOf(node, context);
  const own = bare ? node.children.filter((child) => sourceOf(child, context) === source) : [node];
  return { start: own[0]?.position?.start.offset ?? 0, end: own.at(-1)?.position?.end.offset ?? 0 };
}

function gather(node: Nodes, gathering: Gathering): void {
  switch (node.type) {
    case "text":
      return push("text", node.value, node, gathering);
    case "break":
      return push("break", "\n", node, gathering);
    case "html":
      return pushHtml(node, gathering);
    case "image":
    case "imageReference":
      return push("image", node.alt ?? "", node, gathering);
    case "inlineCode":
      return pushCode(node.value, node, gathering);
    case "code":
      return pushCode(` ${node.value} `, node, gathering);
    case "link":
      return pushLink(node, node.url, gathering);
    case "linkReference":
      return pushLink(node, gathering.context.definitions.get(node.identifier) ?? "", gathering);
    case "strong":
    case "emphasis":
      return pushEmphasis(node, gathering);
    default:
      if (!("children" in node)) return;
      for (const child of node.children) {
        gather(child, gathering);
        if (child.type === "paragraph" || child.type === "listItem" || child.type === "tableCell")
          gathering.runs.push({ kind: "text", text: " ", written: "" });
      }
  }
}

function push(kind: TextRun["kind"], text: string, node: Nodes, gathering: Gathering): void {
  const written = writtenOf(node, gathering);
  const place = placeOf(node);
  gathering.runs.push(written === text ? { kind, text, place } : { kind, text, written, place });
}

function pushCode(text: string, node: Nodes, gathering: Gathering): void {
  const written = writtenOf(node, gathering);
  const place = placeOf(node);
  const isPlain = written === `\`${text}\``;
  gathering.runs.push({ kind: "code", text, ...(!isPlain && { written }), place });
}

function pushHtml(node: Nodes & { type: "html" }, gathering: Gathering): void {
  const { value } = node;
  const name = HTML_NAME.exec(value)?.[1] ?? "";
  // comments are no words: what stands there is said to nobody
  if (COMMENT.test(value)) writtenOf(node, gathering);
  else if (LINE_TAG.test(name)) push("break", "\n", node, gathering);
  else push("text", KNOWN_TAG.test(name) ? " " : value, node, gathering);
}

function pushLink(node: Nodes & { type: "link" | "linkReference" }, url: string, gathering: Gathering): void {
  writtenOf(node, gathering);
  gathering.runs.push({ kind: "link", url, runs: inner(node, gathering), place: placeOf(node) });
}

function pushEmphasis(node: Nodes & { type: "strong" | "emphasis" }, gathering: Gathering): void {
  const mark = writtenOf(node, gathering).slice(0, node.type === "strong" ? 2 : 1);
  gathering.runs.push({ kind: "emphasis", mark, runs: inner(node, gathering), place: placeOf(node) });
}

/** What stands within a run, without the marks around it. */
function inner(node: Parents, { context, isCell }: Gathering): Run[] {
  const at = node.children[0]?.position?.start.offset ?? 0;
  const gathering: Gathering = { context, source: sourceOf(node, context), isCell, runs: [], at };
  for (const child of node.children) gather(child, gathering);
  pushGap(node.children.at(-1)?.position?.end.offset ?? 0, gathering);
  return gathering.runs;
}

/** A node as it stands in its source, after what stands before it: marks of lists and quotations, indentation. */
function writtenOf(node: Nodes, gathering: Gathering): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const source = sourceOf(node, gathering.context);
  // what was included within a line stands in a file of its own
  if (source === gathering.source) {
    pushGap(start, gathering);
    gathering.at = end;
  }
  return clean(source.slice(start, end), gathering);
}

function pushGap(to: number, gathering: Gathering): void {
  const { at, source, runs } = gathering;
  if (to <= at) return;
  const written = clean(source.slice(at, to), gathering).replace(INCLUDE, "");
  if (written !== "") runs.push({ kind: "text", text: "", written });
  gathering.at = to;
}

function clean(written: string, { isCell }: Gathering): string {
  if (isCell) return written.includes("\\|") ? written.replace(ESCAPED_PIPE, "|") : written;
  return written.includes("\n") ? written.replace(QUOTE_MARK, "\n") : written;
}

function placeOfContent(node: Nodes): Prose["place"] {
  const bare = node.type === "heading" || node.type === "tableCell";
  const first = bare && "children" in node ? node.children[0] : undefined;
  return placeOf(first ?? node);
}
