/** Where nodes come from: the page itself, an included file, or a piece of either that had to be parsed again. */
import type { Nodes, Parents, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { Place } from "../../shared/place.js";
import type { Annotation } from "../page.js";

/** The text that a node's position refers to, and where that text starts. Absent on nodes of the page itself. */
export interface Origin {
  readonly text: string;
  /** Lines above the text's first line in its file. */
  readonly linesAbove: number;
  /** Relative to the docs root; absent when it is the page. */
  readonly file?: string;
}

declare module "unist" {
  interface Data {
    origin?: Origin;
    /** On the empty paragraph that stands for an included file that does not exist: its name as written. */
    missingInclude?: string;
    /** On code: what the comment above says. */
    annotation?: Annotation;
  }
}

/** Parses a piece of text the way the page itself was parsed, without running any plugin on it. */
export function parserOf(processor: Processor): (text: string) => Root {
  // a plugin's `this` does not know that the parser of its processor yields mdast
  return (text) => processor.parse(text) as Root;
}

/** Marks every node of a tree that was parsed from something else than the page's own text. */
export function markOrigin(root: Root, origin: Origin): RootContent[] {
  walkNodes(root, (node) => {
    node.data = { ...node.data, origin };
  });
  return root.children;
}

/** Place of a node's first character. Nodes without a position (none of remark-parse) stand at the top. */
export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  const origin = node.data?.origin;
  return {
    line: (start?.line ?? 1) + (origin?.linesAbove ?? 0),
    column: start?.column ?? 1,
    ...(origin?.file !== undefined && { file: origin.file }),
  };
}

/** Place of the first line inside a fence; its lines are indented like the fence. */
export function placeInFence(node: Nodes): Place {
  const place = placeOf(node);
  return node.type === "code" && node.data?.titled ? place : { ...place, line: place.line + 1 };
}

/**
 * Calls `visitor` for every block of the tree in document order, inside lists and quotations too; not for cells and inline text. Much
 * cheaper than a walk over all nodes, most of which are text.
 */
export function walkBlocks(
  parent: Parents,
  visitor: (node: RootContent, index: number, parent: Parents) => void,
): void {
  // blocks that the visitor inserts behind the current one are visited as well
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    if (node === undefined) continue;
    visitor(node, index, parent);
    if (node.type === "list" || node.type === "listItem" || node.type === "blockquote") walkBlocks(node, visitor);
  }
}

/** Calls `visitor` for a node and all in it, in document order. A page has thousands, for each of which a walk that hands over ancestors makes lists. */
export function walkNodes(node: Nodes, visitor: (node: Nodes) => void): void {
  visitor(node);
  if ("children" in node) for (const child of node.children) walkNodes(child, visitor);
}

/** True for a heading that is made by the line below it. */
export function isUnderlined(node: RootContent): boolean {
  return node.type === "heading" && node.position !== undefined && node.position.end.line > node.position.start.line;
}
