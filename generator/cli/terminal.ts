/**
 * Where the commands print to, and the one place that decides what text of the docs may look like there: it is shown, and commands nobody.
 * Colours and progress are for terminals only; `NO_COLOR` turns colours off there too.
 */
import pc from "picocolors";
import { harmless, harmlessJson } from "../shared/harmless.js";

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
  /** A result in a format whose maker made it harmless, to standard output as it is: a CI service is to obey it. */
  printMade(text: string): void;
  /** Complaints, to standard error. */
  complain(lines: readonly Line[]): void;
  /** Shows one line that the next one replaces. */
  progress(phase: string, done: number, of: number): void;
  clearProgress(): void;
}

const clearLine = "\r\u001B[K";
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
    printMade: (text) => void output.write(text),
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
