/** The sentence that says what a type is based on: "Inherits from [entity](…)", "A subclass of [x](…)", "derived from [**x**][x]". */
import type { Link, Page, Prose } from "../read/page.js";

/** Only words about the type itself: "all policies inherit from here" speaks of others. */
const STATEMENT =
  /\b(?:inherits|inheriting|derives|(?:is|are) derived|derived|extends|(?:a |an )?(?:sub-?class|sub-?type|specialization|extension)|based)\s+(?:from\s+|of\s+|on\s+)?(?:the\s+|an?\s+)?(?:(?:abstract|base|parent)\s+)*(?:class|type|resource|entity|object)?\s*$/i;
const PLURAL_SUBJECT = /\b(?:all|both|other|these|those|individual|following)\b[^.]*$/i;
/** "All of them inherit from [x]": a verb in the plural. */
const PLURAL_VERB = /\binherit\b[^.]*$/i;
const MARKUP = /[*`[\]]+$/;

/** The link of that sentence among the page's first paragraphs and the words of its properties section; undefined when there is none. */
export function baseStatement(page: Page): Link | undefined {
  const paragraphs = [...page.description, ...(page.properties?.prose ?? [])];
  for (const prose of paragraphs) {
    const link = statedLink(prose);
    if (link) return link;
  }
  const { inheritsFrom } = page;
  return inheritsFrom?.url && !paragraphs.some((prose) => ofOthers(prose, inheritsFrom)) ? inheritsFrom : undefined;
}

/** Whether a paragraph says the link to be the base of other types than the page's own. */
function ofOthers({ text }: Prose, link: Link): boolean {
  const at = text.indexOf(link.text);
  return at >= 0 && PLURAL_VERB.test(text.slice(0, at));
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
