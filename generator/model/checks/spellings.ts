/** Pages and types that differ in nothing but letter case: they are one thing for a file system, a reader, a link. */
import type { Page } from "../../read/page.js";
import { compareText, shortName } from "../../shared/names.js";
import type { Report } from "../../findings/collect.js";
import type { TypeOnPage } from "../types/type-pages.js";

/** Findings `page-case` and `type-case`. */
export function reportSpellings(pages: readonly Page[], parts: readonly TypeOnPage[], report: Report): void {
  const paths = new Map<string, string>();
  const whole = pages.filter(({ anchor }) => anchor === undefined);
  for (const { path, title } of whole.toSorted((a, b) => compareText(a.path, b.path))) {
    const first = paths.get(path.toLowerCase());
    if (first === undefined) paths.set(path.toLowerCase(), path);
    else report("page-case", path, title.place, path, { other: first });
  }
  const kept = new Map(parts.map((part) => [part.written ?? part.name, part.page.path]));
  for (const { page, name, written = name, blocks } of parts) {
    const other = kept.get(name);
    if (written === name || other === undefined || other === page.path) continue;
    const place = blocks.flatMap(({ annotation }) => annotation?.place ?? [])[0] ?? page.title.place;
    report("type-case", page.path, place, shortName(written), {
      written: shortName(written),
      name: shortName(name),
      page: other,
    });
  }
}
