/** The words of pages as they go on: Markdown whose relative links name a page of the docs. */
import type { Page, Prose } from "../read/page.js";
import { resolvePath } from "./names.js";

const INLINE_LINK = /\]\(\s*<?([^\s)>#]+\.md)(#[^\s)>]*)?>?([^)]*)\)/gi;

/** Paragraphs as Markdown; links to pages are rewritten to paths relative to the docs root. */
export function markdownOf(paragraphs: readonly Prose[], page: Page): string {
  return paragraphs
    .map((prose) => rewriteLinks(prose.markdown, page.path))
    .join("\n\n")
    .trim();
}

function rewriteLinks(markdown: string, path: string): string {
  return markdown.replace(INLINE_LINK, (_, target: string, anchor: string | undefined) => {
    if (target.startsWith("/") || /^[a-z]+:/i.test(target)) return `](${target}${anchor ?? ""})`;
    return `](${resolvePath(path, target.slice(0, -3))}.md${anchor ?? ""})`;
  });
}
