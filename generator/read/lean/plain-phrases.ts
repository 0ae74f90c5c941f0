/** Words with nothing in them that has a meaning but plain links, code, bold words and line breaks: they need no parser. */
import type { Html, InlineCode, Link, Strong, Text } from "mdast";
import { bounds } from "../../shared/bounds.js";

/** Characters with which something may begin that is no text, and what has no width of its own. */
const MARK = /[!&*<[\\\]_`\t\r]/;
/**
 * `[user](user.md)`: words without a mark, and an address of letters, digits and the signs of paths and queries; `` `code` `` and `**words**`, with
 * no blank inside at the border, and no further mark outside; `<br>`; and what means nothing where it stands.
 */
const PLAIN =
  /\[([^!&*<[\\\]_`\t\r\n|]+)\]\(([\w.~:/?#@$,;=+%-]+)\)|`([^`\s|](?:[^`\t\r\n|]*[^`\s|])?)`(?!`)|(?<!\*)\*\*([A-Za-z0-9](?:[^!&*<[\\\]_`\t\r\n|]*[A-Za-z0-9])?)\*\*(?!\*)|(<br ?\/?>)|&(?= )|!(?!\[)/gi;
/** Marks that one of these has at most, with the brackets of an include directive around it. */
const MARKS = 6;

type Phrase = Text | Link | InlineCode | Strong | Html;

/** As the parser writes it. */
export interface Point {
  line: number;
  column: number;
  offset?: number | undefined;
}

/** Where a character stands on the page. */
export type PointAt = (index: number) => Point;

/** Whether a text is of such words. */
export function isPlain(text: string): boolean {
  if (!MARK.test(text)) return true;
  let marks = 0;
  const rest = text.replaceAll(PLAIN, () => ((marks += MARKS) <= bounds.marks ? "" : "*"));
  return !MARK.test(rest);
}

/** The words of such a text between `from` and `to`, as the parser would make them. */
export function plainPhrases(text: string, from: number, to: number, point: PointAt): Phrase[] {
  const found: Phrase[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(PLAIN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const phrase = phraseOf(match, text, start, point);
    if (phrase === undefined) continue;
    if (start > at) found.push(textNode(text, at, start, point));
    found.push({ ...phrase, position: { start: point(start), end: point(end) } });
    at = end;
  }
  if (to > at) found.push(textNode(text, at, to, point));
  return found;
}

/** What stands at `start`; `undefined` for what is text. */
function phraseOf(
  [, label, url, code, bold, html]: RegExpExecArray,
  text: string,
  start: number,
  point: PointAt,
): Phrase | undefined {
  const words = (from: number, length: number): Text[] => [textNode(text, start + from, start + from + length, point)];
  if (label !== undefined && url !== undefined)
    return { type: "link", title: null, url, children: words(1, label.length) };
  if (code !== undefined) return { type: "inlineCode", value: code };
  if (bold !== undefined) return { type: "strong", children: words(2, bold.length) };
  return html === undefined ? undefined : { type: "html", value: html };
}

function textNode(text: string, from: number, to: number, point: PointAt): Text {
  return { type: "text", value: text.slice(from, to), position: { start: point(from), end: point(to) } };
}
