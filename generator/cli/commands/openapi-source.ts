/** What a document is made of: the published model, wherever it is, of docs that are read now, or of a package that was made earlier. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { publishDocs, type PublishedDocs } from "../../readings.js";
import type { PublishedApi } from "../../model/published.js";
import { readPlain } from "../../shared/files/plain-file.js";
import { isObject } from "../../shared/json/json.js";
import { parsedJson } from "../../shared/json/parsed.js";
import { UsageError } from "../../shared/usage-error.js";
import { apiFileAt, readApi } from "../api-file.js";
import type { Call } from "./call.js";
import { namedOptions } from "./package-options.js";
import { runOptions } from "./run-options.js";
import { shownPath } from "../report.js";

export interface Published {
  readonly api: PublishedApi;
  /** What the package's manifest says, where there is one. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Set where docs were read. */
  readonly reading?: PublishedDocs;
}

/** Throws a `UsageError` where there is neither. */
export async function publishedFrom({ settings, terminal }: Call): Promise<Published> {
  const docs = settings.docs ?? resolve("docs");
  if (!existsSync(docs))
    throw new UsageError(`${shownPath(docs)} does not exist: say which folder, page or api.json to read.`);
  const file = apiFileAt(docs);
  if (file !== undefined) return readPackage(file);
  const run = runOptions({ settings, terminal }, docs);
  const options = await namedOptions(settings, docs, settings.out ?? resolve("output"), run.cache);
  const reading = await publishDocs(docs, options, run);
  terminal.clearProgress();
  return { api: reading.api, reading };
}

function readPackage(file: string): Published {
  const manifest = parsedJson(readPlain(join(file, "..", "package.json"))?.toString("utf8") ?? "");
  return { api: readApi(file, shownPath(file)), ...(isObject(manifest) && { manifest }) };
}
