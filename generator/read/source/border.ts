/**
 * The border of the docs. Whoever writes pages can write any path and commit any link, and the job that reads them may hold secrets beside the
 * docs: `.env`, `.git/config`, another checkout. Read is therefore only what really lies in one of these rooms, all links resolved:
 *
 * - the docs folder itself,
 * - a folder `includes` beside it or beside the folder that holds it (real doc sets share includes that way), within the same repository,
 * - the folders that the setting `includes` names.
 *
 * Of these, only regular files that are called `*.md`, and nothing in `.git`. Of the same neighbourhood, the one file
 * `concepts/permissions-reference.md` is read for the names in it.
 */
import { existsSync, lstatSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { UsageError } from "../../shared/usage-error.js";
import { errorCode, unreadable, type Problem } from "./problem.js";

/** A folder that may be read, as it was named and as it is called when no link is followed. */
interface Room {
  readonly folder: string;
  readonly real: string;
}

/** What a path leads to: a file or a folder. */
export interface Real {
  readonly real: string;
  /** Where it was looked at in passing. */
  readonly status?: Stats;
}

export type Resolved = Real | { readonly problem: Problem };

/** What nothing of is read, wherever it lies. */
const GIT = /(?:^|[\\/])\.git(?:[\\/]|$)/i;
/** Beside the docs, and beside the folder that holds them. */
const SHARED = ["includes", "concepts/permissions-reference.md"];
/** No system knows longer ones; folder by folder they would be looked for in vain. */
const PATH_LENGTH = 4096;
const OUTSIDE: Resolved = { problem: { kind: "outside" } };
const MISSING: Resolved = { problem: { kind: "missing" } };
/** Reading a device or a pipe would not end. */
const NO_FILE: Resolved = { problem: { kind: "unreadable", reason: "it is neither a file nor a folder" } };
const ABSENT = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

export class Border {
  /** The folder itself and the ones above it that belong to the neighbourhood. */
  readonly neighbourhood: readonly string[];
  readonly #rooms: readonly Room[];
  /** Most files share their folder with many others. */
  readonly #folders = new Map<string, Resolved>();

  /** @throws UsageError when `root` is a link that leads out of the repository, or of the folder that it lies in */
  constructor(root: string, named: readonly string[]) {
    const top = repositoryOf(root);
    checkRoot(root, top);
    const above = [resolve(root, ".."), resolve(root, "../..")].filter(
      (folder) => top === undefined || within(folder, top),
    );
    this.neighbourhood = [root, ...above];
    this.#rooms = [{ folder: root, real: realpathSync(root) }, ...named.map(namedRoom), ...above.flatMap(sharedRooms)];
  }

  /** The real path of a file or folder. Nothing outside the rooms is even looked at. */
  resolve(path: string): Resolved {
    if (!this.#rooms.some(({ folder }) => within(path, folder))) return OUTSIDE;
    if (path.length > PATH_LENGTH || path.includes("\0")) return MISSING;
    const room = this.#rooms.find(({ folder }) => folder === path);
    if (room !== undefined) return room;
    const folder = this.#folder(dirname(path));
    return "problem" in folder ? folder : this.#entry(join(folder.real, basename(path)));
  }

  /** Whether `real`, a path without links, lies in the docs folder itself. */
  isInDocs(real: string): boolean {
    const [docs] = this.#rooms;
    return docs !== undefined && within(real, docs.real);
  }

  #folder(folder: string): Resolved {
    const found = this.#folders.get(folder) ?? this.resolve(folder);
    this.#folders.set(folder, found);
    return found;
  }

  /** `path` lies in a real folder. */
  #entry(path: string): Resolved {
    try {
      const entry = lstatSync(path);
      if (entry.isSymbolicLink()) return this.#link(path);
      return entry.isFile() || entry.isDirectory() ? this.#real(path, entry) : NO_FILE;
    } catch (error) {
      return ABSENT.has(errorCode(error)) ? MISSING : { problem: unreadable(error) };
    }
  }

  #link(path: string): Resolved {
    try {
      return this.#real(realpathSync(path));
    } catch {
      return OUTSIDE;
    }
  }

  #real(real: string, status?: Stats): Resolved {
    const room = this.#rooms.find((room) => within(real, room.real));
    if (room === undefined || GIT.test(real.slice(room.real.length))) return OUTSIDE;
    return status === undefined ? { real } : { real, status };
  }
}

/** Whether `path` is `folder` or lies in it; both absolute and normal. */
function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The folder above `folder`, or itself, that git manages. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

/** A committed link in the place of the docs folder would move the border to wherever it leads. */
function checkRoot(root: string, repository: string | undefined): void {
  const around = repository ?? dirname(root);
  if (within(realpathSync(root), realpathSync(around))) return;
  throw new UsageError(
    `${root} is a link that leads out of ${around}: name the folder that it leads to, if it is to be read.`,
  );
}

function namedRoom(folder: string): Room {
  if (!existsSync(folder))
    throw new UsageError(`${folder} does not exist: it is named as a folder of includes. Correct --includes.`);
  return { folder, real: realpathSync(folder) };
}

/** What may be read in a folder above the docs, unless links stand in its place. */
function sharedRooms(above: string): Room[] {
  const real = realpathSync(above);
  return SHARED.map((name) => ({ folder: join(above, name), real: join(real, name) })).filter(
    (room) => !isLink(room.real) && !(dirname(room.real) !== real && isLink(dirname(room.real))),
  );
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
