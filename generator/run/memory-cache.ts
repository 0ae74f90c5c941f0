import type { Cache } from "./cache.js";

/** After so many milliseconds without a run the process has time: the next change is not kept waiting. */
const REST = 5000;

export interface MemoryCache extends Cache {
  /** Begins the next run. */
  turn(): void;
}

/**
 * `disk` with what the last two runs of this process asked for kept at hand, so that a run costs what changed. Writing what a run made takes
 * longer than making it: that is done when the process rests.
 */
export function memoryCache(disk: Cache): MemoryCache {
  let now = new Map<string, unknown>();
  let before = new Map<string, unknown>();
  let resting: NodeJS.Timeout | undefined;
  return {
    async get(kind, key) {
      const name = `${kind} ${key}`;
      const value = now.get(name) ?? before.get(name) ?? (await disk.get(kind, key));
      if (value !== undefined) now.set(name, value);
      return value;
    },
    put(kind, key, value) {
      now.set(`${kind} ${key}`, value);
      disk.put(kind, key, value);
    },
    save() {
      clearTimeout(resting);
      resting = setTimeout(() => {
        resting = undefined;
        disk.save();
      }, REST).unref();
    },
    turn() {
      // what the last run made may still wait to be written
      resting?.refresh();
      before = now;
      now = new Map();
    },
  };
}
