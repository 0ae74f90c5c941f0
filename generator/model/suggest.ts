/** "Did you mean …": the documented name closest to a misspelt one. */
import type { Docs } from "./docs.js";
import { shortName } from "./names.js";

const MAX_DISTANCE = 2;

/** ` Did you mean x?` with a leading blank, or "" when nothing is close. Enumerations only know their own list; that is enough for cells. */
export function suggestion(name: string, docs: Docs): string {
  return closest(shortName(name), [...docs.enums.keys()].map(shortName));
}

/** The same among any names: properties of a type, permissions. */
export function closest(name: string, names: readonly string[]): string {
  const found = closestName(name, names);
  return found === undefined ? "" : ` Did you mean ${found}?`;
}

/** The closest name itself, if any is close. */
export function closestName(name: string, names: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > MAX_DISTANCE || candidate === name) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), MAX_DISTANCE);
    if (distance <= MAX_DISTANCE && distance < Math.ceil(name.length / 3) && distance < (best?.distance ?? Infinity))
      best = { name: candidate, distance };
  }
  return best?.name;
}

/** Levenshtein distance, given up once it exceeds `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
