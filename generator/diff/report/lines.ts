/** How changes are told in lines: in groups, so that one cause on many pages is one line. */
import type { Change, ChangePlace, SectionId } from "../change.js";
import { textOf } from "../context.js";
import { grouped } from "../match.js";
import { changeRules, type RuleId } from "../rules/rules.js";

export const sectionTitles: Readonly<Record<SectionId, string>> = {
  breaking: "Breaking",
  access: "Access",
  "new-values": "New values",
  added: "Added",
  deprecated: "Deprecated",
  docs: "Docs",
  tests: "Tests only",
};

/** Characters of a value that a line shows. */
const SHOWN = 80;

/** `String → Int32`; nothing for a change that has no two sides to show. */
export function sidesOf({ old, new: fresh, rule }: Change): string {
  if (rule === "description-changed" || (old === undefined && fresh === undefined)) return "";
  const shown = [old, fresh].flatMap((value) => (value === undefined ? [] : [shortened(textOf(value))]));
  return shown.join(" → ");
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

/** Where a reader looks: on the new page, or where it is gone on the old one. */
export function shownPlace({ newPlace, oldPlace }: Change): ChangePlace | undefined {
  return newPlace ?? oldPlace;
}

export function whatOf(rule: RuleId): string {
  return changeRules[rule].what;
}

/** Changes by rule, in their order. */
export function byRule(changes: readonly Change[]): ReadonlyMap<RuleId, readonly Change[]> {
  return grouped(changes, ({ rule }) => rule);
}

/** `1 change`, `3 changes`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
