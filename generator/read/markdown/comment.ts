/**
 * Annotations whose comment is not closed: they hide all that follows, up to the end of the next comment or of the page. Comments that
 * hide something on purpose are left alone: they do not start with an annotation, or they end where they should.
 */
import type { Html, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { VFile } from "vfile";
import { finding } from "../../findings/rules.js";
import { menderOf } from "./mending.js";
import { placeOf, walkBlocks } from "./origin.js";

const ANNOTATION_START = /^<!--\s*\{\s*["“]?\w/;
/** `-- >` ends a comment for its writer, but for no browser. */
const END = /--(\s*)>/;
const CLOSES = /--\s*>/;
/** What cannot be part of an annotation: a heading, a code block, another comment. */
const PAGE_LINE = /^(?:#{1,6} | {0,3}`{3}|<!--)/;

/** unified plugin: closes such a comment where the page goes on, and reads what it hid. */
export function unclosedComments(this: Processor) {
  return (tree: Root, file: VFile): void => {
    const mend = menderOf(this, tree, file);
    walkBlocks(tree, (node, index, parent) => {
      const cut = node.type === "html" ? commentEnd(node) : undefined;
      if (node.type !== "html" || cut === undefined) return;
      file.data.findings?.push(finding("comment-unclosed", file.path, placeOf(node), ""));
      const lines = node.value.split("\n");
      const origin = { ...node.data?.origin, linesAbove: placeOf(node).line - 1 + cut };
      const hidden = mend(() => lines.slice(cut), origin, placeOf(node));
      if (hidden === undefined) return;
      const kept = lines.slice(0, cut).join("\n").trimEnd();
      node.value = CLOSES.test(kept.slice(kept.lastIndexOf("\n") + 1)) ? kept : `${kept}\n-->`;
      (parent.children as RootContent[]).splice(index + 1, 0, ...hidden);
    });
  };
}

/** Index of the first line behind the annotation; undefined when the comment ends as it should. */
function commentEnd({ value }: Html): number | undefined {
  if (!ANNOTATION_START.test(value)) return undefined;
  const end = END.exec(value);
  const comment = value.slice(0, end?.index);
  const lines = value.split("\n");
  if (end?.[1]) return lines.length > comment.split("\n").length ? comment.split("\n").length : undefined;
  // a comment that is closed further down holds another one: that one is closed there
  if (end !== null && comment.indexOf("<!--", 1) < 0) return undefined;
  const cut = lines.findIndex((line, index) => index > 0 && PAGE_LINE.test(line));
  return cut < 0 ? undefined : cut;
}
