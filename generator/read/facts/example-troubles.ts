/** What is wrong with examples: messages that cannot be read, requests and answers that are alone. */
import { toString } from "mdast-util-to-string";
import type { Paragraph } from "mdast";
import type { Finding } from "../../findings/rules.js";
import { finding } from "../../findings/rules.js";
import { isCurl } from "../blocks/curl.js";
import { jsonRule, jsonTrouble, messageKind } from "../blocks/http.js";
import type { Block } from "../blocks/section.js";
import { placeOf } from "../markdown/origin.js";
import { proseOf, textOf, type TextContext } from "../markdown/prose.js";
import type { CodeBlock } from "../page.js";
import { answerIn } from "../phrases/answer-sentence.js";
import { isAnsweredElsewhere } from "./pairing.js";
import type { Item, RequestItem, ResponseItem } from "./pairing.js";

const RESPONSE = /\bresponse\b/i;
/** `**Response**`, where a heading of the page is called so already. */
const LABEL = /^\W*(?:example )?response\W*$/i;
const ANSWER = /\b2\d\d\b|\bno response\b|^\W*(?:none|nothing|empty)\W*$/i;
const NO_CONTENT = 204;

/** What is told of a fence that its annotation calls a message and that is none. */
export function troubleWith(code: CodeBlock, page: string): Finding {
  const name = code.annotation?.name ?? "";
  if (code.text.trim() === "") return finding("example-empty", page, code.place, name);
  const [line = ""] = code.text.trim().split("\n", 1);
  const rule = code.annotation?.blockType === "response" ? "status-line" : "request-line";
  return finding(rule, page, code.place, name, { text: line });
}

/** Whether words behind a request say what it is answered with: a status, bytes, nothing. */
export type AnsweredInWords = (request: RequestItem) => boolean;

/**
 * Looks for the words between a request and the next fence, below a heading or a label that calls them the response. Further requests
 * below the heading of the first are ways to ask for the same. A call by `curl` shows nothing where the page says that nothing comes.
 */
export function wordsBehind(blocks: readonly Block[], context: TextContext): AnsweredInWords {
  return ({ message: { place } }) => {
    const fence = blocks.findLastIndex(({ node }) => node.type === "code" && placeOf(node).line <= place.line);
    const own = blocks[fence]?.headings.at(-1);
    const isAnother = ({ node, headings }: Block): boolean =>
      node.type === "code" && (headings.at(-1)?.node !== own?.node || messageKind(node.value) !== "request");
    const next = blocks.findIndex((block, index) => index > fence && isAnother(block));
    const behind = blocks.slice(fence + 1, next < 0 ? undefined : next);
    const label = behind.findIndex((block) => block.headings.at(-1) === own && isLabel(block));
    const answers = behind.filter(({ headings }, index) =>
      headings.at(-1) === own ? label >= 0 && index >= label : RESPONSE.test(headings.at(-1)?.text ?? ""),
    );
    const asked = blocks[fence]?.node;
    return (
      answers.some(({ node }) => node.type === "paragraph" && saysAnswer(node, context)) ||
      (asked?.type === "code" && isCurl(asked.value) && answersNothing(blocks, context))
    );
  };
}

/** "**Response** ": alone, or in front of its words. */
function isLabel({ node }: Block): boolean {
  const first = node.type === "paragraph" ? node.children[0] : undefined;
  return first?.type === "strong" && LABEL.test(toString(first));
}

/** "`200 OK`, with the berth.", "The file in binary format.", "No content." */
function saysAnswer(node: Paragraph, context: TextContext): boolean {
  const answer = answerIn(proseOf(node, context));
  return answer?.noBody === true || answer?.binary === true || ANSWER.test(textOf(node, context));
}

/** Whether the section on the answer says `204 No Content`, and nothing else. */
function answersNothing(blocks: readonly Block[], context: TextContext): boolean {
  const said = blocks.flatMap(({ node, kind }) =>
    kind === "response" && node.type === "paragraph" ? (answerIn(proseOf(node, context))?.statuses ?? []) : [],
  );
  return said.length > 0 && said.every((status) => status === NO_CONTENT);
}

/** What is told of messages that can be read. */
export function troubles(
  items: readonly Item[],
  unpaired: readonly ResponseItem[],
  isAnswered: AnsweredInWords,
  page: string,
): Finding[] {
  const findings: Finding[] = [];
  for (const [index, item] of items.entries()) {
    const { message } = item;
    const name = message.annotation?.name ?? "";
    const trouble = jsonTrouble(message);
    if (trouble !== undefined)
      findings.push(
        finding(jsonRule(trouble.unreadable, trouble.reason), page, trouble.place, name, {
          reason: trouble.reason,
        }),
      );
    if (item.kind === "request" && isAlone(item, items.slice(index + 1), isAnswered)) {
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

function isAlone(item: RequestItem, later: readonly Item[], isAnswered: AnsweredInWords): boolean {
  return item.responses.length === 0 && !isAnswered(item) && !isAnsweredElsewhere(item, later);
}
