/** The bounds of lists and quotations: how deep they go, and how many items a page has. */
import type {
  Code,
  Construct,
  Effects,
  Extension,
  ParseContext,
  State,
  TokenizeContext,
  TokenType,
} from "micromark-util-types";
import { bounds } from "../bounds.js";

/** How many lines of a page began as an item does, and the last of them. */
interface Items {
  count: number;
  line: number;
}

const itemsOf = new WeakMap<ParseContext, Items>();

/** Each list and quotation around a line leaves one of these on it. */
const PREFIXES: ReadonlySet<string> = new Set(["blockQuotePrefix", "listItemPrefix", "listItemIndent"]);
const QUOTATION = 62;

const container: Construct = {
  name: "boundedContainer",
  tokenize: tokenizeContainer,
  continuation: { tokenize: (_effects, _ok, nok) => nok },
  exit() {},
};

/** Stands in front of the parser's own lists and quotations: beyond a bound it takes what is left of a line, which then is no part of the page. */
export const containers: NonNullable<Extension["document"]> = Object.fromEntries(
  Array.from(">*+-0123456789", (char) => [char.charCodeAt(0), container]),
);

/** Comes before lists and quotations: lets them pass, or swallows the line. */
function tokenizeContainer(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { line } = this.now();
  const use = itemsIn(this);
  return (code) => {
    if (code !== QUOTATION && use.line !== line) {
      use.count++;
      use.line = line;
    }
    const isDeep = depthOf(this, line) >= bounds.nesting;
    if (!isDeep && (code === QUOTATION || use.count <= bounds.listItems)) return nok(code);
    return lineOf(isDeep ? "deepLine" : "lateItem", effects, ok)(code);
  };
}

/** Takes what is left of a line. */
export function lineOf(type: TokenType, effects: Effects, ok: State): State {
  const rest: State = (code) => {
    if (isLineEnd(code)) {
      effects.exit(type);
      return ok(code);
    }
    effects.consume(code);
    return rest;
  };
  return (code) => {
    effects.enter(type);
    return rest(code);
  };
}

/** The parser's codes for the ends of lines and of the text; tabs are -2 and -1. */
function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}

function itemsIn({ parser }: TokenizeContext): Items {
  const items = itemsOf.get(parser) ?? { count: 0, line: 0 };
  itemsOf.set(parser, items);
  return items;
}

/** How many lists and quotations the line is in so far. */
function depthOf({ events }: TokenizeContext, line: number): number {
  let depth = 0;
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? [];
    if (token === undefined || token.start.line !== line) break;
    if (kind === "enter" && PREFIXES.has(token.type)) depth++;
  }
  return depth;
}
