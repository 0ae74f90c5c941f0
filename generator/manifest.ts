/**
 * The manifest of a generated package: which files are the generator's own, and what they held when it wrote them. Whatever the
 * manifest does not name belongs to someone else.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputFile } from "./output-file.js";

/** Its path in the package. It is hidden, and no part of what npm publishes. */
export const manifestPath = ".docwright.json";

/** SHA-256 by path relative to the package. */
export type Hashes = ReadonlyMap<string, string>;

/** SHA-256 in hexadecimal. */
export function hash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The manifest of `files` as a file of the package; it does not name itself. One line per file, so that diffs and merges stay small. */
export function manifestOf(files: readonly OutputFile[], toolVersion: string): OutputFile {
  const hashes = Object.fromEntries(files.map(({ path, content }) => [path, hash(content)]));
  return { path: manifestPath, content: `${JSON.stringify({ docwright: toolVersion, files: hashes }, null, 2)}\n` };
}

/** What the manifest in `folder` names; nothing where there is none, or where it cannot be read (a merge conflict). */
export function readManifest(folder: string): Hashes {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, manifestPath), "utf8"));
    return new Map(isManifest(manifest) ? Object.entries(manifest.files) : []);
  } catch {
    return new Map();
  }
}

function isManifest(value: unknown): value is { files: Record<string, string> } {
  return (
    typeof value === "object" &&
    value !== null &&
    "files" in value &&
    typeof value.files === "object" &&
    value.files !== null
  );
}
