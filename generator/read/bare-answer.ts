/** Answers of which the page shows the JSON only: no status line says what it is, but order and words do. */
import { toString } from "mdast-util-to-string";
import { messageKind, readBareResponse } from "./http.js";
import type { HttpResponse } from "./page.js";
import type { Block } from "./section.js";
import { codeBlock, headingOf } from "./section.js";

/** What introduces an answer, and what introduces something that is sent. */
const ANSWER = /\b(?:responses?|returns|returned|results?|output)\b/i;
const SENT = /\b(?:requests?|body|payload|notifications?|callbacks?)\b/i;

/** The JSON at `index` as the answer to the request before it: its annotation says so, or the words between the two. */
export function bareAnswer(index: number, blocks: readonly Block[]): HttpResponse | undefined {
  const block = blocks[index];
  if (block?.node.type !== "code" || messageKind(block.node.value) !== "other") return undefined;
  const blockType = block.node.data?.annotation?.blockType ?? "";
  const isAnswer = blockType === "response" || (blockType === "" && isAnnounced(block, index, blocks));
  return isAnswer ? readBareResponse(codeBlock(block.node)) : undefined;
}

/** Whether the nearest words above a fence of the examples, those of its heading at last, speak of an answer. */
function isAnnounced(block: Block, index: number, blocks: readonly Block[]): boolean {
  if (block.kind !== "examples") return false;
  for (let above = index - 1; above >= 0; above--) {
    const other = blocks[above];
    if (!other || other.node.type === "code" || other.headings.at(-1) !== block.headings.at(-1)) break;
    const words = toString(other.node);
    if (ANSWER.test(words)) return true;
    if (SENT.test(words)) return false;
  }
  return ANSWER.test(headingOf(block));
}
