/** Compares two published APIs: what a program written against the old package meets in the new one. */
import type { PublishedApi, PublishedEnum, PublishedType } from "../model/published.js";
import { compareText, shortName } from "../shared/names.js";
import type { Change, ChangedPage, Comparison, Policy, SectionId, Step } from "./change.js";
import { compareEnumerations } from "./compare/enumerations.js";
import { compareOperations } from "./compare/operations.js";
import { compareExports, compareSurroundings } from "./compare/surroundings.js";
import { compareTypes } from "./compare/types.js";
import { changeOf, rootNamespace, symbolIn, worseStep, type Context } from "./context.js";
import { canonical, matched, type Matched } from "./match.js";
import { shapeOf } from "./relation.js";
import { sideOf, type Side } from "./side.js";

export const usualPolicy: Policy = { newValues: "minor", access: "minor", paging: "patch" };

/** All changes, the worst first. Pure: the same for the same two sides, and nothing for two that are the same. */
export function compareApis(old: PublishedApi, fresh: PublishedApi, policy: Policy = usualPolicy): readonly Change[] {
  const sides = { old: sideOf(old), new: sideOf(fresh) };
  const types = matched(
    old.types,
    fresh.types,
    ({ name }) => name,
    (type, side) => typeFacts(type, sides[side]),
  );
  const enums = matched(old.enums, fresh.enums, ({ name }) => name, enumFacts);
  const changes: Change[] = [];
  const root = rootNamespace(old, fresh);
  const context: Context = {
    ...sides,
    renamed: new Map([...renames(types), ...renames(enums)]),
    symbol: (name) => symbolIn(root, name),
    report: (rule, told) => changes.push(changeOf(rule, told, policy)),
  };
  compareOperations(context);
  compareTypes(types, context);
  compareEnumerations(enums, context);
  compareSurroundings(context);
  compareExports(context, changes);
  return inOrder(changes);
}

/** With fewer of its own, a type is like others by chance: then its name counts as well, whatever its namespace. */
const FEWEST_PROPERTIES = 2;
const FEWEST_VALUES = 2;

function typeFacts(type: PublishedType, side: Side): string | undefined {
  const { name, base, open, properties } = type;
  const called = properties.length < FEWEST_PROPERTIES ? shortName(name) : "";
  return canonical([called, base, open, shapeOf(name, side)]);
}

function enumFacts({ members, flags }: PublishedEnum): string | undefined {
  return members.length < FEWEST_VALUES ? undefined : canonical([flags, members.map(({ name }) => name)]);
}

function renames(found: Matched<{ readonly name: string }>): readonly (readonly [string, string])[] {
  return found.renamed.map(([old, fresh]) => [old.name, fresh.name]);
}

const stepOrder: readonly Step[] = ["major", "minor", "patch"];

function inOrder(changes: readonly Change[]): readonly Change[] {
  const keyed = changes.map((change) => {
    const { step, module = "", symbol, rule, old, new: fresh } = change;
    return { change, key: [stepOrder.indexOf(step), module, symbol, rule, canonical([old, fresh])].join("\u0000") };
  });
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ change }) => change);
}

export const sections: readonly SectionId[] = [
  "breaking",
  "access",
  "new-values",
  "added",
  "deprecated",
  "docs",
  "tests",
];

/** The changes with what they come to. */
export function comparisonOf(changes: readonly Change[], pages?: readonly ChangedPage[]): Comparison {
  const counts = sections.map((section) => [section, changes.filter((change) => change.section === section).length]);
  return { schema: 1, step: stepOf(changes), counts: Object.fromEntries(counts), changes, ...(pages && { pages }) };
}

/** The pages whose text is not the same on both sides, which may be there on one only. */
export function changedPages(
  old: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
  changes: readonly Change[],
): readonly ChangedPage[] {
  const counts = new Map<string, number>();
  for (const { oldPlace, newPlace } of changes)
    for (const page of new Set([oldPlace?.page, newPlace?.page]))
      if (page !== undefined) counts.set(page, (counts.get(page) ?? 0) + 1);
  const all = [...new Set([...old.keys(), ...fresh.keys()])].sort(compareText);
  return all
    .filter((page) => old.get(page) !== fresh.get(page))
    .map((page) => ({ page, changes: counts.get(page) ?? 0 }));
}

/** The worst step of all. */
export function stepOf(changes: readonly Change[]): Step | "none" {
  const [first, ...others] = changes.map(({ step }) => step);
  return first === undefined ? "none" : others.reduce(worseStep, first);
}
