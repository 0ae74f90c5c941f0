/** The parameters in an operation's routes. Their names tell the runtime which route is meant. */
import { StructureKind } from "ts-morph";
import type { TypeAliasDeclarationStructure } from "ts-morph";
import type { Operation, Parameter, Route, TypeRef } from "../../model/api.js";
import { isObjectMember } from "../../shared/own.js";
import { isList } from "../../shared/odata/lists.js";
import { optionalNames, writeMarked } from "../../shared/odata/segments.js";
import { docText } from "./doc.js";
import { key, literal } from "./encode.js";
import type { OperationPlan } from "../../plan/plan.js";
import { plannedRoutes } from "../../plan/routes.js";
import { grouped, typeExpression } from "./type.js";
import type { Context } from "./context.js";

/** The type of `where`; undefined when no route has parameters. */
export function whereType(plan: OperationPlan, context: Context): string | undefined {
  if (plan.where !== undefined) return plan.where;
  const [only] = plannedRoutes(plan.operation);
  return only === undefined || only.parameters.length === 0 ? undefined : arm(only, plan.operation, context);
}

/** The named union of an operation with several routes: one member a route. */
export function emitWhere(plan: OperationPlan, context: Context): TypeAliasDeclarationStructure[] {
  if (plan.where === undefined) return [];
  return [
    {
      kind: StructureKind.TypeAlias,
      name: plan.where,
      isExported: true,
      docs: [`Parameters of ${plan.name}: one of its routes.`],
      type: plannedRoutes(plan.operation)
        .map((route) => arm(route, plan.operation, context))
        .join(" | "),
    },
  ];
}

/** Parameters of the other routes are refused, so that a call always means one route. What may be left out and every object has, `toString`, is not declared. */
function arm(route: Route, operation: Operation, context: Context): string {
  const named = new Map(operation.parameters.map((parameter) => [parameter.name, parameter]));
  const optional = optionalNames(route.path);
  const own = route.parameters
    .filter((name) => !optional.has(name) || !isObjectMember(name))
    .map((name) => member(name, optional.has(name), named.get(name), context));
  const foreign = [...named.keys()]
    .filter((name) => !route.parameters.includes(name) && !isObjectMember(name))
    .map((name) => `${key(name)}?: never`);
  const chosen = operation.routes.some((each) => each.ambiguous);
  const choice = chosen ? [`route${route.ambiguous ? "" : "?"}: ${literal(writeMarked(route.path))}`] : [];
  return `{ ${[...choice, ...own, ...foreign].join("; ")} }`;
}

function member(name: string, optional: boolean, parameter: Parameter | undefined, context: Context): string {
  if (parameter === undefined) return `${key(name)}: string`;
  const description = docText(parameter.description, context.module.docsUrl).replace(/\s+/gu, " ");
  const doc = description === "" ? "" : `\n/** ${description} */\n`;
  return `${doc}${key(name)}${optional ? "?" : ""}: ${parameterType(parameter, context)}`;
}

/** What can stand in a URL: lists in a query, numbers, truth values, the values of an enumeration; all else as text. */
function parameterType(parameter: Parameter, context: Context): string {
  const { type } = parameter;
  if (isList(parameter) && type.kind === "collection") return `readonly ${grouped(itemExpression(type.of, context))}[]`;
  return itemExpression(type, context);
}

function itemExpression(type: TypeRef, context: Context): string {
  return type.kind === "scalar" || type.kind === "enum" || type.kind === "literals"
    ? urlType(typeExpression(type, context))
    : "string";
}

function urlType(type: string): string {
  return type === "unknown" ? "string" : type;
}
