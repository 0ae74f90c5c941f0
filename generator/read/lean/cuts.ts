/**
 * Lines that the parser need not see: those within front matter, fences and comments, and rows of tables of plain words. They are more than half
 * of what pages hold, they stand at the margin, and what they become is plain from where they stand. What is taken for a fence here may be none
 * (it can stand in a block of HTML): `put-back.ts` finds that out.
 */
import { closes, COMMENT, END_OF_COMMENT, fenceOf, isClosedComment } from "./enclosed.js";
import { isPlainRow } from "./plain-row.js";

/** Whole lines that are left out, and where. */
export interface Cut {
  readonly kind: "yaml" | "code" | "html" | "table";
  /** Line in the lean text with which the block begins that holds the cut, and the line above the cut; from 1. */
  readonly top: number;
  readonly above: number;
  /** The lines with their line ends, how many they are, and where they begin on the page. */
  readonly text: string;
  readonly lines: number;
  readonly line: number;
  readonly offset: number;
}

export interface LeanText {
  readonly text: string;
  /** In the order of the page. */
  readonly cuts: readonly Cut[];
}

/** Ends of lines that only the parser knows how to read, a character that it replaces, and one that it drops before front matter. */
export const ODD = /\r(?!\n)|\0|^\uFEFF/;
const RULE = /^---[ \t]*\r?$/;
const DELIMITERS = /^\|[ \t|:-]*\r?$/;

/** The text without what the parser need not see; `undefined` where that is nothing. */
export function cutText(text: string): LeanText | undefined {
  if (ODD.test(text)) return undefined;
  const lines = text.split("\n");
  const cutter = new Cutter(lines);
  cutter.frontMatter();
  while (cutter.at < lines.length) cutter.block();
  return cutter.cuts.length === 0 ? undefined : { text: cutter.kept.join("\n"), cuts: cutter.cuts };
}

/** Goes through the lines of a page once. */
class Cutter {
  readonly kept: string[] = [];
  readonly cuts: Cut[] = [];
  readonly lines: readonly string[];
  at = 0;
  private offset = 0;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  frontMatter(): void {
    if (RULE.test(this.line())) this.enclosed("yaml", (line) => RULE.test(line));
  }

  block(): void {
    const line = this.line();
    const fence = fenceOf(line);
    if (fence !== undefined) return this.enclosed("code", (other) => closes(other, fence));
    if (line.startsWith(COMMENT) && !isClosedComment(line))
      return this.enclosed("html", (other) => other.includes(END_OF_COMMENT));
    this.keep();
    if (line.startsWith("|") && DELIMITERS.test(this.line())) this.rows();
  }

  private line(): string {
    return this.lines[this.at] ?? "";
  }

  private keep(): void {
    this.kept.push(this.line());
    this.offset += this.line().length + 1;
    this.at++;
  }

  /** What begins with this line and ends with the first later one that `isEnd`; without an end it is all the rest. */
  private enclosed(kind: Cut["kind"], isEnd: (line: string) => boolean): void {
    const top = this.kept.length + 1;
    this.keep();
    let end = this.at;
    while (end < this.lines.length && !isEnd(this.lines[end] ?? "")) end++;
    if (end < this.lines.length) this.cut(kind, top, end);
    else end--;
    while (this.at <= end) this.keep();
  }

  private rows(): void {
    const top = this.kept.length;
    this.keep();
    while (this.line().startsWith("|")) {
      const first = this.at;
      let end = first;
      // the last line of a page has no end that could be left out with it
      while (end < this.lines.length - 1 && isPlainRow(this.lines[end] ?? "")) end++;
      this.cut("table", top, end);
      if (this.line().startsWith("|")) this.keep();
    }
  }

  private cut(kind: Cut["kind"], top: number, end: number): void {
    const lines = end - this.at;
    if (lines === 0) return;
    const text = `${this.lines.slice(this.at, end).join("\n")}\n`;
    this.cuts.push({ kind, top, above: this.kept.length, text, lines, line: this.at + 1, offset: this.offset });
    this.offset += text.length;
    this.at = end;
  }
}
