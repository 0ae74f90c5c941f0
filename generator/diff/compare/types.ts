/** Types of both sides: which there are, what they derive from, what tells them apart. */
import type { PublishedEnum, PublishedType } from "../../model/published.js";
import { announced, placeOfType, placeOn, type Context, type Told } from "../context.js";
import { grouped, type Matched } from "../match.js";
import { compareProperties } from "./properties.js";
import { exportsOfEnum } from "./enumerations.js";
import { compareNaming, toldOfOne, toldOfPair } from "./named.js";
import { compareWords } from "./words.js";

export function compareTypes({ pairs, renamed, removed, added }: Matched<PublishedType>, context: Context): void {
  for (const [old, fresh] of [...pairs, ...renamed]) comparePair(old, fresh, context);
  const [gone, come] = [byPage(removed), byPage(added)];
  for (const type of removed) {
    const told = toldOf(type, "old", context);
    const { since = "" } = announced(type.deprecated);
    const words = { since: since + renamedHint(type, gone, come), name: type.typescript };
    const derived = derivedRule(type, context, "old");
    const values = context.new.enums.get(type.name);
    if (values !== undefined) context.report("type-became-enumeration", { ...told, ...alsoFor(told, values) });
    else context.report("type-removed", { ...told, words });
    if (derived !== undefined) context.report("derived-removed", derived);
  }
  for (const type of added) {
    const told = toldOf(type, "new", context);
    const derived = derivedRule(type, context, "new");
    const values = context.old.enums.get(type.name);
    if (values !== undefined) context.report("enumeration-became-type", { ...told, ...alsoFor(told, values) });
    else context.report("type-added", told);
    if (derived !== undefined) context.report("derived-added", derived);
  }
}

type ByPage = ReadonlyMap<string, readonly PublishedType[]>;

function byPage(types: readonly PublishedType[]): ByPage {
  return grouped(types, ({ pages: [page] }) => page?.toLowerCase());
}

/** A page that described one type, and describes another one now: whether that is the same, nobody can tell. */
function renamedHint({ pages: [page = ""] }: PublishedType, gone: ByPage, come: ByPage): string {
  const [before, now] = [gone, come].map((types) => types.get(page.toLowerCase()) ?? []);
  const [only] = now ?? [];
  return only === undefined || now?.length !== 1 || before?.length !== 1
    ? ""
    : ` Its page describes ${only.typescript} now: renamed?`;
}

function alsoFor({ typescript = [] }: Told, values: PublishedEnum): Pick<Told, "typescript"> {
  return { typescript: [...typescript, ...exportsOfEnum(values)] };
}

/**
 * What a type that comes or goes does to the union of the nearest base that has one on both sides. A base that has a union on one side only
 * reports that by itself.
 */
function derivedRule(type: PublishedType, { old, new: fresh, symbol }: Context, from: "old" | "new"): Told | undefined {
  const [here, there] = from === "old" ? [old, fresh] : [fresh, old];
  const base = here
    .lineage(type.name)
    .slice(1)
    .find(({ name, union }) => union !== undefined && there.types.get(name)?.union !== undefined);
  if (base === undefined || type.abstract) return undefined;
  return {
    symbol: `${symbol(base.name)} ← ${symbol(type.name)}`,
    subject: { type: type.name },
    typescript: [base.union ?? base.typescript],
    module: base.module,
    words: { name: `#${type.name}` },
    [from]: type.name,
    ...placeOn(from, placeOfType(type)),
  };
}

function comparePair(old: PublishedType, fresh: PublishedType, context: Context): void {
  const { report } = context;
  const told = toldOfPair(old, fresh, context);
  const isRenamed = compareNaming(old, fresh, exportsOf, told, context);
  const isTold = old.discriminator !== undefined || fresh.discriminator !== undefined;
  if (old.name !== fresh.name && isTold)
    report("type-annotation-changed", { ...told, old: `#${old.name}`, new: `#${fresh.name}` });
  else if (old.name !== fresh.name && !isRenamed)
    report("type-documented-name", { ...told, old: old.name, new: fresh.name });
  if (!old.open && fresh.open) report("type-opened", told);
  if (old.open && !fresh.open) report("type-closed", told);
  compareBases(old, fresh, told, context);
  compareUnions(old, fresh, told, context);
  compareReach(old, fresh, told, context);
  if (!isRenamed && old.pages[0] !== fresh.pages[0])
    report("page-moved", { ...told, old: old.pages[0], new: fresh.pages[0] });
  compareWords(old, fresh, told, context);
  compareProperties(old, fresh, context);
}

function compareBases(old: PublishedType, fresh: PublishedType, told: Told, context: Context): void {
  const { report, renamed } = context;
  const [before] = context.old.lineage(old.name).slice(1);
  const above = context.new.lineage(fresh.name).slice(1);
  if (before === undefined && above[0] !== undefined) report("base-gained", { ...told, new: above[0].name });
  if (before === undefined) return;
  const called = renamed.get(before.name) ?? before.name;
  if (above.length === 0) report("base-lost", { ...told, old: before.name });
  else if (!above.some(({ name }) => name === called))
    report("base-replaced", { ...told, old: before.name, new: above[0]?.name });
  else if (above[0]?.name !== called) report("base-gained", { ...told, old: before.name, new: above[0]?.name });
}

function compareUnions(
  old: PublishedType,
  fresh: PublishedType,
  told: Told,
  { old: a, new: b, report }: Context,
): void {
  if (old.union === undefined && fresh.union === undefined) return;
  const [before, now] = [a.derived(old.name).length, b.derived(fresh.name).length];
  const name = fresh.union ?? old.union ?? "";
  const change = { ...told, typescript: [name], words: { name, count: String(now) }, old: before, new: now };
  if (old.union === undefined) report(before === 0 ? "derived-first" : "union-restored", change);
  else if (fresh.union === undefined) report(now === 0 ? "derived-last" : "union-dropped", change);
}

function compareReach(old: PublishedType, fresh: PublishedType, told: Told, { old: a, new: b, report }: Context): void {
  const [before, now] = [a.use(old.name), b.use(fresh.name)];
  if (before === "unused" && now !== "unused") report("type-reached", { ...told, new: now });
  if (before !== "unused" && now === "unused") report("type-unreached", { ...told, old: before });
}

/** Everything that is exported of a type. */
export function exportsOf({ typescript, union, relationships }: PublishedType): readonly string[] {
  return [typescript, union ?? [], relationships ?? []].flat();
}

function toldOf(type: PublishedType, side: "old" | "new", context: Context): Told {
  return { ...toldOfOne(type, exportsOf(type), side, context), [side]: type.name };
}
