/** Includes: a paragraph `[!INCLUDE [permissions-table](../includes/x.md)]` gives way to the blocks of the file it names. */
import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding } from "../findings.js";
import { clipped } from "./clip.js";
import { mayRead } from "./mending.js";
import { markOrigin, parserOf, placeOf } from "./origin.js";
import { reportExcesses } from "./over-bound.js";

const OPEN = /\[!INCLUDE\s*$/i;
const OPENS = /\[!INCLUDE/i;
const CLOSE = /^\s*\]/;
const MAX_DEPTH = 4;

/** unified plugin: replaces each directive by the content of its file; `VFile.data.source.includes` holds the files. */
export function includes(this: Processor) {
  return (tree: Root, file: VFile): void => {
    tree.children = expand(tree.children, { file, parse: parserOf(this), depth: 0 });
  };
}

interface Expansion {
  readonly file: VFile;
  readonly parse: (text: string) => Root;
  readonly depth: number;
}

function expand(nodes: readonly RootContent[], expansion: Expansion): RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type === "blockquote" || node.type === "listItem") {
      node.children = expand(node.children, expansion) as typeof node.children;
    } else if (node.type === "list") {
      for (const item of node.children) item.children = expand(item.children, expansion) as typeof item.children;
    }
    return node.type === "paragraph" && node.children.some(opensInclude) ? expandParagraph(node, expansion) : [node];
  });
}

/** What is left of the paragraph, if anything, then the blocks of the included files. */
function expandParagraph(paragraph: Paragraph, expansion: Expansion): RootContent[] {
  const left: PhrasingContent[] = [];
  const included: RootContent[] = [];
  for (const [index, node] of paragraph.children.entries()) {
    const previous = paragraph.children[index - 1];
    const target =
      node.type === "link" && previous?.type === "text" && OPEN.test(previous.value) ? node.url : undefined;
    if (target === undefined) left.push(node);
    else included.push(...contentOf(target, paragraph, expansion));
  }
  const words = left.flatMap((node) => withoutDirective(node));
  const rest: RootContent[] = words.some((node) => node.type !== "text" || node.value.trim() !== "")
    ? [{ ...paragraph, children: words }]
    : [];
  return [...rest, ...included];
}

function contentOf(target: string, directive: Paragraph, expansion: Expansion): RootContent[] {
  const { file, parse, depth } = expansion;
  const found = file.data.source?.includes.get(target);
  if (found === undefined) {
    const path = target.replaceAll("\\", "/");
    file.data.findings?.push(finding("include-missing", file.path, placeOf(directive), path, { path }));
    return [{ ...directive, children: [], data: { ...directive.data, missingInclude: path } }];
  }
  if (!mayRead("includedLength", found.text.length, placeOf(directive), file)) return [];
  const text = clipped(found.text, file, found.path);
  const root = parse(text);
  const origin = { text, linesAbove: 0, file: found.path };
  const children = markOrigin(root, origin);
  reportExcesses(root, file, origin);
  const blocks = children.filter((node) => node.type !== "yaml");
  return depth < MAX_DEPTH ? expand(blocks, { ...expansion, depth: depth + 1 }) : blocks;
}

function opensInclude(node: PhrasingContent): boolean {
  return node.type === "text" && OPENS.test(node.value);
}

function withoutDirective(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== "text") return [node];
  const value = node.value.replace(OPEN, "").replace(CLOSE, "").replace(OPEN, "");
  return value === "" ? [] : [{ ...node, value }];
}
