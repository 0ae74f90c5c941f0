/** Headings, paragraphs and include directives of plain words, and rules: most of what a page has beside tables and fences needs no parser. */
import type { Heading, Paragraph, ThematicBreak } from "mdast";
import { isPlain, plainPhrases, type PointAt } from "./plain-phrases.js";

/** Neither underlined nor closed by hashes, and without blanks that the parser would take off. */
const HEADING = /^(#{1,6} )[^\s#](?:[^\n#]*[^\s#])?$/;
/** Each line begins with what only text or a link begins with, and has no blank at its end. */
const PARAGRAPH = /^(?:[A-Za-z[][^\n]*\S(?:\n(?=[A-Za-z[])|$))+$/;
/** `[!INCLUDE [sample-code](../includes/x.md)]`, for the words around its link. */
const DIRECTIVE = /^\[!INCLUDE (\[[^\r\n]*\))\]$/gim;

/** What such a piece is where it stands at the top of a page; `undefined` for any other. */
export function plainPiece(text: string): Heading | Paragraph | ThematicBreak | undefined {
  if (text === "---") return rule(text);
  const mark = HEADING.exec(text)?.[1];
  if (mark !== undefined && isPlain(text)) return heading(text, mark);
  return PARAGRAPH.test(text) && isPlain(text.replaceAll(DIRECTIVE, "$1")) ? paragraph(text) : undefined;
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
  return (offset) => {
    const lines = text.slice(0, offset).split("\n");
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
  };
}
