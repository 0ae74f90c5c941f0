/** "Did you mean …": the documented name closest to a misspelt one. */
import { bounds } from "./bounds.js";
const MAX_DISTANCE = 2;

/** The closest of some names, if any is close; `page` is the one that writes the misspelt name. `names` is asked only if they are compared. */
type Meant = (name: string, names: () => readonly string[], page: string) => string | undefined;

/** What suggestions are made with. */
export interface Suggesting {
  /** The suggestion, which does not count yet. */
  readonly meant: Meant;
  /** How many were asked for on a page. */
  asked(page: string): number;
  count(page: string): void;
}

export interface Suggest extends Meant, Suggesting {}

/**
 * Suggestions for the names of pages. A name is compared with all that are documented: so each page has a number of names for which that is
 * done, and a page full of unknown names does not cost more than its length is worth.
 */
export function suggester(): Suggest {
  const counts = new Map<string, number>();
  const asked = (page: string): number => counts.get(page) ?? 0;
  return suggesting({
    meant: (name, names, page) => (asked(page) < bounds.suggestions ? closestName(name, names()) : undefined),
    asked,
    count: (page) => void counts.set(page, asked(page) + 1),
  });
}

/** Each suggestion counts once it is made. */
export function suggesting(parts: Suggesting): Suggest {
  const suggest: Meant = (name, names, page) => {
    const meant = parts.meant(name, names, page);
    parts.count(page);
    return meant;
  };
  return Object.assign(suggest, parts);
}

/** A suggestion as the question that ends a message. */
export function asked(name: string | undefined): string {
  return name === undefined ? "" : ` Did you mean ${name}?`;
}

/** The same among any names: settings, rules, pages. */
export function closest(name: string, names: readonly string[]): string {
  return asked(closestName(name, names));
}

function closestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > bounds.nameLength) return undefined;
  let best: { name: string; distance: number } | undefined;
  const lower = name.toLowerCase();
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > MAX_DISTANCE || candidate === name) continue;
    const distance = editDistance(lower, candidate.toLowerCase(), MAX_DISTANCE);
    if (distance <= MAX_DISTANCE && distance < Math.ceil(name.length / 3) && distance < (best?.distance ?? Infinity))
      best = { name: candidate, distance };
  }
  return best?.name;
}

/**
 * Levenshtein distance, given up once it exceeds `limit`: only what lies that near to the diagonal can stay below it. The cell beyond each
 * end of that band is set, too, so that the next row finds nothing older there.
 */
function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  let previous = Array.from({ length: b.length + 2 }, (_, j) => j);
  let row = previous.slice();
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    row[first - 1] = first === 1 ? i : beyond;
    let least = row[first - 1] ?? beyond;
    for (let j = first; j <= last; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    row[last + 1] = beyond;
    if (least > limit) return beyond;
    [previous, row] = [row, previous];
  }
  return previous[b.length] ?? beyond;
}
