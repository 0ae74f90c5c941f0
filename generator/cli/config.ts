/**
 * The settings of the commands: one table for flags and configuration keys alike. A flag beats the configuration, the configuration beats
 * the default. Paths on the command line are relative to the current folder, paths in a configuration to the file they stand in.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lilconfig, type LoaderResult } from "lilconfig";
import type { DialectSettings } from "../dialect/dialect.js";
import { flawOf } from "../dialect/settings.js";
import { stripped } from "../shared/edges.js";
import { closest } from "../shared/suggest.js";
import { isInside, repositoryAround } from "../shared/files/repository.js";
import { UsageError } from "../shared/usage-error.js";

export interface Setting {
  readonly type: "string" | "boolean" | "array" | "dialect";
  readonly describe: string;
  /** The only values. */
  readonly choices?: readonly string[];
  /** A path or several, resolved against the place where it was written. */
  readonly path?: true;
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
  optionalMeansNullable: {
    type: "boolean",
    describe: "What may be absent may be null, too, where no page says so [default: as the docs' answers show]",
  },
  format: {
    type: "string",
    choices: ["pretty", "json", "markdown", "github", "accepted"],
    describe:
      "How changes are printed: pretty, json, markdown (a changelog), github (annotations), accepted (lines that acknowledge the breaks) [default: pretty]",
  },
  full: { type: "boolean", describe: "List all changes, not only a screenful" },
  failOn: {
    type: "string",
    choices: ["major", "minor", "patch", "never"],
    describe: "Exit with 1 when the changes are as grave as that: major, minor, patch, never [default: never]",
  },
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
  accepted: {
    type: "string",
    path: true,
    describe: "File of acknowledged breaks [default: docwright.accepted.jsonl, where it exists]",
  },
  force: { type: "boolean", describe: "Compare packages of different names, too" },
  rules: { type: "boolean", describe: "List the table of changes" },
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
      "The last release: a package, an api.json, or either at a commit [default: the newest tag that is a version, else the last commit]",
  },
} as const satisfies Record<string, Setting>;

type ValueOf<S extends Setting> = S["type"] extends "boolean"
  ? boolean
  : S["type"] extends "array"
    ? string[]
    : S["type"] extends "dialect"
      ? string | DialectSettings
      : string;

/** What was asked for; a key that nobody gave is absent. */
export type Settings = { -readonly [K in keyof typeof settings]?: ValueOf<(typeof settings)[K]> };

const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Settings of a configuration, and the folder that it stands in. */
interface Configured {
  readonly settings: Settings;
  readonly folder: string;
}

/**
 * Reads `docwright.config.*`, or the key `docwright` of package.json, in `folder` or the nearest one above it that has either. Throws a
 * `UsageError` for a key or a value that does not exist.
 */
export async function loadConfig(folder: string): Promise<Configured> {
  const search = lilconfig("docwright", {
    searchPlaces: [...["ts", "mjs", "js", "json"].map((kind) => `docwright.config.${kind}`), "package.json"],
    loaders: { ".ts": loadTypeScript },
  });
  const found = await search.search(folder).catch((error: unknown) => {
    throw new UsageError(`The configuration cannot be read: ${String(error)}`);
  });
  if (found === null || found.isEmpty) return { settings: {}, folder };
  const place = dirname(found.filepath);
  return { settings: checkSettings(found.config, place, configPlace(found.filepath)), folder: place };
}

/**
 * Throws a `UsageError` when a configuration in `folder` leads the output out of the repository that the current folder is in. Who may write
 * the configuration may not write everywhere; only who types the command decides on that. Outside of a repository the configuration's own
 * folder is the border.
 */
export function checkConfiguredOut({ out }: Settings, folder: string): void {
  if (out === undefined) return;
  const borders = [repositoryAround(process.cwd()) ?? process.cwd(), folder];
  if (borders.some((border) => isInside(out, border))) return;
  const flag = `--out ${relative(process.cwd(), out)}`;
  throw new UsageError(
    `The configuration leads the output out of ${borders[0]}, to ${out}. If it is to go there, say so with ${flag}.`,
  );
}

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

/**
 * Checks keys and values, and resolves paths against `folder`. `where` says in messages where they stand. Throws a `UsageError` for a key
 * or a value that does not exist.
 */
export function checkSettings(given: unknown, folder: string, where: string): Settings {
  if (typeof given !== "object" || given === null) throw new UsageError(`${where}: the settings are no object.`);
  const checked = Object.entries(given).map(([key, value]: [string, unknown]) => {
    if (!isSetting(key))
      throw new UsageError(`${where}: there is no setting ${key}.${closest(key, Object.keys(settings))}`);
    const { type, path, choices }: Setting = settings[key];
    const flaw = type === "dialect" ? flawOf(value) : undefined;
    if (flaw !== undefined) throw new UsageError(`${where}: ${key}: ${flaw}.`);
    if (!hasType(value, type)) throw new UsageError(`${where}: ${key} must be ${described[type]}.`);
    if (choices !== undefined && !choices.includes(String(value)))
      throw new UsageError(`${where}: ${key} must be one of ${choices.join(", ")}.${closest(String(value), choices)}`);
    return [key, path ? resolvedFrom(value, folder) : value];
  });
  return Object.fromEntries(checked);
}

function resolvedFrom(value: unknown, folder: string): unknown {
  return Array.isArray(value) ? value.map((one) => resolve(folder, String(one))) : resolve(folder, String(value));
}

function configPlace(file: string): string {
  return basename(file) === "package.json" ? "package.json, key docwright" : basename(file);
}

const described = { string: "a string", boolean: "true or false", array: "a list of strings", dialect: "a dialect" };

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(settings, key);
}

function hasType(value: unknown, type: Setting["type"]): boolean {
  if (type === "dialect") return true;
  return type === "array"
    ? Array.isArray(value) && value.every((one) => typeof one === "string")
    : typeof value === type;
}

/** Node 22.18 and later imports TypeScript as it is. For earlier ones the types are taken out; such a file can import packages of Node only. */
async function loadTypeScript(file: string): Promise<LoaderResult> {
  const imported: { default?: unknown } = await import(pathToFileURL(file).href).catch(async (error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_FILE_EXTENSION")) throw error;
    const { ts } = await import("ts-morph");
    const script = ts.transpile(readFileSync(file, "utf8"), {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
    });
    return import(`data:text/javascript,${encodeURIComponent(script)}`);
  });
  return imported.default;
}
