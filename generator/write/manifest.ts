/**
 * The manifest of a generated package: which files are the generator's own, and what they held when it wrote them. Whatever the
 * manifest does not name belongs to someone else.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { isPackagePath, type FileSum, type OutputFile } from "../shared/output-file.js";
import { oncePer } from "../shared/same.js";
import { readPlain } from "../shared/files/plain-file.js";
import { parsedJson } from "../shared/json/parsed.js";

/** Its path in the package. It is hidden, and no part of what npm publishes. */
export const manifestPath = ".docwright.json";

/** SHA-256 by path relative to the package. */
export type Hashes = ReadonlyMap<string, string>;

/** SHA-256 in hexadecimal. */
export function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Of a file, which nobody changes. */
export const summed = oncePer(({ path, content }: OutputFile): FileSum => ({ path, sum: hash(content) }));

/** The manifest of `files` as a file of the package; it does not name itself. One line per file, so that diffs and merges stay small. */
export function manifestOf(files: readonly FileSum[], toolVersion: string): OutputFile {
  const hashes = Object.fromEntries(files.map(({ path, sum }) => [path, sum]));
  return { path: manifestPath, content: `${JSON.stringify({ docwright: toolVersion, files: hashes }, null, 2)}\n` };
}

/**
 * What the manifest in `folder` names; nothing where there is none, where it cannot be read (a merge conflict), and where docwright cannot
 * have written it: a link, or one that names other places than files of the package.
 */
export function readManifest(folder: string): Hashes {
  const bytes = readPlain(join(folder, manifestPath));
  const manifest = parsedJson(bytes?.toString("utf8") ?? "");
  return new Map(isManifest(manifest) ? Object.entries(manifest.files) : []);
}

const HASH = /^[\da-f]{64}$/;

function isManifest(value: unknown): value is { files: Record<string, string> } {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "files") || !("files" in value))
    return false;
  const { files } = value;
  return (
    typeof files === "object" &&
    files !== null &&
    Object.entries(files).every(
      ([path, hash]: [string, unknown]) => isPackagePath(path) && typeof hash === "string" && HASH.test(hash),
    )
  );
}
