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
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "./compare.js";
import { manifestPath, readManifest } from "./manifest.js";
import { entryAt } from "../shared/files/plain-file.js";
import { systemCode } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";
import { inWorkFolder, workFolder, type Waiting, type WorkFolder } from "./work-folder.js";

/**
 * Gives `fill` an empty folder and puts what it made of it in the place of `out`; nothing happens when `fill` says `false`. Top-level entries
 * of `out` named in `keep`, and files that neither the old nor the new manifest names, move over. Throws a `UsageError` when another process
 * is at it for too long, when the work folder is not ours, or when `out` cannot be renamed.
 */
export function replaceFolder(
  out: string,
  keep: readonly string[],
  fill: (folder: string) => boolean,
  waiting: Waiting,
): void {
  const made = makeFolders(dirname(out));
  try {
    inWorkFolder(out, waiting, (work) => {
      const move = mover(out, keep, waiting);
      settleOutput(out, work, move);
      mkdirSync(work.fresh);
      if (!fill(work.fresh)) return;
      work.confirm();
      swap(out, work);
      if (entryAt(work.old) !== undefined) retire(out, work, move);
    });
  } catch (error) {
    removeEmptyFolders(made);
    throw error;
  }
}

/** Makes a folder and those around it; gives those that it made, from the outer to the inner one. Node's own way never ends in /proc. */
function makeFolders(folder: string): string[] {
  if (entryAt(folder) !== undefined) return [];
  const around = makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    removeEmptyFolders(around);
    if (systemCode(error) === "EEXIST") return [];
    throw error;
  }
  return [...around, folder];
}

/** From the inner to the outer one; a folder that holds something ends it. */
function removeEmptyFolders(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

/** Brings `out` back into one piece after a run that was killed. Throws a `UsageError` as `replaceFolder` does. */
export function recover(out: string, keep: readonly string[], waiting: Waiting): void {
  if (entryAt(workFolder(out)) === undefined) return;
  inWorkFolder(out, waiting, (work) => settleOutput(out, work, mover(out, keep, waiting)));
}

/** Leaves neither `old` nor `new` in a work folder. Where there is no package in `out`, the old one still is the package. */
function settleOutput(out: string, work: WorkFolder, move: Mover): void {
  if (entryAt(work.old) !== undefined) {
    if (entryAt(out) === undefined) renameSync(work.old, out);
    else if (readManifest(out).size > 0) retire(out, work, move);
    else putBack(work, move);
  }
  rmSync(work.fresh, { recursive: true, force: true });
}

function swap(out: string, { old, fresh }: WorkFolder): void {
  const exists = entryAt(out) !== undefined;
  try {
    if (exists) renameSync(out, old);
    renameSync(fresh, out);
  } catch (error) {
    if (exists && entryAt(out) === undefined) renameSync(old, out);
    if (!["EBUSY", "EXDEV"].includes(systemCode(error) ?? "")) throw error;
    throw new UsageError(`${out} cannot be replaced: ${String(error)}. A mount point cannot be the output folder.`);
  }
}

/** Moves what the generator does not own from the old package to `out` and deletes the rest. */
function retire(out: string, work: WorkFolder, { kept, file }: Mover): void {
  kept(work.old);
  const owned = new Set([manifestPath, ...readManifest(work.old).keys(), ...readManifest(out).keys()]);
  for (const path of listFiles(work.old).filter((path) => !owned.has(path))) file(work.old, path);
  drop(work);
}

/**
 * Moves the old package to `out`, which somebody has made anew while the package had no name, and which is none itself. The manifest comes
 * last: with it `out` is the package again.
 */
function putBack(work: WorkFolder, { kept, file }: Mover): void {
  kept(work.old);
  const paths = listFiles(work.old);
  const [manifest, others] = [paths.filter(isManifestPath), paths.filter((path) => !isManifestPath(path))];
  for (const path of [...others, ...manifest]) file(work.old, path);
  drop(work);
}

function isManifestPath(path: string): boolean {
  return path === manifestPath;
}

/** Under another name first: an old package that a killed run has deleted by half could not be told from one with files of the user. */
function drop({ old, fresh }: WorkFolder): void {
  rmSync(fresh, { recursive: true, force: true });
  renameSync(old, fresh);
  rmSync(fresh, { recursive: true });
}

/** Moves entries of an old package to where they were. What came there meanwhile is newer and stays. */
interface Mover {
  /** Top-level entries that belong to the user. */
  kept(old: string): void;
  file(old: string, path: string): void;
}

/** Entries that a command makes again. */
const remade = new Set(["node_modules", "dist", "coverage"]);

function mover(out: string, keep: readonly string[], { tell }: Waiting): Mover {
  let aside: string | undefined;
  const setAside = (from: string, path: string): void => {
    aside ??= mkdtempSync(`${workFolder(out)}-kept-`);
    mkdirSync(dirname(join(aside, path)), { recursive: true });
    renameSync(from, join(aside, path));
    tell(`${join(out, path)} was made anew while a run was dead: what it held before is ${join(aside, path)} now.`);
  };
  return {
    kept(old) {
      for (const name of readdirSync(old).filter((entry) => keep.includes(entry))) {
        if (entryAt(join(out, name)) === undefined) renameSync(join(old, name), join(out, name));
        else if (!remade.has(name)) setAside(join(old, name), name);
      }
      // What is left of these would be taken for files of the package.
      for (const name of remade) rmSync(join(old, name), { recursive: true, force: true });
    },
    file(old, path) {
      if (!isFree(out, path)) return setAside(join(old, path), path);
      mkdirSync(dirname(join(out, path)), { recursive: true });
      renameSync(join(old, path), join(out, path));
    },
  };
}

/** Whether a file can be put there: nothing is in its place, and only folders, no links to some, are on the way. */
function isFree(out: string, path: string): boolean {
  const parts = path.split("/");
  const way = parts.map((_, index) => entryAt(join(out, ...parts.slice(0, index + 1))));
  const end = way.findIndex((entry) => entry === undefined);
  return end !== -1 && way.slice(0, end).every((entry) => entry?.isDirectory() === true);
}
