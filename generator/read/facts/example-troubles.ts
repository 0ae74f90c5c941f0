/** What is wrong with examples: messages that cannot be read, requests and answers that are alone. */
import type { Finding } from "../../findings/rules.js";
import { finding } from "../../findings/rules.js";
import { jsonRule, jsonTrouble } from "../blocks/http.js";
import type { Block } from "../blocks/section.js";
import { placeOf } from "../markdown/origin.js";
import { textOf, type TextContext } from "../markdown/prose.js";
import type { CodeBlock } from "../page.js";
import type { Item, RequestItem, ResponseItem } from "./pairing.js";

const RESPONSE = /\bresponse\b/i;
const ANSWER = /\b2\d\d\b|\bbinary\b/i;

/** What is told of a fence that its annotation calls a message and that is none. */
export function troubleWith(code: CodeBlock, page: string): Finding {
  const name = code.annotation?.name ?? "";
  if (code.text.trim() === "") return finding("example-empty", page, code.place, name);
  const [line = ""] = code.text.trim().split("\n", 1);
  const rule = code.annotation?.blockType === "response" ? "status-line" : "request-line";
  return finding(rule, page, code.place, name, { text: line });
}

/** Whether words between a request and the next fence say what it is answered with: a status, bytes. */
export type AnsweredInWords = (request: RequestItem) => boolean;

export function wordsBehind(blocks: readonly Block[], context: TextContext): AnsweredInWords {
  return ({ message: { place } }) => {
    const fence = blocks.findLastIndex(({ node }) => node.type === "code" && placeOf(node).line <= place.line);
    const next = blocks.findIndex(({ node }, index) => index > fence && node.type === "code");
    const words = blocks.slice(fence + 1, next < 0 ? undefined : next).filter(({ node }) => node.type === "paragraph");
    const own = blocks[fence]?.headings.at(-1);
    const answers = words.filter(
      ({ headings }) => headings.at(-1) !== own && RESPONSE.test(headings.at(-1)?.text ?? ""),
    );
    return answers.some(({ node }) => node.type === "paragraph" && ANSWER.test(textOf(node, context)));
  };
}

/** What is told of messages that can be read. */
export function troubles(
  items: readonly Item[],
  unpaired: readonly ResponseItem[],
  isAnswered: AnsweredInWords,
  page: string,
): Finding[] {
  const findings: Finding[] = [];
  for (const item of items) {
    const { message } = item;
    const name = message.annotation?.name ?? "";
    const trouble = jsonTrouble(message);
    if (trouble !== undefined)
      findings.push(
        finding(jsonRule(trouble.unreadable, trouble.reason), page, trouble.place, name, {
          reason: trouble.reason,
        }),
      );
    if (item.kind === "request" && item.responses.length === 0 && !isAnswered(item)) {
      findings.push(
        finding("example-unpaired", page, message.place, name, {
          name: name === "" ? `${item.message.method} ${item.message.url}` : name,
        }),
      );
    }
  }
  return [
    ...findings,
    ...unpaired.map(({ message }) => finding("response-unpaired", page, message.place, message.annotation?.name ?? "")),
  ];
}
