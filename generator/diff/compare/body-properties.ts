/** Properties of a body, those of a table against those of a table or of a type. */
import { isObjectMember } from "../../shared/own.js";
import { wireType } from "../../shared/wire-type.js";
import type { TypeRef } from "../../model/api.js";
import type { Context, Told } from "../context.js";
import { matched } from "../match.js";
import { relationOf, typeWords, type Relation } from "../relation.js";
import type { RuleId } from "../rules/rules.js";
import { takesNull } from "./properties.js";
import { compareLiterals } from "./values.js";
import { compareWords } from "./words.js";

export interface BodyPart {
  readonly name: string;
  readonly type: TypeRef;
  readonly required: boolean;
  readonly nullable: boolean;
  /** Undefined where no table of the body has it. */
  readonly description: string | undefined;
}

const BIND = "@odata.bind";

export function compareBodyProperties(
  old: readonly BodyPart[],
  fresh: readonly BodyPart[],
  about: (name: string) => Told,
  context: Context,
): void {
  const { report } = context;
  const { pairs, removed, added } = matched(old, fresh, ({ name }) => name);
  for (const part of removed)
    report(removedRule(part), { ...about(part.name), old: typeWords(part.type, context.old) });
  for (const part of added) report(addedRule(part), { ...about(part.name), new: typeWords(part.type, context.new) });
  const isBound = (parts: readonly BodyPart[], name: string): boolean =>
    parts.some((part) => part.name === `${name}${BIND}`);
  for (const [before, now] of pairs) {
    const change = about(now.name);
    const bindingCame = !isBound(old, now.name) && isBound(fresh, now.name);
    const bindingWent = isBound(old, now.name) && !isBound(fresh, now.name);
    if (before.required && !now.required)
      report(bindingCame ? "body-property-bound" : "body-property-optional", change);
    if (!before.required && now.required)
      report(bindingWent ? "body-property-unbound" : "body-property-required", change);
    const [was, is] = [typeWords(before.type, context.old), typeWords(now.type, context.new)];
    const [tookNull, doesTake] = [takesNull(before), takesNull(now)];
    if (tookNull === false && doesTake === true)
      report("body-property-null-allowed", { ...change, old: was, new: `${is} | null` });
    if (tookNull === true && doesTake === false)
      report("body-property-null-refused", { ...change, old: `${was} | null`, new: is });
    compareType(before, now, change, context);
    if (before.description !== undefined && now.description !== undefined)
      compareWords({ description: before.description }, { description: now.description }, change, context);
  }
}

function removedRule({ name, required }: BodyPart): RuleId {
  if (name.endsWith(BIND)) return "body-binding-removed";
  return required ? "body-property-removed-required" : "body-property-removed";
}

function addedRule({ name, required }: BodyPart): RuleId {
  if (required) return "body-property-added-required";
  return name.endsWith(BIND) ? "body-binding-added" : "body-property-added";
}

const byRelation: Readonly<Partial<Record<Relation, RuleId>>> = {
  alias: "body-property-scalar-changed",
  wider: "body-property-type-wider",
  "to-unknown": "body-property-type-wider",
  "to-text": "body-property-type-wider",
  narrower: "body-property-type-narrower",
  "to-known": "body-property-type-narrower",
  "to-enumeration": "body-property-type-narrower",
  replaced: "body-property-type-replaced",
  "to-collection": "body-property-type-replaced",
  "to-single": "body-property-type-replaced",
};

function compareType(before: BodyPart, now: BodyPart, told: Told, context: Context): void {
  if (isObjectMember(now.name)) return;
  const relation = relationOf(before.type, now.type, context);
  const [a, b] = [before.type, now.type];
  if (relation === "values") {
    const [one, other] = [itemOf(a), itemOf(b)];
    if (one.kind === "literals" && other.kind === "literals") compareLiterals(one, other, told, context);
    return;
  }
  const rule = byRelation[relation];
  if (rule === undefined) return;
  const words = { old: typeWords(a, context.old), new: typeWords(b, context.new) };
  const leaf = itemOf(b);
  const typescript = leaf.kind === "scalar" ? wireType(leaf.name) : "string";
  context.report(rule, { ...told, ...words, words: { ...words, typescript } });
}

function itemOf(type: TypeRef): TypeRef {
  return type.kind === "collection" || type.kind === "map" ? itemOf(type.of) : type;
}
