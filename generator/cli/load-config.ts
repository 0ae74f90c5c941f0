/** Reads the configuration, and checks what it and the command line say. */
import { readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lilconfig, type LoaderResult } from "lilconfig";
import { flawOf } from "../dialect/settings.js";
import { ruleSettingsFlaw } from "../findings/severity.js";
import { IDENTIFIER } from "../plan/identifier.js";
import { isInside, repositoryAround } from "../shared/files/repository.js";
import { isObject } from "../shared/json/json.js";
import { closest } from "../shared/suggest.js";
import { UsageError } from "../shared/usage-error.js";
import { commands } from "./cli.js";
import { flagOf, settingOf, settings, type OwnSettings, type Setting, type Settings } from "./config.js";

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
    throw new UsageError(`The configuration cannot be read: ${String(error)}. Mend it, or move it away.`);
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
export function checkConfiguredOut(
  { output = [], ...settings }: Settings,
  writesBaseline: boolean,
  folder: string,
): void {
  const borders = [repositoryAround(process.cwd()) ?? process.cwd(), folder];
  const named = output.map((each) => [
    "output",
    each.slice(0, each.indexOf("=") + 1),
    each.slice(each.indexOf("=") + 1),
  ]);
  const keys = ["out", "openapi", "jsonSchema", ...(writesBaseline ? ["baseline" as const] : [])] as const;
  const whole = keys.map((key) => [flagOf(key), "", settings[key] ?? ""]);
  for (const [flag = "", name = "", path = ""] of [...whole, ...named]) {
    if (path === "") continue;
    if (borders.some((border) => isInside(path, border))) continue;
    const words = `--${flag} ${name}${relative(process.cwd(), path)}`;
    throw new UsageError(
      `The configuration leads the output out of ${borders[0]}, to ${path}. If it is to go there, say so with ${words}.`,
    );
  }
}

/**
 * Checks keys and values, and resolves paths against `folder`. `where` says in messages where they stand, `own` what the command makes of
 * them; without it, as in a configuration, they may be for any command. Throws a `UsageError` for a key or a value that does not exist.
 */
export function checkSettings(given: unknown, folder: string, where: string, own?: OwnSettings): Settings {
  if (typeof given !== "object" || given === null) throw new UsageError(`${where}: the settings are no object.`);
  const checked = Object.entries(given).map(([key, value]: [string, unknown]) => {
    if (!isSetting(key))
      throw new UsageError(
        `${where}: there is no setting ${key}.${closest(key, Object.keys(settings)) || " Settings are called as the flags are: docwright generate --help."}`,
      );
    const { type, path } = settingOf(key);
    const choices = choicesOf(key, own);
    const flaw = flawsOf[type]?.(value);
    if (flaw !== undefined) throw new UsageError(`${where}: ${key}: ${flaw}${flaw.endsWith("?") ? "" : "."}`);
    if (!hasType(value, type)) throw new UsageError(`${where}: ${key} must be ${described[type]}.`);
    if (choices && !choices.includes(String(value)))
      throw new UsageError(`${where}: ${key} must be one of ${choices.join(", ")}.${closest(String(value), choices)}`);
    return [key, path === undefined ? value : resolvedFrom(value, path === "named" ? namedPath : resolve, folder)];
  });
  return Object.fromEntries(checked);
}

const flawsOf: Readonly<Partial<Record<Setting["type"], (value: unknown) => string | undefined>>> = {
  dialect: flawOf,
  rules: ruleSettingsFlaw,
  renames: renamesFlaw,
};

function renamesFlaw(value: unknown): string | undefined {
  if (!isObject(value)) return 'it must be an object of names: {"listUsers": "listAllUsers"}';
  const odd = Object.entries(value)
    .flat()
    .find((name) => typeof name !== "string" || !IDENTIFIER.test(name));
  return odd === undefined ? undefined : `${JSON.stringify(odd)} is no name of a function`;
}

function choicesOf(key: keyof Settings, own: OwnSettings | undefined): readonly string[] | undefined {
  const known = own ? (own[key]?.choices ?? []) : commands.flatMap((command) => command.own?.[key]?.choices ?? []);
  return known.length > 0 ? [...new Set(known)] : settingOf(key).choices;
}

function resolvedFrom(value: unknown, at: (folder: string, path: string) => string, folder: string): unknown {
  return Array.isArray(value) ? value.map((one) => at(folder, String(one))) : at(folder, String(value));
}

/** `html=report.html` with the path resolved. */
function namedPath(folder: string, value: string): string {
  const at = value.indexOf("=") + 1;
  if (at === 0 || at === value.length)
    throw new UsageError(`output must be <format>=<file>, such as sarif=docs.sarif, not ${value}.`);
  return `${value.slice(0, at)}${resolve(folder, value.slice(at))}`;
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
  rules: "an object of rules",
  renames: "an object of names",
};

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(settings, key);
}

function hasType(value: unknown, type: Setting["type"]): boolean {
  // these were looked through above
  if (type in flawsOf) return true;
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
