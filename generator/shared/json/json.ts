/**
 * JSON as people write it in documentation: read tolerantly, with positions. Everything is repaired in place, character for
 * character, so that offsets of the repaired text are offsets of the page.
 */
import { getNodeValue, parse, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { bounds } from "../bounds.js";
import type { Place } from "../place.js";
import { parsedJson } from "./parsed.js";
import { lossOf, withHeldNumbers, type Loss } from "./loss.js";
import { enclosed, type Enclosed } from "./enclosed.js";
import { marksOf, quoted, type Words } from "./marks.js";
import { repaired, repairedInPlace } from "./repaired.js";
import { crossedAt, DOTS, LEFT_OUT, reasonFor, TOKEN } from "./reasons.js";

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

/** Whether `text` is JSON to the letter, and however deep. */
export function isJson(text: string): boolean {
  return parsedJson(text) !== undefined;
}

/** A JSON object, which is neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const OPENING = /[[{]/g;
const NO_JSON = "it is no JSON";
const TOO_DEEP = `it is nested deeper than ${bounds.jsonDepth} levels`;
const CURLY = "a curly quotation mark stands for a straight one";
const CLOSING = /[}\]]/;
const BRACES = "a name stands for a value, in braces and without quotation marks";
const LINE_BREAK = /[\n\r]/;
const LONE_STRING = /^"[^"\\\n]*"\s*$/;
const TWO_VALUES = "two values stand where one can";

const WORDS: readonly Words[] = ["keys", "values", "singles"];

const lenient = { allowTrailingComma: true, disallowComments: false };
const strict = { allowTrailingComma: false, disallowComments: true };

/** Breaches that, like a missing comma, leave no doubt about what is meant. */
const harmlessAtEnd: ReadonlySet<string> = new Set(["CloseBraceExpected", "CloseBracketExpected"]);

/**
 * Reads JSON with what documentation adds to it: trailing and missing commas, comments, raw line breaks in strings, no-break spaces,
 * curly quotation marks, `...` for what is left out, `{Berth}` for a value, backslashes that stand for themselves, members without braces
 * around them, a name in front. Never throws.
 */
export function readJson(text: string): JsonReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { value: undefined, repaired: false, error: { reason: TOO_DEEP, offset: deep } };
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
export interface PlacedJson {
  readonly text: string;
  readonly place: Place;
}

/** A text as a tree of nodes, whose offsets count `added` characters that the text lacks. */
export interface JsonTree {
  readonly root: Node;
  readonly added: number;
}

/** undefined when the text is none, or too deep. */
export function treeOf(text: string): JsonTree | undefined {
  const { text: whole, added = 0 } = enclosed(text) ?? { text };
  const mended = repairedInPlace(whole);
  const root = tooDeepAt(mended) === undefined ? parseTree(mended, [], lenient) : undefined;
  return root && { root, added };
}

/** The place of the character at `offset` of a text that stands at `body.place`, all its lines indented alike. */
export function placeAt(body: PlacedJson, offset: number): Place {
  return placerOf(body)(offset);
}

/** Tells the places of any number of characters of a text; looks for its line ends once. */
export function placerOf({ text, place }: PlacedJson): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { ...place, line: place.line + low - 1, column: place.column + offset - (starts[low - 1] ?? 0) };
  };
}

/**
 * Where a text opens one object or array too many; undefined when it does not. It asks the text, not the value: neither parser, nor any walk
 * over what they give, is to meet what is too deep for the stack.
 */
function tooDeepAt(text: string): number | undefined {
  if ((text.match(OPENING)?.length ?? 0) <= bounds.jsonDepth) return undefined;
  const open: string[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(token);
    // what closes something else closes nothing
    else if (open.at(-1) === (token === "}" ? "{" : token === "]" ? "[" : undefined)) open.pop();
    if (open.length > bounds.jsonDepth) return index;
  }
  return undefined;
}

function readTolerantly(text: string): JsonReading {
  const whole = enclosed(text);
  const error = enclosingError(text, whole) ?? firstError(text);
  if (whole === undefined) return { value: undefined, repaired: false, error };
  const mended = withHeldNumbers(repaired(whole.text));
  let value = parseLeniently(mended);
  for (const words of WORDS) value ??= parseLeniently(quoted(mended, words));
  if (value !== undefined) return { value, repaired: true, error };
  // what could be mended is not what makes it unreadable
  const grave = whole.reason === undefined ? graveError(repairedInPlace(text)) : undefined;
  return { value, repaired: false, error: grave ?? firstError(text) };
}

