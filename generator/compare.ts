/** How a folder differs from the package that should stand there. Reads only. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hash, manifestPath, readManifest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";

/** Paths relative to the folder, each in one list, in code-point order. */
export interface Difference {
  /** Should be there and is not. */
  readonly missing: readonly string[];
  /** As the generator wrote it, but the docs have changed since. */
  readonly stale: readonly string[];
  /** As the generator wrote it, but no longer part of the package. */
  readonly obsolete: readonly string[];
  /** Changed by hand since the generator wrote it. */
  readonly edited: readonly string[];
  /** Not the generator's: never written by it, or changed by hand and no longer part of the package. */
  readonly foreign: readonly string[];
  readonly unchanged: readonly string[];
}

/** Top-level entries of a package that tools and people put there; they survive every generation. */
export const alwaysKept: readonly string[] = [".git", "node_modules", "package-lock.json", "dist", "coverage"];

/**
 * Compares `folder` with `files` (the manifest among them). Top-level entries named in `keep` are left out of account, and so is
 * everything when the folder does not exist.
 */
export function compareFolder(folder: string, files: readonly OutputFile[], keep: readonly string[]): Difference {
  const owned = readManifest(folder);
  const wanted = new Map(files.map(({ path, content }) => [path, content]));
  const found = new Set(listFiles(folder, keep));
  // what is not ours may be anything, such as a link that leads nowhere: it is not read
  const bytesOf = (path: string): Buffer =>
    wanted.has(path) || owned.has(path) ? readFileSync(join(folder, path)) : Buffer.alloc(0);
  const groups: Record<keyof Difference, string[]> = {
    missing: [],
    stale: [],
    obsolete: [],
    edited: [],
    foreign: [],
    unchanged: [],
  };
  for (const path of [...new Set([...wanted.keys(), ...found])].sort()) {
    const onDisk = found.has(path) ? bytesOf(path) : undefined;
    const written = path === manifestPath && onDisk !== undefined ? hash(onDisk) : owned.get(path);
    groups[classify(onDisk, wanted.get(path), written)].push(path);
  }
  return groups;
}

/** `written` is the hash of what the generator wrote there last. Few files differ, so few are hashed. */
function classify(
  onDisk: Buffer | undefined,
  wanted: string | undefined,
  written: string | undefined,
): keyof Difference {
  if (onDisk === undefined) return "missing";
  if (wanted !== undefined && onDisk.equals(Buffer.from(wanted))) return "unchanged";
  if (written === undefined) return "foreign";
  const untouched = hash(onDisk) === written;
  if (wanted === undefined) return untouched ? "obsolete" : "foreign";
  return untouched ? "stale" : "edited";
}

/** Every path below `folder` that is no folder, with `/` on every system; links are not followed. Nothing when `folder` is missing. */
export function listFiles(folder: string, skip: readonly string[] = []): string[] {
  const below = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const child = path === "" ? entry.name : `${path}/${entry.name}`;
      if (skip.includes(child)) return [];
      return entry.isDirectory() ? below(child) : [child];
    });
  try {
    return below("").sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether a call of node:fs failed because there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
