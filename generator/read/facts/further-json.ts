/** JSON that goes on with an exchange: the body behind a status line, answers of other statuses, and what the section on the body shows. */
import type { Block } from "../blocks/section.js";
import { isWithin } from "../blocks/section.js";
import type { CodeBlock } from "../page.js";
import { bareBody, isJsonText } from "./bare-json.js";
import type { Item, ResponseItem } from "./pairing.js";

/** Answers that have no body. */
const EMPTY = new Set([204, 205, 304]);

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
