/** Request lines: every `METHOD /path` of the HTTP request sections, or of the first fences of a page that has no such section. */
import type { Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import { finding } from "../../findings/rules.js";
import { bounds } from "../../shared/bounds.js";
import { isCurl } from "../blocks/curl.js";
import { messageKind, readRequestLine, requestsOn } from "../blocks/http.js";
import { isBareRequest, type SectionKind } from "../blocks/section-kinds.js";
import { hostPlaceholder } from "../../shared/odata/base.js";
import { matchUrl, readAddress } from "../../shared/odata/match.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import { parseRoute } from "../../shared/odata/template.js";
import { continuesQuery } from "../../shared/odata/url.js";
import type { Account } from "../blocks/account.js";
import { addressedLine } from "./addressed.js";
import { isTitledAnswer } from "../markdown/fence-titles.js";
import type { CodeBlock, Prose, RequestLine } from "../page.js";
import type { Block } from "../blocks/section.js";
import { headingOf, isWithin } from "../blocks/section.js";
import { codeBlock, requestCode, requestInTitle, rowsWithoutRequest } from "../blocks/code.js";
import type { TextContext } from "../markdown/prose.js";

const HTTP_FENCE = /^(?:http|https|msgraph\S*|rest|request)?$/i;
/** Headers, a comment: they belong to the request above and are not meant as one. */
const HEADER_LINE = /^[A-Za-z][\w-]*\s*:/;
const BODY_START = /^[{[]/;

const GOING_IN: ReadonlySet<SectionKind> = new Set(["pathParameters", "query", "parameters", "headers", "body"]);
const COMING_OUT: ReadonlySet<SectionKind> = new Set(["response"]);

export interface RequestLines {
  readonly requests: readonly RequestLine[];
  readonly findings: readonly Finding[];
}

/** Reads the request lines of an operation page. `title` is to blame when it has none; `written`: all its words. */
export function readRequestLines(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
  title: Prose,
  written: string,
): RequestLines {
  const { page } = account;
  const section = blocks.filter(
    ({ headings, kind }) =>
      headings.some(({ named }) => named === "request") && (kind === "request" || kind === "examples"),
  );
  const own = requestLinesIn([...section, ...scenariosBeside(section, blocks, context)], context, account);
  if (own.requests.length > 0) return own;
  const titled = requestInTitle(written);
  const start = titled === undefined ? undefined : requestsOn(titled)[0];
  if (start !== undefined) return { requests: [{ ...start, heading: "", place: title.place }], findings: [] };
  for (const isMeant of [isNeitherExampleNorAnswer, isBelowRequest, isCommand]) {
    const { requests } = requestLinesIn(blocks.filter(isMeant), context, account, isMeant === isCommand);
    if (requests.length > 0) return { requests, findings: own.findings };
  }
  const addressed = addressedLine(blocks, context);
  if (addressed !== undefined) return { requests: [addressed], findings: own.findings };
  if (own.findings.length > 0) return own;
  const heading = section[0]?.headings.find((fact) => fact.kind === "request");
  const fence = section.find((block) => block.node.type === "code");
  const place =
    fence?.node.type === "code"
      ? codeBlock(fence.node).place
      : (headingPlace(heading?.node.position?.start.line) ?? title.place);
  return { requests: [], findings: [finding("request-missing", page, place, "")] };
}

/**
 * Whether the page has a request line that no heading announces but a bare `## Request`, and no example that only illustrates: its own path.
 * With a host it may be any service's, unless the page says, as a reference does, what goes in and what comes out.
 */
export function showsOwnRequest(blocks: readonly Block[], context: TextContext): boolean {
  const has = (kinds: ReadonlySet<SectionKind>): boolean =>
    blocks.some(({ kind }) => kind !== undefined && kinds.has(kind));
  const isReference = (has(GOING_IN) && has(COMING_OUT)) || blocks.some(isTitledMessage);
  return blocks.some((block) => {
    const isOwn = isBelowRequest(block) || (block.kind === undefined && !isExampleOrAnswer(block));
    if (!isOwn || isCommand(block)) return false;
    const code = requestCode(block.node, context);
    const lines = (code?.text.split("\n") ?? []).filter((line) => line.trim() !== "");
    return (
      lines.length > 0 &&
      lines.every((line) => {
        const target = readRequestLine(line)?.target;
        const isSaid = block.node.type === "table" && lines.length === 1;
        return target !== undefined && (isReference || isSaid || target.startsWith("/"));
      })
    );
  });
}

/** A fence that calls itself the answer with some status. */
function isTitledMessage({ node }: Block): boolean {
  return node.type === "code" && (node.data?.titled === true || isTitledAnswer(node));
}

function isNeitherExampleNorAnswer(block: Block): boolean {
  return !isExampleOrAnswer(block);
}

/** `## Request` around the request line itself. */
function isBelowRequest(block: Block): boolean {
  const [first] = block.headings;
  return first?.kind === "examples" && isBareRequest(first.text);
}

export function isCommand({ node }: Block): boolean {
  return node.type === "code" && isCurl(node.value);
}

/**
 * Where each scenario has a section of its own with `### HTTP request` in it, some writers leave that heading out of the later ones. What
 * comes behind the first answer or example only illustrates.
 */
function scenariosBeside(section: readonly Block[], blocks: readonly Block[], context: TextContext): readonly Block[] {
  const [first] = section;
  if (first === undefined || first.headings[0]?.kind !== undefined) return [];
  const answer = blocks.findIndex(isExampleOrAnswer);
  return blocks
    .slice(blocks.indexOf(first), answer < 0 ? undefined : answer)
    .filter(({ kind, node }) => kind === undefined && isRequest(requestCode(node, context)));
}

function isRequest(code: CodeBlock | undefined): boolean {
  return code !== undefined && messageKind(code.text) === "request";
}

function headingPlace(line: number | undefined): Place | undefined {
  return line === undefined ? undefined : { line, column: 1 };
}

function isExampleOrAnswer(block: Block): boolean {
  return isWithin(block, "examples") || isWithin(block, "response");
}

/** `commands`: those of curl count, of which else an example is made. */
function requestLinesIn(
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
  commands = false,
): RequestLines {
  const requests: RequestLine[] = [];
  const findings: Finding[] = [];
  const routes: Known[] = [];
  for (const block of blocks) {
    const code = isCommand(block) === commands ? requestCode(block.node, context) : undefined;
    if (code === undefined || isShownAnswer(block, code)) continue;
    const read = readFence(code, headingOf(block), account.page);
    const isExample = isWithin(block, "examples");
    // no more lines than these are used
    for (const { method, target } of isExample ? requests.slice(routes.length, bounds.requests) : [])
      routes.push({ method, path: parseRoute(withHost(target), "kept").path });
    requests.push(...read.requests.filter((line) => !isExample || !isInstance(line, routes)));
    findings.push(...read.findings);
    if (block.node.type === "table")
      for (const { line, place } of rowsWithoutRequest(block.node, context))
        findings.push(finding("request-line", account.page, place, line, { text: line }));
    if (read.requests.length > 0 && !isWithin(block, "examples")) account.mark(block.node, "fact");
  }
  return { requests, findings };
}

/** `HTTP/1.1 204 No Content` in an example, or annotated `response`, which stands below the heading of the request: it is read as an answer. */
function isShownAnswer(block: Block, { text, annotation }: CodeBlock): boolean {
  const isShown = block.kind === "examples" || annotation?.blockType === "response";
  return isShown && messageKind(text) === "response";
}

/** A line as a route that examples may fill in. */
interface Known {
  readonly method: string;
  readonly path: RoutePath;
}

/** `{baseURL}/v1/books` as the absolute address that it stands for. */
function withHost(target: string): string {
  return hostPlaceholder(target)?.braced ? `https://${target}` : target;
}

/** Whether a call is one of those that the lines describe. */
export function fillsIn(call: Pick<RequestLine, "method" | "target">, lines: readonly RequestLine[]): boolean {
  return isInstance(
    call,
    lines.map(({ method, target }) => ({ method, path: parseRoute(withHost(target), "kept").path })),
  );
}

/** True for an example that repeats a request line, or fills in its parameters: `/books/b1` for `/books/{bookId}`. */
function isInstance({ method, target }: Pick<RequestLine, "method" | "target">, routes: readonly Known[]): boolean {
  const address = { ...readAddress(target), pairs: [] };
  return routes.some((other) => other.method === method && matchUrl(address, other.path, "partial") !== undefined);
}

/** What a request has besides its line: headers, a query that is shown by itself, the start of its body. */
function isBesides(line: string): boolean {
  return HEADER_LINE.test(line) || continuesQuery(line) || BODY_START.test(line);
}

function readFence(code: CodeBlock, heading: string, page: string): RequestLines {
  const requests: RequestLine[] = [];
  const odd: Finding[] = [];
  let inBody = false;
  for (const [index, raw] of code.text.split("\n").entries()) {
    const line = raw.trim();
    const place = {
      ...code.place,
      line: code.place.line + index,
      column: code.place.column + raw.length - raw.trimStart().length,
    };
    const starts = requestsOn(line);
    const last = requests.at(-1);
    if (starts.length > 0) requests.push(...starts.map((start) => ({ ...start, heading, place })));
    else if (continuesQuery(line) && last !== undefined)
      requests[requests.length - 1] = { ...last, target: last.target + line };
    else if (line !== "" && !inBody && !isBesides(line))
      odd.push(finding("request-line", page, place, line, { text: line }));
    inBody = starts.length === 0 && (inBody || ((line === "" || BODY_START.test(line)) && requests.length > 0));
  }
  const isHttp = HTTP_FENCE.test(code.language);
  return { requests, findings: isHttp ? odd.slice(0, requests.length === 0 ? 1 : undefined) : [] };
}
