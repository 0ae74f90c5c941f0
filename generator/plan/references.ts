/** The types and enumerations that declarations mention. */
import type { ObjectType, Operation, RequestBody, Result, TypeRef } from "../model/api.js";

export type Reference = Extract<TypeRef, { readonly kind: "object" | "enum" }>;

/** All references of a module's types and operations, in order, repeated as often as they stand there. */
export function* referencesIn(module: {
  readonly types: readonly ObjectType[];
  readonly operations: readonly Operation[];
}): Iterable<Reference> {
  for (const type of module.types) for (const property of type.properties) yield* leafReferences(property.type);
  for (const operation of module.operations) yield* ofOperation(operation);
}

function* ofOperation({ parameters, body, result }: Operation): Iterable<Reference> {
  for (const parameter of parameters) yield* leafReferences(parameter.type);
  if (body !== undefined) for (const type of bodyTypes(body)) yield* leafReferences(type);
  const type = resultType(result);
  if (type !== undefined) yield* leafReferences(type);
}

function bodyTypes(body: RequestBody): readonly TypeRef[] {
  if (body.kind !== "json") return [];
  return [...(body.of === undefined ? [] : [body.of]), ...(body.properties ?? []).map(({ type }) => type)];
}

export function resultType(result: Result): TypeRef | undefined {
  return "type" in result ? result.type : undefined;
}

function* leafReferences(type: TypeRef): Iterable<Reference> {
  if (type.kind === "collection" || type.kind === "map") yield* leafReferences(type.of);
  else if (type.kind === "object" || type.kind === "enum") yield type;
}
