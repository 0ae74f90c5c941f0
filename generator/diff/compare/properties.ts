/** Properties of a type, those that it inherits included. */
import { isObjectMember } from "../../shared/own.js";
import { wireType } from "../../shared/wire-type.js";
import type { TypeRef } from "../../model/api.js";
import type { PublishedType } from "../../model/published.js";
import type { Direction } from "../change.js";
import { announced, placeOfProperty, places, type Context, type Told } from "../context.js";
import { canonical, matched } from "../match.js";
import { relationOf, typeWords, type Relation } from "../relation.js";
import type { RuleId } from "../rules/rules.js";
import { useOfBoth, type Declared } from "../side.js";
import { compareLiterals } from "./values.js";
import { compareWords } from "./words.js";

/** What both sides have from the same base is compared there. */
export function compareProperties(old: PublishedType, fresh: PublishedType, context: Context): void {
  const isShared = sharedBases(old, fresh, context);
  const [before, now] = [context.old.properties(old.name), context.new.properties(fresh.name)];
  const own = (all: ReadonlyMap<string, Declared>, others: ReadonlyMap<string, Declared>): readonly Declared[] =>
    [...all.values()].filter((one) => !isShared(one, others));
  const direction = useOfBoth(context.old.use(old.name), context.new.use(fresh.name));
  const { pairs, renamed, removed, added } = matched(
    own(before, now),
    own(now, before),
    ({ property }) => property.name,
    (one, side) => factsOf(one, side === "old" ? old : fresh),
  );
  const tell = (one: Declared | undefined, other: Declared | undefined): Told =>
    toldOf(one, other, { old, fresh, direction }, context);
  for (const [one, other] of pairs) {
    compareProperty(one, other, tell(one, other), context);
    if ((one.owner === old) !== (other.owner === fresh))
      context.report("property-moved", { ...tell(one, other), old: one.owner.name, new: other.owner.name });
  }
  for (const [one, other] of renamed)
    context.report("property-renamed", { ...tell(one, other), old: one.property.name, new: other.property.name });
  for (const one of removed) {
    const { navigation, required, deprecated, type } = one.property;
    const rule = navigation ? "relationship-removed" : required ? "property-removed-required" : "property-removed";
    const words = announced(deprecated);
    context.report(rule, { ...tell(one, undefined), old: typeWords(type, context.old), words });
  }
  for (const one of added) {
    const { navigation, required, type } = one.property;
    const rule = navigation ? "relationship-added" : required ? "property-added-required" : "property-added";
    context.report(rule, { ...tell(undefined, one), new: typeWords(type, context.new) });
  }
}

/** Whether a property comes from a base that the type has on both sides, so that the base reports what changes. */
function sharedBases(
  old: PublishedType,
  fresh: PublishedType,
  { old: a, new: b, renamed }: Context,
): (one: Declared, others: ReadonlyMap<string, Declared>) => boolean {
  const bases = new Set(
    b
      .lineage(fresh.name)
      .slice(1)
      .map(({ name }) => name),
  );
  const shared = a
    .lineage(old.name)
    .slice(1)
    .filter(({ name }) => bases.has(renamed.get(name) ?? name));
  const names = new Set(shared.flatMap(({ name }) => [name, renamed.get(name) ?? name]));
  return ({ owner, property }, others) => {
    const other = others.get(property.name)?.owner;
    return names.has(owner.name) && (other === undefined || names.has(other.name));
  };
}

/** Page, type and description; a property without words is like any other of its type. */
function factsOf({ property, owner }: Declared, type: PublishedType): string | undefined {
  const { type: of, description, page, navigation, nullable, required } = property;
  if (description === "" || owner !== type) return undefined;
  return canonical([page ?? owner.pages[0], of, description, navigation, nullable, required]);
}

interface Of {
  readonly old: PublishedType;
  readonly fresh: PublishedType;
  readonly direction: Direction;
}

