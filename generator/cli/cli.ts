/** The commands, in the order in which help lists them. Their code is loaded when they run: help and errors do without. */
import type { Command } from "./command.js";
import { docsCommands } from "./docs-commands.js";
import { packageCommands } from "./package-commands.js";

export const commands: readonly Command[] = [...docsCommands, ...packageCommands];
