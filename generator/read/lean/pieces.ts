/**
 * Pieces of a page that the parser reads by themselves: each begins at the margin with something that goes on with nothing above it. What is
 * taken for the beginning of a piece here may be within a block that is still open (of HTML, or a fence in a list): `remembering-parser.ts`
 * finds that out.
 */
import { BLANK, closes, COMMENT, END_OF_COMMENT, fenceOf, isClosedComment } from "./enclosed.js";

export interface Piece {
  /** Without the blank lines behind it. */
  readonly text: string;
  /** Lines and characters above it. */
  readonly lines: number;
  readonly offset: number;
}

/**
 * Behind a blank line: a rule, or no item of a list, HTML, or part of what stands above; no quotation either, since the parser finds other lists
 * in one below indented code.
 */
const BEGINS = /^(?:[^\s\-+*=<>~0-9]|---[ \t]*\r?$)/;
/** The end of indented code is the end of the last such line, blank or not. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
const HEADING = /^#{1,6}(?:[ \t]|\r?$)/;
const HTML = /^ {0,3}</;

/** All pieces of a text, in their order. */
export function piecesOf(text: string): Piece[] {
  const splitter = new Splitter(text);
  for (const line of text.split("\n")) splitter.line(line);
  splitter.cut();
  return splitter.pieces;
}

/** Goes through the lines of a text once. */
class Splitter {
  readonly pieces: Piece[] = [];
  private readonly text: string;
  private start = { lines: 0, offset: 0 };
  private lines = 0;
  private offset = 0;
  /** Where the last line ends that is not blank. */
  private filled = 0;
  /** Whether the block of the line above has ended with it. */
  private isFree = true;
  private inHtml = false;
  /** Says which line ends the fence or comment that is open. */
  private isEnd: ((line: string) => boolean) | undefined;

  constructor(text: string) {
    this.text = text;
  }

  line(line: string): void {
    const isBlank = BLANK.test(line);
    if (this.isEnd === undefined) this.outside(line, isBlank);
    else if (this.isEnd(line)) this.close();
    this.lines++;
    if (!isBlank || INDENTED.test(line)) this.filled = this.offset + line.length;
    this.offset += line.length + 1;
  }

  /** Begins another piece; the first one has what is blank above it, so that it is front matter only where it begins the page. */
  cut(): void {
    const { lines, offset } = this.start;
    if (this.filled <= offset) return;
    this.pieces.push({ text: this.text.slice(offset, this.filled), lines, offset });
    this.start = { lines: this.lines, offset: this.offset };
  }

  private close(): void {
    this.isEnd = undefined;
    this.isFree = true;
  }

  private outside(line: string, isBlank: boolean): void {
    if (this.inHtml && !isBlank) return;
    const fence = fenceOf(line);
    const isComment = line.startsWith(COMMENT);
    const isHeading = HEADING.test(line);
    if (fence !== undefined || isComment || isHeading || (this.isFree && BEGINS.test(line))) this.cut();
    if (fence !== undefined) this.isEnd = (other) => closes(other, fence);
    else if (isComment && !isClosedComment(line)) this.isEnd = (other) => other.includes(END_OF_COMMENT);
    this.inHtml = !isComment && HTML.test(line);
    this.isFree = isBlank || isComment || isHeading;
  }
}
