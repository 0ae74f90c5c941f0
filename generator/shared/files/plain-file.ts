/**
 * Looks at what may have been put there by anybody: links are not followed, pipes and devices not opened, and nothing is read that is larger
 * than it can be.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import { systemCode } from "./system-error.js";

/** Far above anything that docwright writes: what is larger is not its own. */
export const largestFile = 256 * 1024 * 1024;

/** Neither follows a link at the end of the path nor waits for a pipe. Windows has neither flag, and keeps links from most users. */
export const lookingOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What stands at `path`, itself; undefined where nothing does. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** The content of a regular file of at most `limit` bytes; undefined for everything else that may be there, and for nothing. */
export function readPlain(path: string, limit = largestFile): Buffer | undefined {
  if (constants.O_NOFOLLOW === undefined && entryAt(path)?.isFile() !== true) return undefined;
  try {
    return readOpened(openSync(path, lookingOnly), limit);
  } catch (error) {
    if (notThere.has(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** Codes for: nothing is there, a link is (systems differ), a socket is. */
const notThere = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EMLINK", "ENXIO"]);

function readOpened(file: number, limit: number): Buffer | undefined {
  try {
    const found = fstatSync(file);
    return found.isFile() && found.size <= limit ? readBytes(file, found.size) : undefined;
  } finally {
    closeSync(file);
  }
}

/** Node's own way would ask for the size again, of each of thousands of files. */
function readBytes(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  for (let read = -1; length < size && read !== 0; length += read)
    read = readSync(file, bytes, length, size - length, null);
  return bytes.subarray(0, length);
}

/** What an entry is, for messages. */
export function entryKind(entry: Pick<Stats, "isSymbolicLink" | "isDirectory" | "isFile">): string {
  if (entry.isSymbolicLink()) return "a link";
  if (entry.isDirectory()) return "a folder";
  return entry.isFile() ? "a file" : "a pipe or a device";
}
