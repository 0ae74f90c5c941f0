/** HTTP messages as pages write them: `GET /path`, headers, body; `HTTP/1.1 200 OK`, headers, body. */
import type { Place } from "../../shared/place.js";
import { placeAt, readJson } from "../../shared/json/json.js";
import { isDeliberate, isLeftOut } from "../../shared/json/reasons.js";
import { isRepeatedName } from "../../shared/json/loss.js";
import { cleanAddress, continuesQuery, isAddress, isSurelyAddress } from "../../shared/odata/url.js";
import { httpOfCurl, isCurl } from "./curl.js";
import type { Body, CodeBlock, HttpRequest, HttpResponse } from "../page.js";

const WITH_BODY = /^(?:POST|PUT|PATCH)$/;
const METHOD = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|MERGE)/i;
const LONE_METHOD = /^\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*$/;
const WORD = /\S+/g;
const WHITE_SPACE = /\s/;
/** What stands between two requests on one line. */
const ANOTHER = /^(?:(?:or|and):?|[,;|])$/i;
const NONE = /^$/;
/** `GET //berths`: a slip. (Behind the reader, two slashes begin the address of a call with a version of its own.) */
const SLASHES = /^\/{2,}/;
const HTTP_VERSION = /^HTTP\/\d(?:\.\d)?$/i;
/** `HTTP 1.1`, where a slash belongs. */
const LOOSE_VERSION = /\sHTTP\s\d(?:\.\d)?$/i;
/** `201 Created` and nothing else in the whole fence. */
const BARE_STATUS = /^([1-5]\d\d) (?:OK|[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)$/;
const STATUS_LINE = /^\u200b?(?:HTTP(?:\s*\/\s*\d(?:\.\d)?)?|status(?: code)?:)\s+(\d{3})\b/i;
const HEADER = /^([A-Za-z][\w-]*)[ \t]*:(?!\/\/)(.*)$/;
/** Words in place of a body: it has none. */
const NO_CONTENT =
  /^[(<[]?(?:empty|none|no[ -]?(?:content|body|response body|request body|content[ -]body))[)>\]]?\.?$/i;
/** `BEGIN:VCARD`: a body that looks like headers. */
const SHOUTED = /^[A-Z]{4,}:/;
const JSON_TYPE = /\bjson\b/i;
/** `{ "`, `[ {`, `{}`: unlike `{raw bytes}` surely meant as JSON. */
const JSON_START = /^\s*(?:\{\s*(?:["“'}]|$)|\[\s*(?:["“{[\]\d]|$))/;

export interface RequestStart {
  readonly method: string;
  readonly target: string;
}

/** Reads `METHOD target`; undefined when the line is none. */
export function readRequestLine(line: string): RequestStart | undefined {
  return requestsOn(line)[0];
}

/** All requests of a line, `GET /me or GET /users/{id}` has two; none where it does not begin with one. */
export function requestsOn(line: string): readonly RequestStart[] {
  const words = [...line.matchAll(WORD)];
  const cuts = words.flatMap(({ 0: word, index }, i) => {
    const starts = i > 0 && METHOD.exec(word)?.[1] === word && word === word.toUpperCase();
    return starts && isSurelyAddress(words[i + 1]?.[0] ?? "") ? [index] : [];
  });
  const pieces = [0, ...cuts].map((from, i) =>
    withoutLast(line.slice(from, cuts[i]), i < cuts.length ? ANOTHER : NONE),
  );
  const starts = pieces.map(readStart);
  return starts[0] === undefined ? [] : starts.filter((start) => start !== undefined);
}

/** Lower-case methods only count before what is surely an address: "Get the user" is a sentence. The HTTP version is taken off. */
function readStart(text: string): RequestStart | undefined {
  const line = cleanAddress(text);
  const method = METHOD.exec(line)?.[1] ?? "";
  const rest = line.slice(method.length);
  const target = cleanAddress(withoutLast(rest, HTTP_VERSION).replace(LOOSE_VERSION, "")).replace(SLASHES, "/");
  const isGlued = rest === rest.trimStart();
  const isLoose = method !== method.toUpperCase();
  const sure = isSurelyAddress(target) || (isGlued && !isLoose && "{<".includes(target.charAt(0)));
  if (method === "" || ((isGlued || isLoose) && !sure) || (isGlued && isLoose)) return undefined;
  return isAddress(target) ? { method: method.toUpperCase(), target } : undefined;
}

/** A text without its last word, where that is one of these. */
function withoutLast(text: string, words: RegExp): string {
  const trimmed = text.trim();
  let start = trimmed.length;
  while (start > 0 && !WHITE_SPACE.test(trimmed[start - 1] ?? "")) start--;
  return words.test(trimmed.slice(start)) ? trimmed.slice(0, start).trimEnd() : trimmed;
}

/**
 * The text with each request in one line: a method alone goes on in the next, and so does an address with an open brace. The lines behind keep
 * their places.
 */
export function wholeLines(text: string): string {
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.trim() ?? "";
    const isRest = next.includes("}") && readRequestLine(next) === undefined;
    const isOpen = isRest && isOpenBrace(line) && readRequestLine(line) !== undefined;
    if (!isOpen && !(LONE_METHOD.test(line) && isSurelyAddress(next))) continue;
    lines[index] = `${line.trimEnd()} ${next}`;
    lines[index + 1] = "";
  }
  return lines.join("\n");
}

function isOpenBrace(line: string): boolean {
  return line.lastIndexOf("{") > line.lastIndexOf("}");
}

/** What a fence shows, judged by its first line: nothing else on a page is as reliable. */
export function messageKind(code: string): "request" | "response" | "other" {
  if (isCurl(code)) return httpOfCurl(code) === undefined ? "other" : "request";
  const first = wholeLines(code.trimStart().split("\n", 2).join("\n")).split("\n", 1)[0] ?? "";
  if (statusOf(first) !== undefined || BARE_STATUS.test(code.trim())) return "response";
  return readRequestLine(first) === undefined ? "other" : "request";
}

/** The fence itself, or, where it holds nothing but request lines, a piece of it for each. */
export function requestsIn(code: CodeBlock): readonly CodeBlock[] {
  const lines = code.text.split("\n");
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ line, index }]));
  if (filled.length < 2 || !filled.every(({ line }) => readRequestLine(line) !== undefined)) return [code];
  return filled.map(({ line, index }) => ({ ...code, text: line, place: placeOfLine(code, index) }));
}

