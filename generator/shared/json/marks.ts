/**
 * Marks and words that people write in JSON instead of what belongs there. They are found by scanning: an expression would look for the end
 * of a string that has none again at each quotation mark.
 */
import { matchEnd } from "../edges.js";

/** A stretch of a text; `end` is behind it. */
export interface Mark {
  /** half: `"x”`; string: a proper one, which may hold raw newlines; single: `'x'`; named: `{x}`; odd: a single mark. */
  readonly kind: "half" | "string" | "single" | "named" | "odd";
  readonly start: number;
  readonly end: number;
}

/** Words that should be strings: names, values, or texts in single quotation marks. */
export type Words = "keys" | "values" | "singles";

/** With all that looks like a blank, or like nothing, and is no white space of JSON. */
const MARK = /["'{.…\u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u3000\ufeff“”]/g;
const HALF = /"[^"\n“”]*”(?=\s*[,:}\]])/y;
const SINGLE = /'[^'"\n]*'(?=\s*[,:}\]])/y;
/** A name in braces, such as no object has, where a value begins and ends. */
const NAMED = /\{[A-Za-z_][\w.-]*\}(?=\s*[,}\]])/y;
/** What is read as one, once it is no string any more. */
const SINGLE_TEXT = /'[^'\n]*'(?=\s*[,:}\]])/y;
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const LINE_STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const DOTS = "...";

const KEY = /[A-Za-z_@$][\w.@$-]*/y;
const BEFORE_COLON = /\s*:/y;
const VALUE = /(?!(?:true|false|null)\b)(?:[A-Za-z_#]|\d[\d.]*[-:A-DF-Za-df-z])[\w.:#()+-]*/y;
const BEFORE_END = /\s*[,}\]\n]/y;
const WORD_OF_KEY = /[\w.@$-]/;
const BEFORE_VALUE = /[:[,]/;
const SPACE = /\s/;
/** Where a string or a word of this kind may start. */
const starts: Readonly<Record<Words, RegExp>> = { keys: /["A-Za-z_@$]/g, values: /["A-Za-z_#\d]/g, singles: /["']/g };

/** All marks that have to be told apart, in order. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  const strings = finderOf(text, STRING);
  for (let at = next(MARK, text, 0); at >= 0;) {
    const mark = markAt(text, at, strings);
    if (mark !== undefined) marks.push(mark);
    at = next(MARK, text, mark?.end ?? at + 1);
  }
  return marks;
}

function markAt(text: string, start: number, strings: (at: number) => number | undefined): Mark | undefined {
  const character = text.charAt(start);
  if (character === '"') {
    const half = matchEnd(HALF, text, start);
    if (half !== undefined) return { kind: "half", start, end: half };
    const end = strings(start);
    return end === undefined ? undefined : { kind: "string", start, end };
  }
  if (character === "'") {
    const end = matchEnd(SINGLE, text, start);
    return end === undefined ? undefined : { kind: "single", start, end };
  }
  if (character === "{") {
    const end = BEFORE_VALUE.test(visibleBefore(text, start)) ? matchEnd(NAMED, text, start) : undefined;
    return end === undefined ? undefined : { kind: "named", start, end };
  }
  if (character === ".") return text.startsWith(DOTS, start) ? { kind: "odd", start, end: start + 3 } : undefined;
  return { kind: "odd", start, end: start + 1 };
}

/** The text with its words of one kind in quotation marks. */
export function quoted(text: string, words: Words): string {
  const strings = finderOf(text, LINE_STRING);
  let result = "";
  let copied = 0;
  for (let at = next(starts[words], text, 0); at >= 0;) {
    if (text.charAt(at) === '"') {
      at = next(starts[words], text, strings(at) ?? at + 1);
      continue;
    }
    const { word, end } = wordAt(text, at, words);
    if (word !== undefined) {
      result += text.slice(copied, at) + JSON.stringify(word);
      copied = end;
    }
    at = next(starts[words], text, end);
  }
  return result + text.slice(copied);
}

/** The word that starts here, if one does, and where to look on. */
function wordAt(text: string, at: number, words: Words): { word?: string; end: number } {
  if (words === "singles") {
    const end = matchEnd(SINGLE_TEXT, text, at);
    return end === undefined ? { end: at + 1 } : { word: text.slice(at + 1, end - 1), end };
  }
  const isStart =
    words === "keys" ? !WORD_OF_KEY.test(text.charAt(at - 1)) : BEFORE_VALUE.test(visibleBefore(text, at));
  const end = isStart ? matchEnd(words === "keys" ? KEY : VALUE, text, at) : undefined;
  if (end === undefined) return { end: at + 1 };
  // a part of the word is followed by none of these either
  const isWord = matchEnd(words === "keys" ? BEFORE_COLON : BEFORE_END, text, end) !== undefined;
  return isWord ? { word: text.slice(at, end), end } : { end };
}

/** The last character above `at` that is no white space. */
function visibleBefore(text: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && SPACE.test(text.charAt(before))) before--;
  return text.charAt(before);
}

/** Finds the ends of strings. Where one has none, neither has any that starts in what was looked through. */
function finderOf(text: string, string: RegExp): (at: number) => number | undefined {
  let openUntil = 0;
  return (at) => {
    if (at < openUntil) return undefined;
    const end = matchEnd(string, text, at);
    if (end === undefined) openUntil = string === LINE_STRING ? lineEnd(text, at) : text.length;
    return end;
  };
}

/** Where a string ends at the latest that must not hold a line break. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function next(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? -1;
}
