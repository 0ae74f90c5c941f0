/** Headings, paragraphs and include directives of plain words, and rules: most of what a page has beside tables and fences needs no parser. */
import type { Heading, Paragraph, ThematicBreak } from "mdast";
import { isPlain, plainPhrases, type PointAt } from "./plain-phrases.js";

/** Neither underlined nor closed by hashes, and without blanks that the parser would take off. */
const HEADING = /^(#{1,6} )[^\s#](?:[^\n#]*[^\s#])?$/;
/** Each line begins with what only text or a link begins with, and has no blank at its end. */
const PARAGRAPH = /^(?:[A-Za-z[][^\n]*\S(?:\n(?=[A-Za-z[])|$))+$/;
/** `[!INCLUDE [sample-code](../includes/x.md)]`, for the words around its link. */
const DIRECTIVE = /^\[!INCLUDE (\[[^\r\n\u2028\u2029]*\))\]$/gim;
/** A bracket around a link leads nowhere, of which the parser tries no more than `bounds.deadMarks`. */
const MOST_DIRECTIVES = 10;

/** What such a piece is where it stands at the top of a page; `undefined` for any other. */
export function plainPiece(text: string): Heading | Paragraph | ThematicBreak | undefined {
  if (text === "---") return rule(text);
  const mark = HEADING.exec(text)?.[1];
  if (mark !== undefined && isPlain(text)) return heading(text, mark);
  return PARAGRAPH.test(text) && isPlain(withoutDirectives(text)) ? paragraph(text) : undefined;
}

/** With no more than the links of directives, as long as these are few. */
function withoutDirectives(text: string): string {
  let directives = 0;
  return text.replaceAll(DIRECTIVE, (whole, link: string) => (++directives <= MOST_DIRECTIVES ? link : whole));
}

function heading(text: string, mark: string): Heading {
  const point = pointIn(text);
  // as many hashes as there are levels
  const depth = (mark.length - 1) as Heading["depth"];
  const children = plainPhrases(text, mark.length, text.length, point);
  return { type: "heading", depth, children, position: { start: point(0), end: point(text.length) } };
}

function rule(text: string): ThematicBreak {
  const point = pointIn(text);
  return { type: "thematicBreak", position: { start: point(0), end: point(text.length) } };
}

function paragraph(text: string): Paragraph {
  const point = pointIn(text);
  const children = plainPhrases(text, 0, text.length, point);
  return { type: "paragraph", children, position: { start: point(0), end: point(text.length) } };
}

/** Points of a text that stands at the top of a page. */
function pointIn(text: string): PointAt {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    const lines = ends.filter((end) => end < offset);
    return { line: lines.length + 1, column: offset - (lines.at(-1) ?? -1), offset };
  };
}
