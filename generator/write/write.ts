/**
 * The only writer: brings the output folder to what was generated, or leaves it as it is. It owns what its manifest names, deletes nothing
 * else, and refuses to work where something else would be in danger.
 */
import { linkSync, lstatSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse, resolve } from "node:path";
import { alwaysKept, compareFolder, type Difference } from "./compare.js";
import { manifestOf, summed } from "./manifest.js";
import { isPackagePath, type FileSum, type OutputFile } from "../shared/output-file.js";
import { entryAt } from "../shared/files/plain-file.js";
import { recover, replaceFolder } from "./replace.js";
import { followed, isInside, realPath } from "../shared/files/repository.js";
import { naming } from "../shared/files/system-error.js";
import { UsageError } from "../shared/usage-error.js";
import { toolVersion } from "../shared/version.js";
import { quietly, type Waiting } from "./work-folder.js";

export interface Target {
  /** Absolute path of the output folder, links resolved. */
  readonly folder: string;
  /** Top-level entries that belong to the user. */
  readonly keep: readonly string[];
}

/**
 * Settles where the package goes. Throws a `UsageError` for a place whose other contents would be in danger: the root, the home folder, the
 * current folder or one around it, the docs or a folder around or in them; and for one that a link in the repository leads out of it.
 */
export function targetOf(out: string, docs: string, keep: readonly string[] = []): Target {
  const folder = followed(resolve(out));
  if (entryAt(folder) !== undefined && !statSync(folder).isDirectory())
    throw new UsageError(`${out} is a file; the output must be a folder: name one with --out.`);
  const precious = [parse(folder).root, homedir(), process.cwd(), resolve(docs)];
  const endangered = precious.find((place) => isInside(realPath(place), folder));
  if (endangered !== undefined)
    throw new UsageError(`${out} cannot be the output folder: it holds ${endangered}. Name another with --out.`);
  if (isInside(folder, realPath(resolve(docs))))
    throw new UsageError(`${out} cannot be the output folder: it lies within the docs. Name another with --out.`);
  return { folder, keep: [...alwaysKept, ...keep] };
}

/**
 * How the target differs from `files`; changes nothing on disk. Throws a `UsageError` for a file that would not lie in the package, whoever
 * named it.
 */
export function checkOutput(target: Target, files: readonly FileSum[]): Difference {
  // While another run puts a folder in the place of this one, some files of each may be seen.
  for (let look = 1; ; look++) {
    const { difference, isSettled } = lookAt(target, files);
    if (isSettled || look === LOOKS) return difference;
  }
}

const LOOKS = 3;

/** How the target was found. */
export interface Look {
  readonly difference: Difference;
  /** Tells the folder from another that takes its place; changes as well when a top-level entry comes or goes. */
  readonly state: string;
  /** Whether the folder was the same all the time. */
  readonly isSettled: boolean;
}

/** As `checkOutput`, looked at once. */
export function lookAt(target: Target, files: readonly FileSum[]): Look {
  const state = folderState(target.folder);
  const difference = compareFolder(target.folder, inTarget(target, withManifest(files)), target.keep);
  return { difference, state, isSettled: folderState(target.folder) === state };
}

function folderState(folder: string): string {
  const found = lstatSync(folder, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "" : [found.ino, found.birthtimeNs, found.ctimeNs].join(" ");
}

/** Ends what a killed run left half done in the target. To be called before anything is read from it. Waits for a run that writes it. */
export function recoverOutput(target: Target, waiting: Waiting = quietly): void {
  recover(target.folder, target.keep, waiting);
}

/**
 * Writes `files`, all or none of them, and deletes what the generator wrote earlier and does not any more. Nothing is touched when nothing
 * changed. Returns how the target differed before, which `seen` tells. Throws a `UsageError` that names the files, when it holds some that are
 * not the generator's.
 */
export function writeOutput(
  target: Target,
  files: readonly OutputFile[],
  waiting: Waiting = quietly,
  seen = lookAt(target, files.map(summed)),
): Difference {
  if (isUpToDate(seen)) return seen.difference;
  if (seen.isSettled) refuseForeign(target, seen.difference);
  let latest = seen.difference;
  const fill = (fresh: string): boolean => {
    // Another run may have written it while this one waited for its turn.
    if (folderState(target.folder) !== seen.state) latest = checkOutput(target, files.map(summed));
    refuseForeign(target, latest);
    if (isClean(latest)) return false;
    fillFolder(fresh, target, files, latest);
    return true;
  };
  replaceFolder(target.folder, target.keep, fill, waiting);
  return latest;
}

function fillFolder(fresh: string, target: Target, files: readonly OutputFile[], difference: Difference): void {
  const unchanged = new Set(difference.unchanged);
  const folders = new Set<string>();
  const manifest = manifestOf(files.map(summed), toolVersion);
  for (const file of inTarget(target, [...files, manifest])) {
    const path = join(fresh, file.path);
    if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    folders.add(dirname(path));
    if (!unchanged.has(file.path) || !linkFile(join(target.folder, file.path), path))
      naming(path, () => writeFileSync(path, file.content, { flag: "wx" }));
  }
}

function refuseForeign({ folder }: Target, { foreign }: Difference): void {
  if (foreign.length > 0) throw new UsageError(refusal(folder, foreign));
}

/** Whether there is nothing to write. */
export function isUpToDate({ difference, isSettled }: Look): boolean {
  return isSettled && isClean(difference);
}

/** Whether the folder holds exactly what it should. */
export function isClean(difference: Difference): boolean {
  const { missing, stale, obsolete, edited, foreign } = difference;
  return [missing, stale, obsolete, edited, foreign].every((paths) => paths.length === 0);
}

/** The manifest names all files, but for itself. */
function withManifest(files: readonly FileSum[]): readonly FileSum[] {
  return [...files, summed(manifestOf(files, toolVersion))];
}

/** Without those in whose place the user keeps something. */
function inTarget<F extends Pick<FileSum, "path">>({ folder, keep }: Target, files: readonly F[]): readonly F[] {
  const astray = files.find(({ path }) => !isPackagePath(path) || isKept(path));
  if (astray !== undefined) throw new UsageError(misplaced(astray.path));
  const theirs = new Set(keep.filter((name) => entryAt(join(folder, name)) !== undefined));
  return theirs.size === 0 ? files : files.filter(({ path }) => !theirs.has(path.split("/", 1)[0] ?? ""));
}

/** A path where docwright keeps what others put, and never writes; systems that know one letter case know these names in any. */
function isKept(path: string): boolean {
  return alwaysKept.includes((path.split("/", 1)[0] ?? "").toLowerCase());
}

function misplaced(path: string): string {
  return `The package would hold ${JSON.stringify(path)}, which is no place for a file of it: nothing was written. If this comes from a cache, --no-cache goes without; if not, it is a bug of docwright: please report it.`;
}

/** A hard link keeps an unchanged file's times, and costs less than a copy. Some file systems have none. */
function linkFile(from: string, to: string): boolean {
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
