/** What the plan settles for an operation and its examples. */
import { shortened } from "../shared/bounds.js";
import { mapPages } from "../shared/failure.js";
import type { Example, Operation, TypeRef } from "../model/api.js";
import { camelCase, IDENTIFIER_START, NO_IDENTIFIER_CHARACTERS, reservedWords } from "./identifier.js";
import type { Inheritance } from "./inheritance.js";
import { createNamePool } from "./name-pool.js";
import type { NamePool } from "./name-pool.js";
import type { AllNames, PartAliases } from "./naming.js";
import type { OperationPlan, PartAlias } from "./plan.js";
import { resultType } from "./references.js";
import { fixtureScope } from "./runtime.js";
import { plannedRoutes } from "./routes.js";

/** `operations` of one module: the names of its fixtures are unique within it. */
export function planOperations(
  operations: readonly Operation[],
  names: AllNames,
  inheritance: Inheritance,
): readonly OperationPlan[] {
  const fixtureNames = createNamePool([
    ...reservedWords,
    ...fixtureScope,
    ...operations.flatMap(({ id }) => [names.function.get(id) ?? "", names.constant.get(id) ?? ""]),
  ]);
  return mapPages(
    operations,
    ({ page }) => page,
    (operation) => planOperation(operation, names, inheritance, fixtureNames),
  );
}

function planOperation(
  operation: Operation,
  names: AllNames,
  inheritance: Inheritance,
  fixtureNames: NamePool,
): OperationPlan {
  const { id, body } = operation;
  const routes = plannedRoutes(operation);
  const where = names.where.get(id);
  const bodyName = names.body.get(id);
  const properties = propertiesOf(operation, inheritance);
  const named = {
    ...(where !== undefined && routes.length > 1 && { where }),
    ...(bodyName !== undefined && body?.kind === "json" && (body.properties?.length ?? 0) > 0 && { body: bodyName }),
  };
  const constant = names.constant.get(id) ?? "";
  return {
    operation,
    name: names.function.get(id) ?? "",
    aliases: names.aliases.get(id) ?? [],
    partAliases: partAliasesOf({ constant, ...named }, names.partAliases.get(id)),
    constant,
    request: names.request.get(id) ?? "",
    ...named,
    ...(named.body !== undefined && body?.kind === "json" && openType(body.of, inheritance)),
    shown: shownRelationships(operation, properties),
    fixtures: operation.examples
      .filter((example) => example.response !== undefined)
      .map((example) => ({
        name: fixtureNames.take(fixtureName(example, id), `${fixtureName(example, id)}_${camelCase(id)}`),
        example,
      })),
  };
}

function partAliasesOf(
  named: Pick<OperationPlan, "constant" | "where" | "body">,
  aliases: PartAliases | undefined,
): readonly PartAlias[] {
  if (aliases === undefined) return [];
  const { constant, where, body } = named;
  const of = (names: readonly string[], now: string | undefined, kind: PartAlias["kind"]): readonly PartAlias[] =>
    now === undefined ? [] : names.map((name) => ({ name, of: now, kind }));
  return [
    ...of(aliases.constant, constant, "value"),
    ...of(aliases.where, where, "type"),
    ...of(aliases.body, body, "type"),
  ];
}

function openType(of: TypeRef | undefined, inheritance: Inheritance): Pick<OperationPlan, "extends"> {
  const type = of?.kind === "object" ? inheritance.byName(of.name) : undefined;
  return type && inheritance.lineage(type).some(({ open }) => open) ? { extends: type.name } : {};
}

/**
 * Names that documented answers hold, in the object itself or in the objects of its `value`; those also that a new object is sent with, for
 * these come back with it (OData 4.01, 11.4.2.2).
 */
function shownRelationships(
  { examples, method }: Operation,
  properties: ReadonlyMap<string, boolean>,
): readonly string[] {
  const names = examples.flatMap(({ request, response }) => {
    const body: object = Object(response?.body);
    const value: unknown = "value" in body ? body.value : body;
    const sent = method === "POST" ? [request.body] : [];
    return [value, sent].flat().flatMap((item) => Object.keys(Object(item)));
  });
  return [...new Set(names)].filter((name) => properties.get(name) === true).sort();
}

/** The documented name as it is; `_` stands for what an identifier may not hold. */
function fixtureName(example: Example, id: string): string {
  const name = (example.name || id).replace(NO_IDENTIFIER_CHARACTERS, "_");
  return shortened(IDENTIFIER_START.test(name) ? name : `_${name}`);
}

/** Whether each property of the result is a relationship. */
function propertiesOf({ result }: Operation, inheritance: Inheritance): ReadonlyMap<string, boolean> {
  const type = itemType(resultType(result));
  const object = type?.kind === "object" ? inheritance.byName(type.name) : undefined;
  return new Map(
    object === undefined ? [] : [...inheritance.all(object)].map(([name, property]) => [name, property.navigation]),
  );
}

function itemType(type: TypeRef | undefined): TypeRef | undefined {
  return type?.kind === "collection" ? itemType(type.of) : type;
}
