/** The parser of pages as it is, and with what spares it work: the trees must be the same. */
import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { leanParser } from "../../generator/read/lean/lean-parser.js";
import { boundedMarks, excesses } from "../../generator/read/markdown/marks.js";

function syntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), boundedMarks);
  (data.fromMarkdownExtensions ??= []).push([gfmTableFromMarkdown(), excesses]);
}

const whole = unified().use(remarkParse).use(remarkFrontmatter).use(syntax).freeze();
const lean = unified().use(remarkParse).use(leanParser).use(remarkFrontmatter).use(syntax).freeze();

/** What remark makes of the whole text. */
export function wholeTree(text: string): Root {
  return whole.parse(text) as Root;
}

/** What it makes of the text when it is given only what it must see; remembers what it met. */
export function leanTree(text: string): Root {
  return lean.parse(text) as Root;
}
