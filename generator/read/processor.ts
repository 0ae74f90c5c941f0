/**
 * The one processor that turns a page into facts: remark-parse, front matter and GFM tables, then our own plugins. Everything that is not
 * plain Markdown (tabs, includes, annotations, tables that miss a pipe) becomes a node before the compiler looks at the tree.
 */
import type { Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Plugin, Processor } from "unified";
import type { VFile } from "vfile";
import type { Finding } from "../findings/rules.js";
import { annotations } from "./markdown/annotation.js";
import { brokenTables } from "./markdown/broken-table.js";
import { unclosedComments } from "./markdown/comment.js";
import { compilePage } from "./compile.js";
import { swallowedFences } from "./markdown/fence.js";
import { fenceTitles } from "./markdown/fence-titles.js";
import { headingIds } from "./markdown/heading-ids.js";
import { includes } from "./markdown/include.js";
import { wordlessParts } from "./ledger.js";
import { boundedMarks, excesses } from "./markdown/marks.js";
import { otherTables } from "./blocks/other-tables.js";
import { toldMethods } from "./blocks/told-methods.js";
import { leanParser } from "./lean/lean-parser.js";
import { reportExcesses } from "./markdown/over-bound.js";
import type { Page } from "./page.js";
import type { PageSource } from "./source/source.js";
import { suppressionComments } from "./markdown/suppressions.js";
import { tabs } from "./markdown/tabs.js";
import { swallowedByHtml } from "./markdown/within-html.js";

declare module "vfile" {
  interface DataMap {
    source: PageSource;
    findings: Finding[];
  }
}

declare module "unified" {
  interface CompileResultMap {
    Page: Page;
  }
}

/** Of GFM tables only: the rest of GFM (bare links, strike-through) would misread addresses such as `members@odata.bind`. */
function syntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), boundedMarks);
  (data.fromMarkdownExtensions ??= []).push([gfmTableFromMarkdown(), excesses]);
}

/** unified plugin: reports what the parser met too much of. */
function excessesOfPage() {
  return (tree: Root, file: VFile): void => reportExcesses(tree, file);
}

const pageCompiler: Plugin<[], Root, Page> = function () {
  // only mdast reaches the compiler of this processor
  this.compiler = (tree, file) => compilePage(tree as Root, file);
};

/** Expects a VFile with `data.source` and `data.findings`; `result` of what it processes is a `Page`. */
export const processor = unified()
  .use(remarkParse)
  .use(leanParser)
  .use(remarkFrontmatter)
  .use(syntax)
  .use(excessesOfPage)
  .use(wordlessParts)
  .use(headingIds)
  .use(unclosedComments)
  .use(swallowedFences)
  .use(tabs)
  .use(includes)
  .use(brokenTables)
  .use(otherTables)
  .use(swallowedByHtml)
  .use(fenceTitles)
  .use(toldMethods)
  .use(annotations)
  .use(suppressionComments)
  .use(pageCompiler)
  .freeze();
