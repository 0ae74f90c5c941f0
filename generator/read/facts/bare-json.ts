/**
 * JSON among the examples that is no HTTP message by itself: the answer to the request above it where a label says so, the body of that
 * request where it announces JSON and has none, or nothing that can be told.
 */
import type { Code } from "mdast";
import type { Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";
import { finding } from "../../findings/rules.js";
import { readJson } from "../../shared/json/json.js";
import type { Account } from "../blocks/account.js";
import type { Body, CodeBlock, HttpRequest, HttpResponse } from "../page.js";
import type { TextContext } from "../markdown/prose.js";
import { textOf } from "../markdown/prose.js";
import { isTitledAnswer } from "../markdown/fence-titles.js";
import type { Block } from "../blocks/section.js";
import { isWithin } from "../blocks/section.js";
import { takesBody } from "../blocks/http.js";
import { codeBlock } from "../blocks/code.js";
import type { RequestItem } from "./pairing.js";

const JSON_LANGUAGE = /^(?:json|jsonc|http|javascript|)$/i;
const JSON_START = /^\s*(?:\{\s*(?:["“'{}]|\/[/*]|$)|\[\s*(?:["“{[\]\d]|$))/;
const LABEL = /\b(request|response)\b/gi;
const OK = /\b(2\d\d)\b/;
/** `Response 404`, "Status code: 201", `404 Not Found` */
const NAMED_STATUS = /(?:\b(?:status|code|response|http)\b[: ]*|^\W*)([245]\d\d)\b/i;
/** A line of its own above an answer: "**Status code:** 201". */
const STATUS_LABEL =
  /^(?:https? )?(?:response )?(?:status(?: code)?|code) ?[:=]? ?([1-5]\d\d)(?: [a-z][a-z '-]{0,40})?[.:]?$/i;
const INCOMING = /\bnotifications?\b|\bcallbacks?\b|\bwebhooks?\b/i;
const ANSWERING = /\b(?:returns?|responds?|answers?|repl(?:y|ies)|structured like|looks like)\b/i;
const ANSWER = /\b(?:responses?|outputs?|results?)\b/i;
const SENTENCE_BORDER = /[.!?] /;
const JSON_TYPE = /\bjson\b/i;
const SHOWN = 120;
const BODY_LABEL = /^(?:example )?(?:request )?(?:body|payload)\W*$/i;
/** Blocks above a request among which a word for it is looked for. */
const NEAR = 6;

type CodeOf = Block & { readonly node: Code };

export function isJsonText(text: string): boolean {
  return JSON_START.test(text);
}

/** JSON that stands among the examples, or where the answer is told, without any word of HTTP, unless the page says that it is to be ignored. */
export function isBareJson(block: Block): block is CodeOf {
  const { node } = block;
  if (node.type !== "code") return false;
  if (!isWithin(block, "examples") && !isWithin(block, "response") && !isTitledAnswer(node)) return false;
  return isJsonAlone(node) || isMislabelled(node);
}

/** The same of JSON right behind a request that stands in no section either, or behind a command, which is an example wherever it stands. */
export function isJsonBehind(
  block: Block,
  between: readonly Block[],
  asked: Pick<RequestItem, "headings" | "isCommand">,
): block is CodeOf {
  const { node, headings } = block;
  if (node.type !== "code" || headings.at(-1)?.node !== asked.headings.at(-1)?.node) return false;
  if (block.kind !== undefined && !asked.isCommand) return false;
  return between.every(({ node: { type } }) => type === "paragraph" || type === "blockquote") && isJsonAlone(node);
}

function isJsonAlone(node: Code): boolean {
  const said = node.data?.annotation?.blockType ?? "";
  return (said === "" || said === "response") && JSON_LANGUAGE.test(node.lang ?? "") && JSON_START.test(node.value);
}

/** JSON in a fence that calls itself something else, such as `cpp`: nothing but JSON reads as all of it does. */
function isMislabelled({ data, lang, value }: Code): boolean {
  if (data?.annotation !== undefined || JSON_LANGUAGE.test(lang ?? "") || !JSON_START.test(value)) return false;
  const { error, repaired } = readJson(value);
  return error === undefined && !repaired;
}

/**
 * Whether the words between the request and the JSON call it a response: those below its own heading, that heading, then those before.
 * `between`: the blocks above it, from the request on.
 */
export function isLabelledResponse(block: Block, between: readonly Block[], context: TextContext): boolean {
  if (block.node.data?.annotation?.blockType === "response") return true;
  if (block.node.type === "code" && isTitledAnswer(block.node)) return true;
  const heading = block.headings.at(-1);
  const near = lastLabel(
    between.filter(({ headings }) => headings.at(-1) === heading),
    context,
  );
  if (near !== undefined) return near === "response";
  const words = new Set((heading?.text.match(LABEL) ?? []).map((word) => word.toLowerCase()));
  if (words.size === 1 && words.has("response")) return true;
  const before = lastLabel(between, context);
  return before === undefined ? heading?.named === "response" : before === "response";
}

function lastLabel(blocks: readonly Block[], context: TextContext): string | undefined {
  const said = blocks.flatMap(({ node }) =>
    node.type === "paragraph" || node.type === "blockquote" ? (textOf(node, context).match(LABEL) ?? []) : [],
  );
  return said.at(-1)?.toLowerCase();
}

/** Nothing stands between a request and JSON, or words that lead to what is answered: "The above command returns JSON structured like this:" */
export function leadsToAnswer(between: readonly Block[], context: TextContext): boolean {
  return between.every(({ node }) => {
    const last = textOf(node, context).trim().split(SENTENCE_BORDER).at(-1) ?? "";
    return node.type === "html" || ANSWERING.test(last) || (last.endsWith(":") && ANSWER.test(last));
  });
}

/** Whether JSON right behind a request can only be its answer: it takes no body, or has one. */
export function canOnlyAnswer({ method, body }: HttpRequest): boolean {
  return !takesBody(method) || body.kind !== "none";
}

/** The status that the words right above JSON name, or the heading that it stands below. */
export function statusAbove(block: Block, between: readonly Block[], context: TextContext): number | undefined {
  const heading = block.headings.at(-1);
  const near = between.filter(({ node, headings }) => node.type === "paragraph" && headings.at(-1) === heading);
  const texts = [...near.map(({ node }) => textOf(node, context)).toReversed(), heading?.text ?? ""];
  const found = texts.map((text) => NAMED_STATUS.exec(text)?.[1]).find((status) => status !== undefined);
  return found === undefined ? undefined : Number(found);
}

/** The status that a line above JSON gives and says nothing else. */
export function labelledStatus(
  { headings }: Block,
  between: readonly Block[],
  context: TextContext,
): number | undefined {
  const near = between.filter(
    ({ node, headings: above }) => node.type === "paragraph" && above.at(-1) === headings.at(-1),
  );
  const found = near.flatMap(({ node }) => STATUS_LABEL.exec(textOf(node, context).trim())?.[1] ?? []);
  return found.length === 0 ? undefined : Number(found.at(-1));
}

/** The answer that bare JSON is; its status is the one that a line above it gives, else the one beside it, else the first that the page names for success. */
export function bareAnswer(
  block: CodeOf,
  blocks: readonly Block[],
  context: TextContext,
  labelled: number | undefined,
): HttpResponse {
  const code = codeBlock(block.node);
  const heading = block.headings.at(-1);
  const near = blocks.filter(({ headings, node }) => headings.at(-1) === heading && node.type === "paragraph");
  const words = blocks.filter(({ kind, node }) => kind === "response" && node.type !== "code");
  const texts = [...near, ...words].map(({ node }) => textOf(node, context));
  const told = [heading?.text ?? "", ...texts].map((text) => OK.exec(text)?.[1]).find((found) => found !== undefined);
  const status = labelled ?? told;
  return {
    status: Number(status ?? "200"),
    ...(status === undefined && { assumed: true }),
    headers: [["Content-Type", "application/json"]],
    body: bareBody(code),
    ...(code.annotation !== undefined && { annotation: code.annotation }),
    place: code.place,
  };
}

/** Whether the words above the request call it one, and nothing behind it is called a response: what follows it, it sends. */
export function isLabelledRequest(block: Block, blocks: readonly Block[], context: TextContext): boolean {
  const heading = block.headings.at(-1);
  const words = new Set((heading?.text.match(LABEL) ?? []).map((word) => word.toLowerCase()));
  if (words.size === 1) return words.has("request");
  const at = blocks.indexOf(block);
  // what stands further up is about something else
  const above = blocks.slice(Math.max(0, at - NEAR), at).filter(({ headings }) => headings.at(-1) === heading);
  return lastLabel(above, context) === "request";
}

/** "Request body", and nothing else, between a request and JSON. */
export function isLabelledBody(between: readonly Block[], context: TextContext): boolean {
  const [only, ...others] = between;
  return others.length === 0 && only?.node.type === "paragraph" && BODY_LABEL.test(textOf(only.node, context).trim());
}

/**
 * The request with the JSON for a body; undefined when it has one, or does not announce any: by its content type, or, where it names none, by
 * what it is called.
 */
export function withBody(request: HttpRequest, code: CodeBlock, isLabelled: boolean): HttpRequest | undefined {
  const type = request.headers.find(([name]) => /^content-type$/i.test(name))?.[1];
  const isJson = type === undefined ? isLabelled : JSON_TYPE.test(type);
  if (request.body.kind !== "none" || !isJson || !takesBody(request.method)) return undefined;
  return { ...request, body: bareBody(code) };
}

export function bareBody({ text, place }: CodeBlock): Body {
  const { value, repaired, error, loss } = readJson(text);
  return error !== undefined && !repaired
    ? { kind: "text", text, place }
    : { kind: "json", value, text, repaired: repaired || loss !== undefined, place };
}

/** Whether JSON shows what another service receives. */
export function isIncoming({ headings }: Pick<Block, "headings">): boolean {
  return headings.some(({ text }) => INCOMING.test(text));
}

/** Says that JSON was not read. */
export function unreadFence(node: Code, account: Account): Finding {
  const { place, text } = codeBlock(node);
  account.mark(node, "unread");
  return finding("unread-fence", account.page, place, "", { text: beginningOf(text) });
}

/** The finding that an answer has no status line. */
export function noStatusLine(page: string, place: Place, name: string, text: string): Finding {
  return finding("status-line", page, place, name, { text: beginningOf(text) });
}

function beginningOf(text: string): string {
  const words = text.replaceAll(/\s+/g, " ").trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}
