/**
 * Replaces a folder as a whole. The new tree grows in a work folder beside the old one (same file system) and takes its place by two
 * renames that follow each other without anything in between:
 *
 *     output            → .output.docwright/old
 *     .output.docwright/new → output
 *
 * A run that is killed before them leaves the old folder, one that is killed after them the new one; never a mixture. Between the two
 * system calls, some microseconds, the folder has no name: no portable call exchanges two folders. `recover`, at the start of the next
 * run, puts the old folder back then. This holds for a killed process; nothing is synced to disk against a power cut, after which the
 * manifest tells damaged files.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFiles } from "./compare.js";
import { manifestPath, readManifest } from "./manifest.js";
import { UsageError } from "./usage-error.js";

/**
 * Gives `fill` an empty folder and puts what it made of it in the place of `out`. Top-level entries of `out` named in `keep`, and files that
 * neither the old nor the new manifest names, move over. Throws a `UsageError` when another process is at it, or when `out` cannot be renamed.
 */
export function replaceFolder(out: string, keep: readonly string[], fill: (folder: string) => void): void {
  const work = claim(out, keep);
  const [old, fresh] = [join(work, "old"), join(work, "new")];
  mkdirSync(fresh);
  fill(fresh);
  swap(out, old, fresh);
  if (existsSync(old)) retire(old, out, keep);
  rmSync(work, { recursive: true });
}

/** Brings `out` back into one piece after a run that was killed. Throws a `UsageError` when that run is still alive. */
export function recover(out: string, keep: readonly string[]): void {
  if (existsSync(workFolder(out))) rmSync(claim(out, keep), { recursive: true });
}

/** Makes the work folder of `out` ours, with neither `old` nor `new` in it. */
function claim(out: string, keep: readonly string[]): string {
  const work = workFolder(out);
  const [old, lock] = [join(work, "old"), join(work, "lock")];
  mkdirSync(work, { recursive: true });
  if (existsSync(lock) && isOther(Number(readFileSync(lock, "utf8")))) {
    throw new UsageError(`${out} is being written by another docwright; if that is not so, delete ${work}.`);
  }
  writeFileSync(lock, String(process.pid));
  writeFileSync(join(work, ".gitignore"), "*\n");
  if (existsSync(old)) {
    if (existsSync(out)) retire(old, out, keep);
    else renameSync(old, out);
  }
  rmSync(join(work, "new"), { recursive: true, force: true });
  return work;
}

function workFolder(out: string): string {
  return join(dirname(out), `.${basename(out)}.docwright`);
}

/** Whether `pid`, read from a lock, is another process that still runs. */
function isOther(pid: number): boolean {
  if (pid === process.pid || !(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function swap(out: string, old: string, fresh: string): void {
  const exists = existsSync(out);
  try {
    if (exists) renameSync(out, old);
    renameSync(fresh, out);
  } catch (error) {
    if (exists && !existsSync(out)) renameSync(old, out);
    throw new UsageError(`${out} cannot be replaced: ${String(error)}. A mount point cannot be the output folder.`);
  }
}

/** Moves what the generator does not own from `old` to `out` and deletes the rest. Can be taken up again wherever it was killed. */
function retire(old: string, out: string, keep: readonly string[]): void {
  for (const name of readdirSync(old).filter((entry) => keep.includes(entry)))
    renameSync(join(old, name), join(out, name));
  const owned = new Set([manifestPath, ...readManifest(old).keys(), ...readManifest(out).keys()]);
  for (const path of listFiles(old).filter((file) => !owned.has(file))) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    renameSync(join(old, path), join(out, path));
  }
  rmSync(old, { recursive: true });
}
