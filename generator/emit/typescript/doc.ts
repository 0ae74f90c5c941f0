/** The page's words as doc comments. */
import { isAbsolute } from "../../shared/odata/url.js";
import type { Markdown } from "../../model/api.js";
import { posix } from "node:path";
import { comment, percentEncode } from "./encode.js";

const BACK_TICKS = /`+/gu;
const LINE_BREAK_TAG = /<br\s*\/?>|<\/?p>/giu;
const LIST_ITEM_TAG = /<li>/giu;
const LAYOUT_TAG =
  /<\/?(?:ul|ol|li|table|thead|tbody|tr|td|th|span|div|b|i|strong|em|u|sup|sub|font|a|img|code)(?:\s[^<>]*)?\/?>/giu;
/** A link; its parentheses may hold pairs of parentheses. */
const LINK = /(?<!!)\[([^[\]]*)\]\(((?:[^()[\]]|\([^()[\]]*\))*)\)/gu;
/** What stands in the parentheses of a link: an address, in angle brackets or not, and a title. */
const ADDRESS = /^<?([^\s<>]*)>?(?:\s+"[^"]*")?$/u;
const IMAGE = /!\[[^[\]]*\]\([^()]*(?:\([^()]*)?\)/gu;
const PAGE_EXTENSION = /\.md$/iu;
/** Browsers take `%2e%2e/` for `../`. */
const ENCODED_DOT = /%2e/giu;
/** What a link of a page cannot hold: anything but ASCII, and what would end the link or the tag around it. */
const NO_URL_CHARACTER = /[^!#-;=?-Z_a-z~]/gu;
/** In the name of a file no character has a meaning but the slash. */
const NO_FILE_CHARACTER = /[^\w.~/-]/gu;

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
  const linked = markdown.replace(IMAGE, "").replace(LINK, (all, label: string, inside: string) => {
    const url = ADDRESS.exec(inside.trim())?.[1];
    return url === undefined ? all : link(label, url, docsUrl);
  });
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
  for (const span of codeSpans(markdown)) {
    text += change(markdown.slice(end, span.start)) + markdown.slice(span.start, span.end);
    end = span.end;
  }
  return text + change(markdown.slice(end));
}

/** From a run of back-ticks to the next one that is as long; where none is, as many of its back-ticks open a span as another run can close. */
function codeSpans(markdown: string): readonly { readonly start: number; readonly end: number }[] {
  const runs = [...markdown.matchAll(BACK_TICKS)].map(({ 0: { length }, index }) => ({ length, end: index + length }));
  let longest = 0;
  const longestBehind = runs.toReversed().map(({ length }) => {
    const behind = longest;
    longest = Math.max(longest, length);
    return behind;
  });
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < runs.length; i++) {
    const opening = runs[i];
    const width = Math.min(opening?.length ?? 0, longestBehind.at(-1 - i) ?? 0);
    if (opening === undefined || width === 0) break;
    const start = opening.end - width;
    do i++;
    while ((runs[i]?.length ?? width) < width);
    spans.push({ start, end: runs[i]?.end ?? markdown.length });
  }
  return spans;
}

/** `{@link https://… }` where the docs are published, else the page's path. */
function pageLink(page: string, docsUrl: string | undefined): string {
  return docsUrl === undefined ? comment(page) : `{@link ${publishedFile(page, docsUrl)}}`;
}

function link(label: string, url: string, docsUrl: string | undefined): string {
  const target = isAbsolute(url)
    ? url
    : docsUrl === undefined || url === "" || url.startsWith("#")
      ? undefined
      : publishedPage(url, docsUrl);
  const text = label.trim();
  return target === undefined || text === "" ? label || url : `[${text}](${percentEncode(target, NO_URL_CHARACTER)})`;
}

/** Address of what a link on a page leads to, which stays below `docsUrl`. */
export function publishedPage(link: string, docsUrl: string): string {
  const [path = "", anchor] = link.split("#", 2);
  const below = posix.normalize(`/${path.replace(ENCODED_DOT, ".")}`);
  const url = `${withoutSlash(docsUrl)}${below.replace(PAGE_EXTENSION, "")}${anchor === undefined ? "" : `#${anchor}`}`;
  return percentEncode(url, NO_URL_CHARACTER).replaceAll("*/", "*%2F");
}

/** Address of the page that lies at `path` in the docs. */
export function publishedFile(path: string, docsUrl: string): string {
  return `${withoutSlash(docsUrl)}/${percentEncode(path.replace(PAGE_EXTENSION, ""), NO_FILE_CHARACTER)}`;
}

function withoutSlash(docsUrl: string): string {
  return docsUrl.replace(/(?<!\/)\/+$/u, "");
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
