/** The sentence that says what a type is based on: "Inherits from [entity](…)", "A subclass of [x](…)", "derived from [**x**][x]". */
import type { Link, Page, Prose } from "../read/page.js";
import { lastSentence } from "./sentences.js";

/** Only words about the type itself: "all policies inherit from here" speaks of others. For text without runs of white space. */
const STATEMENT =
  /\b(?:inherits|inheriting|derives|(?:is|are) derived|derived|extends|(?:a |an )?(?:sub-?class|sub-?type|specialization|extension)|based) (?:from |of |on )?(?:the |an? )?(?:(?:abstract|base|parent) )*(?:class|type|resource|entity|object)? ?$/i;
const PLURAL_SUBJECT = /\b(?:all|both|other|these|those|individual|following)\b/i;
/** "All of them inherit from [x]": a verb in the plural. */
const PLURAL_VERB = /\binherit\b/i;
const DERIVED = /\bderived types (?:are|include)\b[^.]*/i;
/** A whole sentence "Inherits from [entity](…)." */
const BASE_SENTENCE =
  /(^|[.!?]\s+|\n)(?:(?:it|this (?:type|resource|entity)) )?(?:inherits|derive[sd])\s+from\s+(?:the\s+)?(?:base (?:class|type)\s+)?(?:\*\*|`)?(?:\[[^[\]]*\]\([^()\n]*\)|\w[\w.]*\w)(?:\*\*|`)?(?:\s+(?:resource|type|entity|object))*(?:\.(?=\s|$)|$)/gi;
/** Of the text before a link that is looked at; with thousands of links, all of it would be read thousands of times. */
const SENTENCE_LENGTH = 1_000;
const WHITE_SPACE = /\s+/g;
const MARKUP = /(?<![*`[\]])[*`[\]]+$/;

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
  return at >= 0 && PLURAL_VERB.test(lastSentence(text.slice(0, at)));
}

function statedLink(prose: Prose): Link | undefined {
  let from = 0;
  for (const link of prose.links) {
    const at = prose.text.indexOf(link.text, from);
    if (at < 0 || link.text === "") continue;
    const sentence = lastSentence(prose.text.slice(Math.max(0, at - SENTENCE_LENGTH), at));
    const before = sentence.replace(MARKUP, "").replace(WHITE_SPACE, " ");
    if (STATEMENT.test(before) && !PLURAL_SUBJECT.test(before)) return link;
    from = at + link.text.length;
  }
  return undefined;
}

/** The types that a page says to be derived from its own: "This is a base class; the derived types are [a](…) and [b](…)." */
export function derivedStatement(page: Page): readonly Link[] {
  return page.description.flatMap((prose) => {
    const from = DERIVED.exec(prose.text)?.index ?? -1;
    return from < 0 ? [] : prose.links.filter((link) => prose.text.indexOf(link.text, from) >= 0);
  });
}

/** A description without the sentence that only names the base: the declaration says it. */
export function withoutBaseSentence(markdown: string): string {
  return markdown.replace(BASE_SENTENCE, "$1").trim();
}
