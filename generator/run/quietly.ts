/** What `make` gives; undefined where that fails, which costs time and no more: of a cache, what is missing is made again. */
export function quietly<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
