/** Changes for a terminal: a screenful, or all of them. */
import type { Change, ChangedPage, Comparison } from "../change.js";
import { sections } from "../compare.js";
import { byRule, counted, sectionTitles, shownPlace, sidesOf, whatOf } from "./lines.js";

/** A line in pieces; the terminal decides what a tone looks like. */
export type Piece = string | { readonly text: string; readonly tone: "grave" | "notable" | "calm" | "aside" };
export type PrettyLine = readonly Piece[];

/** Lines of a screen that changes may take. */
const SCREEN = 40;
/** Symbols that stand for a group. */
const NAMED = 3;

export function prettyLines({ step, counts, changes, pages = [] }: Comparison, full: boolean): readonly PrettyLine[] {
  const others = pageLines(pages, full);
  if (step === "none") return [["Nothing changed."], ...others];
  const told = full || changes.length + 2 * sections.length <= SCREEN ? listed(changes) : summed(changes);
  const summary = sections.flatMap((section) =>
    counts[section] > 0 ? [`${counts[section].toLocaleString("en")} ${sectionTitles[section].toLowerCase()}`] : [],
  );
  return [
    ...told,
    [`${counted(changes.length, "change")}: ${summary.join(", ")}`],
    ...others,
    ["step      ", { text: step, tone: step === "major" ? "grave" : step === "minor" ? "notable" : "calm" }],
  ];
}

/** What differs in the text of pages and is no change: said once, lest somebody looks for it. */
function pageLines(pages: readonly ChangedPage[], full: boolean): readonly PrettyLine[] {
  if (pages.length === 0) return [];
  const silent = pages.filter((page) => page.changes === 0);
  const told = `The text of ${counted(pages.length, "page")} differs; what is not listed has no effect on the package.`;
  const none = silent.length === 0 ? "" : ` Of ${counted(silent.length, "page")}, nothing has.`;
  return [[told + none], ...(full ? silent.map(({ page }): PrettyLine => [`  ${page}: no effect`]) : [])];
}

function listed(changes: readonly Change[]): readonly PrettyLine[] {
  return inSections(changes, (some) => some.flatMap(changeLines));
}

function changeLines(change: Change): readonly PrettyLine[] {
  const { rule, symbol, reason, mend, direction, acknowledged } = change;
  const place = shownPlace(change);
  const sides = sidesOf(change);
  const notes = [direction === "read" || direction === "written" ? direction : [], acknowledged ? "acknowledged" : []];
  return [
    [
      `  ${symbol}: ${whatOf(rule)}${sides === "" ? "" : ` (${sides})`} `,
      { text: `(${[rule, ...notes.flat()].join(", ")})`, tone: "aside" },
    ],
    [`      ${acknowledged?.reason ?? reason}${mend === undefined ? "" : ` ${mend}`} `, at(place)],
  ];
}

function at(place: ReturnType<typeof shownPlace>): Piece {
  return { text: place === undefined ? "" : `${place.page}:${place.line}`, tone: "aside" };
}

/** As many rules of each section as fit a screen, with what they are about. */
function summed(changes: readonly Change[]): readonly PrettyLine[] {
  const filled = sections.filter((section) => changes.some((change) => change.section === section));
  const room = Math.max(2, Math.floor((SCREEN - 2 * filled.length) / Math.max(1, filled.length)));
  const lines = inSections(changes, (some) => {
    const groups = [...byRule(some)].sort(([, a], [, b]) => b.length - a.length);
    const shown = groups.length > room ? groups.slice(0, room - 1) : groups;
    const rest = groups.slice(shown.length).reduce((sum, [, group]) => sum + group.length, 0);
    return [...shown.map(groupLine), ...(rest > 0 ? [[`  ${rest.toLocaleString("en")} of other kinds`]] : [])];
  });
  return [...lines, ["--full lists each of them, --format json all that is known of it."], [""]];
}

function groupLine([rule, group]: readonly [Change["rule"], readonly Change[]]): PrettyLine {
  const symbols = [...new Set(group.map(({ symbol }) => symbol))];
  const more = symbols.length - NAMED;
  const named = symbols.slice(0, NAMED).join(", ") + (more > 0 ? `, and ${more.toLocaleString("en")} more` : "");
  return [`  ${String(group.length).padStart(5)} ${whatOf(rule)}: ${named} `, { text: `(${rule})`, tone: "aside" }];
}

function inSections(
  changes: readonly Change[],
  lines: (some: readonly Change[]) => readonly PrettyLine[],
): readonly PrettyLine[] {
  return sections.flatMap((section): readonly PrettyLine[] => {
    const some = changes.filter((change) => change.section === section);
    if (some.length === 0) return [];
    const tone = section === "breaking" ? "grave" : section === "access" ? "notable" : "calm";
    return [[{ text: `${sectionTitles[section]} (${some.length})`, tone }], ...lines(some), [""]];
  });
}
