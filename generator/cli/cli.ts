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
      "failOn",
      "watch",
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
    usage: "check [docs]",
    describe: "Find what is wrong with the docs, without a package",
    flags: [
      "docs",
      "includes",
      "format",
      "output",
      "failOn",
      "changed",
      "newSince",
      "baseline",
      "acceptNew",
      "updateBaseline",
      "force",
      "fix",
      "dryRun",
      "watch",
      "all",
      "quiet",
      "cache",
      "dialect",
      "optionalMeansNullable",
    ],
    examples: [
      ["$0 check", "read docs/, show what is to be mended"],
      ["$0 check reference --all", "every finding in another folder"],
      ["$0 check --fail-on warning", "let warnings fail, too"],
      ["$0 check --output sarif=docs.sarif", "a file for code scanning as well"],
      ["$0 check --changed", "what my branch does, and old findings of the pages that it touches"],
      ["$0 check --new-since HEAD^1", "in the CI job of a pull request: what it adds"],
      ["$0 check --fix --dry-run", "show what has exactly one answer; without --dry-run, mend it"],
      ["$0 check --accept-new", "start with what is there: the baseline may only shrink from now on"],
    ],
    run: async (call) => (await import("./commands/check.js")).runCheck(call),
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

function yargsOption({ type, describe, bare }: Setting): Options {
  if (type === "boolean" || bare) return { type: bare ? "string" : "boolean", describe };
  return { type: type === "array" ? type : "string", describe, nargs: 1 };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function callFrom(
  flags: Readonly<Record<string, unknown>>,
  command: Command,
): Promise<Pick<Call, "settings" | "argument" | "folder">> {
  const given = command.flags.filter((flag) => flags[flag] !== undefined).map((flag) => [flag, flags[flag]]);
  const settings = checkSettings(Object.fromEntries(given), process.cwd(), "command line");
  const argument = command.argument && own(flags, command.argument.name);
  const { settings: configured, folder } = await loadConfig(process.cwd());
  checkConfiguredOut(unsaid(configured, settings, command.flags), folder);
  return {
    folder,
    settings: { ...configured, ...settings },
    argument: typeof argument === "string" ? argument : undefined,
  };
}

/** Settings of the configuration that the command goes by. */
function unsaid(configured: Settings, typed: Settings, flags: readonly (keyof Settings)[]): Settings {
  const own = Object.entries(configured).filter(
    ([key]) => flags.some((flag) => flag === key) && !Object.hasOwn(typed, key),
  );
  return Object.fromEntries(own);
}

function complaint(error: unknown): string[] {
  const known = error instanceof UsageError ? error.message : systemErrorText(error);
  if (known !== undefined) return known.split("\n");
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return ["This is a bug of docwright; please report it with what follows.", ...stackLines(stack)];
}
