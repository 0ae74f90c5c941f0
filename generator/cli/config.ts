/**
 * The settings of the commands: one table for flags and configuration keys alike. A flag beats the configuration, the configuration beats
 * the default. Paths on the command line are relative to the current folder, paths in a configuration to the file they stand in.
 */
import { basename, extname } from "node:path";
import type { DialectSettings } from "../dialect/dialect.js";
import type { RuleSettings } from "../findings/severity.js";
import { stripped } from "../shared/edges.js";
import { UsageError } from "../shared/usage-error.js";

export interface Setting {
  readonly type: "string" | "boolean" | "number" | "array" | "dialect" | "rules" | "renames";
  readonly describe: string;
  /** A path or several, resolved against the place where it was written; "named" ones stand behind a name, `html=report.html`. */
  readonly path?: true | "named";
  readonly choices?: readonly string[];
  /** As a flag it may stand without a value. */
  readonly bare?: true;
  /** The flag, where that is not the name of the setting. */
  readonly flag?: string;
}

export const settings = {
  docs: { type: "string", path: true, describe: "Folder of Markdown pages, or a single page [default: docs]" },
  includes: {
    type: "array",
    path: true,
    describe:
      "Folders beside the docs whose files pages may include, beside `includes` next to the docs or one folder up",
  },
  out: { type: "string", path: true, describe: "Folder of the generated package [default: output]" },
  check: { type: "boolean", describe: "Write nothing; say what is out of date and how to mend it" },
  keep: {
    type: "array",
    describe: "Top-level entries of the output folder that are yours, beside node_modules and the like",
  },
  quiet: { type: "boolean", describe: "Print the summary without the findings" },
  failOn: { type: "string", describe: "From what on the exit code is 1" },
  minRead: { type: "number", describe: "Fail, too, when less of what pages say is read, in per cent: --min-read 99" },
  unread: { type: "boolean", describe: "List what nobody read, by heading, most lines first, in place of findings" },
  renames: {
    type: "renames",
    describe: "New names of functions by the old ones, which stay as deprecated aliases; in a configuration only",
  },
  rules: { type: "rules", describe: "Severity of rules, and pages that they leave out; in a configuration only" },
  format: { type: "string", describe: "How it is printed" },
  output: {
    type: "array",
    path: "named",
    describe: "Write a format to a file as well: --output sarif=docs.sarif --output json=docs.json",
  },
  sources: {
    type: "boolean",
    describe: "Texts of pages in the HTML report; --no-sources leaves them out [default: true]",
  },
  baseline: {
    type: "string",
    path: true,
    describe: "File of findings that may stay for now [default: docwright-baseline.jsonl beside the configuration]",
  },
  acceptNew: { type: "boolean", describe: "Take the new findings that would fail the check into the baseline" },
  updateBaseline: { type: "boolean", describe: "Take what is mended out of the baseline; adds nothing" },
  force: { type: "boolean", describe: "Let CI write the baseline, too" },
  dryRun: { type: "boolean", describe: "Write nothing; show what would be written or mended" },
  sample: { type: "boolean", describe: "Bring along a small API to start from" },
  ci: {
    type: "string",
    choices: ["github", "azure", "none"],
    describe: "CI service that the job is for: github, azure, none [default: what the repository shows, else github]",
  },
  changed: {
    type: "string",
    bare: true,
    describe:
      "Only what changed pages have, and what they cause, compared with a branch or commit [default: the target of the pull request, or the default branch]",
  },
  newSince: {
    type: "string",
    describe: "Only what a branch or commit does not have yet: old findings of changed pages are left out, too",
  },
  watch: { type: "boolean", describe: "Go on, and tell what each change of a page brings and mends" },
  fix: { type: "boolean", describe: "Mend what has exactly one answer" },
  all: { type: "boolean", describe: "Show every finding, and those that are set aside" },
  cache: { type: "boolean", describe: "Go by what earlier runs found out; --no-cache does not [default: true]" },
  json: { type: "boolean", describe: "Print JSON" },
  dialect: {
    type: "dialect",
    describe:
      "How the docs are written: graph, plain, or in a configuration an object that extends one [default: what the pages show]",
  },
  name: { type: "string", describe: "Name of the package [default: <docs folder>-client]" },
  packageVersion: { type: "string", describe: "Version of the package [default: 0.1.0]" },
  license: { type: "string", describe: "SPDX licence of the package [default: UNLICENSED]" },
  repository: { type: "string", describe: "Repository of the package" },
  docsUrl: { type: "string", describe: "Address under which the pages can be read, for links in comments" },
  description: { type: "string", describe: "One sentence about the package" },
  contact: { type: "string", describe: "Who answers for the API: an address of the web, or of mail" },
  account: {
    type: "string",
    describe: "For whom: delegatedWork, delegatedPersonal or application [default: each that the docs tell of]",
  },
  api: {
    type: "string",
    path: true,
    describe: "api.json of the package, or its folder [default: where the program's imports lead]",
  },
  ids: { type: "string", path: true, describe: "Exported service principal (JSON) that tells the ids of permissions" },
  against: { type: "string", path: true, describe: "Manifest (JSON) to compare with what the program needs" },
  optionalMeansNullable: {
    type: "boolean",
    describe: "What may be absent may be null, too, where no page says so [default: as the docs' answers show]",
  },
  full: { type: "boolean", describe: "List all changes, not only a screenful" },
  newValues: {
    type: "string",
    choices: ["major", "minor", "patch"],
    describe: "What a new value of an enumeration, or a new derived type, is: major, minor, patch [default: minor]",
  },
  access: {
    type: "string",
    choices: ["major", "minor", "patch"],
    describe: "What it is when an app needs another permission: major, minor, patch [default: minor]",
  },
  paging: {
    type: "string",
    choices: ["major", "minor", "patch"],
    describe: "What it is when a list begins to come in pages: major, minor, patch [default: patch]",
  },
  stability: {
    type: "string",
    choices: ["stable", "beta"],
    describe: "What the docs promise: of beta, breaks are a minor step, and listed as breaks [default: stable]",
  },
  accepted: {
    type: "string",
    path: true,
    describe: "File of acknowledged breaks [default: docwright.accepted.jsonl, where it exists]",
  },
  table: { type: "boolean", describe: "List the table of changes" },
  openapi: {
    type: "string",
    path: true,
    flag: "out",
    describe: "The OpenAPI document, *.json or *.yaml [default: openapi.json]",
  },
  jsonSchema: {
    type: "string",
    path: true,
    describe: "Write the types as JSON Schema 2020-12 as well, into this file",
  },
  openapiVersion: { type: "string", describe: "3.1, or 3.0 for tools that know no other [default: 3.1]" },
  only: {
    type: "array",
    describe: "Paths or pages, with * for any text: only these operations, and the types that they need",
  },
  port: { type: "number", describe: "Port of the mock server; 0 takes any that is free [default: 4010]" },
  host: { type: "string", describe: "Where the mock server listens: 0.0.0.0 for everybody [default: 127.0.0.1]" },
  fault: {
    type: "array",
    describe: "What the mock refuses: 429, 503x2 (twice), 500:25% (a quarter), 429@/users/* (below a path)",
  },
  latency: { type: "string", describe: "Milliseconds before each answer of the mock: 300, or 200-800" },
  seed: { type: "number", describe: "Of the chance in faults and latency: the same seed, the same run [default: 1]" },
  pageSize: { type: "number", describe: "Items on a page of the mock's lists [default: as documented]" },
  lenient: {
    type: "boolean",
    describe: "Answer requests that contradict the docs as well, and only log what is wrong",
  },
  auth: {
    type: "boolean",
    describe: "The mock asks for a token; one with scp or roles needs the permissions that the docs ask for",
  },
  state: {
    type: "boolean",
    describe: "The mock remembers what is created, changed and deleted; POST /__docwright/reset forgets it",
  },
  reload: { type: "boolean", describe: "Read pages again when they change; --no-reload does not [default: true]" },
  bump: {
    type: "boolean",
    describe: "Raise the version by what changed since the last release, and write CHANGELOG.md",
  },
  changeset: {
    type: "boolean",
    describe: "Write what changed since the last release as a changeset, for a later version",
  },
  release: {
    type: "string",
    describe:
      "The last release: npm for the published package, npm:<name>@<tag>, a package, an api.json, or either at a commit [default: the newest tag that is a version, else the last commit]",
  },
} as const satisfies Record<string, Setting>;

