/**
 * Where the commands print to, and the one place that decides what text of the docs may look like there: it is shown, and commands nobody.
 * Colours and progress are for terminals only; `NO_COLOR` turns colours off there too.
 */
import pc from "picocolors";
import { INVISIBLE, unicodeEscape } from "../shared/invisible.js";

export type Color = "red" | "yellow" | "blue" | "dim";

/** Text in a colour. */
export interface Painted {
  readonly text: string;
  readonly color: Color;
}

/** One line; what is in it gets its colours only after it was made harmless. */
export type Line = string | readonly (string | Painted)[];

/** The part of a stream that printing needs. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface Terminal {
  /** Results, to standard output. A line break within a line is shown escaped, like everything else that is not for the eye. */
  print(lines: readonly Line[]): void;
  /** A result as JSON that holds none of these characters bare either, to standard output. */
  printJson(value: unknown): void;
  /** Complaints, to standard error. */
  complain(lines: readonly Line[]): void;
  /** Shows one line that the next one replaces. */
  progress(phase: string, done: number, of: number): void;
  clearProgress(): void;
}

const clearLine = "\r\u001B[K";
/** GitHub obeys `::command::` behind nothing but white space, in its old form as well `##[command]` anywhere in a line. */
const lineCommand = /^(\s*):(?=:)/u;
/** `##[…]`, `##vso[…]` of Azure, `##teamcity[…]`: obeyed wherever they stand. */
const markedCommand = /##(?=\w*\[)/gu;

export function createTerminal(
  output: Sink,
  errors: Sink,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const interactive = errors.isTTY === true;
  const colors = pc.createColors(output.isTTY === true && !environment["NO_COLOR"]);
  const none = pc.createColors(false);
  const write = (sink: Sink, lines: readonly string[]): void => {
    if (lines.length > 0) sink.write(`${lines.join("\n")}\n`);
  };
  return {
    print: (lines) =>
      write(
        output,
        lines.map((line) => lineText(line, colors)),
      ),
    printJson: (value) => write(output, [harmlessJson(JSON.stringify(value, null, 2))]),
    complain: (lines) =>
      write(
        errors,
        lines.map((line) => lineText(line, none)),
      ),
    progress(phase, done, of) {
      if (interactive) errors.write(`${clearLine}${phase} ${done}/${of}`);
    },
    clearProgress() {
      if (interactive) errors.write(clearLine);
    },
  };
}

/** Colours come last: one that stands in the docs is escaped like any other sequence. */
function lineText(line: Line, colors: ReturnType<typeof pc.createColors>): string {
  if (typeof line === "string") return harmless(line);
  return line
    .map((piece) => (typeof piece === "string" ? harmless(piece) : colors[piece.color](harmless(piece.text))))
    .join("");
}

/** `line` with what terminals and CI services obey shown escaped: `\u{1b}[2J`, `\u{3a}:set-output`. */
function harmless(line: string): string {
  return line
    .replace(INVISIBLE, escapeSequence)
    .replace(lineCommand, `$1${escapeSequence(":")}`)
    .replace(markedCommand, `#${escapeSequence("#")}`);
}

/** The same for JSON, whose lines begin with nothing of the docs. What is left of line breaks is its own layout. */
function harmlessJson(json: string): string {
  return json
    .replace(INVISIBLE, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(markedCommand, `#${unicodeEscape("#")}`);
}

function escapeSequence(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