/** Reads a fence whose first line is a request line. */
export function readRequest(code: CodeBlock): HttpRequest | undefined {
  const lines = code.text.split("\n");
  const start = firstLine(lines);
  const first = readRequestLine(lines[start] ?? "");
  if (first === undefined) return undefined;
  const { target, next } = wholeTarget(first.target, lines, start);
  const { headers, bodyAt } = readHeaders(lines, next);
  return {
    method: first.method,
    url: target,
    headers,
    body: readBody(code, lines, bodyAt, headers),
    ...(code.annotation !== undefined && { annotation: code.annotation }),
    place: placeOfLine(code, start),
  };
}

function statusOf(line: string): string | undefined {
  return STATUS_LINE.exec(line)?.[1];
}

/** Reads a fence whose first line is a status line. */
export function readResponse(code: CodeBlock): HttpResponse | undefined {
  const lines = code.text.split("\n");
  const start = firstLine(lines);
  const status = statusOf((lines[start] ?? "").trim()) ?? BARE_STATUS.exec(code.text.trim())?.[1];
  if (status === undefined) return undefined;
  const { headers, bodyAt } = readHeaders(lines, start + 1);
  return {
    status: Number(status),
    headers,
    body: readBody(code, lines, bodyAt, headers),
    ...(code.annotation !== undefined && { annotation: code.annotation }),
    place: placeOfLine(code, start),
  };
}

/** The rule that tells of it. */
export function jsonRule(
  unreadable: boolean,
  reason: string,
): "json-unreadable" | "json-shortened" | "json-repeated-key" | "json-invalid" {
  if (unreadable) return "json-unreadable";
  if (isDeliberate(reason)) return "json-shortened";
  return isRepeatedName(reason) ? "json-repeated-key" : "json-invalid";
}

/** What strict JSON stumbles over in a body, and where; `unreadable` when even tolerant reading fails. */
export function jsonTrouble(
  message: HttpRequest | HttpResponse,
): { unreadable: boolean; reason: string; place: Place } | undefined {
  const { body, headers } = message;
  if (body.kind === "none" || (body.kind === "json" && !body.repaired)) return undefined;
  if (body.kind === "text" && !isDeclaredJson(headers, body.text)) return undefined;
  const { loss, error = loss } = readJson(body.text);
  const unreadable = body.kind === "text" && !isLeftOut(body.text);
  return error && { unreadable, reason: error.reason, place: placeAt(body, error.offset) };
}

/** A call whose arguments go on over the next lines, or a query string that does. */
function wholeTarget(first: string, lines: readonly string[], start: number): { target: string; next: number } {
  let target = first;
  let open = openBrackets(first);
  let next = start + 1;
  while (next < lines.length && (open > 0 || continuesQuery(lines[next] ?? ""))) {
    const line = (lines[next] ?? "").trim();
    if (line === "" || HEADER.test(line)) break;
    target += line;
    open += openBrackets(line);
    next++;
  }
  return open > 0 ? { target: first, next: start + 1 } : { target, next };
}

function openBrackets(text: string): number {
  return [...text].reduce(
    (open, char) => open + (char === "(" || char === "[" ? 1 : char === ")" || char === "]" ? -1 : 0),
    0,
  );
}

/** Header lines, which a blank line may set apart from the first line, and the index of the body's first line. */
function readHeaders(lines: readonly string[], from: number): { headers: [string, string][]; bodyAt: number } {
  const headers: [string, string][] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    if (line === "" && headers.length > 0) break;
    if (line === "") continue;
    const [, name, value] = HEADER.exec(line) ?? [];
    if (name === undefined || value === undefined || SHOUTED.test(line)) break;
    headers.push([name, value.trim()]);
  }
  return { headers, bodyAt: at };
}

function readBody(code: CodeBlock, lines: readonly string[], bodyAt: number, headers: HttpRequest["headers"]): Body {
  const offset = firstLine(lines.slice(bodyAt));
  const text = lines
    .slice(bodyAt + offset)
    .join("\n")
    .trimEnd();
  if (text === "" || NO_CONTENT.test(text)) return { kind: "none" };
  const place = placeOfLine(code, bodyAt + offset);
  if (!isDeclaredJson(headers, text)) return { kind: "text", text, place };
  const { value, repaired, error, loss } = readJson(text);
  return error !== undefined && !repaired
    ? { kind: "text", text, place }
    : { kind: "json", value, text, repaired: repaired || loss !== undefined, place };
}

/** By its content type, or, without a telling one, by its first character. */
function isDeclaredJson(headers: HttpRequest["headers"], text: string): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return JSON_TYPE.test(type) || (type === "" && JSON_START.test(text));
}

function firstLine(lines: readonly string[]): number {
  return Math.max(
    lines.findIndex((line) => line.trim() !== ""),
    0,
  );
}

function placeOfLine(code: CodeBlock, line: number): Place {
  return { ...code.place, line: code.place.line + line };
}

/** Whether a request of this method has a body. */
export function takesBody(method: string): boolean {
  return WITH_BODY.test(method);
}
