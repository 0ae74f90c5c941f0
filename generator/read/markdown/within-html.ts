/**
 * Fences and tables within HTML: a line such as `<div class="sample">` right above them makes all down to the next blank line HTML, in which
 * nothing is read. What is shown as it is (`<pre>`) and what is hidden on purpose (comments) is left alone.
 */
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { finding } from "../../findings/rules.js";
import { placeOf, walkBlocks } from "./origin.js";

const ON_PURPOSE = /^\s*<(?:!|\?|(?:pre|script|style|textarea)\b)/i;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;
const PIPED = /^[ \t]*\|.*\|/;
const DELIMITERS = /^[ \t]*\|[ \t|:]*-[ \t|:-]*\r?$/;

/** unified plugin: says what such HTML keeps from being read, once for each block. Tables of HTML are out of the tree by then. */
export function swallowedByHtml() {
  return (tree: Root, file: VFile): void => {
    walkBlocks(tree, (node) => {
      if (node.type !== "html" || ON_PURPOSE.test(node.value)) return;
      const lines = node.value.split("\n");
      const at = lines.findIndex((line, index) => index > 0 && (FENCE.test(line) || isTableAt(lines, index)));
      if (at < 0) return;
      const place = { ...placeOf(node), column: 1 };
      const own = { ...place, line: place.line + at };
      const html = `the HTML of line ${place.line}, which goes on to the next blank line`;
      file.data.findings?.push(
        FENCE.test(lines[at] ?? "")
          ? finding("fence-swallowed", file.path, own, "", { what: `is part of ${html}` })
          : finding("table-broken", file.path, own, "", { reason: `they are part of ${html}` }),
      );
    });
  };
}

/** A header above a row of dashes. */
function isTableAt(lines: readonly string[], index: number): boolean {
  return PIPED.test(lines[index] ?? "") && DELIMITERS.test(lines[index + 1] ?? "");
}