function toldOf(one: Declared | undefined, other: Declared | undefined, of: Of, context: Context): Told {
  const name = (other ?? one)?.property.name ?? "";
  const appeared = (one === undefined || !one.property.navigation) && other?.property.navigation === true;
  const gone = one?.property.navigation === true && other?.property.navigation !== true;
  const relationships = [
    appeared && of.old.relationships === undefined ? (of.fresh.relationships ?? []) : [],
    gone && of.fresh.relationships === undefined ? (of.old.relationships ?? []) : [],
  ].flat();
  return {
    symbol: `${context.symbol(of.fresh.name)}.${name}`,
    subject: { type: of.fresh.name, property: name },
    typescript: [`${of.fresh.typescript}.${name}`, ...relationships],
    module: of.fresh.module,
    direction: of.direction,
    ...places(
      one ? placeOfProperty(one.property, one.owner) : undefined,
      other ? placeOfProperty(other.property, other.owner) : undefined,
    ),
  };
}

/** How a change of the type of a property is called; lists of values are compared one by one. */
const byRelation: Readonly<Partial<Record<Relation, RuleId>>> = {
  alias: "property-scalar-changed",
  wider: "property-type-wider",
  narrower: "property-type-narrower",
  replaced: "property-type-replaced",
  "to-unknown": "property-type-unknown",
  "to-known": "property-type-known",
  "to-collection": "property-became-collection",
  "to-single": "property-became-single",
  "to-enumeration": "text-became-enumeration",
  "to-text": "enumeration-became-text",
  named: "values-named",
  unnamed: "values-unnamed",
};

function compareProperty(
  { property: old }: Declared,
  { property: fresh }: Declared,
  told: Told,
  context: Context,
): void {
  const { report } = context;
  compareType(old.type, fresh.type, told, old.name, context);
  if (!old.navigation && fresh.navigation) report("property-became-relationship", withName(told, fresh.name));
  if (old.navigation && !fresh.navigation) report("relationship-became-property", told);
  const [before, now] = [typeWords(old.type, context.old), typeWords(fresh.type, context.new)];
  const [mayBeNull, canBeNull] = [takesNull(old), takesNull(fresh)];
  if (mayBeNull === false && canBeNull === true)
    report("property-null-allowed", { ...told, old: before, new: `${now} | null` });
  if (mayBeNull === true && canBeNull === false)
    report("property-null-refused", { ...told, old: `${before} | null`, new: now });
  if (!old.required && fresh.required) report("property-required", { ...told, old: `${before} | undefined`, new: now });
  if (old.required && !fresh.required) report("property-optional", { ...told, old: before, new: `${now} | undefined` });
  if (!old.readOnly && fresh.readOnly) report("property-read-only", told);
  if (old.readOnly && !fresh.readOnly) report("property-writable", told);
  compareWords(old, fresh, told, context);
}

/** What is unknown may be null as well: the change of the type says that already. */
export function takesNull({
  type,
  nullable,
}: {
  readonly type: TypeRef;
  readonly nullable?: boolean;
}): boolean | undefined {
  return type.kind === "unknown" ? undefined : nullable === true;
}

function withName(told: Told, name: string): Told {
  return { ...told, words: { name } };
}

/** A name that every object has is declared as unknown, whatever its type. */
function compareType(old: TypeRef, fresh: TypeRef, told: Told, name: string, context: Context): void {
  const [one, other] = [leafOf(old), leafOf(fresh)];
  const relation = isObjectMember(name) ? "same" : relationOf(old, fresh, context);
  if (relation === "values") {
    if (one.kind === "literals" && other.kind === "literals") compareLiterals(one, other, told, context);
    return;
  }
  const rule = byRelation[relation];
  if (rule === undefined) return;
  const words = { old: typeWords(old, context.old), new: typeWords(fresh, context.new) };
  const typescript = other.kind === "scalar" ? wireType(other.name) : "string";
  context.report(rule, { ...told, ...words, words: { ...words, typescript } });
}

function leafOf(type: TypeRef): TypeRef {
  return type.kind === "collection" || type.kind === "map" ? leafOf(type.of) : type;
}
