/** The command line: reads flags and configuration, calls a command, answers with its exit code. */
import { own } from "../shared/own.js";
import yargs, { type Argv, type Options } from "yargs";
import { exitCode, type Call } from "./commands/call.js";
import { checkConfiguredOut, checkSettings, loadConfig, settings, type Setting, type Settings } from "./config.js";
import { stackLines } from "./report.js";
import { createTerminal, type Sink, type Terminal } from "./terminal.js";
import { systemErrorText } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";
import { toolVersion } from "../shared/version.js";

export { exitCode };

interface Command {
  /** In the notation of yargs: `generate [docs]`. */
  readonly usage: string;
  readonly describe: string;
  readonly flags: readonly (keyof Settings)[];
  /** What the positional argument means, where it is no setting. */
  readonly argument?: { readonly name: string; readonly describe: string };
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Loads the command's code, which help and errors do without. Resolves to the exit code. */
  run(call: Call): Promise<number>;
}

const commands: readonly Command[] = [
  {
    usage: "generate [docs]",
    describe: "Generate the package that the docs describe",
    flags: [
      "docs",
      "includes",
      "out",
      "check",
      "keep",
      "quiet",
      "cache",
      "dialect",
      "name",
      "packageVersion",
      "license",
      "repository",
      "description",
      "docsUrl",
      "optionalMeansNullable",
    ],
    examples: [
      ["$0 generate", "read docs/, write output/"],
      ["$0 generate reference --out client", "other folders"],
      ["$0 generate docs/api/message-get.md --out client", "one page, its types read off its examples"],
      ["$0 generate --check", "in CI: fail when output/ is not what the docs say"],
    ],
    run: async (call) => (await import("./commands/generate.js")).runGenerate(call),
  },
  {
    usage: "explain <page>",
    describe: "Show what was read on a page and what was made of it, with the line behind each decision",
    flags: ["docs", "includes", "dialect", "json", "cache", "optionalMeansNullable"],
    argument: { name: "page", describe: "Path or file name of a page" },
    examples: [
      ["$0 explain api/message-get.md", "a page of docs/"],
      ["$0 explain message-get --json", "facts and model as JSON"],
      ["$0 explain resources/message.md --docs reference", "a page of another folder"],
    ],
    run: async (call) => (await import("./commands/explain.js")).runExplain(call),
  },
  {
    usage: "serve [docs]",
    describe: "Answer as the service does, with the documented examples: a mock server on this machine",
    flags: [
      "docs",
      "includes",
      "port",
      "host",
      "fault",
      "latency",
      "seed",
      "pageSize",
      "lenient",
      "reload",
      "quiet",
      "json",
      "dialect",
      "cache",
      "optionalMeansNullable",
    ],
    examples: [
      ["$0 serve", "docs/, on http://127.0.0.1:4010"],
      ["$0 serve reference --port 0", "other docs, on any free port"],
      ["$0 serve --fault 429:10%@/users/* --seed 7", "every tenth call for users is throttled"],
      ["$0 serve --page-size 2 --latency 200-800", "lists in small pages, slowly"],
    ],
    run: async (call) => (await import("./commands/serve.js")).runServe(call),
  },
  {
    usage: "rules [rule]",
    describe: "List what findings mean and how to fix them",
    flags: ["json"],
    argument: { name: "rule", describe: "Id of one rule" },
    examples: [
      ["$0 rules", "all rules"],
      ["$0 rules response-wrapped", "one rule"],
    ],
    run: async (call) => (await import("./commands/rules.js")).runRules(call),
  },
];

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
    terminal.complain(complaint(error));
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

function describeCommand(parser: Argv, { usage, flags, argument, examples }: Command): Argv {
  const positional = argument ?? { name: "docs", describe: settings.docs.describe };
  const options = flags
    .filter((flag) => !usage.includes(`[${flag}]`))
    .map((flag) => [kebab(flag), yargsOption(settings[flag])]);
  return parser
    .positional(positional.name, { type: "string", describe: positional.describe })
    .options(Object.fromEntries(options))
    .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
}

function yargsOption({ type, describe }: Setting): Options {
  if (type === "boolean") return { type, describe };
  // Of a list, the items are texts, even those that look like numbers.
  if (type === "array") return { array: true, string: true, describe, nargs: 1 };
  return { type: type === "dialect" ? "string" : type, describe, nargs: 1 };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function callFrom(
  flags: Readonly<Record<string, unknown>>,
  command: Command,
): Promise<Pick<Call, "settings" | "argument">> {
  const given = command.flags.filter((flag) => flags[flag] !== undefined).map((flag) => [flag, flags[flag]]);
  const settings = checkSettings(Object.fromEntries(given), process.cwd(), "command line");
  const argument = command.argument && own(flags, command.argument.name);
  const { settings: configured, folder } = await loadConfig(process.cwd());
  if (command.flags.includes("out") && settings.out === undefined) checkConfiguredOut(configured, folder);
  return {
    settings: { ...configured, ...settings },
    argument: typeof argument === "string" ? argument : undefined,
  };
}

function complaint(error: unknown): string[] {
  const known = error instanceof UsageError ? error.message : systemErrorText(error);
  if (known !== undefined) return known.split("\n");
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return ["This is a bug of docwright; please report it with what follows.", ...stackLines(stack)];
}
