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
  readonly type: "string" | "boolean" | "number" | "array" | "dialect";
  readonly describe: string;
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
  reload: { type: "boolean", describe: "Read pages again when they change; --no-reload does not [default: true]" },
} as const satisfies Record<string, Setting>;

type ValueOf<S extends Setting> = S["type"] extends "boolean"
  ? boolean
  : S["type"] extends "number"
    ? number
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
    const { type, path }: Setting = settings[key];
    const flaw = type === "dialect" ? flawOf(value) : undefined;
    if (flaw !== undefined) throw new UsageError(`${where}: ${key}: ${flaw}.`);
    if (!hasType(value, type)) throw new UsageError(`${where}: ${key} must be ${described[type]}.`);
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

const described = {
  string: "a string",
  boolean: "true or false",
  number: "a whole number, 0 or more",
  array: "a list of strings",
  dialect: "a dialect",
};

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(settings, key);
}

function hasType(value: unknown, type: Setting["type"]): boolean {
  if (type === "dialect") return true;
  if (type === "number") return typeof value === "number" && Number.isInteger(value) && value >= 0;
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
