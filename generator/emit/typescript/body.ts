/** Request bodies: the type of `what`. */
import { StructureKind } from "ts-morph";
import type { InterfaceDeclarationStructure, PropertySignatureStructure } from "ts-morph";
import { isObjectMember } from "../../shared/own.js";
import type { BodyProperty, TypeRef } from "../../model/api.js";
import { docs } from "./doc.js";
import { key, literal } from "./encode.js";
import type { OperationPlan } from "../../plan/plan.js";
import { scalarNotes } from "../../plan/scalars.js";
import { grouped, orNull, typeExpression } from "./type.js";
import type { Context } from "./context.js";

/** The type of `what`; undefined when the operation takes no body. */
export function whatType(plan: OperationPlan, context: Context): string | undefined {
  const { operation } = plan;
  const { body } = operation;
  if (body === undefined) return undefined;
  if (body.kind === "json" && body.text !== undefined) return `${jsonType(plan, context)} | string`;
  if (body.kind === "json") return jsonType(plan, context);
  if (body.kind === "reference") return context.scope.runtime("Reference");
  if (body.kind === "binary") return context.scope.runtime("Binary");
  if (body.kind === "text" || body.kind === "multipart") return `string | ${context.scope.runtime("Binary")}`;
  return "unknown";
}

function jsonType({ operation: { body }, body: name, extends: open }: OperationPlan, context: Context): string {
  if (name !== undefined) return bodyAlias(name, open, context);
  if (body?.kind !== "json" || body.of === undefined) return "unknown";
  const type = writeType(body.of, context);
  if (body.required === undefined) return type;
  return `${context.scope.runtime("Requires")}<${type}, ${body.required.map(literal).join(" | ")}>`;
}

/** Of an open type, members that no page lists are taken as well. */
function bodyAlias(name: string, open: string | undefined, context: Context): string {
  const body = context.scope.api({ name, module: context.module.path }, "type");
  if (open === undefined) return body;
  return `${context.scope.runtime("Extended")}<${body}, ${typeExpression({ kind: "object", name: open }, context, "base")}>`;
}

/** The interface of a body whose properties the page lists. */
export function emitBody(
  { operation, body: name, name: of }: OperationPlan,
  context: Context,
): InterfaceDeclarationStructure[] {
  const { body } = operation;
  if (name === undefined || body?.kind !== "json") return [];
  const properties = unique(body.properties ?? []);
  return [
    {
      kind: StructureKind.Interface,
      name,
      isExported: true,
      docs: [`Body of ${of}.`],
      properties: [
        ...typeAnnotation(body.of, properties),
        ...properties.map((property) => propertyOf(property, context)),
      ],
    },
  ];
}

function propertyOf(
  { name, required, nullable, type, description }: BodyProperty,
  context: Context,
): PropertySignatureStructure {
  const expression = isObjectMember(name) ? "unknown" : writeType(type, context);
  return {
    kind: StructureKind.PropertySignature,
    name: key(name),
    hasQuestionToken: !required,
    type: nullable && expression !== "unknown" ? orNull(expression) : expression,
    docs: docs({ description, notes: scalarNotes(type) }, context.module.docsUrl),
  };
}

/** Where derived types exist, the service wants to be told which one it gets. */
function typeAnnotation(of: TypeRef | undefined, properties: readonly BodyProperty[]): PropertySignatureStructure[] {
  if (of?.kind !== "object" || properties.some(({ name }) => name === "@odata.type")) return [];
  return [{ kind: StructureKind.PropertySignature, name: `"@odata.type"`, hasQuestionToken: true, type: "string" }];
}

/** An object is written in its write shape: what the service sets may be left out. */
function writeType(type: TypeRef, context: Context): string {
  if (type.kind === "collection") return `readonly ${grouped(writeType(type.of, context))}[]`;
  if (type.kind === "map") return `Readonly<Record<string, ${writeType(type.of, context)}>>`;
  const expression = typeExpression(type, context, "union");
  return type.kind === "object" && expression !== "unknown"
    ? `${context.scope.runtime("Input")}<${expression}>`
    : expression;
}

function unique(properties: readonly BodyProperty[]): readonly BodyProperty[] {
  return [...new Map(properties.map((property) => [property.name, property])).values()];
}
