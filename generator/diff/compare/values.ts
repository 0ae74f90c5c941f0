/** Lists of values: named enumerations, and those that stand inline in a type. */
import type { TypeRef } from "../../model/api.js";
import type { ChangePlace } from "../change.js";
import { places, type Context, type Told } from "../context.js";
import { matched } from "../match.js";

const FUTURE = "unknownFutureValue";

/** A value, with what tells that it is the same under another name. */
export interface Value {
  readonly name: string;
  readonly value?: string;
  readonly description: string;
  /** Where it is listed, if not where its list is said to be. */
  readonly at?: ChangePlace | undefined;
}

/** Values added, removed, renamed and in another order. `told` is about what has them. */
export function compareValues(old: readonly Value[], fresh: readonly Value[], told: Told, { report }: Context): void {
  const { removed, added, renamed } = matchedValues(old, fresh);
  for (const [before, now] of renamed)
    report("value-renamed", {
      ...ofValue(told, now.name),
      ...atValues(told, before, now),
      old: before.name,
      new: now.name,
    });
  for (const one of removed)
    report(one.name === FUTURE ? "future-value-removed" : "value-removed", {
      ...ofValue(told, one.name),
      ...atValues(told, one, undefined),
      old: one.name,
    });
  for (const one of added)
    report(one.name === FUTURE ? "future-value-added" : "value-added", {
      ...ofValue(told, one.name),
      ...atValues(told, undefined, one),
      new: one.name,
    });
  const common = (values: readonly Value[], others: readonly Value[]): string =>
    values.flatMap(({ name }) => (others.some((other) => other.name === name) ? [name] : [])).join();
  if (common(old, fresh) !== common(fresh, old))
    report("values-reordered", { ...told, old: old.map(({ name }) => name), new: fresh.map(({ name }) => name) });
}

/** The places of the values; on the side that lacks one, that of the list. */
export function atValues(
  { oldPlace, newPlace }: Told,
  old: Value | undefined,
  fresh: Value | undefined,
): Pick<Told, "oldPlace" | "newPlace"> {
  return places(old?.at ?? oldPlace, fresh?.at ?? newPlace);
}

/** Renamed: the same letters in another case, else the same number or the same words. */
export function matchedValues(old: readonly Value[], fresh: readonly Value[]): ReturnType<typeof matched<Value>> {
  const byCase = matched(
    old,
    fresh,
    ({ name }) => name,
    ({ name }) => name.toLowerCase(),
  );
  const rest = matched(
    byCase.removed,
    byCase.added,
    ({ name }) => name,
    ({ value, description }) => (description === "" ? undefined : JSON.stringify([value, description.toLowerCase()])),
  );
  return { ...byCase, renamed: [...byCase.renamed, ...rest.renamed], removed: rest.removed, added: rest.added };
}

export type Literals = Extract<TypeRef, { readonly kind: "literals" }>;

/** Inline lists of a property or of a parameter. An open one refuses nothing: its values are there for completion. */
export function compareLiterals(old: Literals, fresh: Literals, told: Told, context: Context): void {
  const { report } = context;
  const values = (list: Literals): readonly Value[] => list.values.map((name) => ({ name, description: "" }));
  if (!old.open && fresh.open) report("values-opened", { ...told, old: old.values, new: fresh.values });
  else if (old.open && !fresh.open) report("values-closed", { ...told, old: old.values, new: fresh.values });
  if (!old.open && !fresh.open) return compareValues(values(old), values(fresh), told, context);
  for (const name of old.values)
    if (!fresh.values.includes(name)) report("listed-value-removed", { ...ofValue(told, name), old: name });
  for (const name of fresh.values)
    if (!old.values.includes(name)) report("listed-value-added", { ...ofValue(told, name), new: name });
}

function ofValue(told: Told, name: string): Told {
  return { ...told, symbol: `${told.symbol} "${name}"`, subject: { ...told.subject, value: name } };
}
