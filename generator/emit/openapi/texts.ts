/**
 * Words of the docs for the document. They come from strangers, and are shown as Markdown by viewers and written into comments by generators:
 * no HTML, no link to anything but pages, and no escape that a generator would read again.
 */
import { INVISIBLE_IN_TEXT } from "../../shared/invisible.js";
import { isAbsolute } from "../../shared/odata/url.js";
import { withoutLayout } from "../typescript/doc.js";

const TAG = /<(?=[a-z/!?])/giu;
const MAIL = /^mailto:/iu;
const ESCAPE = /\\(?=u)/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINK = "](";

/** A description as Markdown that does nothing but say something. */
export function safeText(markdown: string): string {
  const plain = withoutLayout(markdown)
    .replace(INVISIBLE_IN_TEXT, "")
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(ESCAPE, "\\ ")
    .replace(TAG, tagSign)
    .replaceAll("]:", "]\\:");
  return plain
    .split(LINK)
    .map((part, i) => (i === 0 || leadsToPage(part) ? part : ` (${part}`))
    .reduce((text, part) => (part.startsWith(" (") ? `${text}]${part}` : `${text}${LINK}${part}`))
    .trim();
}

/** An address in angle brackets is a link, all else behind such a sign might be HTML. One that the page escapes would lose that by a second one. */
function tagSign(sign: string, at: number, text: string): string {
  return isSafe(text.slice(at + 1, at + 9)) || isEscaped(text, at) ? sign : `\\${sign}`;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}

/** Whether a link's target is an address of the web, or a path: a scheme, also one that is spelt in entities, would come before any slash. */
function leadsToPage(target: string): boolean {
  const bare = target.replace(/^\s*\\?<?/u, "");
  if (isSafe(bare)) return true;
  const scheme = bare.split(/[)/?#]/u, 1)[0] ?? "";
  return !scheme.includes(":") && !scheme.includes("&") && !scheme.includes("\\");
}

function isSafe(address: string): boolean {
  return isAbsolute(address) || MAIL.test(address);
}

/** A text that stands on one line. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/gu, " ");
}
