/** The page's words as doc comments. */
import { isAbsolute } from "../shared/odata/url.js";
import type { Markdown } from "../model/api.js";
import { comment } from "./encode.js";

const CODE_SPAN = /(`+)[^`].*?\1(?!`)/gsu;
const LINE_BREAK_TAG = /<br\s*\/?>|<\/?p>/giu;
const LIST_ITEM_TAG = /<li>/giu;
const LAYOUT_TAG =
  /<\/?(?:ul|ol|li|table|thead|tbody|tr|td|th|span|div|b|i|strong|em|u|sup|sub|font|a|img|code)(?:\s[^<>]*)?\/?>/giu;
const LINK = /(?<!!)\[([^\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+"[^"]*")?\s*\)/gu;
const IMAGE = /!\[[^\]]*\]\([^)]*\)/gu;
const PAGE_EXTENSION = /\.md$/iu;
const NO_URL_CHARACTER = /[\s{}|\\^`<>"]/gu;

/** Columns of text in a comment, so that lines stay within the package's line width. */
const WIDTH = 112;

export interface Doc {
  readonly description: Markdown;
  /** Further paragraphs. */
  readonly notes?: readonly Markdown[];
  readonly deprecated?: Markdown | undefined;
  /** Path of the page that says so. */
  readonly page?: string | undefined;
}

/** Content of a doc comment for ts-morph; none when there is nothing to say. One line stays one line. */
export function docs(doc: Doc, docsUrl: string | undefined): string[] {
  const paragraphs = [words(doc.description, docsUrl), ...(doc.notes ?? []).map((note) => words(note, docsUrl))].filter(
    (text) => text !== "",
  );
  const tags = [
    ...(doc.deprecated === undefined
      ? []
      : [`@deprecated ${words(doc.deprecated, docsUrl).replaceAll("\n", " ")}`.trim()]),
    ...(doc.page === undefined ? [] : [`@see ${pageLink(doc.page, docsUrl)}`]),
  ];
  const blocks = [...paragraphs.map(wrap), ...(tags.length === 0 ? [] : [tags.join("\n")])];
  if (blocks.length === 0) return [];
  const text = blocks.join("\n\n");
  return [text.includes("\n") ? `\n${text}` : text];
}

/** Markdown for the inside of a comment: links of the docs become words or links to the published page, layout tags line breaks. */
export function words(markdown: Markdown, docsUrl: string | undefined): string {
  const linked = markdown
    .replace(IMAGE, "")
    .replace(LINK, (_, label: string, url: string) => link(label, url, docsUrl));
  const text = outsideCode(linked, (prose) =>
    prose.replace(LINE_BREAK_TAG, "\n").replace(LIST_ITEM_TAG, "\n- ").replace(LAYOUT_TAG, ""),
  );
  return comment(text)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** What stands between back-ticks stays as it is: `<IMG src="…">`. */
function outsideCode(markdown: Markdown, change: (prose: string) => string): string {
  let text = "";
  let end = 0;
  for (const span of markdown.matchAll(CODE_SPAN)) {
    text += change(markdown.slice(end, span.index)) + span[0];
    end = span.index + span[0].length;
  }
  return text + change(markdown.slice(end));
}

/** `{@link https://… }` where the docs are published, else the page's path. */
function pageLink(page: string, docsUrl: string | undefined): string {
  return docsUrl === undefined ? comment(page) : `{@link ${publishedPage(page, docsUrl)}}`;
}

function link(label: string, url: string, docsUrl: string | undefined): string {
  const target = isAbsolute(url)
    ? url
    : docsUrl === undefined || url === "" || url.startsWith("#")
      ? undefined
      : publishedPage(url, docsUrl);
  return target === undefined || label === ""
    ? label || url
    : `[${label}](${target.replace(NO_URL_CHARACTER, encodeURIComponent)})`;
}

/** Address of a page of the docs. */
export function publishedPage(page: string, docsUrl: string): string {
  const [path = "", anchor] = page.split("#", 2);
  const url = `${docsUrl.replace(/\/+$/u, "")}/${path.replace(PAGE_EXTENSION, "")}${anchor === undefined ? "" : `#${anchor}`}`;
  return url.replace(NO_URL_CHARACTER, encodeURIComponent).replaceAll("*/", "*%2F");
}

function wrap(text: string): string {
  return comment(text.split("\n").flatMap(wrapLine).join("\n"));
}

function wrapLine(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + word.length >= WIDTH && !startsBlock(word)) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** At the start of a line these would begin a list or a heading, or escape a tag for a second time. */
function startsBlock(word: string): boolean {
  return /^(?:[-+*#>|]|\d+[.)]$|@)/u.test(word);
}
