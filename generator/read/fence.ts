/** Fences whose end is missing: they swallow what follows, up to the end of the next fence. */
import type { Code, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding } from "../findings.js";
import { definitionsOf, markOrigin, parserOf, placeOf, walkBlocks } from "./origin.js";

/** Only an opening fence has an info string: inside of code it means that the end of this one was forgotten. */
const NESTED_FENCE = /^ {0,3}`{3}\s*[\w-]/m;
/** Where the swallowed text starts: a heading, a comment, the nested fence itself. */
const SWALLOWED = /^(?:#{1,6} |<!--| {0,3}`{3})/;
const LONG_FENCE = /^(?:`{4}|~)/;

/** unified plugin: cuts such a fence where it should have ended and puts the swallowed blocks behind it. */
export function swallowedFences(this: Processor) {
  return (tree: Root, file: VFile): void => {
    walkBlocks(tree, (node, index, parent) => {
      if (node.type !== "code" || !isSwallowing(node, file)) return;
      file.data.findings?.push(finding("fence-swallowed", file.path, placeOf(node), ""));
      const blocks = release(node, parserOf(this), definitionsOf(tree, String(file)));
      (parent.children as RootContent[]).splice(index + 1, 0, ...blocks);
    });
  };
}

function isSwallowing(node: Code, file: VFile): boolean {
  if (!NESTED_FENCE.test(node.value)) return false;
  const text = node.data?.origin?.text ?? String(file);
  return !LONG_FENCE.test(text.slice(node.position?.start.offset));
}

/** Shortens the code and parses the rest. */
function release(node: Code, parse: (text: string) => Root, definitions: string): RootContent[] {
  const lines = node.value.split("\n");
  const cut = lines.findIndex((line, index) => index > 0 && SWALLOWED.test(line));
  if (cut < 0) return [];
  const text = `${lines.slice(cut).join("\n")}\n\`\`\`\n\n${definitions}`;
  const origin = node.data?.origin;
  const linesAbove = placeOf(node).line + cut;
  node.value = lines.slice(0, cut).join("\n").trimEnd();
  return markOrigin(parse(text), { ...origin, text, linesAbove });
}