function enclosingError(text: string, whole: Enclosed | undefined): { reason: string; offset: number } | undefined {
  if (whole?.reason === undefined) return undefined;
  return { reason: whole.reason, offset: text.length - text.trimStart().length };
}

/** The first breach that reading cannot do without; none where nothing is wrong but its depth or its end. */
function graveError(mended: string): { reason: string; offset: number } | undefined {
  if (tooDeepAt(mended) !== undefined) return undefined;
  const errors: ParseError[] = [];
  parseTree(mended, errors, lenient);
  const end = mended.trimEnd().length;
  const grave = errors.find((one, at) => !isHarmless(one, end) && !isSecondValue(errors, at, mended));
  if (grave === undefined) return undefined;
  const crossed = crossedAt(mended);
  if (crossed !== undefined && crossed.offset <= grave.offset) return crossed;
  const reason = reasonFor(grave.error, mended, grave.offset);
  return reason === undefined ? undefined : { reason, offset: grave.offset };
}

function isHarmless({ error, offset }: ParseError, end: number): boolean {
  const name = printParseErrorCode(error);
  return name === "CommaExpected" || (harmlessAtEnd.has(name) && offset >= end);
}

/** `"level": "low" "high",`: a further string behind the value of a member, in its line; the first one counts. */
function isSecondValue(errors: readonly ParseError[], at: number, text: string): boolean {
  const [before, here] = [errors[at - 1], errors[at]];
  if (before === undefined || here === undefined || printParseErrorCode(here.error) !== "ColonExpected") return false;
  return (
    printParseErrorCode(before.error) === "CommaExpected" &&
    LONE_STRING.test(text.slice(before.offset, here.offset)) &&
    !LINE_BREAK.test(text.slice(text.slice(0, before.offset).trimEnd().length, before.offset))
  );
}

/** undefined when more is wrong than a comma too many or too few, a comment, a value too many, or an end that is missing. */
function parseLeniently(text: string): unknown {
  if (tooDeepAt(text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const value: unknown = valueOfNode(parseTree(text, errors, lenient));
  const end = text.trimEnd().length;
  return errors.every((error, at) => isHarmless(error, end) || isSecondValue(errors, at, text)) ? value : undefined;
}

/** With `__proto__` as a property like any other, which assignment would lose. */
function valueOfNode(node: Node | undefined): unknown {
  if (node?.type === "array") return (node.children ?? []).map(valueOfNode);
  if (node?.type !== "object") return node && getNodeValue(node);
  const entries = (node.children ?? []).flatMap(({ children: [name, value] = [] }): [string, unknown][] =>
    name === undefined || value === undefined ? [] : [[String(name.value), valueOfNode(value)]],
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
  if (LEFT_OUT.test(text.slice(first.offset, first.offset + 12))) return { reason: DOTS, offset: first.offset };
  const before = text.slice(0, first.offset).trimEnd();
  if (before.endsWith(",") && CLOSING.test(text[first.offset] ?? ""))
    return { reason: "a comma is too many", offset: before.length - 1 };
  if (isSecondValue(errors, 1, text)) return { reason: TWO_VALUES, offset: first.offset };
  return { reason: reasonFor(first.error, text, first.offset) ?? NO_JSON, offset: first.offset };
}

/** A mark that only looks like JSON explains the breach it causes better than the parser can. */
function oddityBefore(text: string, offset: number): { reason: string; offset: number } | undefined {
  for (const { kind, start, end } of marksOf(text)) {
    if (start > offset) return undefined;
    if (kind === "half") return { reason: CURLY, offset: end - 1 };
    if (kind === "named") return { reason: BRACES, offset: start };
    if (kind === "single") return { reason: "single quotation marks stand for double ones", offset: start };
    const mark = text.slice(start, end);
    if (kind === "odd") return { reason: oddity(mark), offset: start };
    const newline = mark.indexOf("\n");
    if (newline >= 0) return { reason: "a line break stands in a string", offset: start + newline };
  }
  return undefined;
}

function oddity(mark: string): string {
  if (mark === "“" || mark === "”") return CURLY;
  if (mark === "..." || mark === "…") return DOTS;
  const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `an invisible U+${code} stands here, be it in place of a plain space or too many`;
}
