/** The commands, in the order in which help lists them. Their code is loaded when they run: help and errors do without. */
import type { Call } from "./commands/call.js";
import type { Settings } from "./config.js";

export interface Command {
  /** In the notation of yargs: `generate [docs]`. */
  readonly usage: string;
  readonly describe: string;
  readonly flags: readonly (keyof Settings)[];
  /** What the positional argument means, where it is no setting. */
  readonly argument?: { readonly name: string; readonly describe: string };
  /** The same for the one behind it. */
  readonly second?: { readonly name: string; readonly describe: string };
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Loads the command's code, which help and errors do without. Resolves to the exit code. */
  run(call: Call): Promise<number>;
}

export const commands: readonly Command[] = [
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
      "sources",
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
      ["$0 check --output html=docs.html", "a report to click through, every page with its lines"],
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
    usage: "init [docs]",
    describe: "Set up a repository of docs: configuration, CI job, baseline",
    flags: ["docs", "includes", "dialect", "ci", "sample", "dryRun", "cache"],
    examples: [
      ["$0 init", "find out what there is, and write what is missing"],
      ["$0 init --dry-run", "show it only"],
      ["$0 init --sample", "in an empty folder: with a small API to look at"],
    ],
    run: async (call) => (await import("./commands/init.js")).runInit(call),
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
  {
    usage: "guide [topic]",
    describe: "Show how a page is written: its parts, their words, good and bad examples",
    flags: ["dialect"],
    argument: { name: "topic", describe: "Kind of page; all: everything" },
    examples: [
      ["$0 guide", "the topics"],
      ["$0 guide operation", "the page of an operation"],
      ["$0 guide resource --dialect graph", "the page of a type in the style of API Doctor"],
    ],
    run: async (call) => (await import("./commands/guide.js")).runGuide(call),
  },
  {
    usage: "new <kind> <name>",
    describe: "Write the skeleton of a page, as these docs write theirs",
    flags: ["docs", "includes", "dialect", "cache"],
    argument: { name: "kind", describe: "operation, resource or enum" },
    second: { name: "name", describe: 'What it is about: parcel-get, "List parcels", parcel, parcelState' },
    examples: [
      ["$0 new resource parcel", "the page of a type"],
      ["$0 new operation parcel-get", "the page of a call; its verb says which method it has"],
      ["$0 new enum parcelState --docs reference", "the page of an enumeration, in another folder"],
    ],
    run: async (call) => (await import("./commands/new.js")).runNew(call),
  },
];
