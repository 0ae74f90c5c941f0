/** What an operation sends. */
import type { TypeRef } from "../../model/api.js";
import type { PublishedBody, PublishedOperation } from "../../model/published.js";
import type { ChangePlace } from "../change.js";
import { atRows, placeOfProperty, places, type Context, type Told } from "../context.js";
import { relationOf, typeWords } from "../relation.js";
import type { RuleId } from "../rules/rules.js";
import type { Side } from "../side.js";
import { compareBodyProperties, type BodyPart } from "./body-properties.js";

type Json = Extract<PublishedBody, { readonly kind: "json" }>;

export function compareBodies(old: PublishedOperation, fresh: PublishedOperation, of: Told, context: Context): void {
  const { report } = context;
  const [before, now] = [old.body, fresh.body];
  const told = { ...of, direction: "written" as const };
  if (before === undefined && now === undefined) return;
  if (before === undefined || now === undefined) {
    const typescript = [old.bodyType ?? [], fresh.bodyType ?? []].flat();
    report(now ? "body-added" : "body-removed", { ...told, typescript, old: before?.kind, new: now?.kind });
    return;
  }
  if (before.kind !== now.kind || isCollection(before) !== isCollection(now)) {
    const typescript = [old.bodyType ?? [], fresh.bodyType ?? []].flat();
    report("body-kind-changed", { ...told, typescript, old: kindOf(before), new: kindOf(now) });
    return;
  }
  compareContentTypes(before, now, told, context);
  if (before.kind === "json" && now.kind === "json") compareJson({ old, fresh, before, now }, told, context);
}

interface Bodies {
  readonly old: PublishedOperation;
  readonly fresh: PublishedOperation;
  readonly before: Json;
  readonly now: Json;
}

function compareJson({ old, fresh, before, now }: Bodies, told: Told, context: Context): void {
  const { report } = context;
  if (!before.optional && now.optional) report("body-may-be-omitted", told);
  if (before.optional && !now.optional) report("body-must-be-given", told);
  if (before.text === undefined && now.text !== undefined) report("body-text-accepted", { ...told, new: now.text });
  if (before.text !== undefined && now.text === undefined) report("body-text-refused", { ...told, old: before.text });
  const [had, has] = [hasTable(old), hasTable(fresh)];
  if (!had && has)
    report("body-table-added", { ...told, typescript: names(fresh), words: { name: fresh.bodyType ?? "" } });
  if (had && !has)
    report("body-table-removed", { ...told, typescript: names(old), words: { name: old.bodyType ?? "" } });
  if (had || has) {
    const [a, b] = [partsOf(before, had, context, "old"), partsOf(now, has, context, "new")];
    if (a !== undefined && b !== undefined)
      compareBodyProperties(a, b, (name) => ofProperty(told, name, { old, fresh }, context), context);
    else compareWhole({ kind: "unknown" }, { kind: "unknown" }, told, context);
    return;
  }
  const relation = compareWhole(before.of ?? unknown, now.of ?? unknown, told, context);
  if (relation === "same")
    compareRequired(before, now, (name) => ofProperty(told, name, { old, fresh }, context), context);
}

const unknown: TypeRef = { kind: "unknown" };

function compareWhole(old: TypeRef, fresh: TypeRef, told: Told, context: Context): string {
  const relation = relationOf(old, fresh, context);
  const rule = byRelation[relation];
  const words = { old: typeWords(old, context.old), new: typeWords(fresh, context.new) };
  if (rule !== undefined) context.report(rule, { ...told, ...words });
  return relation;
}

const byRelation: Readonly<Partial<Record<ReturnType<typeof relationOf>, RuleId>>> = {
  wider: "body-type-wider",
  "to-unknown": "body-type-wider",
  narrower: "body-type-narrower",
  "to-known": "body-type-narrower",
  replaced: "body-type-replaced",
};

/** A property that no row of the page describes stands on the page of the type. */
function ofProperty(told: Told, name: string, { old, fresh }: Pick<Bodies, "old" | "fresh">, context: Context): Told {
  const onType = (operation: PublishedOperation, side: Side): ChangePlace | undefined => {
    const of = operation.body?.kind === "json" ? operation.body.of : undefined;
    const found = of?.kind === "object" ? side.properties(of.name).get(name) : undefined;
    return found && placeOfProperty(found.property, found.owner);
  };
  const there = {
    ...told,
    ...places(onType(old, context.old) ?? told.oldPlace, onType(fresh, context.new) ?? told.newPlace),
  };
  return {
    ...atRows(there, old, fresh, `body.${name}`),
    symbol: `${told.symbol} what.${name}`,
    subject: { ...told.subject, property: name },
  };
}

/** Without a table, the page of the type says what must be sent. */
function compareRequired(before: Json, now: Json, about: (name: string) => Told, { report }: Context): void {
  const [old, fresh] = [before.required ?? [], now.required ?? []];
  for (const name of fresh) if (!old.includes(name)) report("body-property-required", about(name));
  for (const name of old) if (!fresh.includes(name)) report("body-property-optional", about(name));
}

/** The properties of a body: those of its table, else those of its type, none of which must be sent but for those that its page names. */
function partsOf(body: Json, hasOwn: boolean, context: Context, side: "old" | "new"): readonly BodyPart[] | undefined {
  if (hasOwn) return body.properties ?? [];
  if (body.of?.kind !== "object" || !context[side].types.has(body.of.name)) return undefined;
  const required = new Set(body.required);
  return [...context[side].properties(body.of.name).values()].map(({ property }) => ({
    ...property,
    nullable: property.nullable === true,
    required: required.has(property.name),
    description: undefined,
  }));
}

function hasTable({ bodyType }: PublishedOperation): boolean {
  return bodyType !== undefined;
}

function names({ bodyType }: PublishedOperation): readonly string[] {
  return bodyType === undefined ? [] : [bodyType];
}

function compareContentTypes(before: PublishedBody, now: PublishedBody, told: Told, { report }: Context): void {
  const [old, fresh] = [contentTypeOf(before), contentTypeOf(now)];
  if (old !== fresh) report("body-content-type-changed", { ...told, old, new: fresh });
  const [all, others] = [contentTypesOf(before), contentTypesOf(now)];
  if (all.join() !== others.join()) report("body-content-types-changed", { ...told, old: all, new: others });
}

function contentTypeOf(body: PublishedBody): string | undefined {
  return "contentType" in body ? body.contentType : undefined;
}

function contentTypesOf(body: PublishedBody): readonly string[] {
  return "contentTypes" in body ? (body.contentTypes ?? []) : [];
}

function isCollection(body: PublishedBody): boolean {
  return body.kind === "json" && body.of?.kind === "collection";
}

function kindOf(body: PublishedBody): string {
  return body.kind === "json" ? (isCollection(body) ? "a list in JSON" : "an object in JSON") : body.kind;
}
