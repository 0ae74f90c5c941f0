/**
 * Plain data compared by what it holds, and kept as the same object as long as that is the same. What is made of such an object, which nobody
 * changes, need not be made again.
 */

/** Whether two values hold the same, in the same order. What they share is not looked into, so that it costs as much as was made anew. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && areSame(a, b);
  if (a instanceof Map || b instanceof Map)
    return a instanceof Map && b instanceof Map && a.size === b.size && areSame([...a], [...b]);
  if (a instanceof Set || b instanceof Set)
    return a instanceof Set && b instanceof Set && a.size === b.size && areSame([...a], [...b]);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return areSame(keys, others) && areSame(Object.values(a), Object.values(b));
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
  return true;
}

/** Values of one kind, made anew each time: one that is as it was the last time is the same object again. */
export class Keeper<T> {
  #last: ReadonlyMap<string, T> = new Map();
  readonly #keyOf: (one: T) => string;

  /** `keyOf` tells which of those that were there before may be the same. */
  constructor(keyOf: (one: T) => string) {
    this.#keyOf = keyOf;
  }

  kept(all: readonly T[]): readonly T[] {
    const now = new Map<string, T>();
    const kept = all.map((one) => {
      const key = this.#keyOf(one);
      const before = this.#last.get(key);
      const same = before !== undefined && isSame(before, one) ? before : one;
      now.set(key, same);
      return same;
    });
    this.#last = now;
    return kept;
  }
}

/**
 * `make`, done once for each thing. What it gives depends on the thing, which nobody changes, and on the others; it is made again where one of
 * these is not the same any more.
 */
export function oncePer<K extends object, A extends readonly unknown[], V>(
  make: (thing: K, ...others: A) => V,
): (thing: K, ...others: A) => V {
  const made = new WeakMap<K, { readonly others: readonly unknown[]; readonly value: V }>();
  return (thing, ...given) => {
    // who is handed to `map` is given more than it takes
    const others = given.slice(0, make.length - 1) as unknown as A;
    const known = made.get(thing);
    if (known !== undefined && areSame(known.others, others)) return known.value;
    const value = make(thing, ...others);
    made.set(thing, { others, value });
    return value;
  };
}
