/** The generated packages that a program imports: found by where its imports lead, known by their `api.json`. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PublishedApi } from "../model/published.js";
import { publishedIn, type Unreadable } from "../read-api-json.js";
import { UsageError } from "../shared/usage-error.js";

/** `api.json`, and the folder that it stands in. */
export interface ApiPackage {
  readonly folder: string;
  readonly file: string;
  /** As in package.json beside it, where there is one. */
  readonly name?: string;
  readonly api: PublishedApi;
}

/** Reads a package, or an `api.json` by itself. Throws a `UsageError` when it is none that can be read. */
export function readPackage(path: string): ApiPackage {
  const file = path.endsWith(".json") ? path : join(path, "api.json");
  if (!existsSync(file)) throw new UsageError(`${path} holds no api.json: that of the generated package is needed.`);
  const found = packageAt(file);
  if ("flaw" in found) throw unreadable(file, found);
  return found;
}

function packageAt(file: string): ApiPackage | Unreadable {
  const api = publishedIn(readFileSync(file, "utf8"));
  if ("flaw" in api) return api;
  const folder = dirname(file);
  const name = nameOf(folder);
  return { folder: realpathSync(folder), file, api, ...(name !== undefined && { name }) };
}

/** An `api.json` of another tool is none. */
function ownPackageAt(file: string): ApiPackage | undefined {
  const found = existsSync(file) ? packageAt(file) : undefined;
  if (found === undefined || !("flaw" in found)) return found;
  if (found.isForeign) return undefined;
  throw unreadable(file, found);
}

function unreadable(file: string, { flaw }: Unreadable): UsageError {
  return new UsageError(`${file} cannot be read: ${flaw}.`);
}

/** Finds packages, and reads each once. */
export function packageFinder(): {
  /** The package that a resolved file belongs to. */
  around(file: string): ApiPackage | undefined;
  /** The package of a name below the `node_modules` around a file, built or not. */
  installed(specifier: string, from: string): ApiPackage | undefined;
} {
  const known = new Map<string, ApiPackage | undefined>();
  const at = (folder: string): ApiPackage | undefined => {
    if (!known.has(folder)) known.set(folder, ownPackageAt(join(folder, "api.json")));
    return known.get(folder);
  };
  return {
    around: (file) => firstOf(foldersAbove(realOf(file)), at),
    installed: (specifier, from) => {
      const name = packageName(specifier);
      return name === undefined
        ? undefined
        : firstOf(foldersAbove(from), (folder) => {
            const home = join(folder, "node_modules", name);
            return existsSync(home) ? at(realpathSync(home)) : undefined;
          });
    },
  };
}

/** `@scope/name/module` → `@scope/name`; undefined for paths and `#imports`. */
export function packageName(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^./#@][^/]*/.exec(specifier)?.[0];
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is no JSON: ${error.message}`);
    throw error;
  }
}

function nameOf(folder: string): string | undefined {
  const manifest = join(folder, "package.json");
  const { name }: { name?: unknown } = existsSync(manifest) ? Object(parsed(manifest)) : {};
  return typeof name === "string" ? name : undefined;
}

function realOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

function* foldersAbove(file: string): Iterable<string> {
  for (let folder = dirname(file), last = ""; folder !== last; last = folder, folder = dirname(folder)) yield folder;
}

function firstOf<A, B>(all: Iterable<A>, find: (one: A) => B | undefined): B | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
