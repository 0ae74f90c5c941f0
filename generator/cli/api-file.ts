/** Reads an `api.json`, of this version of the contract only: what another number means, nobody knows here. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PublishedApi } from "../model/published.js";
import { readPlain } from "../shared/files/plain-file.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import { UsageError } from "../shared/usage-error.js";

const SCHEMA = 1;

/** The `api.json` that a path means: itself, or that of a package; undefined for docs. */
export function apiFileAt(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return path.endsWith(".md") ? undefined : path;
  const [api, manifest] = [join(path, "api.json"), join(path, "package.json")];
  return existsSync(api) && existsSync(manifest) ? api : undefined;
}

/** `shown` is how messages call the file. Throws a `UsageError` for what is no `api.json`. */
export function readApi(file: string, shown: string): PublishedApi {
  const text = readPlain(file)?.toString("utf8");
  if (text === undefined) throw new UsageError(`${shown} is no file that can be read.`);
  return apiIn(text, shown);
}

/** The same for the text of one. */
export function apiIn(text: string, shown: string): PublishedApi {
  const parsed = parsedJson(text);
  if (isPublished(parsed)) return parsed;
  throw new UsageError(`${shown} cannot be read: ${flawOf(parsed)}.`);
}

/** JSON; undefined for what is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a package of ours has; who edits it by hand gets what it says. */
function isPublished(value: unknown): value is PublishedApi {
  if (!isObject(value) || value["schema"] !== SCHEMA) return false;
  return ["operations", "types", "enums"].every((list) => {
    const items = own(value, list);
    return Array.isArray(items) && items.every(isObject);
  });
}

function flawOf(value: unknown): string {
  if (!isObject(value) || !Object.hasOwn(value, "operations"))
    return "it is no api.json of a package made by docwright";
  const schema = own(value, "schema");
  if (schema === undefined) return "it was made before api.json had a schema; generate the package again";
  if (schema === SCHEMA) return "it lacks operations, types or enumerations";
  return `its schema is ${JSON.stringify(schema)}, this version of docwright knows ${SCHEMA}; use the version that made it`;
}
