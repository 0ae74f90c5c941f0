/** The words of pages as they go on: Markdown whose relative links name a page of the docs. */
import type { Page, Prose } from "../read/page.js";
import { resolvePath } from "../shared/page-path.js";

/** What stands in the parentheses of a link; a bracket inside them may be left open. */
const INLINE_LINK = /\]\(([^()]*(?:\([^()]*)?)\)/g;
const TARGET = /^\s*<?([^\s>#]+)(#[^\s>]*)?/;
const PAGE_EXTENSION = ".md";

/** Paragraphs as Markdown; links to pages are rewritten to paths relative to the docs root. */
export function markdownOf(paragraphs: readonly Prose[], page: Page): string {
  return paragraphs
    .map((prose) => rewriteLinks(prose.markdown, page.path))
    .join("\n\n")
    .trim();
}

function rewriteLinks(markdown: string, path: string): string {
  return markdown.replace(INLINE_LINK, (link, inside: string) => {
    const [, whole = "", anchor = ""] = TARGET.exec(inside) ?? [];
    const end = whole.toLowerCase().lastIndexOf(PAGE_EXTENSION) + PAGE_EXTENSION.length;
    if (end <= PAGE_EXTENSION.length) return link;
    const target = whole.slice(0, end);
    const rest = end === whole.length ? anchor : "";
    if (target.startsWith("/") || /^[a-z]+:/i.test(target)) return `](${target}${rest})`;
    return `](${resolvePath(path, target.slice(0, -PAGE_EXTENSION.length))}${PAGE_EXTENSION}${rest})`;
  });
}
