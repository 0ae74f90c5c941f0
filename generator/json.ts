/**
 * JSON as people write it in documentation: read tolerantly, with positions. Everything is repaired in place, character for
 * character, so that offsets of the repaired text are offsets of the page.
 */
import { findNodeAtLocation, getNodeValue, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import type { Place } from "./findings.js";
import { lossOf, withHeldNumbers, type Loss } from "./json-loss.js";

export interface JsonReading {
  /** undefined when the text cannot be read. */
  readonly value: unknown;
  /** True when the value was only found by repairing the text. */
  readonly repaired: boolean;
  /** What strict JSON would have stumbled over first; `offset` counts characters from the start of the text. */
  readonly error?: { readonly reason: string; readonly offset: number };
  /** What strict JSON says and `value` cannot. */
  readonly loss?: Loss;
}

/**
 * What has to be told apart outside of strings: `"x”` (group 1), a proper string, which may hold raw newlines (group 2), `'x'` (group 3), and
 * single marks.
 */
const TOKENS =
  /("[^"\n“”]*”(?=\s*[,:}\]]))|("(?:[^"\\]|\\[\s\S])*")|('[^'"\n]*'(?=\s*[,:}\]]))|\.{3}|…|[\u00a0\u200b\u200e\u200f\ufeff]|[“”]/g;
/** `name:` without quotation marks (group 2), unless it stands in a string (group 1). */
const BARE_KEYS = /("(?:[^"\\\n]|\\.)*")|(?<![\w.@$-])([A-Za-z_@$][\w.@$-]*)(?=\s*:)/g;
/** `"address": postal.Address`, `"sent": 2020-01-01T00:00:00Z`: what should be a string (group 2), unless it stands in one (group 1). */
const BARE_VALUES =
  /("(?:[^"\\\n]|\\.)*")|(?<=[:[,]\s*)(?!(?:true|false|null)\b)((?:[A-Za-z_#]|\d[\d.]*[-:A-DF-Za-df-z])[\w.:#()+-]*)(?=\s*[,}\]\n])/g;
/** `'<b class="x">'` (group 2), unless it stands in a string (group 1). */
const SINGLE_QUOTED = /("(?:[^"\\\n]|\\.)*")|'([^'\n]*)'(?=\s*[,:}\]])/g;
const NEWLINES = /[\n\t]/g;
const NO_JSON = "it is no JSON";
const CURLY = "a curly quotation mark stands for a straight one";
const CLOSING = /[}\]]/;
const CONTAINER = /^\s*(?:\/[/*]|[[{])/;

const lenient = { allowTrailingComma: true, disallowComments: false };
const strict = { allowTrailingComma: false, disallowComments: true };

/** Breaches that, like a missing comma, leave no doubt about what is meant. */
const harmlessAtEnd: ReadonlySet<string> = new Set(["CloseBraceExpected", "CloseBracketExpected"]);

/** By the names of jsonc-parser's error codes. */
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
  InvalidCommentToken: "it holds a comment",
  UnexpectedEndOfComment: "a comment is not closed",
  UnexpectedEndOfString: "a string is not closed",
  InvalidUnicode: "an escape sequence is malformed",
  InvalidEscapeCharacter: "an escape sequence is malformed",
  InvalidCharacter: "a control character or line break stands in a string",
};

/**
 * Reads JSON with what documentation adds to it: trailing and missing commas, comments, raw line breaks in strings, no-break spaces,
 * curly quotation marks, `...` for what is left out. Never throws.
 */
export function readJson(text: string): JsonReading {
  try {
    const value: unknown = JSON.parse(text);
    const loss = lossOf(text, value);
    return loss === undefined
      ? { value, repaired: false }
      : { value: JSON.parse(withHeldNumbers(text)), repaired: false, loss };
  } catch {
    return readTolerantly(text);
  }
}

/** JSON and where it stands: `place` is the place of the text's first character; all its lines are indented alike. */
interface PlacedJson {
  readonly text: string;
  readonly place: Place;
}

/** Finds the place of a property or item: `["value", 0, "id"]`. Falls back to the nearest ancestor that exists. */
export type Locate = (path: readonly (string | number)[]) => Place;

/** Finds one place in a body. */
export function locateJson(body: PlacedJson, path: readonly (string | number)[]): Place {
  return jsonLocator(body)(path);
}

/** Finds any number of places in a body, which is parsed once, when the first of them is asked for. */
export function jsonLocator(body: PlacedJson): Locate {
  let parsed: { readonly root: Node | undefined } | undefined;
  return (path) => {
    parsed ??= { root: parseTree(repair(body.text), [], lenient) };
    return locate(body, parsed.root, path);
  };
}

function locate(body: PlacedJson, root: Node | undefined, path: readonly (string | number)[]): Place {
  if (root === undefined) return body.place;
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return placeAt(body, node.parent?.type === "property" ? node.parent.offset : node.offset);
  }
  return placeAt(body, root.offset);
}

