/** Where the commands print to. Colours and progress are for terminals only; `NO_COLOR` turns colours off there too. */
import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/** The part of a stream that printing needs. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export interface Terminal {
  /** Results, to standard output. */
  print(lines: readonly string[]): void;
  /** Complaints, to standard error. */
  complain(lines: readonly string[]): void;
  readonly colors: Colors;
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
  const write = (sink: Sink, lines: readonly string[]): void => {
    if (lines.length > 0) sink.write(`${lines.join("\n")}\n`);
  };
  return {
    print: (lines) => write(output, lines),
    complain: (lines) => write(errors, lines),
    colors: pc.createColors(output.isTTY === true && !environment["NO_COLOR"]),
    progress(phase, done, of) {
      if (interactive) errors.write(`${clearLine}${phase} ${done}/${of}`);
    },
    clearProgress() {
      if (interactive) errors.write(clearLine);
    },
  };
}
