/** The repository that docwright works in, and what of it Git keeps. Files that Git keeps may come from a stranger. */
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { entryAt } from "./plain-file.js";
import { UsageError } from "../usage-error.js";

/** The nearest folder at or above `from` that has a `.git`; undefined outside of any repository. */
export function repositoryAround(from: string): string | undefined {
  if (entryAt(join(from, ".git")) !== undefined) return from;
  return dirname(from) === from ? undefined : repositoryAround(dirname(from));
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}

/**
 * `path` with all links resolved, as far as it exists. A link that stands in the repository of the current folder (or in that folder) may
 * have been committed by anybody: a `UsageError` says so when it leads out, or nowhere.
 */
export function followed(path: string): string {
  const real = resolved(path);
  const border = repositoryAround(process.cwd()) ?? process.cwd();
  if (isInside(path, border) && !isInside(real, realpathSync(border)))
    throw new UsageError(`${path} leads out of ${border}, to ${real}, over a link. Name the place itself with --out.`);
  return real;
}

/** `path` with all links resolved where it exists, else as it is. */
export function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function resolved(path: string): string {
  const entry = entryAt(path);
  if (entry === undefined) return dirname(path) === path ? path : join(resolved(dirname(path)), basename(path));
  try {
    return realpathSync(path);
  } catch (error) {
    if (!entry.isSymbolicLink()) throw error;
    throw new UsageError(`${path} is a link that leads nowhere. Delete it, or choose another folder with --out.`);
  }
}

/** No repository is that large; Git may be asleep on a network disk. */
const PATIENCE_MILLISECONDS = 5000;

/**
 * Whether Git keeps a file of `folder`. Without Git, or where it refuses to answer, nothing is known to be kept. Git runs outside of the
 * repository, lest a `git.exe` in it is run, and without the helper programs that a repository may name.
 */
export function isTracked(folder: string): boolean {
  const repository = repositoryAround(resolve(folder));
  if (repository === undefined || entryAt(folder) === undefined) return false;
  const path = relative(repository, resolve(folder)).split(sep).join("/");
  const words = ["-c", "core.fsmonitor=false", "-C", repository, "ls-files", "-z", "--", `:(top,literal,icase)${path}`];
  const answer = spawnSync("git", words, { cwd: dirname(process.execPath), timeout: PATIENCE_MILLISECONDS });
  return (answer.stdout?.length ?? 0) > 0;
}
