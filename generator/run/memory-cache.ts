import type { Cache } from "./cache.js";

/** After so many milliseconds without a run the process has time: the next change is not kept waiting. */
const REST = 5000;

export interface MemoryCache extends Cache {
  /** Begins the next run. */
  turn(): void;
}

/** Values of one kind. */
interface Kept {
  /** The last that asked for any. */
  readonly run: number;
  readonly now: Map<string, unknown>;
  readonly before: ReadonlyMap<string, unknown>;
}

/**
 * `disk` with what the last two runs of this process asked for of each kind kept at hand, so that a run costs what changed. Writing what a run
 * made takes longer than making it: that is done when the process rests.
 */
export function memoryCache(disk: Cache, rest = REST): MemoryCache {
  let run = 0;
  let resting: NodeJS.Timeout | undefined;
  const kinds = new Map<string, Kept>();
  const keptOf = (kind: string): Kept => {
    const kept = kinds.get(kind) ?? { run, now: new Map(), before: new Map() };
    // a run that needs nothing of a kind leaves it as it is
    const turned = kept.run === run ? kept : { run, now: new Map(), before: kept.now };
    kinds.set(kind, turned);
    return turned;
  };
  return {
    async get(kind, key) {
      const { now, before } = keptOf(kind);
      const value = now.get(key) ?? before.get(key) ?? (await disk.get(kind, key));
      if (value !== undefined) now.set(key, value);
      return value;
    },
    has(kind, key) {
      const { now, before } = keptOf(kind);
      const value = now.get(key) ?? before.get(key);
      if (value === undefined) return run <= 1 && disk.has(kind, key);
      now.set(key, value);
      return true;
    },
    put(kind, key, value, packed) {
      keptOf(kind).now.set(key, value);
      if (run <= 1) disk.put(kind, key, value, packed);
    },
    // the next run asks for them again; `save` writes them
    finish() {},
    save() {
      // the first run is the longest: what it made is worth the wait
      if (run <= 1) return disk.save();
      clearTimeout(resting);
      resting = setTimeout(() => {
        resting = undefined;
        for (const [kind, { now }] of kinds)
          for (const [key, value] of now) if (!disk.has(kind, key)) disk.put(kind, key, value);
        disk.save();
      }, rest).unref();
    },
    turn() {
      // what the last run made may still wait to be written
      resting?.refresh();
      run++;
    },
  };
}
