/** Changes as a section of a changelog. */
import type { Change, ChangePlace } from "../change.js";
import { sections } from "../compare.js";
import { byRule, sectionTitles, shownPlace, sidesOf, whatOf } from "./lines.js";

/** Where a line of a page can be looked up; undefined where that is not known. */
export type Link = (place: ChangePlace, side: "old" | "new") => string | undefined;

/** Symbols that a line of one cause names. */
const NAMED = 12;
/** Of one rule, changes that are told one by one. */
const SINGLY = 25;

/** The sections without a heading of their own; `level`: of theirs. */
export function changelog(changes: readonly Change[], link: Link, level = 3): string {
  const parts = sections.flatMap((section) => {
    const some = changes.filter((change) => change.section === section);
    if (some.length === 0) return [];
    const lines = [...byRule(some).values()].flatMap((group) => entries(group, link));
    return [`${"#".repeat(level)} ${sectionTitles[section]}`, "", ...lines, ""];
  });
  return parts.length === 0 ? "No changes.\n" : `${parts.join("\n").trimEnd()}\n`;
}

function entries(group: readonly Change[], link: Link): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  if (first.section === "docs" || first.section === "tests" || group.length > SINGLY) return [grouped(group, link)];
  return group.map((change) => entry(change, link));
}

function entry(change: Change, link: Link): string {
  const { rule, symbol, reason, mend, acknowledged } = change;
  const sides = sidesOf(change);
  const said = acknowledged?.reason ?? `${reason}${mend === undefined ? "" : ` ${mend}`}`;
  return `- ${code(symbol)}: ${whatOf(rule)}${sides === "" ? "" : ` (${code(sides)})`}. ${plain(said)}${linkText(change, link)}`;
}

function linkText(change: Change, link: Link): string {
  const place = shownPlace(change);
  if (place === undefined) return "";
  const name = `${place.page}:${place.line}`;
  const address = link(place, change.newPlace === undefined ? "old" : "new");
  return address === undefined ? ` (${plain(name)})` : ` ([${plain(name)}](${address}))`;
}

function grouped(group: readonly Change[], link: Link): string {
  const [first] = group;
  if (first === undefined) return "";
  const symbols = new Map(group.toReversed().map((change) => [change.symbol, change]));
  const named = [...symbols]
    .toReversed()
    .slice(0, NAMED)
    .map(([symbol, change]) => linked(symbol, change, link));
  const more = symbols.size - named.length;
  return `- ${whatOf(first.rule)}: ${named.join(", ")}${more > 0 ? `, and ${more.toLocaleString("en")} more` : ""}`;
}

function linked(symbol: string, change: Change, link: Link): string {
  const place = shownPlace(change);
  const address = place && link(place, change.newPlace === undefined ? "old" : "new");
  return address === undefined ? code(symbol) : `[${code(symbol)}](${address})`;
}

/** In as many back-ticks as the text has not. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${space}${text}${space}${ticks}`;
}

/** Words of pages are no Markdown here. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
