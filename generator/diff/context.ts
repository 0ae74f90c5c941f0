/** What all comparers are given: the two sides, and where they put what they find. */
import { namespaceOf, shortName } from "../shared/names.js";
import { own } from "../shared/own.js";
import type { PublishedApi, PublishedOperation, PublishedProperty, PublishedType } from "../model/published.js";
import type { Change, ChangePlace, Direction, Policy, SectionId, Step } from "./change.js";
import type { Sides } from "./relation.js";
import type { StepByUse } from "./rules/rule.js";
import { changeRules, type RuleId } from "./rules/rules.js";

/** What a comparer says of a change; the rule says the rest. */
export interface Told extends Pick<
  Change,
  "direction" | "symbol" | "subject" | "module" | "old" | "new" | "oldPlace" | "newPlace"
> {
  readonly typescript?: readonly string[];
  /** For the placeholders of the reason, where `old` and `new` are not to stand there as they are. */
  readonly words?: Readonly<Record<string, string>>;
}

export type Report = (rule: RuleId, told: Told) => void;

export interface Context extends Sides {
  readonly report: Report;
  /** A type by its name without the namespace that most types are in. */
  symbol(type: string): string;
}

const steps: readonly Step[] = ["patch", "minor", "major"];

export function worseStep(a: Step, b: Step): Step {
  return steps.indexOf(a) < steps.indexOf(b) ? b : a;
}

/** What nothing uses is read, if anything: users meet such types in what services send by themselves. */
function stepFor(step: StepByUse, direction: Direction | undefined): Step {
  if (typeof step === "string") return step;
  if (direction === "written") return step.written;
  return direction === "both" ? worseStep(step.read, step.written) : step.read;
}

export function changeOf(id: RuleId, told: Told, policy: Policy): Change {
  const rule = changeRules[id];
  const { words, typescript = [], ...others } = told;
  const step = rule.decidedBy === undefined ? stepFor(rule.step, told.direction) : policy[rule.decidedBy];
  const fill = (text: string): string => filled(text, { ...wordsOf(told), ...words });
  return {
    rule: id,
    step: policy.isBeta && step === "major" ? "minor" : step,
    section: rule.section ?? sectionOf(step),
    ...others,
    typescript,
    reason: fill(rule.reason),
    ...(rule.mend !== undefined && { mend: fill(rule.mend) }),
  };
}

function sectionOf(step: Step): SectionId {
  return step === "major" ? "breaking" : step === "minor" ? "added" : "docs";
}

function wordsOf({ old, new: fresh, symbol }: Told): Readonly<Record<string, string>> {
  return { name: symbol, old: textOf(old), new: textOf(fresh), since: "" };
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "nothing" : JSON.stringify(value);
}

/** Text of pages is data: what looks like a placeholder in it is none. */
function filled(template: string, words: Readonly<Record<string, string>>): string {
  const [first = "", ...rest] = template.split("{");
  const parts = rest.map((part) => {
    const end = part.indexOf("}");
    const word = end < 0 ? undefined : own(words, part.slice(0, end));
    return word === undefined ? `{${part}` : `${word}${part.slice(end + 1)}`;
  });
  return first + parts.join("");
}

/** The namespace that most types of both sides are in. */
export function rootNamespace(...sides: readonly PublishedApi[]): string {
  const counts = new Map<string, number>();
  for (const { name } of sides.flatMap(({ types, enums }) => [...types, ...enums]))
    counts.set(namespaceOf(name), (counts.get(namespaceOf(name)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1));
  return most?.[0] ?? "";
}

export function symbolIn(root: string, name: string): string {
  return namespaceOf(name) === root ? shortName(name) : name;
}

export function placeOf(page: string | undefined, at: { readonly line: number; readonly file?: string }): ChangePlace {
  return { page: at.file ?? page ?? "", line: at.line };
}

export function placeOfOperation(operation: PublishedOperation): ChangePlace {
  return placeOf(operation.page, operation);
}

/** Where earlier versions published no line, the page begins with its type. */
export function placeOfType({
  pages: [page],
  line = 1,
  file,
}: {
  readonly pages: readonly string[];
  readonly line?: number;
  readonly file?: string;
}): ChangePlace | undefined {
  return page === undefined ? undefined : placeOf(page, { line, ...(file !== undefined && { file }) });
}

export function placeOfProperty(property: PublishedProperty, owner: PublishedType): ChangePlace {
  return placeOf(property.page ?? owner.pages[0], property);
}

/** The rows that describe a part of what is sent, `body.weight`, instead of the request itself; without any, it stays there. */
export function atRows(
  told: Told,
  old: PublishedOperation,
  fresh: PublishedOperation,
  ...parts: readonly string[]
): Told {
  const at = (place: ChangePlace | undefined, { page, rows = {} }: PublishedOperation): ChangePlace | undefined => {
    const line = parts.map((part) => own(rows, part.toLowerCase())).find((each) => each !== undefined);
    return place && line !== undefined ? { page, line } : place;
  };
  return { ...told, ...places(at(told.oldPlace, old), at(told.newPlace, fresh)) };
}

/** The line of a part of the page instead of the request; where earlier versions published none, it stays there. */
export function atLines(
  told: Told,
  old: PublishedOperation,
  fresh: PublishedOperation,
  part: keyof NonNullable<PublishedOperation["lines"]>,
): Told {
  const at = ({ page, lines }: PublishedOperation): ChangePlace | undefined => {
    const line = lines?.[part];
    return line === undefined ? undefined : { page, line };
  };
  return { ...told, ...places(at(old) ?? told.oldPlace, at(fresh) ?? told.newPlace) };
}

/** The places of both sides, where there are any. */
export function places(
  old: ChangePlace | undefined,
  fresh: ChangePlace | undefined,
): Pick<Told, "oldPlace" | "newPlace"> {
  return { ...(old && { oldPlace: old }), ...(fresh && { newPlace: fresh }) };
}

/** The place on the side that has it. */
export function placeOn(side: "old" | "new", place: ChangePlace | undefined): Pick<Told, "oldPlace" | "newPlace"> {
  return side === "old" ? places(place, undefined) : places(undefined, place);
}

/** What is said of the removal of something that was deprecated. */
export function announced(deprecated: string | undefined): Readonly<Record<string, string>> {
  return { since: deprecated === undefined ? "" : ` It was announced: ${deprecated}` };
}
