/** The published model, wherever it is: of docs that are read now, or of a package that was made earlier. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readPublished } from "../generate.js";
import type { PublishedApi } from "../model/published.js";
import { publishedIn } from "../published.js";
import type { Reading } from "../result.js";
import { readPlain } from "../shared/files/plain-file.js";
import { isObject } from "../shared/json/json.js";
import { UsageError } from "../shared/usage-error.js";
import { cacheOf } from "./commands/cache-of.js";
import type { Call } from "./commands/call.js";
import { packageOptions } from "./commands/package-options.js";
import { shownPath } from "./report.js";

export interface Published {
  readonly api: PublishedApi;
  /** What the package's manifest says, where there is one. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Set where docs were read. */
  readonly reading?: Reading;
}

/** Throws a `UsageError` where there is neither. */
export async function publishedFrom({ settings, terminal }: Call): Promise<Published> {
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs))
    throw new UsageError(`${shownPath(docs)} does not exist: say which folder, page or api.json to read.`);
  const file = apiFileAt(docs);
  if (file !== undefined) return { api: readApi(file, shownPath(file)), ...manifestBeside(file) };
  const run = {
    cache: cacheOf(settings, docs, (line) => terminal.complain([line])),
    includes: settings.includes,
    progress: terminal.progress,
  };
  const options = packageOptions(settings, docs, settings.out ?? resolve("output"));
  const { published, reading } = await readPublished(docs, options, run);
  terminal.clearProgress();
  return { api: published, reading };
}

/** The `api.json` that a path means: itself, or that of a package; undefined for docs. */
export function apiFileAt(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return path.endsWith(".md") ? undefined : path;
  const inside = join(path, "api.json");
  return existsSync(inside) && existsSync(join(path, "package.json")) ? inside : undefined;
}

/** Throws a `UsageError` for what is no `api.json` that can be read. */
export function readApi(file: string, shown: string): PublishedApi {
  const text = readPlain(file)?.toString("utf8");
  if (text === undefined) throw new UsageError(`${shown} is no file that can be read.`);
  return readApiText(text, shown);
}

/** Throws a `UsageError` for what is no `api.json` that can be read. */
export function readApiText(text: string, shown: string): PublishedApi {
  const published = publishedIn(text);
  if ("flaw" in published) throw new UsageError(`${shown} cannot be read: ${published.flaw}.`);
  return published;
}

function manifestBeside(file: string): Pick<Published, "manifest"> {
  const text = readPlain(join(file, "..", "package.json"))?.toString("utf8");
  const manifest = text === undefined ? undefined : parsed(text);
  return isObject(manifest) ? { manifest } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
