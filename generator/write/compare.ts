/** How a folder differs from the package that should stand there. Reads only. */
import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { hash, manifestPath, readManifest } from "./manifest.js";
import type { FileSum } from "../shared/output-file.js";
import { entryAt, readPlain } from "../shared/files/plain-file.js";
import { isMissing } from "../shared/files/system-error.js";
import { compareText } from "../shared/names.js";

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
 * everything when the folder does not exist. Links, pipes and the like are nobody's but the user's: they are not even read.
 */
export function compareFolder(folder: string, files: readonly FileSum[], keep: readonly string[]): Difference {
  const owned = readManifest(folder);
  const wanted = new Map(files.map(({ path, sum }) => [path, sum]));
  const found = new Map(listEntries(folder, keep).map(({ path, plain }) => [path, plain]));
  const onDisk = (path: string): OnDisk => {
    const plain = found.get(path);
    if (plain !== true || !(wanted.has(path) || owned.has(path))) return plain === undefined ? undefined : "strange";
    const bytes = readPlain(join(folder, path));
    if (bytes !== undefined) return { sum: hash(bytes) };
    return entryAt(join(folder, path)) === undefined ? undefined : "strange";
  };
  const groups: Record<keyof Difference, string[]> = {
    missing: [],
    stale: [],
    obsolete: [],
    edited: [],
    foreign: [],
    unchanged: [],
  };
  for (const path of [...new Set([...wanted.keys(), ...found.keys()])].sort()) {
    const there = onDisk(path);
    const written = path === manifestPath && typeof there === "object" ? there.sum : owned.get(path);
    const group = classify(there, wanted.get(path), written);
    if (group !== undefined) groups[group].push(path);
  }
  return groups;
}

/** What a path holds: nothing, something that docwright never makes, or a file. */
type OnDisk = undefined | "strange" | Pick<FileSum, "sum">;

/** `wanted` and `written`, what the generator wrote there last, as their hashes. */
function classify(
  onDisk: OnDisk,
  wanted: string | undefined,
  written: string | undefined,
): keyof Difference | undefined {
  // What is not wanted and went while it was looked at is another run's affair.
  if (onDisk === undefined) return wanted === undefined ? undefined : "missing";
  if (onDisk === "strange") return "foreign";
  if (onDisk.sum === wanted) return "unchanged";
  if (written === undefined) return "foreign";
  const untouched = onDisk.sum === written;
  if (wanted === undefined) return untouched ? "obsolete" : "foreign";
  return untouched ? "stale" : "edited";
}

/** Every path below `folder` that is no folder, with `/` on every system; links are not followed. Nothing when `folder` is missing. */
export function listFiles(folder: string, skip: readonly string[] = []): string[] {
  return listEntries(folder, skip).map(({ path }) => path);
}

/** `plain`: a regular file. */
function listEntries(folder: string, skip: readonly string[]): { readonly path: string; readonly plain: boolean }[] {
  const below = (path: string): { path: string; plain: boolean }[] =>
    entriesOf(join(folder, path)).flatMap((entry) => {
      const child = path === "" ? entry.name : `${path}/${entry.name}`;
      if (skip.includes(child)) return [];
      return entry.isDirectory() ? below(child) : [{ path: child, plain: entry.isFile() }];
    });
  return below("").sort((a, b) => compareText(a.path, b.path));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
