/** Keeps caches from growing for ever. */
import { readdirSync, rmSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";

const UNUSED_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
/** As `cacheFolder` names them. */
const CACHE = /^[\da-f]{64}$/;

/**
 * Deletes the files that no run has read or written for thirty days from all caches that lie in `folder`, and the caches that it empties.
 * `now` as `Date.now` gives it. Throws where it may not delete.
 */
export function pruneCaches(folder: string, now: number): void {
  for (const cache of readdirSync(folder).filter((name) => CACHE.test(name))) {
    const files = readdirSync(join(folder, cache)).map((name) => join(folder, cache, name));
    const unused = files.filter((file) => now - statSync(file).mtimeMs > UNUSED_MILLISECONDS);
    for (const file of unused) rmSync(file);
    if (unused.length > 0 && unused.length === files.length) rmdirSync(join(folder, cache));
  }
}
