/**
 * Delta debugging: the few of `items` that are needed for `fails`, which holds for all of them. Takes away halves, then quarters, and so on;
 * stops where it is when the time is over.
 */
export async function smallest<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly T[]> {
  let rest = items;
  let parts = 2;
  while (rest.length > 1 && !isOver()) {
    const size = Math.ceil(rest.length / parts);
    const fewer = await firstOf(withoutParts(rest, size), fails, isOver);
    if (fewer !== undefined) {
      rest = fewer;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) {
      return rest;
    } else {
      parts = Math.min(rest.length, parts * 2);
    }
  }
  return rest;
}

function withoutParts<T>(items: readonly T[], size: number): (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return starts.map((start) => [...items.slice(0, start), ...items.slice(start + size)]);
}

async function firstOf<T>(
  candidates: readonly (readonly T[])[],
  fails: (items: readonly T[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly T[] | undefined> {
  for (const candidate of candidates) {
    if (isOver()) return undefined;
    if (await fails(candidate)) return candidate;
  }
  return undefined;
}
