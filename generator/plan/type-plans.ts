/** What the plan settles for a type and for an enumeration. */
import { own as lookUp } from "../shared/own.js";
import type { EnumType, ObjectType } from "../model/api.js";
import type { Inheritance } from "./inheritance.js";
import type { AllNames } from "./naming.js";
import type { EnumPlan, Symbols, TypePlan, UnionPlan } from "./plan.js";
import { isPolymorphic } from "../shared/polymorphic.js";

export function planType(type: ObjectType, names: AllNames, symbols: Symbols, inheritance: Inheritance): TypePlan {
  const lineage = inheritance.lineage(type);
  const isTold = lineage.some(isPolymorphic);
  const properties = inheritance.declared(type).filter(({ name }) => !(isTold && name === "@odata.type"));
  const own = properties.filter((property) => property.navigation);
  const base = lineage[1];
  const inherited = base && lookUp(symbols.types, base.name)?.relationship;
  const unionName = names.union.get(type.name);
  const relationshipName = names.relationship.get(type.name);
  return {
    type,
    name: names.type.get(type.name) ?? "",
    ...(base && { base: base.name }),
    properties,
    ...(isTold && { discriminator: type.derived.length > 0 ? "any" : "own" }),
    ...(unionName !== undefined && { union: planUnion(type, unionName, inheritance) }),
    ...(relationshipName !== undefined && {
      relationship: { name: relationshipName, own, ...(inherited && { inherited }) },
    }),
  };
}

/** Derived types first, since that is what a reader looks for; abstract ones are left out, but the type itself also stands for unknown ones. */
function planUnion(type: ObjectType, name: string, inheritance: Inheritance): UnionPlan {
  const derived = type.derived.flatMap((each) => inheritance.byName(each) ?? []).filter((each) => !each.abstract);
  return { name, members: [...derived, type].map((each) => ({ type: each.name, leaf: each.derived.length === 0 })) };
}

export function planEnum(each: EnumType, names: AllNames): EnumPlan {
  return { enum: each, name: names.enum.get(each.name) ?? "", values: names.values.get(each.name) ?? "" };
}
