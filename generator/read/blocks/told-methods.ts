/**
 * Fences that hold an address alone, below a heading such as `Request URL`, whose method the sentence above tells: "Send a `POST` request to:".
 * The method is put in front of the address, as other pages write it.
 */
import { toString } from "mdast-util-to-string";
import type { Code, Paragraph, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { isSurelyAddress } from "../../shared/odata/url.js";
import { headingText } from "./headings.js";
import { maySayRequest, sectionKindOf } from "./section-kinds.js";

const METHODS = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;
const LONE_METHOD = /^(?:get|post|put|patch|delete|head|options)$/i;
const SENTENCE_BORDER = /[.!?] /;
const BLANK = /\s/;

/** unified plugin: completes such fences. */
export function toldMethods() {
  return (tree: Root, file: VFile): void => {
    const words = file.data.source?.headings;
    let isRequest = false;
    for (const [index, node] of tree.children.entries()) {
      if (node.type === "heading") {
        const text = headingText(node);
        isRequest = maySayRequest(text) || sectionKindOf(text, words) === "request";
      }
      const method = isRequest && isAddress(node) ? methodIn(tree.children[index - 1]) : undefined;
      if (method !== undefined && node.type === "code") node.value = `${method} ${node.value.trimStart()}`;
    }
  };
}

function isAddress(node: RootContent): node is Code {
  const text = node.type === "code" ? node.value.trim() : "";
  return isSurelyAddress(text) && !BLANK.test(text);
}

/** The only method that the last sentence of a paragraph names, in capitals or in code. */
function methodIn(above: RootContent | undefined): string | undefined {
  if (above?.type !== "paragraph") return undefined;
  const sentence = wordsOf(above).split(SENTENCE_BORDER).at(-1) ?? "";
  const [method, ...others] = new Set(sentence.match(METHODS));
  return others.length === 0 ? method : undefined;
}

function wordsOf({ children }: Paragraph): string {
  return children
    .map((node) =>
      node.type === "inlineCode" && LONE_METHOD.test(node.value) ? node.value.toUpperCase() : toString(node),
    )
    .join("");
}
