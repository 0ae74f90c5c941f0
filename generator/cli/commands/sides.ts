/** What a side of a comparison may be: docs, a page, a package, an api.json, or any of these at a commit. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { publishedFrom } from "../../diff/load-published.js";
import { publishDocs } from "../../generate.js";
import type { PublishedApi } from "../../model/published.js";
import type { EarlierNames } from "../../plan/plan.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { UsageError } from "../../shared/usage-error.js";
import type { Settings } from "../config.js";
import { shownPath } from "../report.js";
import type { Terminal } from "../terminal.js";
import { cacheOf } from "./cache-of.js";
import { packageOptions } from "./package-options.js";

export interface ReadSide {
  /** As typed. */
  readonly label: string;
  readonly api: PublishedApi;
  /** Set for docs: where their pages are. */
  readonly root?: string;
  readonly isPackage: boolean;
}

/** `earlier`: names that the other side gave, which docs keep as a release would. */
export async function readSide(
  label: string,
  settings: Settings,
  terminal: Terminal,
  earlier: EarlierNames | undefined,
): Promise<ReadSide> {
  const path = resolve(label);
  if (!existsSync(path)) throw new UsageError(`${label} does not exist: say which folder, page, package or api.json.`);
  const file = apiFileAt(path);
  if (file !== undefined) return { label, api: readApi(file), isPackage: true };
  const options = { ...packageOptions(settings, path, path), ...(earlier && { previous: earlier }) };
  const api = await publishDocs(path, options, {
    cache: cacheOf(settings, path, (line) => terminal.complain([line])),
    includes: settings.includes,
    progress: terminal.progress,
  });
  terminal.clearProgress();
  return { label, api, root: path, isPackage: false };
}

/** Of a package, or the file itself; undefined for docs. */
function apiFileAt(path: string): string | undefined {
  if (!statSync(path).isDirectory()) return path.endsWith(".md") ? undefined : path;
  const [api, manifest] = [join(path, "api.json"), join(path, "package.json")];
  return existsSync(api) && existsSync(manifest) ? api : undefined;
}

function readApi(file: string): PublishedApi {
  const text = readPlain(file)?.toString("utf8");
  if (text === undefined) throw new UsageError(`${shownPath(file)} is no file that can be read.`);
  const published = publishedFrom(text);
  if ("flaw" in published) throw new UsageError(`${shownPath(file)} cannot be compared: ${published.flaw}.`);
  return published;
}

/** The names that a side gives. */
export function namesIn({ nameRules, operations }: PublishedApi): EarlierNames {
  return {
    rules: nameRules,
    operations: operations.map(({ id, function: name, aliases }) => ({
      id,
      function: name,
      ...(aliases && { aliases }),
    })),
  };
}
