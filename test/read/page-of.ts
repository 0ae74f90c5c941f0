import { readPage } from "../../generator/read/read-page.js";
import type { Page } from "../../generator/read/page.js";
import type { Finding } from "../../generator/findings/rules.js";

/** Reads a page from its text. A page in `api/` is one of an operation unless its content says otherwise. */
export function pageOf(text: string, path = "api/book-get.md", includes: Readonly<Record<string, string>> = {}): Page {
  const files = Object.entries(includes).map(
    ([target, content]) => [target, { path: target.replace("../", ""), text: content }] as const,
  );
  return readPage({ path, text, includes: new Map(files) });
}

/** `rule line:column`, or `rule file:line:column` where a finding stands in another file than its page. */
export function shown(page: Pick<Page, "findings" | "path">): string[] {
  return page.findings.map((finding) => `${finding.rule} ${placeOf(finding, page.path)}`);
}

function placeOf({ page, line, column }: Finding, path: string): string {
  return page === path ? `${line}:${column}` : `${page}:${line}:${column}`;
}

/** A page of an operation that has nothing wrong, with parts to replace. */
export function operation(
  parts: Partial<Record<"permissions" | "request" | "middle" | "examples", string>> = {},
): string {
  return `---
title: "Get book"
---

# Get book

Namespace: library

Finds a book on the shelves.

## Permissions

${parts.permissions ?? "|Permission type|Permissions (from least to most privileged)|\n|:---|:---|\n|Delegated (work or school account)|Books.Read|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Books.Read.All|"}

## HTTP request

${parts.request ?? "``` http\nGET /books/{bookId}\n```"}

${parts.middle ?? ""}

## Examples

${parts.examples ?? ""}
`;
}
