/** The page's words as doc comments. */
import { isAbsolute } from "../../shared/odata/url.js";
import { said, writtenRun, type Run } from "../../shared/runs.js";
import type { Words } from "../../model/api.js";
import { posix } from "node:path";
import { comment, percentEncode } from "./encode.js";

// What the page escapes is no tag.
const LINE_BREAK_TAG = /(?<!\\)(?:<br\s*\/?>|<\/?p>)/giu;
const LIST_ITEM_TAG = /(?<!\\)<li>/giu;
const LAYOUT_TAG =
  /(?<!\\)<\/?(?:ul|ol|li|table|thead|tbody|tr|td|th|span|div|b|i|strong|em|u|sup|sub|font|a|img|code)(?:\s[^<>]*)?\/?>/giu;
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
  readonly description: Words;
  /** Further paragraphs, Markdown already. */
  readonly notes?: readonly string[];
  readonly deprecated?: string | undefined;
  /** Path of the page that says so. */
  readonly page?: string | undefined;
}

/** Content of a doc comment for ts-morph; none when there is nothing to say. One line stays one line. */
export function docs(doc: Doc, docsUrl: string | undefined): string[] {
  const paragraphs = [docText(doc.description, docsUrl), ...(doc.notes ?? []).map(tidy)].filter((text) => text !== "");
  const tags = [
    ...(doc.deprecated === undefined
      ? []
      : [`@deprecated ${docText(said(doc.deprecated), docsUrl).replaceAll("\n", " ")}`.trim()]),
    ...(doc.page === undefined ? [] : [`@see ${pageLink(doc.page, docsUrl)}`]),
  ];
  const blocks = [...paragraphs.map(wrap), ...(tags.length === 0 ? [] : [tags.join("\n")])];
  if (blocks.length === 0) return [];
  const text = blocks.join("\n\n");
  return [text.includes("\n") ? `\n${text}` : text];
}

/** Markdown for the inside of a comment: links of the docs become words or links to the published page, layout tags line breaks. */
export function docText(runs: Words, docsUrl: string | undefined): string {
  return tidy(printedRuns(runs, docsUrl));
}

function printedRuns(runs: readonly Run[], docsUrl: string | undefined): string {
  return runs.map((run) => printedRun(run, docsUrl)).join("");
}

function printedRun(run: Run, docsUrl: string | undefined): string {
  switch (run.kind) {
    case "link":
      return link(printedRuns(run.runs, docsUrl), run.url, docsUrl);
    case "emphasis":
      return `${run.mark}${printedRuns(run.runs, docsUrl)}${run.mark}`;
    case "image":
      return "";
    case "code":
      return writtenRun(run);
    default:
      return withoutLayout(writtenRun(run));
  }
}

/** Line breaks and items of lists as Markdown has them; other tags of layout are left out. */
export function withoutLayout(markdown: string): string {
  return markdown.replace(LINE_BREAK_TAG, "\n").replace(LIST_ITEM_TAG, "\n- ").replace(LAYOUT_TAG, "");
}

function tidy(markdown: string): string {
  return comment(markdown)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
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
  if (target === undefined || text === "") return label || url;
  const address = percentEncode(target, NO_URL_CHARACTER);
  return text === target ? `<${address}>` : `[${text}](${address})`;
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
      lines.push(current.trimEnd());
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current.trimEnd()];
}

/** At the start of a line these would begin a list or a heading, or escape a tag for a second time. */
function startsBlock(word: string): boolean {
  return /^(?:[-+*#>|]|\d+[.)]$|@)/u.test(word);
}
