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

/** A regular file that was opened to be read. */
export interface OpenedFile {
  /** What the system calls it; who asked for it closes it. */
  readonly file: number;
  readonly size: number;
}

/** Opens a regular file; undefined for everything else that may be there, and for nothing. */
export function openPlain(path: string): OpenedFile | undefined {
  if (constants.O_NOFOLLOW === undefined && entryAt(path)?.isFile() !== true) return undefined;
  try {
    return regular(openSync(path, lookingOnly));
  } catch (error) {
    if (notThere.has(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** The content of a regular file of at most `limit` bytes; undefined for everything else that may be there, and for nothing. */
export function readPlain(path: string, limit = largestFile): Buffer | undefined {
  const opened = openPlain(path);
  if (opened === undefined) return undefined;
  try {
    return opened.size <= limit ? readBytes(opened, 0, opened.size) : undefined;
  } finally {
    closeSync(opened.file);
  }
}

/** `length` bytes from `start` on, or those that are there. */
export function readBytes({ file }: Pick<OpenedFile, "file">, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let got = 0;
  for (let read = -1; got < length && read !== 0; got += read)
    read = readSync(file, bytes, got, length - got, start + got);
  return bytes.subarray(0, got);
}

/** Codes for: nothing is there, a link is (systems differ), a socket is. */
const notThere = new Set(["ENOENT", "ENOTDIR", "ELOOP", "EMLINK", "ENXIO"]);

function regular(file: number): OpenedFile | undefined {
  let found: Stats | undefined;
  try {
    found = fstatSync(file);
  } finally {
    if (found?.isFile() !== true) closeSync(file);
  }
  return found.isFile() ? { file, size: found.size } : undefined;
}

/** What an entry is, for messages. */
export function entryKind(entry: Pick<Stats, "isSymbolicLink" | "isDirectory" | "isFile">): string {
  if (entry.isSymbolicLink()) return "a link";
  if (entry.isDirectory()) return "a folder";
  return entry.isFile() ? "a file" : "a pipe or a device";
}
