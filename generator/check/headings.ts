import type { HeadingAt } from "../findings/identity.js";
import type { FoundPage } from "../result.js";

/** Which heading a line of one of these pages stands below. */
export function headingsOf(pages: readonly FoundPage[]): HeadingAt {
  const outlines = new Map(pages.map(({ path, outline = [] }) => [path, outline]));
  return (page, line) => outlines.get(page)?.findLast(([from]) => from <= line)?.[1] ?? "";
}
