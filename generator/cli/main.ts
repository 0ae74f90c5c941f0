/** The command line: reads flags and configuration, calls a command, answers with its exit code. */
import { own } from "../shared/own.js";
import yargs, { type Argv, type Options } from "yargs";
import { exitCode, type Call } from "./commands/call.js";
import { commands } from "./cli.js";
import type { Command } from "./command.js";
import { settings, type Setting, type Settings, flagOf, settingOf } from "./config.js";
import { createTerminal, type Sink, type Terminal } from "./terminal.js";
import { systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";
import { toolVersion } from "../shared/version.js";

export { exitCode };

/**
 * Runs the command that `words` ask for. Resolves to the exit code: 0 clean, 1 the docs have errors, 2 the output is out of date, 3 wrong
 * usage, an error of the system (a full disk, a page that cannot be read) or a bug of docwright.
 */
export async function main(words: readonly string[], output: Sink, errors: Sink): Promise<number> {
  const terminal = createTerminal(output, errors, process.env);
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    terminal.clearProgress();
    terminal.complain(await complaint(error));
    return exitCode.failed;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCode.clean;
  const parser = createParser();
  for (const command of commands) {
    const run = async (flags: Readonly<Record<string, unknown>>): Promise<void> => {
      code = await command.run({ ...(await callFrom(flags, command)), words, terminal });
    };
    parser.command(command.usage, command.describe, (own) => describeCommand(own, command), run);
  }
  // yargs hands help and version to the callback and would print them itself without one.
  await parser.parseAsync([...words], {}, (error, _flags, help) => {
    if (!error && help) terminal.print(help.split("\n"));
  });
  return code;
}

function createParser(): Argv {
  return yargs()
    .scriptName("docwright")
    .usage(
      "$0 <command> [docs]\n\nTurns API reference pages written in Markdown into a typed and tested TypeScript package.",
    )
    .epilogue(
      "Exit codes: 0 clean, 1 the docs have errors, 2 the output is out of date, 3 wrong usage, an error of the system, or a bug.",
    )
    .locale("en")
    .version(toolVersion)
    .wrap(100)
    .strict()
    .demandCommand(1, "Say which command: docwright --help lists them.")
    .recommendCommands()
    .exitProcess(false)
    .fail(usageError);
}

function usageError(message: string | undefined, error: Error | undefined): never {
  throw error instanceof Error && message === undefined
    ? error
    : new UsageError(`${message ?? ""}\nSee docwright --help.`);
}

function describeCommand(parser: Argv, { usage, flags, own = {}, argument, second, examples }: Command): Argv {
  const positional = argument ?? { name: "docs", describe: settings.docs.describe };
  const options = flags
    .filter((flag) => !usage.includes(`[${flag}]`))
    .map((flag) => [flagOf(flag), yargsOption({ ...settings[flag], ...own[flag] })]);
  const first = parser.positional(positional.name, {
    type: "string",
    describe: positional.describe,
    ...(usage.includes("..") && { array: true }),
  });
  return (second ? first.positional(second.name, { type: "string", describe: second.describe }) : first)
    .options(Object.fromEntries(options))
    .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
}

function yargsOption({ type, describe, bare }: Setting): Options {
  if (type === "boolean" || bare) return { type: bare ? "string" : "boolean", describe };
  // of a list, the items are texts, even those that look like numbers
  if (type === "array") return { array: true, string: true, describe, nargs: 1 };
  return { type: type === "number" ? type : "string", describe, nargs: 1 };
}

async function callFrom(
  flags: Readonly<Record<string, unknown>>,
  command: Command,
): Promise<Pick<Call, "settings" | "argument" | "several" | "second" | "folder">> {
  const { checkConfiguredOut, checkSettings, loadConfig } = await import("./load-config.js");
  const typed = command.flags.map((key) => [key, own(flags, settingOf(key).flag ?? key)] as const);
  const given = typed.filter(([, value]) => value !== undefined);
  const settings = checkSettings(Object.fromEntries(given), process.cwd(), "command line", command.own);
  const [argument, second] = [command.argument, command.second].map((one) => one && own(flags, one.name));
  const { settings: all, folder } = await loadConfig(process.cwd());
  const configured = meant(all, command);
  const said = { ...configured, ...settings };
  const writesBaseline = said.acceptNew === true || said.updateBaseline === true;
  checkConfiguredOut(unsaid(configured, settings, command.flags), writesBaseline, folder);
  return {
    folder,
    settings: said,
    argument: typeof argument === "string" ? argument : undefined,
    several: [argument ?? []].flat().map(String),
    second: typeof second === "string" ? second : undefined,
  };
}

/** The configuration without values that only another command knows: `format: "sarif"` is nothing to `scopes`. */
function meant(configured: Settings, { own = {} }: Command): Settings {
  const entries = Object.entries(configured).filter(([key, value]) => {
    const choices = Object.hasOwn(own, key) ? own[key as keyof typeof own]?.choices : undefined;
    return choices === undefined || choices.includes(String(value));
  });
  return Object.fromEntries(entries);
}

/** Settings of the configuration that the command goes by. */
function unsaid(configured: Settings, typed: Settings, flags: readonly (keyof Settings)[]): Settings {
  const own = Object.entries(configured).filter(
    ([key]) => flags.some((flag) => flag === key) && !Object.hasOwn(typed, key),
  );
  return Object.fromEntries(own);
}

async function complaint(error: unknown): Promise<string[]> {
  const known = error instanceof UsageError ? error.message : systemErrorText(error);
  if (known !== undefined) return known.split("\n");
  const { stackLines } = await import("./report.js");
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return ["This is a bug of docwright; please report it with what follows.", ...stackLines(stack)];
}
