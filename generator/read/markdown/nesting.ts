/** The bound of lists and quotations within each other. */
import type { Code, Construct, Effects, Extension, State, TokenizeContext, TokenType } from "micromark-util-types";
import { bounds } from "../../shared/bounds.js";

/** Each list and quotation around a line leaves one of these on it. */
const PREFIXES: ReadonlySet<string> = new Set(["blockQuotePrefix", "listItemPrefix", "listItemIndent"]);

const container: Construct = {
  name: "boundedContainer",
  tokenize: tokenizeContainer,
  continuation: { tokenize: (_effects, _ok, nok) => nok },
  exit() {},
};

/** Stands in front of the parser's own lists and quotations: beyond the bound it takes what is left of a line, which then is no part of the page. */
export const containers: NonNullable<Extension["document"]> = Object.fromEntries(
  Array.from(">*+-0123456789", (char) => [char.charCodeAt(0), container]),
);

/** Lets a list or quotation pass, or swallows the line. */
function tokenizeContainer(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return depthOf(this) < bounds.nesting ? nok : lineOf("deepLine", effects, ok);
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

/** How many lists and quotations the line is in so far. */
function depthOf(context: TokenizeContext): number {
  const { events } = context;
  const { line } = context.now();
  let depth = 0;
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? [];
    if (token === undefined || token.start.line !== line) break;
    if (kind === "enter" && PREFIXES.has(token.type)) depth++;
  }
  return depth;
}
