/** Names that are in use in one scope. Two names that differ in letter case alone count as one: file systems and readers take them so. */
export interface NamePool {
  has(name: string): boolean;
  add(name: string): void;
  /** Takes and returns the first free candidate; if none is free, the last one with the lowest free number behind it. */
  take(...candidates: readonly [string, ...string[]]): string;
}

export function createNamePool(taken: Iterable<string> = []): NamePool {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  return taking(
    (name) => names.has(name.toLowerCase()),
    (name) => void names.add(name.toLowerCase()),
  );
}

/** The same pool for callers who must avoid the names of `others` as well. */
export function beside(pool: NamePool, others: Iterable<NamePool>): NamePool {
  const all = [pool, ...others];
  return taking((name) => all.some((each) => each.has(name)), pool.add);
}

function taking(has: NamePool["has"], add: NamePool["add"]): NamePool {
  /** The number to begin with for a name: those below it are in use, and stay so. */
  const numbers = new Map<string, number>();
  const numbered = (name: string): string => {
    let number = numbers.get(name) ?? 2;
    while (has(`${name}${number}`)) number++;
    numbers.set(name, number + 1);
    return `${name}${number}`;
  };
  return {
    has,
    add,
    take(...candidates) {
      const name = candidates.find((candidate) => !has(candidate)) ?? numbered(candidates.at(-1) ?? "");
      add(name);
      return name;
    },
  };
}