/** The place of the character at `offset` of a text that stands at `body.place`, all its lines indented alike. */
export function placeAt(body: PlacedJson, offset: number): Place {
  const before = body.text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lines = lineStart === 0 ? 0 : before.split("\n").length - 1;
  return { ...body.place, line: body.place.line + lines, column: body.place.column + offset - lineStart };
}

function readTolerantly(text: string): JsonReading {
  const error = firstError(text);
  if (!CONTAINER.test(text)) return { value: undefined, repaired: false, error };
  const mended = withHeldNumbers(repair(text));
  let value = parseLeniently(mended);
  for (const words of [BARE_KEYS, BARE_VALUES, SINGLE_QUOTED]) value ??= parseLeniently(quoted(mended, words));
  return { value, repaired: value !== undefined, error };
}

/** Puts words (group 2) into quotation marks; group 1 are strings. */
function quoted(text: string, words: RegExp): string {
  return text.replace(words, (_, string?: string, word?: string) => string ?? JSON.stringify(word ?? ""));
}

/** undefined when more is wrong than a comma too many or too few, a comment, or an end that is missing. */
function parseLeniently(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = valueOf(parseTree(text, errors, lenient));
  const end = text.trimEnd().length;
  const readable = errors.every(({ error, offset }) => {
    const name = printParseErrorCode(error);
    return name === "CommaExpected" || (harmlessAtEnd.has(name) && offset >= end);
  });
  return readable ? value : undefined;
}

/** With `__proto__` as a property like any other, which assignment would lose. */
function valueOf(node: Node | undefined): unknown {
  if (node?.type === "array") return (node.children ?? []).map(valueOf);
  if (node?.type !== "object") return node && getNodeValue(node);
  const entries = (node.children ?? []).flatMap(({ children: [name, value] = [] }): [string, unknown][] =>
    name === undefined || value === undefined ? [] : [[String(name.value), valueOf(value)]],
  );
  return Object.fromEntries(entries);
}

function firstError(text: string): { reason: string; offset: number } {
  const errors: ParseError[] = [];
  parse(text, errors, strict);
  const first = errors[0];
  const oddity = oddityBefore(text, first?.offset ?? text.length);
  if (oddity !== undefined) return oddity;
  if (first === undefined) return { reason: NO_JSON, offset: 0 };
  const before = text.slice(0, first.offset).trimEnd();
  if (before.endsWith(",") && CLOSING.test(text[first.offset] ?? ""))
    return { reason: "a comma is too many", offset: before.length - 1 };
  return { reason: reasons[printParseErrorCode(first.error)] ?? NO_JSON, offset: first.offset };
}

/** A mark that only looks like JSON explains the breach it causes better than the parser can. */
function oddityBefore(text: string, offset: number): { reason: string; offset: number } | undefined {
  for (const match of text.matchAll(TOKENS)) {
    if (match.index > offset) return undefined;
    const [mark, half, quoted, single] = match;
    if (half !== undefined) return { reason: CURLY, offset: match.index + half.length - 1 };
    if (single !== undefined) return { reason: "single quotation marks stand for double ones", offset: match.index };
    if (quoted === undefined) return { reason: oddity(mark), offset: match.index };
    const newline = quoted.indexOf("\n");
    if (newline >= 0) return { reason: "a line break stands in a string", offset: match.index + newline };
  }
  return undefined;
}

function oddity(mark: string): string {
  if (mark === "“" || mark === "”") return CURLY;
  return mark === "..." || mark === "…"
    ? "dots stand for what is left out"
    : "a no-break or zero-width space stands for a plain one";
}

/** The same text, the same length, with the marks replaced by what is meant. */
function repair(text: string): string {
  return text.replace(TOKENS, (mark: string, half?: string, quoted?: string, single?: string) => {
    if (quoted !== undefined) return quoted.replace(NEWLINES, " ");
    if (half !== undefined) return `${half.slice(0, -1)}"`;
    if (single !== undefined) return `"${single.slice(1, -1)}"`;
    return mark === "“" || mark === "”" ? '"' : " ".repeat(mark.length);
  });
}
