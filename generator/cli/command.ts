/** What the command line knows of a command before it runs. */
import type { Call } from "./commands/call.js";
import type { OwnSettings, Settings } from "./config.js";

export interface Command {
  /** In the notation of yargs: `generate [docs]`. */
  readonly usage: string;
  readonly describe: string;
  readonly flags: readonly (keyof Settings)[];
  /** What it makes of settings that other commands have, too. */
  readonly own?: OwnSettings;
  /** What the positional argument means, where it is no setting. */
  readonly argument?: { readonly name: string; readonly describe: string };
  /** The same for the one behind it. */
  readonly second?: { readonly name: string; readonly describe: string };
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Loads the command's code, which help and errors do without. Resolves to the exit code. */
  run(call: Call): Promise<number>;
}
