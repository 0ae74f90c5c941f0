/** What the command line hands to a command, and what a command hands back. */
import type { Settings } from "../config.js";
import type { Terminal } from "../terminal.js";

/** Of the process. `failed`: wrong usage, something that could not be read, or a bug of docwright. */
export const exitCode = { clean: 0, docsHaveErrors: 1, outOfDate: 2, failed: 3 } as const;

export interface Call {
  /** Flags over configuration. */
  readonly settings: Settings;
  /** The positional argument, where it is no setting. */
  readonly argument: string | undefined;
  /** The one behind it. */
  readonly second?: string | undefined;
  /** The command line as typed. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
}
