/** Reads the text of a file that may be read: Markdown, regular, no longer than the bound, in UTF-8. */
import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync } from "node:fs";
import { bounds } from "../../shared/bounds.js";
import type { Border, Real } from "./border.js";
import { unreadable, type Problem } from "./problem.js";

export type Reading = Text | { readonly problem: Problem };

export interface Text {
  /** Line ends normalised to `\n`; what is no UTF-8 is U+FFFD. */
  readonly text: string;
  readonly flaw?: Flaw;
}

/** What is no text in the file, where it stands first. */
export interface Flaw {
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

const MARKDOWN = /\.md$/i;
const LINE_END = /\r\n?/g;
const BYTE_ORDER_MARK = "\ufeff";
const NO_FILE: Problem = { kind: "unreadable", reason: "it is no file" };
const REPLACEMENT = "\ufffd";
/**
 * A file of more bytes has more characters than a page may have, whichever they are (UTF-8 needs three bytes at most for each unit of UTF-16):
 * it is not even loaded. The others are counted where the page is read.
 */
const BYTES = 3 * bounds.pageLength;
/** The files of a run, each read once: most pages include the same few. */
export class TextFiles {
  readonly #border: Border;
  readonly #texts = new Map<string, Reading>();

  constructor(border: Border) {
    this.#border = border;
  }

  read(file: string): Reading {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const reading = this.#read(file);
    this.#texts.set(file, reading);
    return reading;
  }

  #read(file: string): Reading {
    const found = this.#border.resolve(file);
    if ("problem" in found) return found;
    return MARKDOWN.test(found.real) ? textAt(found) : { problem: { kind: "outside" } };
  }
}

/** Synchronously: thousands of small files would wait for the thread pool, not the disk. */
function textAt({ real, status }: Real): Reading {
  try {
    const file = status ?? lstatSync(real);
    if (!file.isFile()) return { problem: NO_FILE };
    const { size } = file;
    return size > BYTES ? { problem: tooLong(size) } : decodedText(readFileSync(real, "utf8"), real);
  } catch (error) {
    return { problem: unreadable(error) };
  }
}

function tooLong(size: number): Problem {
  return { kind: "long", actual: `${size} bytes`, limit: `${bounds.pageLength} characters` };
}

function decodedText(written: string, file: string): Reading {
  const whole = written.startsWith(BYTE_ORDER_MARK) ? written.slice(1) : written;
  const text = whole.includes("\r") ? whole.replace(LINE_END, "\n") : whole;
  const bad = text.indexOf(REPLACEMENT);
  // Looked at again only where the character may stand for a byte: it can be meant as well.
  if (bad >= 0 && !isUtf8(readFileSync(file)))
    return { text, flaw: flawAt(text, bad, "Bytes that are no UTF-8 stand") };
  const nul = text.indexOf("\0");
  return nul < 0 ? { text } : { text, flaw: flawAt(text, nul, "A NUL character stands") };
}

function flawAt(text: string, offset: number, what: string): Flaw {
  const above = text.slice(0, offset).split("\n");
  return { what, line: above.length, column: (above.at(-1) ?? "").length + 1 };
}
