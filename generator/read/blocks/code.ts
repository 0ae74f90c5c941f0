/** Fences as facts, and what else on a page holds request lines: each becomes the code of a fence, so that one reader reads all forms. */
import type { BlockContent, Blockquote, Code, Paragraph, Table, TableCell, TableRow } from "mdast";
import { ADDRESS_LABEL, columnWords, METHOD_LABEL } from "../../dialect/column-words.js";
import { httpOfCurl } from "./curl.js";
import { requestsOn, wholeLines } from "./http.js";
import { placeInFence, placeOf } from "../markdown/origin.js";
import type { TextContext } from "../markdown/prose.js";
import { textOf } from "../markdown/prose.js";
import type { CodeBlock } from "../page.js";
import { isAbsolute } from "../../shared/odata/url.js";
import type { Place } from "../../shared/place.js";

const HTTP_VERSION = / HTTP\/\d(?:\.\d)?$/i;
const LONE_METHOD = /^(?:get|post|put|patch|delete|head|options|merge)$/i;
const MARKS = /[`*_]/g;
const TITLE_MARKS = /[`*]/g;
/** `List loans [GET /loans]`, `Get a loan: GET /loans/{id}`, `Get a loan % GET /loans/{id}`: the words, and the request behind them. */
const WORDED = /^(\S.*?\w\)?) ?([[(:|%–—-]) ?((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:\/|http)\S*)$/;
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ["[", /\]$/],
  ["(", /\)$/],
]);
const PAIR_MARKS = /[`*:]/g;
/** A value that is a method. */
export const METHODS_ONLY = /^\W?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\W?$/;
/** The end of a sentence and of its line; the end of a line, and what begins a sentence. */
const SENTENCE_AND_BREAK = /[.:!?]\n$/;
const BREAK_AND_SENTENCE = /^\n[\p{Lu}]/u;
const WHOLE_REQUEST = /^[A-Z]+ (?:\/|http)/;
const WHITE_SPACE = /\s/;
const MARKDOWN_PAGE = /\.md(?:[#?]|$)/i;

/** A fence as a fact; a command of curl as the message that it sends. */
export function codeBlock(node: Code): CodeBlock {
  const annotation = node.data?.annotation;
  const language = (node.lang ?? "").toLowerCase();
  const text = httpOfCurl(node.value) ?? wholeLines(node.value);
  return { language, text, place: placeInFence(node), ...(annotation !== undefined && { annotation }) };
}

/**
 * The request lines that a block consists of: those of a fence, `| Method | Request URI |` with a row each, or a paragraph that is nothing but
 * a request in code. undefined for all else, and for a call to an address that was handed out, which is an example at most.
 */
export function requestCode(node: BlockContent, context: TextContext): CodeBlock | undefined {
  if (node.type === "code") return isToHandedOut(node) ? undefined : codeBlock(node);
  const text =
    node.type === "table"
      ? requestRows(node, context)
      : node.type === "paragraph"
        ? requestLine(node, context)
        : node.type === "blockquote"
          ? quotedRequest(node, context)
          : "";
  return text === "" ? undefined : asCode(text, placeOf(node));
}

/** `PUT https://sn3302.up.example.com/up/fe6987`, annotated `"opaqueUrl": true`: an earlier answer told where to send it. */
export function isToHandedOut(node: BlockContent): boolean {
  return node.type === "code" && node.data?.annotation?.opaqueUrl === true;
}

function asCode(text: string, place: Place): CodeBlock {
  return { language: "text", text, place };
}

/** Each row in the line in which it stands. */
function requestRows(table: Table, context: TextContext): string {
  const top = placeOf(table).line;
  const lines: string[] = [];
  for (const { line, place } of rowsWithRequests(table, context))
    if (requestsOn(line).length > 0) lines[place.line - top] = line;
  return Array.from(lines, (line) => line ?? "").join("\n");
}

/** The rows of such a table that say something else, which the writer meant as requests. */
export function rowsWithoutRequest(table: Table, context: TextContext): readonly { line: string; place: Place }[] {
  return rowsWithRequests(table, context).filter(({ line }) => line !== "" && requestsOn(line).length === 0);
}

function rowsWithRequests(table: Table, context: TextContext): readonly { line: string; place: Place }[] {
  const [header, ...rows] = table.children;
  const columns = header?.children.map((cell) => textOf(cell, context).replace(MARKS, "")) ?? [];
  const method = columns.findIndex((column) => columnWords.httpMethod.test(column));
  const address = columns.findIndex((column, index) => index !== method && columnWords.address.test(column));
  if (method < 0) return requestInPairs(table, context);
  if (address >= 0)
    return isOverview(rows, [method, address]) ? [] : rows.map((row) => rowLine(row, [method, address], context));
  // whatever the other column is called, where each of its cells is an address it is one of addresses
  const lines = columns.length === 2 ? rows.map((row) => rowLine(row, [method, 1 - method], context)) : [];
  const isAddresses = lines.length > 0 && lines.every(({ line }) => requestsOn(line).length > 0);
  return isAddresses ? lines : requestInPairs(table, context);
}

/** Rows that each lead to another page, which is about the call: "[Free a berth](free-a-berth.md)" beside method and address. */
function isOverview(rows: readonly TableRow[], own: readonly number[]): boolean {
  return (
    rows.length > 0 && rows.every(({ children }) => children.some((cell, at) => !own.includes(at) && isLink(cell)))
  );
}

function isLink({ children }: TableCell): boolean {
  const [link, ...others] = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  return link?.type === "link" && others.length === 0 && MARKDOWN_PAGE.test(link.url) && !isAbsolute(link.url);
}

function rowLine(row: TableRow, columns: readonly number[], context: TextContext): { line: string; place: Place } {
  const [method = "", ...rest] = columns.map((at) => {
    const cell = row.children[at];
    return cell === undefined ? "" : textOf(cell, context);
  });
  // in a column of methods `Delete` is one, whatever follows
  const written = LONE_METHOD.test(method.trim()) ? method.toUpperCase() : method;
  return { line: [written, ...rest].join(" ").trim(), place: placeOf(row) };
}

/** `| Method | POST |` and `| URL | /loans |` as rows of one table. */
function requestInPairs(table: Table, context: TextContext): readonly { line: string; place: Place }[] {
  const pairs = table.children.map((row) => ({
    row,
    words: row.children.map((cell, index) =>
      textOf(cell, context)
        .replace(index === 0 ? PAIR_MARKS : "", "")
        .trim(),
    ),
  }));
  if (pairs.some(({ words }) => words.length !== 2)) return [];
  const valueOf = (word: RegExp): (typeof pairs)[number] | undefined =>
    pairs.find(({ words }) => word.test(words[0] ?? ""));
  const [method, address] = [valueOf(METHOD_LABEL), valueOf(ADDRESS_LABEL)];
  const line = [method?.words[1] ?? "", address?.words[1] ?? ""].join(" ");
  return method === undefined || address === undefined || requestsOn(line).length === 0
    ? []
    : [{ line, place: placeOf(address.row) }];
}

/** All of a paragraph, or the code that its last sentence leads to: "It is called so: `POST /berths/{id}/free`". */
function requestLine(paragraph: Paragraph, context: TextContext): string {
  if (!paragraph.children.some(({ type }) => type === "inlineCode" || type === "strong")) return "";
  const text = textOf(paragraph, context);
  if (isOneRequest(text)) return text;
  const [before, last] = paragraph.children.slice(-2);
  const isLed = before?.type === "text" && before.value.trimEnd().endsWith(":");
  return isLed && last?.type === "inlineCode" && isOneRequest(last.value) ? last.value : linesOfCode(paragraph);
}

/**
 * Lines of a paragraph that are nothing but a request in code, each where it stands: "The caller must be its keeper.", and in the next line
 * `GET /docks/{id}/barges`. In the midst of a sentence that is broken into lines, code may come to stand alone by chance.
 */
function linesOfCode(paragraph: Paragraph): string {
  const top = placeOf(paragraph).line;
  const lines: string[] = [];
  for (const [index, node] of paragraph.children.entries()) {
    if (node.type !== "inlineCode" || !WHOLE_REQUEST.test(node.value) || !isOneRequest(node.value)) continue;
    const [before, after] = [paragraph.children[index - 1], paragraph.children[index + 1]];
    const isStart = before === undefined || before.type === "break";
    const isEnd = after === undefined || after.type === "break";
    const isBehind = isStart || (before.type === "text" && SENTENCE_AND_BREAK.test(before.value));
    const isBefore = isEnd || (after.type === "text" && BREAK_AND_SENTENCE.test(after.value));
    if (isBehind && isBefore) lines[placeOf(node).line - top] = node.value;
  }
  return Array.from(lines, (line) => line ?? "").join("\n");
}

/** A quotation of nothing but a request, be it in code or not. */
function quotedRequest({ children: [only, ...others] }: Blockquote, context: TextContext): string {
  if (only?.type !== "paragraph" || others.length > 0) return "";
  const text = textOf(only, context);
  return isOneRequest(text) ? text : "";
}

/** `GET /loans/{id}`, with brackets around the path or without: nothing stands behind the address. */
export function requestInTitle(text: string): string | undefined {
  const line = wordedRequest(text)?.request ?? text.replace(TITLE_MARKS, "").trim();
  const space = line.indexOf(" ");
  const rest = line.slice(space + 1).trim();
  const bare = rest.startsWith("(") && rest.endsWith(")") ? rest.slice(1, -1).trim() : rest;
  const request = `${line.slice(0, Math.max(0, space))} ${bare}`;
  return (bare.startsWith("/") || bare.startsWith("http")) && isOneRequest(request) ? request : undefined;
}

/** What such a title says in words before its request. */
export function wordedRequest(text: string): { readonly words: string; readonly request: string } | undefined {
  const [, words, opening = "", whole] = WORDED.exec(text.replace(TITLE_MARKS, "").trim()) ?? [];
  if (words === undefined || whole === undefined || requestsOn(words).length > 0) return undefined;
  const closing = CLOSING.get(opening);
  return { words, request: closing === undefined ? whole : whole.replace(closing, "") };
}

function isOneRequest(text: string): boolean {
  const [request, ...others] = requestsOn(text);
  const target = request?.target.replace(HTTP_VERSION, "") ?? "";
  return request !== undefined && others.length === 0 && target.length > 1 && !hasBlank(target);
}

/** Outside of braces and parentheses. */
function hasBlank(target: string): boolean {
  let depth = 0;
  for (const char of target) {
    if ("{(<".includes(char)) depth++;
    if ("})>".includes(char)) depth--;
    if (depth <= 0 && WHITE_SPACE.test(char)) return true;
  }
  return false;
}
