/** `## Create a list {#create}`: the anchor that several systems for docs let a writer choose is no word of the heading. */
import type { Root } from "mdast";
import { walkBlocks } from "./origin.js";

const ANCHOR = /\{#[\w.:-]+\}$/;

/** unified plugin: takes such anchors off. */
export function headingIds() {
  return (tree: Root): void => {
    walkBlocks(tree, (node) => {
      const last = node.type === "heading" ? node.children.at(-1) : undefined;
      if (last?.type !== "text" || !ANCHOR.test(last.value.trimEnd())) return;
      last.value = last.value.trimEnd().replace(ANCHOR, "").trimEnd();
    });
  };
}
