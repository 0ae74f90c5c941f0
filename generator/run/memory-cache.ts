import type { Cache } from "./cache.js";

/** `disk` with what the last two runs of this process asked for kept at hand, so that a run costs what changed. `turn` begins the next run. */
export function memoryCache(disk: Cache): Cache & { turn(): void } {
  let now = new Map<string, unknown>();
  let before = new Map<string, unknown>();
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
    save: () => disk.save(),
    turn() {
      before = now;
      now = new Map();
    },
  };
}
