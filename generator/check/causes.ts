/** Where a change causes findings on pages that nobody touched: they are told there as well, since a pull request shows no other lines. */
import { posix } from "node:path";
import type { Finding } from "../findings/rules.js";
import { hunksOf, type Hunk } from "../shared/git/changes.js";
import { compareText } from "../shared/names.js";
import { stemOf } from "../shared/page-path.js";

export interface Changed {
  readonly repository: string;
  readonly commit: string;
  /** The docs root, from the root of the repository. */
  readonly base: string;
  /** Pages and included files, from the docs root. */
  readonly touched: ReadonlySet<string>;
  readonly renames: ReadonlyMap<string, string>;
}

/** Changed files whose lines are looked through: whoever changes more of them looks for no single line. */
const FILES = 100;
/** Pages that a message names. */
const NAMED = 3;
const WORDS = /\w{2,}/g;

/** A hunk, and what is asked of it for each finding. */
interface Piece {
  readonly hunk: Hunk;
  /** Words that it takes away, and that it adds. */
  readonly gone: ReadonlySet<string>;
  readonly come: ReadonlySet<string>;
  readonly stem: string;
}

function piece(hunk: Hunk): Piece {
  const [gone, come] = [hunk.removed, hunk.added].map((text) => new Set(text.match(WORDS)));
  return { hunk, gone: gone ?? new Set(), come: come ?? new Set(), stem: stemOf(hunk.path) };
}

/** One finding for each changed place and rule; `findings` are those on pages that nobody touched. */
export function causesOf(findings: readonly Finding[], change: Changed): readonly Finding[] {
  if (findings.length === 0 || change.touched.size === 0 || change.touched.size > FILES) return [];
  const hunks = [...change.touched].sort(compareText).flatMap((page) => hunksOn(page, change).map(piece));
  const groups = new Map<string, { readonly hunk: Hunk; readonly own: Finding[] }>();
  for (const one of findings) {
    const hunk = causeOf(one, hunks);
    if (hunk === undefined) continue;
    const key = JSON.stringify([hunk.path, hunk.line, one.rule]);
    const group = groups.get(key) ?? { hunk, own: [] };
    group.own.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ hunk, own }) => told(hunk, own));
}

/** With paths from the docs root. A file that Git does not know yet has but one place, its beginning. */
function hunksOn(page: string, { repository, commit, base, renames }: Changed): readonly Hunk[] {
  const before = [...renames].find(([, now]) => now === page)?.[0] ?? page;
  const inRepository = (path: string): string => posix.join(base, path);
  const hunks = hunksOf(repository, commit, inRepository(before), inRepository(page));
  return hunks.length === 0
    ? [{ path: page, line: 1, removed: "", added: "" }]
    : hunks.map((hunk) => ({ ...hunk, path: page }));
}

/** The piece that has most to do with a finding: it is the other side of it, or takes away, adds or is named like what it is about. */
function causeOf({ symbol, related = [] }: Finding, pieces: readonly Piece[]): Hunk | undefined {
  const words = symbol.match(WORDS) ?? [];
  const stems = words.map((word) => word.toLowerCase());
  const scoreOf = ({ hunk: { path, line }, gone, come, stem }: Piece): number => {
    const isOther = related.some((place) => place.page === path);
    const isThere = related.some((place) => place.page === path && Math.abs(place.line - line) <= 1);
    const named = words.reduce((sum, word) => sum + (gone.has(word) ? 4 : 0) + (come.has(word) ? 2 : 0), 0);
    return named + (isOther ? 8 : 0) + (isThere ? 8 : 0) + (stems.includes(stem) ? 1 : 0);
  };
  let best = { hunk: pieces[0]?.hunk, score: 0 };
  for (const each of pieces) {
    const score = scoreOf(each);
    if (score > best.score) best = { hunk: each.hunk, score };
  }
  return best.hunk;
}

function told(hunk: Hunk, own: readonly Finding[]): Finding[] {
  const [first] = own;
  if (first === undefined) return [];
  const pages = [...new Set(own.map(({ page }) => page))];
  const rest = pages.length - NAMED;
  const named = `${pages.slice(0, NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const count = pages.length === 1 ? "a page that nobody changed" : `${pages.length} pages that nobody changed`;
  return [
    {
      rule: first.rule,
      severity: first.severity,
      page: hunk.path,
      line: hunk.line,
      column: 1,
      symbol: `because of ${first.symbol}`,
      message: `This change makes ${count} wrong (${named}): ${first.message}`,
      related: own.map(({ page, line, column, message }) => ({ page, line, column, message })),
    },
  ];
}
