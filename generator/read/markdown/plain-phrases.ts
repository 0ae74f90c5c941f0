/** Words in which no character has a meaning but those of plain links: they need no parser. */
import type { Link, Text } from "mdast";
import { bounds } from "../../shared/bounds.js";

/** Characters with which something may begin that is no text, and what has no width of its own. */
const MARK = /[!&*<[\\\]_`\t\r]/;
/** `[user](user.md)`: words without a mark, and an address without anything that the parser reads. */
const LINK = /\[([^!&*<[\\\]_`\t\r\n|]+)\]\(([^\s!"&'()*<>[\\\]`|]+)\)/g;
const MAX_LINKS = bounds.marks / 2;

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
  let links = 0;
  const rest = text.replaceAll(LINK, () => (links++ < MAX_LINKS ? "" : "["));
  return !MARK.test(rest);
}

/** The words of `text` between `from` and `to`, and the links among them, as the parser would make them. */
export function plainPhrases(text: string, from: number, to: number, point: PointAt): (Text | Link)[] {
  const found: (Text | Link)[] = [];
  let at = from;
  for (const { 0: link, 1: words = "", 2: url = "", index } of text.slice(from, to).matchAll(LINK)) {
    const start = from + index;
    const end = start + link.length;
    const children = [textNode(text, start + 1, start + 1 + words.length, point)];
    if (start > at) found.push(textNode(text, at, start, point));
    found.push({ type: "link", title: null, url, children, position: { start: point(start), end: point(end) } });
    at = end;
  }
  if (to > at) found.push(textNode(text, at, to, point));
  return found;
}

function textNode(text: string, from: number, to: number, point: PointAt): Text {
  return { type: "text", value: text.slice(from, to), position: { start: point(from), end: point(to) } };
}
