/** The published model, wherever it is: of docs that are read now, or of a package that was made earlier. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readPublished } from "../generate.js";
import type { PublishedApi } from "../model/published.js";
import type { Reading } from "../result.js";
import { readPlain } from "../shared/files/plain-file.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import { UsageError } from "../shared/usage-error.js";
import type { Call } from "./commands/call.js";
import { packageOptions } from "./commands/package-options.js";
import { runOptions } from "./commands/run-options.js";
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
  const file = modelFile(docs);
  if (file !== undefined) return readModel(file);
  const options = packageOptions(settings, docs, settings.out ?? resolve("output"));
  const { published, reading } = await readPublished(docs, options, runOptions({ settings, terminal }, docs));
  terminal.clearProgress();
  return { api: published, reading };
}

/** The `api.json` that a path means: itself, or that of a package. */
function modelFile(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return path.endsWith(".json") ? path : undefined;
  const inside = join(path, "api.json");
  return existsSync(inside) && existsSync(join(path, "package.json")) ? inside : undefined;
}

function readModel(file: string): Published {
  const api = parsed(file);
  if (!isPublished(api))
    throw new UsageError(`${shownPath(file)} is no api.json of docwright that this version can read ("schema": 1).`);
  const manifest = join(file, "..", "package.json");
  const known = existsSync(manifest) ? parsed(manifest) : undefined;
  return { api, ...(isObject(known) && { manifest: known }) };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readPlain(file)?.toString("utf8") ?? "");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isPublished(value: unknown): value is PublishedApi {
  if (!isObject(value) || value["schema"] !== 1) return false;
  return ["operations", "types", "enums"].every((list) => {
    const items = own(value, list);
    return Array.isArray(items) && items.every(isObject);
  });
}
