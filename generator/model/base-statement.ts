/** The sentence that says what a type is based on: "Inherits from [entity](…)", "A subclass of [x](…)", "derived from [**x**][x]". */
import type { Link, Page, Prose } from "../read/page.js";

/** Only words about the type itself: "all policies inherit from here" speaks of others. */
const STATEMENT =
  /\b(?:inherits|inheriting|derives|(?:is|are) derived|derived|extends|(?:a |an )?(?:sub-?class|sub-?type|specialization|extension)|based)\s+(?:from\s+|of\s+|on\s+)?(?:the\s+|an?\s+)?(?:(?:abstract|base|parent)\s+)*(?:class|type|resource|entity|object)?\s*$/i;
const PLURAL_SUBJECT = /\b(?:all|both|other|these|those|individual|following)\b[^.]*$/i;
const MARKUP = /[*`[\]]+$/;

/** The link of that sentence among the page's first paragraphs and the words of its properties section; undefined when there is none. */
export function baseStatement(page: Page): Link | undefined {
  for (const prose of [...page.description, ...(page.properties?.prose ?? [])]) {
    const link = statedLink(prose);
    if (link) return link;
  }
  return page.inheritsFrom?.url ? page.inheritsFrom : undefined;
}

function statedLink(prose: Prose): Link | undefined {
  let from = 0;
  for (const link of prose.links) {
    const at = prose.text.indexOf(link.text, from);
    if (at < 0 || link.text === "") continue;
    const before = prose.text.slice(0, at).replace(MARKUP, "");
    if (STATEMENT.test(before) && !PLURAL_SUBJECT.test(before)) return link;
    from = at + link.text.length;
  }
  return undefined;
}
