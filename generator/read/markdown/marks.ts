/**
 * The bounds of what the Markdown parser is given to do. It needs time in the square of the marks of one text, and of the depth of lists and
 * quotations; no page of a writer comes near a number that hurts. The parser's own constructs are wrapped: within the bounds they work as
 * ever; beyond them a mark is a plain character, and what is nested too deep is no part of the page.
 */
import type { CompileContext, Extension as TreeExtension } from "mdast-util-from-markdown";
import { attention, codeText, definition, htmlText, labelEnd, setextUnderline } from "micromark-core-commonmark";
import type { Construct, Effects, Extension, ParseContext, State, Token, TokenizeContext } from "micromark-util-types";
import { bounds } from "../../shared/bounds.js";
import { containers, lineOf } from "./nesting.js";

/** Something of a parsed text that exceeds a bound; line and column count from the start of that text. */
export interface Excess {
  readonly bound: "marks" | "nesting";
  readonly line: number;
  readonly column: number;
}

declare module "unist" {
  interface Data {
    /** On a root. */
    excesses?: Excess[];
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    /** What follows in a line from the first mark of a text on that is not read as one, and from later ones. */
    crowdingMark: "crowdingMark";
    crowdedText: "crowdedText";
    /** The rest of a line that opens one list or quotation too many. */
    deepLine: "deepLine";
  }
}

/** What one text (a paragraph, a heading, a cell) has used up, and whether a mark too many was seen. */
interface Use {
  marks: number;
  dead: number;
  crowded: boolean;
}

/** How often a construct stood on one page, and where last: the parser may look at it more than once. */
interface PageUse {
  count: number;
  offset: number;
}

const textUses = new WeakMap<TokenizeContext, Use>();

/** With these a link ends; a bracket that does without them was tried in vain. */
const TARGETS: ReadonlySet<string | undefined> = new Set(["resource", "reference"]);

/** Of two long runs of stars each pair encloses the next. */
const RUN = 20;

interface Judges {
  readonly isDead?: (context: TokenizeContext) => boolean;
  readonly isEndless?: (context: TokenizeContext) => boolean;
}

const emphasis = marks(attention, { isEndless: ({ events }) => lengthOf(events.at(-1)?.[1]) > RUN });
const underline = counted(setextUnderline, bounds.underlinedHeadings);
/** micromark extension: the parser's constructs, within the bounds. */
export const boundedMarks: Extension = {
  disable: { null: ["attention", "codeText", "definition", "htmlText", "labelEnd", "setextUnderline"] },
  document: containers,
  contentInitial: { 91: counted(definition, bounds.definitions) },
  flow: { 45: underline, 61: underline },
  text: {
    33: crowded({}),
    38: crowded({}),
    42: emphasis,
    60: marks(htmlText),
    91: crowded({}),
    92: crowded({}),
    93: marks(labelEnd, { isDead: ({ events }) => !TARGETS.has(events.at(-1)?.[1].type) }),
    95: emphasis,
    96: marks(codeText),
  },
};

/** Its counterpart for the tree: notes on the root what exceeds a bound. */
export const excesses: TreeExtension = {
  enter: {
    crowdingMark(token) {
      note(this, token, "marks");
      this.config.enter["data"]?.call(this, token);
    },
    crowdedText(token) {
      this.config.enter["data"]?.call(this, token);
    },
    deepLine(token) {
      note(this, token, "nesting");
    },
  },
  exit: {
    crowdedText(token) {
      this.config.exit["data"]?.call(this, token);
    },
    crowdingMark(token) {
      this.config.exit["data"]?.call(this, token);
    },
  },
};

function note({ stack }: CompileContext, { start }: Token, bound: Excess["bound"]): void {
  const [root] = stack;
  if (root === undefined) return;
  root.data ??= {};
  (root.data.excesses ??= []).push({ bound, line: start.line, column: start.column });
}

/**
 * The construct, up to the bounds of one text. `isDead` tells that it succeeded, but led to nothing; `isEndless` that what it took is no mark
 * after all, being as long as it is.
 */
function marks(construct: Construct, { isDead, isEndless }: Judges = {}): Construct[] {
  const bounded: Construct = {
    ...construct,
    name: `bounded-${construct.name}`,
    // behind what needs no bound: addresses in angle brackets
    add: "after",
    tokenize(effects, ok, nok) {
      const use = useOf(this);
      const succeed: State = (code) => {
        if (isEndless?.(this) === true) return fail(code);
        if (isDead?.(this) === true) use.dead++;
        return ok(code);
      };
      const fail: State = (code) => {
        use.dead++;
        return nok(code);
      };
      return construct.tokenize.call(this, effects, succeed, fail);
    },
  };
  return [crowded(construct), bounded];
}

/** For the marks of a construct; those that `previous` rules out stay none. */
function crowded({ previous }: Pick<Construct, "previous">): Construct {
  return { name: "crowded", tokenize: tokenizeCrowded, ...(previous !== undefined && { previous }) };
}

/** Comes before all others: counts the mark. Beyond the bounds it takes the rest of the line as plain characters. */
function tokenizeCrowded(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const use = useOf(this);
  if (use.marks < bounds.marks && use.dead < bounds.deadMarks) {
    use.marks++;
    return nok;
  }
  const type = use.crowded ? "crowdedText" : "crowdingMark";
  use.crowded = true;
  return lineOf(type, effects, ok);
}

function lengthOf(token: Token | undefined): number {
  return token === undefined ? 0 : token.end.offset - token.start.offset;
}

function useOf(context: TokenizeContext): Use {
  const use = textUses.get(context) ?? { marks: 0, dead: 0, crowded: false };
  textUses.set(context, use);
  return use;
}

/** The construct, as often as the bound allows on one page, and once more: `reportExcesses` finds that one. */
function counted(construct: Construct, limit: number): Construct {
  const uses = new WeakMap<ParseContext, PageUse>();
  return {
    ...construct,
    name: `bounded-${construct.name}`,
    tokenize(effects, ok, nok) {
      const use = uses.get(this.parser) ?? { count: 0, offset: -1 };
      uses.set(this.parser, use);
      const { offset } = this.now();
      if (use.count > limit && offset > use.offset) return nok;
      const succeed: State = (code) => {
        if (offset > use.offset) use.count++;
        use.offset = Math.max(use.offset, offset);
        return ok(code);
      };
      return construct.tokenize.call(this, effects, succeed, nok);
    },
  };
}
