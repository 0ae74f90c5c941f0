/**
 * JSON that goes on with an exchange: the body behind a status line, answers of other statuses, and what the section on the body shows; or that
 * begins one, as what the only request of a page sends.
 */
import type { Block } from "../blocks/section.js";
import { isWithin } from "../blocks/section.js";
import { messageKind, takesBody } from "../blocks/http.js";
import type { CodeBlock, RequestLine } from "../page.js";
import { bareBody, isIncoming, isJsonText } from "./bare-json.js";
import type { Item, RequestItem, ResponseItem } from "./pairing.js";

/** Answers that have no body. */
const EMPTY = new Set([204, 205, 304]);
/** A heading of an example with what it sends: `Sample request`, `Request body`. */
const REQUEST_HEADING = /\brequests?\b/i;
const RESPONSE_WORD = /\bresponse/i;

/**
 * JSON behind an answer: its body, right behind a status line alone; the answer to the same request with another status, where words say which.
 */
export function furtherAnswer(
  code: CodeBlock,
  last: ResponseItem,
  status: number | undefined,
  between: readonly Block[],
  items: Item[],
): boolean {
  const { message } = last;
  if (between.length === 0 && message.body.kind === "none" && !EMPTY.has(message.status)) {
    last.message = { ...message, body: bareBody(code) };
    return true;
  }
  const asked = items.findLast((item) => item.kind === "request");
  if (asked === undefined || status === undefined || status === message.status) return false;
  const headers = [["Content-Type", "application/json"]] as const;
  const answer = { status, headers, body: bareBody(code), place: code.place };
  const { annotation: _annotation, ...again } = asked.message;
  items.push({ ...asked, message: again, responses: [] }, { ...last, message: answer });
  return true;
}

/** JSON in the section on the body, or in an example there. */
export function showsBody(block: Block): boolean {
  const { node } = block;
  return node.type === "code" && isWithin(block, "body") && isJsonText(node.value);
}

/**
 * JSON without a request line below `#### Sample request`, on a page that has no request but one line: an example of that call, with the JSON for
 * a body. undefined where an example of the page has a request line of its own.
 */
export function sampleRequest(
  block: Block,
  code: CodeBlock,
  items: readonly Item[],
  lines: readonly RequestLine[],
  blocks: readonly Block[],
): RequestItem | undefined {
  const [line, ...others] = lines;
  const { headings } = block;
  const { text = "" } = headings.at(-1) ?? {};
  if (line === undefined || others.length > 0 || !takesBody(line.method)) return undefined;
  if (!isWithin(block, "examples") || isIncoming(block)) return undefined;
  if (!REQUEST_HEADING.test(text) || RESPONSE_WORD.test(text) || items.at(-1)?.kind === "request") return undefined;
  if (items.some(({ kind, message }) => kind === "request" && message.place !== line.place)) return undefined;
  if (blocks.some(({ node, kind }) => node.type === "code" && kind === "examples" && isRequest(node.value)))
    return undefined;
  const { method, target: url, place } = line;
  const message = {
    method,
    url,
    headers: [["Content-Type", "application/json"]],
    body: bareBody(code),
    place,
  } as const;
  return { kind: "request", message, headings, responses: [], isCommand: false, illustrates: false };
}

function isRequest(code: string): boolean {
  return messageKind(code) === "request";
}
