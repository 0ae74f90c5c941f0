/** Runs of inline text as facts: words, links, code spans, and the Markdown they were written in. */
import type { Nodes, Parents } from "mdast";
import { placeOf } from "./origin.js";
import type { Link, Prose } from "../page.js";

/** What prose needs to know of its page. */
export interface TextContext {
  readonly text: string;
  /** Targets of reference links by normalised identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Words of headings that the configuration adds, by the kind of their section. */
  readonly headings?: Readonly<Record<string, readonly string[]>> | undefined;
}

const SPACE = /[\s\u00a0]+/g;
const UNTIDY = /\s\s|[^\S ]|[\u200b\u200e\u200f\ufeff]|\]\[/;
const INVISIBLE = /[\u200b\u200e\u200f\ufeff]/g;
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
  readonly words: string[];
  readonly links: Link[];
  readonly code: string[];
  /** Reference links are written out, so that the Markdown stands without its page. */
  readonly replacements: { start: number; end: number; text: string }[];
}

/** Reads a paragraph, heading, cell, list or quotation. */
export function proseOf(node: Nodes, context: TextContext): Prose {
  const gathering: Gathering = { context, words: [], links: [], code: [], replacements: [] };
  gather(node, gathering);
  return {
    text: tidy(gathering.words.join("")),
    markdown: markdownOf(node, gathering),
    links: gathering.links,
    code: gathering.code,
    place: placeOfContent(node),
  };
}

/** Folds white space. Most texts have nothing to fold: looking first is cheaper. */
function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  return text.replace(INVISIBLE, "").replace(SPACE, " ").replace(DANGLING_REFERENCE, "$1").trim();
}

/** The words of a cell, cut where it breaks its lines (`<br/>`). */
export function linesOf(node: Nodes, context: TextContext): string[] {
  const gathering: Gathering = { context, words: [], links: [], code: [], replacements: [] };
  gather(node, gathering);
  const lines = gathering.words.join("").replace(INVISIBLE, "").split("\n");
  return lines.map((line) => line.replace(SPACE, " ").trim()).filter((line) => line !== "");
}

/** Words of a node alone. */
export function textOf(node: Nodes, context: TextContext): string {
  return proseOf(node, context).text;
}

function gather(node: Nodes, gathering: Gathering): void {
  const { words } = gathering;
  switch (node.type) {
    case "text":
      words.push(node.value);
      return;
    case "inlineCode":
      words.push(node.value);
      gathering.code.push(node.value.trim());
      return;
    case "break":
      words.push(" ");
      return;
    case "html":
      words.push(wordsOfHtml(node.value));
      return;
    case "image":
    case "imageReference":
      words.push(node.alt ?? "");
      return;
    case "code":
      words.push(" ", node.value, " ");
      return;
    case "link":
      gatherLink(node, node.url, gathering);
      return;
    case "linkReference": {
      const url = gathering.context.definitions.get(node.identifier);
      gatherLink(node, url ?? "", gathering);
      if (url !== undefined) writeOut(node, url, gathering);
      return;
    }
    default:
      if ("children" in node) gatherChildren(node, gathering);
  }
}

function gatherChildren(node: Parents, gathering: Gathering): void {
  for (const child of node.children) {
    gather(child, gathering);
    if (child.type === "paragraph" || child.type === "listItem" || child.type === "tableCell")
      gathering.words.push(" ");
  }
}

function gatherLink(node: Parents, url: string, gathering: Gathering): void {
  const before = gathering.words.length;
  gatherChildren(node, gathering);
  const text = gathering.words.slice(before).join("").replace(INVISIBLE, "").replace(SPACE, " ").trim();
  gathering.links.push({ text, url, place: placeOf(node) });
}

function writeOut(node: Parents, url: string, gathering: Gathering): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const label = rangeOfContent(node);
  if (start === undefined || end === undefined || label === undefined) return;
  const text = textAround(node, gathering.context).slice(label.start, label.end);
  gathering.replacements.push({ start, end, text: `[${text}](${url})` });
}

function wordsOfHtml(value: string): string {
  if (COMMENT.test(value)) return "";
  const name = HTML_NAME.exec(value)?.[1] ?? "";
  if (LINE_TAG.test(name)) return "\n";
  return KNOWN_TAG.test(name) ? " " : value;
}

function markdownOf(node: Nodes, { context, replacements }: Gathering): string {
  const range = rangeOfContent(node);
  if (range === undefined) return "";
  const source = textAround(node, context);
  let markdown = "";
  let from = range.start;
  for (const { start, end, text } of replacements) {
    if (start < from || end > range.end) continue;
    markdown += source.slice(from, start) + text;
    from = end;
  }
  markdown += source.slice(from, range.end);
  if (node.type === "tableCell") return markdown.replace(ESCAPED_PIPE, "|").trim();
  return markdown.replace(INCLUDE, "").replace(QUOTE_MARK, "\n").trim();
}

/** Headings, cells and paragraphs without their marks; other blocks from their first character on. */
function rangeOfContent(node: Nodes): { start: number; end: number } | undefined {
  const bare =
    node.type === "heading" || node.type === "tableCell" || node.type === "paragraph" || node.type === "linkReference";
  const first = bare && "children" in node ? node.children[0] : node;
  const last = bare && "children" in node ? node.children.at(-1) : node;
  const start = first?.position?.start.offset;
  const end = last?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function textAround(node: Nodes, context: TextContext): string {
  return node.data?.origin?.text ?? context.text;
}

function placeOfContent(node: Nodes): Prose["place"] {
  const bare = node.type === "heading" || node.type === "tableCell";
  const first = bare && "children" in node ? node.children[0] : undefined;
  return placeOf(first ?? node);
}
