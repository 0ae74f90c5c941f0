/** Where a store keeps objects: so many and no more, whatever is sent for however long. */

export type Entity = Readonly<Record<string, unknown>>;

export interface Memory {
  /** Undefined for one that was deleted, too. */
  get(path: string): Entity | undefined;
  /** Whether something is known of the path, be it that its object was deleted. */
  has(path: string): boolean;
  /** What was kept first is forgotten where it gets too much; what is too much alone is not kept. */
  set(path: string, object: Entity | undefined): void;
  /** In the order in which they were first kept. */
  all(): Iterable<readonly [path: string, object: Entity | undefined]>;
  clear(): void;
}

export interface MemoryBounds {
  readonly objects: number;
  /** Of the paths, and of the objects as JSON: an object takes a few bytes for each. */
  readonly signs: number;
}

const bounds: MemoryBounds = { objects: 10_000, signs: 8 * 1024 * 1024 };

interface Kept {
  readonly object: Entity | undefined;
  readonly signs: number;
}

/** A memory with nothing in it. */
export function createMemory({ objects: mostObjects, signs: mostSigns }: MemoryBounds = bounds): Memory {
  const kept = new Map<string, Kept>();
  let signs = 0;
  const forget = (path: string): void => {
    signs -= kept.get(path)?.signs ?? 0;
    kept.delete(path);
  };
  return {
    get: (path) => kept.get(path)?.object,
    has: (path) => kept.has(path),
    set(path, object) {
      const own = path.length + (object === undefined ? 0 : JSON.stringify(object).length);
      if (own > mostSigns) return forget(path);
      signs += own - (kept.get(path)?.signs ?? 0);
      // One that is known keeps its place.
      kept.set(path, { object, signs: own });
      for (const oldest of kept.keys()) {
        if (kept.size <= mostObjects && signs <= mostSigns) return;
        forget(oldest);
      }
    },
    *all() {
      for (const [path, { object }] of kept) yield [path, object];
    },
    clear() {
      kept.clear();
      signs = 0;
    },
  };
}
