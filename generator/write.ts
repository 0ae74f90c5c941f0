/**
 * The only writer: brings the output folder to what was generated, or leaves it as it is. It owns what its manifest names, deletes nothing
 * else, and refuses to work where something else would be in danger.
 */
import { existsSync, linkSync, mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { alwaysKept, compareFolder, type Difference } from "./compare.js";
import { manifestOf } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import { recover, replaceFolder } from "./replace.js";
import { UsageError } from "./usage-error.js";
import { toolVersion } from "./version.js";

export interface Target {
  /** Absolute path of the output folder, links resolved. */
  readonly folder: string;
  /** Top-level entries that belong to the user. */
  readonly keep: readonly string[];
}

/**
 * Settles where the package goes. Throws a `UsageError` for a place whose other contents would be in danger: the root, the home folder, the
 * current folder or one around it, the docs or a folder around or in them.
 */
export function targetOf(out: string, docs: string, keep: readonly string[] = []): Target {
  const folder = existsSync(out) ? realpathSync(out) : resolve(out);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${out} is a file; the output must be a folder.`);
  const precious = [parse(folder).root, homedir(), process.cwd(), resolve(docs)];
  const endangered = precious.find((place) => isWithin(realPath(place), folder));
  if (endangered !== undefined) throw new UsageError(`${out} cannot be the output folder: it holds ${endangered}.`);
  if (isWithin(folder, realPath(resolve(docs))))
    throw new UsageError(`${out} cannot be the output folder: it lies within the docs.`);
  return { folder, keep: [...alwaysKept, ...keep] };
}

/** How the target differs from `files`; changes nothing on disk. */
export function checkOutput(target: Target, files: readonly OutputFile[]): Difference {
  return compareFolder(target.folder, withManifest(files), target.keep);
}

/** Ends what a killed run left half done in the target. To be called before anything is read from it. */
export function recoverOutput(target: Target): void {
  recover(target.folder, target.keep);
}

/**
 * Writes `files`, all or none of them, and deletes what the generator wrote earlier and does not any more. Nothing is touched when nothing
 * changed. Returns how the target differed before. Throws a `UsageError` that names the files, when it holds some that are not the generator's.
 */
export function writeOutput(target: Target, files: readonly OutputFile[]): Difference {
  const difference = checkOutput(target, files);
  if (difference.foreign.length > 0) throw new UsageError(refusal(target.folder, difference.foreign));
  if (isClean(difference)) return difference;
  const unchanged = new Set(difference.unchanged);
  mkdirSync(dirname(target.folder), { recursive: true });
  replaceFolder(target.folder, target.keep, (fresh) => {
    for (const file of withManifest(files)) {
      const path = join(fresh, file.path);
      mkdirSync(dirname(path), { recursive: true });
      if (!unchanged.has(file.path) || !link(join(target.folder, file.path), path)) writeFileSync(path, file.content);
    }
  });
  return difference;
}

/** Whether the folder holds exactly what it should. */
export function isClean(difference: Difference): boolean {
  const { missing, stale, obsolete, edited, foreign } = difference;
  return [missing, stale, obsolete, edited, foreign].every((paths) => paths.length === 0);
}

function withManifest(files: readonly OutputFile[]): readonly OutputFile[] {
  return [...files, manifestOf(files, toolVersion)];
}

/** A hard link keeps an unchanged file's times, and costs less than a copy. Some file systems have none. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function refusal(folder: string, foreign: readonly string[]): string {
  const named = foreign.slice(0, 10).map((path) => `  ${path}`);
  const rest = foreign.length > named.length ? [`  … and ${foreign.length - named.length} more`] : [];
  const advice = "Move them, name their top-level entries with --keep, or choose another folder with --out.";
  return [
    `${folder} holds files that docwright did not write, or that were edited since:`,
    ...named,
    ...rest,
    advice,
  ].join("\n");
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
