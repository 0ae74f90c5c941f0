/** Packages of the registry that npm is configured for. npm itself asks it; what comes back is data, of which nothing is run. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import parse from "semver/functions/parse.js";
import type { PublishedApi } from "../model/published.js";
import { bounds } from "../shared/bounds.js";
import { readPlain } from "../shared/files/plain-file.js";
import { filesInTarball } from "../shared/files/tarball.js";
import { isObject } from "../shared/json/json.js";
import { parsedJson } from "../shared/json/parsed.js";
import { own } from "../shared/own.js";
import { UsageError } from "../shared/usage-error.js";
import { inTreeFolder } from "../write/tree-folder.js";
import { apiIn } from "./api-file.js";
import { checkName } from "./config.js";

const PREFIX = "npm:";
/** A version or a tag. What else npm takes behind an `@`, such as an address, is no package of the registry. */
const VERSION = /^[\w.+-]+$/;
const FILES = ["api.json", "package.json", "CHANGELOG.md"] as const;

/** What `npm:parcels@next` asks for; `npm` alone means the package itself. Undefined for what is something else. */
export function packageNamedBy(label: string, own: string): string | undefined {
  if (label === "npm") return own;
  if (!label.startsWith(PREFIX)) return undefined;
  const asked = label.slice(PREFIX.length);
  const border = asked.indexOf("@", 1);
  const version = border < 0 ? undefined : asked.slice(border + 1);
  checkName(border < 0 ? asked : asked.slice(0, border));
  if (version === undefined || VERSION.test(version)) return asked;
  throw new UsageError(`${label}: behind the name stands a version or a tag, as in npm:${own}@latest.`);
}

/**
 * The package as it is published. Its version is that of package.json, which others than docwright may have raised since. Throws a
 * `UsageError` where it cannot be had, or is none of docwright's.
 */
export async function publishedPackage(
  asked: string,
): Promise<{ readonly api: PublishedApi; readonly changelog: string | undefined }> {
  const files = await filesInRegistry(asked);
  const text = files.get("api.json");
  if (text === undefined)
    throw new UsageError(`${asked} of the registry has no api.json: docwright did not make this package.`);
  const api = apiIn(text, `api.json of ${asked}`);
  const version = versionIn(files.get("package.json") ?? "");
  return {
    api: version !== undefined && api.package ? { ...api, package: { ...api.package, version } } : api,
    changelog: files.get("CHANGELOG.md"),
  };
}

/** The version of a package.json, where it has one that can be raised. */
export function versionIn(manifest: string): string | undefined {
  const parsed = parsedJson(manifest);
  const version = isObject(parsed) ? own(parsed, "version") : undefined;
  return typeof version === "string" && parse(version) !== null ? version : undefined;
}

async function filesInRegistry(asked: string): Promise<ReadonlyMap<string, string>> {
  const packed = await inTreeFolder([], async (folder) => {
    const words = ["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination", folder];
    await npm([...words, "--", asked], asked);
    const file = readdirSync(folder).find((each) => each.endsWith(".tgz"));
    return file === undefined ? undefined : readPlain(join(folder, file));
  });
  if (packed === undefined) throw new UsageError(`npm brought no package for ${asked}.`);
  try {
    return filesInTarball(packed, new Set(FILES), bounds.unpackedPackage);
  } catch (error) {
    throw new UsageError(`${asked} of the registry cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

/** In the current folder, whose .npmrc says which registry it is. On Windows npm is a script, which Node runs without a shell. */
function npm(words: readonly string[], asked: string): Promise<void> {
  const [program, first] =
    process.platform === "win32"
      ? [process.execPath, [join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js")]]
      : ["npm", []];
  return new Promise((resolve, reject) => {
    execFile(program, [...first, ...words], { maxBuffer: bounds.npmAnswer }, (error, output, complaint) => {
      if (error === null) resolve();
      else reject(new UsageError(failure(error, `${complaint}\n${output}`, asked)));
    });
  });
}

const ABSENT = new Set(["E404", "ETARGET", "ENOVERSIONS"]);
const UNREACHED = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENETUNREACH",
  "ERR_SOCKET_TIMEOUT",
]);

function failure(error: Error, said: string, asked: string): string {
  if ("code" in error && error.code === "ENOENT")
    return "npm cannot be run: install it, or say with --release where else the last release is.";
  const code = /\bcode"?:? "?([A-Z]\w+)/.exec(said)?.[1] ?? "";
  if (ABSENT.has(code))
    return `The registry has no ${asked} (${code}). Where nothing is published yet, leave out --release.`;
  if (UNREACHED.has(code)) return `The registry cannot be reached (${code}): see npm config get registry.`;
  const line = said.split("\n").find((each) => /\S/.test(each)) ?? error.message;
  return `npm could not bring ${asked}${code === "" ? "" : ` (${code})`}: ${line.trim()}`;
}
