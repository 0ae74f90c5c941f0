/** Keeps caches from growing for ever. */
import { readdirSync, rmSync, rmdirSync } from "node:fs";
import { basename, join } from "node:path";
import { entryAt } from "../shared/files/plain-file.js";
import { runsElsewhere } from "../shared/files/process-life.js";

const UNUSED_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
const WRITING_MILLISECONDS = 60 * 60 * 1000;
/** As `cacheFolder` names them. */
const CACHE = /^[\da-f]{64}$/;
/** A file that is being written, and the process that writes it. */
const HALF_WRITTEN = /^[a-z]+-[\da-f]+\.(\d+)(?:\.[\da-f]+)?$/;

/**
 * Deletes the files that no run has read or written for thirty days from all caches that lie in `folder`, and the caches that it empties.
 * What is no folder, or no file in one, stays: links lead elsewhere. `now` as `Date.now` gives it. Throws where it may not delete.
 */
export function pruneCaches(folder: string, now: number): void {
  const caches = readdirSync(folder).filter((name) => CACHE.test(name) && entryAt(join(folder, name))?.isDirectory());
  for (const cache of caches) {
    const files = readdirSync(join(folder, cache)).map((name) => join(folder, cache, name));
    const unused = files.filter((file) => isOlder(file, UNUSED_MILLISECONDS, now) || isHalfWritten(file, now));
    for (const file of unused) rmSync(file, { force: true });
    if (unused.length > 0 && unused.length === files.length) rmdirSync(join(folder, cache));
  }
}

/** Whether a run began to write a file of the cache and was killed at it. What this process writes is its own to delete. */
export function isHalfWritten(file: string, now = Date.now()): boolean {
  const pid = HALF_WRITTEN.exec(basename(file))?.[1];
  if (pid === undefined || entryAt(file)?.isFile() !== true) return false;
  const isAlive = Number(pid) === process.pid || runsElsewhere({ pid: Number(pid) });
  return !isAlive || isOlder(file, WRITING_MILLISECONDS, now);
}

function isOlder(file: string, milliseconds: number, now: number): boolean {
  const entry = entryAt(file);
  return entry?.isFile() === true && now - entry.mtimeMs > milliseconds;
}
