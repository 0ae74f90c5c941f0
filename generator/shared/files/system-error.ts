/** Errors of the operating system, in words: a full disk is no bug of docwright. The one place that maps their codes. */

/** What is the matter, and what to do about it. */
type Words = readonly [trouble: string, advice: string];

const ownRights = "Give the user who runs docwright the right to it, or choose another folder.";
const otherDisk = "Choose a folder on a disk that can be written to.";
const room = "Make room there, and run docwright again.";
const namePart = "Rename what stands in the way, or choose another folder.";

const words = new Map<string, Words>([
  ["ENOSPC", ["no space is left on the disk", room]],
  ["EDQUOT", ["the quota of the disk is used up", room]],
  ["EFBIG", ["the file would be larger than the disk allows", room]],
  ["EACCES", ["permission is denied", ownRights]],
  ["EPERM", ["the operation is not permitted", ownRights]],
  ["EROFS", ["the disk is read-only", otherDisk]],
  ["EMFILE", ["too many files are open", "Raise the limit (`ulimit -n`), and run docwright again."]],
  ["ENFILE", ["too many files are open on this machine", "Close other programs, and run docwright again."]],
  ["ENOTDIR", ["part of the path is no folder", namePart]],
  ["EISDIR", ["it is a folder where a file should be", namePart]],
  ["EEXIST", ["something of that name is there", namePart]],
  ["ENOTEMPTY", ["the folder is not empty", namePart]],
  ["ENAMETOOLONG", ["the name is too long for the disk", "Choose a folder with a shorter path."]],
  ["ELOOP", ["it is a link, or holds links that lead in a circle", "Put the folder itself in the place of the link."]],
  ["ENOENT", ["it does not exist (any more)", "Look at the path, and run docwright again."]],
  ["EBUSY", ["it is in use", "Close the program that uses it, and run docwright again."]],
  ["ETXTBSY", ["it is in use", "Close the program that uses it, and run docwright again."]],
  ["EXDEV", ["it lies on another disk", "A mount point cannot be the output folder: choose one in it."]],
  ["EIO", ["the disk does not answer as it should", "Check the disk, and run docwright again."]],
  ["ENXIO", ["it is a device or a pipe that nobody serves", namePart]],
  ["ENODEV", ["it is a device", namePart]],
  ["ENOMEM", ["no memory is left", "Close other programs, and run docwright again."]],
  ["ENOTSUP", ["the disk cannot do that", otherDisk]],
  ["EOPNOTSUPP", ["the disk cannot do that", otherDisk]],
]);

const deeds = new Map([
  ["scandir", "read"],
  ["read", "read"],
  ["stat", "read"],
  ["lstat", "read"],
  ["fstat", "read"],
  ["realpath", "read"],
  ["readlink", "read"],
  ["open", "opened"],
  ["rename", "moved"],
  ["rmdir", "deleted"],
  ["unlink", "deleted"],
  ["rm", "deleted"],
]);

/** The code of an error that a call of the system gave (`ENOENT`); undefined for every other error. */
export function systemCode(error: unknown): string | undefined {
  const isSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isSystem && typeof error.code === "string" ? error.code : undefined;
}

/** Whether a call of node:fs failed because there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === "ENOENT";
}

/** One sentence on what could not be done and why, one on what to do; undefined when `error` is not the system's. */
export function systemErrorText(error: unknown): string | undefined {
  const code = systemCode(error);
  const known = code === undefined ? undefined : words.get(code);
  if (!(error instanceof Error) || known === undefined) return undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  const call = "syscall" in error ? String(error.syscall) : "";
  const [trouble, advice] = known;
  return `${path ?? "A file"} cannot be ${deeds.get(call) ?? "written"}: ${trouble} (${code}). ${advice}`;
}

/** What `work` gives; an error of the system that names no file, as those of writing do, is given the path. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && systemCode(error) !== undefined && !("path" in error)) Object.assign(error, { path });
    throw error;
  }
}
