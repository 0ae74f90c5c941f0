/** Which code prettier leaves as it is. Apart from its parser, which who asks this need not load. */
import { util } from "prettier";

/** Columns of a line. */
export const lineWidth = 120;

/** Begins a line of a doc comment; these have any width. */
const COMMENT_LINE = /^ *(?:\/\*)?\*/;
/** Escaped quotation marks, which other ones may save, and objects with comments in them, which ts-morph gets as text. */
const ASKS_PRETTIER = /\\"| $/;
/** A text that has a line for itself stays, however long, and so does `route: "…";`, where it is a type. */
const LONE_TEXT = /^ *(?:"(?:[^"\\]|\\.)*",?|\w+\??: "(?:[^"\\]|\\.)*";)$/;

/** Whether each line of code is short enough. */
export function fits(code: string): boolean {
  return codeLines(code).every((line) => util.getStringWidth(line) <= lineWidth);
}

/** Whether prettier would leave a statement as it is, which was printed with its lines where prettier breaks them. */
export function isLaidOut(code: string): boolean {
  return codeLines(code).every((line) => !ASKS_PRETTIER.test(line) && (LONE_TEXT.test(line) || fits(line)));
}

/** The lines but those of doc comments. */
function codeLines(code: string): string[] {
  return code.split("\n").filter((line) => !COMMENT_LINE.test(line));
}