type ValueOf<S extends Setting> = S["type"] extends "boolean"
  ? boolean
  : S["type"] extends "number"
    ? number
    : S["type"] extends "array"
      ? string[]
      : S["type"] extends "dialect"
        ? string | DialectSettings
        : S["type"] extends "rules"
          ? RuleSettings
          : S["type"] extends "renames"
            ? Readonly<Record<string, string>>
            : string;

/** What a command makes of settings that others have, too. */
export type OwnSettings = { readonly [K in keyof typeof settings]?: Pick<Setting, "describe" | "choices"> };

/** What was asked for; a key that nobody gave is absent. */
export type Settings = { -readonly [K in keyof typeof settings]?: ValueOf<(typeof settings)[K]> };

const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Name of the package when nobody gave one: `docs-client` for a folder, the stem for a single page. */
export function defaultName(docs: string): string {
  const isPage = extname(docs) === ".md";
  const name = basename(docs, ".md").toLowerCase();
  const words = stripped(name.replace(/[^a-z0-9.]+/g, "-"), /[.-]/);
  return isPage ? words || "client" : `${words || "docs"}-client`;
}

/** Throws a `UsageError` unless npm would take `name`. */
export function checkName(name: string): string {
  if (packageName.test(name)) return name;
  throw new UsageError(
    `${name} is no name for a package: npm allows lower-case letters, digits, dots, hyphens and one @scope/.`,
  );
}

/** Throws a `UsageError` unless `url` is an address that a link can safely lead to. */
export function checkDocsUrl(url: string): string {
  const { protocol = "", href = "" } = URL.canParse(url) ? new URL(url) : {};
  if (protocol === "https:" || protocol === "http:") return href;
  throw new UsageError(`${url} is no address of published docs: it must begin with https:// or http://.`);
}

export function settingOf(key: keyof Settings): Setting {
  return settings[key];
}

/** As it is typed, without the dashes. */
export function flagOf(key: keyof Settings): string {
  return settingOf(key).flag ?? kebab(key);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
