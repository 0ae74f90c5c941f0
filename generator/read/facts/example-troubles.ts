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
import { answeredElsewhere } from "./pairing.js";
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
  const fences = blocks.flatMap(({ node }, index) => (node.type === "code" ? [{ node, index }] : []));
  /** By their number; what is found behind one holds for those before it, so that no words are read twice. */
  const known = new Map<number, boolean>();
  const isAnswered = (at: number): boolean => {
    const chain: number[] = [];
    let found = false;
    for (let i = at; !found; i++) {
      const index = fences[i]?.index ?? blocks.length;
      const next = fences[i + 1];
      chain.push(i);
      found = known.get(i) ?? saysBehind(blocks.slice(index, next?.index), context);
      const isSame = next && blocks[next.index]?.headings.at(-1)?.node === blocks[index]?.headings.at(-1)?.node;
      if (known.has(i) || !isSame || messageKind(next.node.value) !== "request") break;
    }
    for (const i of chain) known.set(i, found);
    return found;
  };
  let nothing: boolean | undefined;
  return ({ message: { place } }) => {
    const at = fences.findLastIndex(({ node }) => placeOf(node).line <= place.line);
    const isCall = isCurl(fences[at]?.node.value ?? "");
    return isAnswered(at) || (isCall && (nothing ??= answersNothing(blocks, context)));
  };
}

/** Whether the blocks behind the first, which is a request, say what it is answered with. */
function saysBehind([fence, ...behind]: readonly Block[], context: TextContext): boolean {
  const own = fence?.headings.at(-1);
  const label = behind.findIndex((block) => block.headings.at(-1) === own && isLabel(block));
  return behind.some(
    ({ node, headings }, index) =>
      (headings.at(-1) === own ? label >= 0 && index >= label : RESPONSE.test(headings.at(-1)?.text ?? "")) &&
      node.type === "paragraph" &&
      saysAnswer(node, context),
  );
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
  const elsewhere = answeredElsewhere(items);
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
    if (item.kind === "request" && item.responses.length === 0 && !elsewhere.has(item) && !isAnswered(item)) {
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
