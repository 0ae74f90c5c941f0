/** What is wrong with JSON, in words for its writer. */
import { printParseErrorCode } from "jsonc-parser";
import type { ParseErrorCode } from "jsonc-parser";

/** What opens and closes in the eyes of the parser, and what hides such marks from it: strings and comments. */
export const TOKEN = /"[^"\\\n\r]*(?:\\[\s\S][^"\\\n\r]*)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g;
const DIGIT = /\d/;
const LONE_ZERO = /(?:^|[^\w.])-?0$/;
/** `[...]` */
export const LEFT_OUT = /^\[\s{0,3}(?:\.{3}|…)/;

const LEFT_OUT_WHOLE = /^\s*(?:\.{3,}|…)\s*$/;

/** By the names of jsonc-parser's error codes. */
export const DOTS = "dots stand for what is left out";
const COMMENT = "it holds a comment";
const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: "a word stands without quotation marks",
  InvalidNumberFormat: "a number is malformed",
  PropertyNameExpected: "a property name is missing",
  ValueExpected: "a value is missing",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  EndOfFileExpected: "text follows the value",
  InvalidCommentToken: COMMENT,
  UnexpectedEndOfComment: "a comment is not closed",
  UnexpectedEndOfString: "a string is not closed",
  InvalidUnicode: "an escape sequence is malformed",
  InvalidEscapeCharacter: "an escape sequence is malformed",
  InvalidCharacter: "a control character or line break stands in a string",
};

/** Better words than the parser's for what stands at `offset`, where there are any. */
export function reasonFor(error: ParseErrorCode, text: string, offset: number): string | undefined {
  const name = printParseErrorCode(error);
  if (DIGIT.test(text[offset] ?? "") && LONE_ZERO.test(text.slice(Math.max(0, offset - 3), offset)))
    return "a number begins with a zero";
  if (name === "ValueExpected" && text[offset] === ":")
    return "a key stands in an array, so that a closing bracket, or an opening brace, is missing";
  return reasons[name];
}

/** The first mark that closes something else than what is open. */
export function crossedAt(text: string): { reason: string; offset: number } | undefined {
  const open: string[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(token);
    if (token !== "}" && token !== "]") continue;
    const [opened, closing] = [open.pop(), token === "}" ? "brace" : "bracket"];
    if (opened === undefined) return { reason: `this closing ${closing} is one too many`, offset: index };
    if (opened === (token === "}" ? "{" : "[")) continue;
    const missing = opened === "[" ? "bracket" : "brace";
    return { reason: `a closing ${missing} is missing before this closing ${closing}`, offset: index };
  }
  return undefined;
}

/** `...` in place of a whole body: it shows nothing, and nobody takes it for text. */
export function isLeftOut(text: string): boolean {
  return LEFT_OUT_WHOLE.test(text);
}

/** Whether writers do so on purpose: what is left out, a remark. */
export function isDeliberate(reason: string): boolean {
  return reason === DOTS || reason === COMMENT;
}
