/**
 * Includes: a paragraph `[!INCLUDE [permissions-table](../includes/x.md)]` gives way to the blocks of the file it names; within a line, the
 * words of a file take its place.
 */
import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { bounds } from "../../shared/bounds.js";
import { withClosedAnchors } from "./anchors.js";
import { clipped } from "./clip.js";
import { markOrigin, parserOf, placeOf } from "./origin.js";
import { reportExcesses } from "./over-bound.js";
import { includesBound, problemFinding, type Problem } from "../source/problem.js";
import type { Included } from "../source/source.js";

const OPEN = /\[!INCLUDE\s*$/i;
const OPENS = /\[!INCLUDE/i;
const CLOSE = /^\s*\]/;

/** unified plugin: replaces each directive by the content of its file; `VFile.data.source.includes` holds the files. */
export function includes(this: Processor) {
  return (tree: Root, file: VFile): void => {
    tree.children = expand(tree.children, {
      file,
      parse: parserOf(this),
      depth: 0,
      written: { files: 0, length: 0, overBound: false },
    });
  };
}

interface Expansion {
  readonly file: VFile;
  readonly parse: (text: string) => Root;
  readonly depth: number;
  /** All that was written out on this page so far. */
  readonly written: { files: number; length: number; overBound: boolean };
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
    if (target === undefined) {
      left.push(node);
      continue;
    }
    const content = contentOf(target, paragraph, expansion);
    const words = isWithinLine(previous, paragraph.children[index + 1]) ? includedWords(content) : undefined;
    if (words === undefined) included.push(...content);
    else left.push(...words);
  }
  const words = left.flatMap((node) => withoutDirective(node));
  const rest: RootContent[] = words.some((node) => node.type !== "text" || node.value.trim() !== "")
    ? [{ ...paragraph, children: words }]
    : [];
  return [...rest, ...included];
}

/** Whether words stand beside a directive, in the line of its own. */
function isWithinLine(before: PhrasingContent | undefined, after: PhrasingContent | undefined): boolean {
  const words = before?.type === "text" ? before.value.replace(OPEN, "") : "";
  return /[^\s\]] ?$/.test(words) || (after?.type === "text" && /^\s*\] ?[^\s[]/.test(after.value));
}

/** What a file of one paragraph says; undefined for any other. */
function includedWords([first, ...others]: readonly RootContent[]): readonly PhrasingContent[] | undefined {
  const isWords = first?.type === "paragraph" && others.length === 0 && first.data?.missingInclude === undefined;
  return isWords ? first.children : undefined;
}

function contentOf(target: string, directive: Paragraph, expansion: Expansion): RootContent[] {
  const { file, parse, depth, written } = expansion;
  const found = included(target, expansion);
  if ("problem" in found) return refuse(found.problem, target.replaceAll("\\", "/"), directive, expansion);
  written.files += 1;
  written.length += found.text.length;
  const text = withClosedAnchors(clipped(found.text, file, found.path));
  const root = parse(text);
  const origin = { text, linesAbove: 0, file: found.path };
  const children = markOrigin(root, origin);
  reportExcesses(root, file, origin);
  const blocks = children.filter((node) => node.type !== "yaml");
  return expand(blocks, { file, parse, written, depth: depth + 1 });
}

function included(target: string, { file, depth, written }: Expansion): Included | { readonly problem: Problem } {
  const { source } = file.data;
  if (depth >= bounds.includeDepth) return { problem: tooDeep };
  const found = source?.includes.get(target);
  if (found === undefined) return { problem: source?.refused?.get(target) ?? { kind: "missing" } };
  const problem = includesBound(written.files + 1, written.length + found.text.length);
  return problem === undefined ? found : { problem };
}

const tooDeep: Problem = {
  kind: "long",
  actual: `an include at level ${bounds.includeDepth + 1}`,
  limit: `${bounds.includeDepth}`,
};

/** A paragraph without words keeps the place. That a bound is exceeded is said once: includes that multiply would exceed it a thousand times. */
function refuse(problem: Problem, path: string, directive: Paragraph, { file, written }: Expansion): RootContent[] {
  if (problem.kind !== "long" || !written.overBound)
    file.data.findings?.push(problemFinding(problem, file.path, placeOf(directive), path));
  written.overBound ||= problem.kind === "long";
  return [{ ...directive, children: [], data: { ...directive.data, missingInclude: path } }];
}

function opensInclude(node: PhrasingContent): boolean {
  return node.type === "text" && OPENS.test(node.value);
}

/** Without so many characters of the directive at the start and at the end. */
function narrowed(position: Paragraph["position"], before: number, behind: number): Paragraph["position"] {
  if (position === undefined) return undefined;
  const { start, end } = position;
  return {
    start: { ...start, offset: (start.offset ?? 0) + before, column: start.column + before },
    end: { ...end, offset: (end.offset ?? 0) - behind },
  };
}

function withoutDirective(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== "text") return [node];
  const closed = node.value.replace(CLOSE, "");
  const value = closed.replace(OPEN, "");
  if (value === node.value) return [node];
  const position = narrowed(node.position, node.value.length - closed.length, closed.length - value.length);
  return value === "" ? [] : [{ ...node, value, ...(position && { position }) }];
}
