/** Object types: the interface, its relationships, the union of the types derived from it. */
import { StructureKind } from "ts-morph";
import type {
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Property } from "../../model/api.js";
import { docs } from "./doc.js";
import { isObjectMember } from "../../shared/own.js";
import { key, literal } from "./encode.js";
import type { TypePlan } from "../../plan/plan.js";
import { scalarNotes } from "../../plan/scalars.js";
import { orNull, relationshipsBehind, typeExpression } from "./type.js";
import type { Context } from "./context.js";

/** What the user adds to a resource: `extension_…`. */
const PREFIXED = "`${string}_${string}`";

type Declaration = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;

export function emitType(plan: TypePlan, context: Context): Declaration[] {
  return [
    interfaceOf(plan, context),
    ...(plan.relationship === undefined ? [] : [relationshipsOf(plan, plan.relationship, context)]),
    ...(plan.union === undefined ? [] : [unionOf(plan, plan.union, context)]),
  ];
}

function interfaceOf(plan: TypePlan, context: Context): InterfaceDeclarationStructure {
  const { type, name, properties } = plan;
  const inferred = type.inferred ? ["No page describes this type: it is read off the examples that mention it."] : [];
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    ...(plan.base !== undefined && { extends: [typeExpression({ kind: "object", name: plan.base }, context, "base")] }),
    docs: docs(
      { description: type.description, notes: inferred, deprecated: type.deprecated, page: type.pages[0] },
      context.module.docsUrl,
    ),
    properties: [...discriminatorOf(plan), ...properties.map((property) => propertyOf(property, context))],
    ...(type.open && {
      indexSignatures: [{ keyName: "property", keyType: type.ownNames ? PREFIXED : "string", returnType: "unknown" }],
    }),
  };
}

/** A type that others are derived from has all their names: so its values can be given wherever one of them is asked for. */
function discriminatorOf({ type, discriminator }: TypePlan): PropertySignatureStructure[] {
  if (discriminator === undefined) return [];
  const names = discriminator === "own" ? [type.name] : [...type.derived, type.name];
  return [
    {
      kind: StructureKind.PropertySignature,
      name: `"@odata.type"`,
      hasQuestionToken: true,
      type: names.map(typeLiteral).join(" | "),
    },
  ];
}

function propertyOf(property: Property, context: Context): PropertySignatureStructure {
  const type = isObjectMember(property.name) ? "unknown" : typeExpression(property.type, context);
  return {
    kind: StructureKind.PropertySignature,
    name: key(property.name),
    hasQuestionToken: !property.required,
    type: property.nullable && type !== "unknown" ? orNull(type) : type,
    docs: docs(
      { description: property.description, notes: scalarNotes(property.type), deprecated: property.deprecated },
      context.module.docsUrl,
    ),
  };
}

function relationshipsOf(
  plan: TypePlan,
  { name, own, inherited }: NonNullable<TypePlan["relationship"]>,
  { module, scope }: Context,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    ...(inherited !== undefined && { extends: [scope.api(inherited, "type")] }),
    docs: [`Relationships of ${plan.name}, absent from results unless expanded, and those of what they lead to.`],
    properties: own.map((property) => ({
      kind: StructureKind.PropertySignature,
      name: key(property.name),
      type: relationshipsBehind(property.type, { module, scope }),
    })),
  };
}

/** Only a leaf has a literal `@odata.type` of its own; the other members get theirs here, so that a comparison tells all of them apart. */
function unionOf(
  plan: TypePlan,
  { name, members }: NonNullable<TypePlan["union"]>,
  context: Context,
): TypeAliasDeclarationStructure {
  const arms = members.map(({ type, leaf }) => {
    const expression = typeExpression({ kind: "object", name: type }, context, "base");
    const marked = `${expression} & { "@odata.type"?: ${typeLiteral(type)} }`;
    return leaf ? expression : members.length === 1 ? marked : `(${marked})`;
  });
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    docs: [`${plan.name}, or one of the types derived from it: \`@odata.type\` tells which.`],
    type: arms.join(" | "),
  };
}

function typeLiteral(name: string): string {
  return literal(`#${name}`);
}
