/** The file in which a package publishes its model, for commands that take one. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PublishedApi } from "../model/published.js";
import { publishedIn } from "../read-api-json.js";
import { readPlain } from "../shared/files/plain-file.js";
import { UsageError } from "../shared/usage-error.js";

/** The `api.json` that a path means: itself, or that of a package; undefined for docs. */
export function apiFileAt(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return path.endsWith(".md") ? undefined : path;
  const [api, manifest] = [join(path, "api.json"), join(path, "package.json")];
  return existsSync(api) && existsSync(manifest) ? api : undefined;
}

/** `shown` is how messages call the file. Throws a `UsageError` for what is no `api.json` that can be read. */
export function readApi(file: string, shown: string): PublishedApi {
  const text = readPlain(file)?.toString("utf8");
  if (text === undefined) throw new UsageError(`${shown} is no file that can be read.`);
  return apiIn(text, shown);
}

/** The same for the text of one. */
export function apiIn(text: string, shown: string): PublishedApi {
  const published = publishedIn(text);
  if ("flaw" in published) throw new UsageError(`${shown} cannot be read: ${published.flaw}.`);
  return published;
}
