/** Lines that nobody read, by the heading that they stand below: what the reader does not know yet, or the page says in a way of its own. */
import type { Checked } from "../findings/checked.js";
import type { HeadingAt } from "../findings/identity.js";
import { compareText } from "../shared/names.js";

/** What is unread below headings of one name. */
export interface UnreadHeading {
  readonly heading: string;
  readonly lines: number;
  readonly pages: number;
  /** Where the first of them stands. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Most lines first. */
export function unreadHeadings(
  { pages, linesOf }: Pick<Checked, "pages" | "linesOf">,
  headingAt: HeadingAt,
): readonly UnreadHeading[] {
  const found = new Map<string, UnreadHeading & { readonly on: Set<string> }>();
  for (const { page, path, ledger } of pages)
    for (const [from, to, state] of ledger.lines) {
      if (state !== "unread") continue;
      const heading = headingAt(page, from);
      const on = (found.get(heading)?.on ?? new Set()).add(page);
      const first = found.get(heading) ?? {
        heading,
        lines: 0,
        path,
        line: from,
        text: linesOf(path)?.[from - 1] ?? "",
      };
      found.set(heading, { ...first, lines: first.lines + to - from + 1, pages: on.size, on });
    }
  return [...found.values()]
    .map(({ on: _on, ...one }) => one)
    .sort((a, b) => b.lines - a.lines || compareText(a.heading, b.heading));
}
