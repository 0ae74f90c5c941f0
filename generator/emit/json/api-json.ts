/** `api.json`: the model, for other tools, for comparing two versions, and to keep names when docs change. */
import type { EnumType, Example, ObjectType, Property } from "../../model/api.js";
import { literal } from "../typescript/encode.js";
import type { ModulePlan, OperationPlan, Plan } from "../../plan/plan.js";

/** What the docs say and how the package calls it; no reasons and no places, which `explain` gives. Operations are sorted by id. */
export function apiJson({ api, modules }: Plan): object {
  const operations = modules.flatMap((module) => module.operations.map((plan) => operationJson(plan, module)));
  return {
    baseUrl: api.baseUrl,
    operations: operations.sort((a, b) => compare(a.id, b.id)),
    types: modules
      .flatMap((module) => module.types.map(({ type, name }) => typeJson(type, name, module)))
      .sort((a, b) => compare(a.name, b.name)),
    enums: modules
      .flatMap((module) => module.enums.map((plan) => enumJson(plan.enum, plan.name, module)))
      .sort((a, b) => compare(a.name, b.name)),
  };
}

function operationJson({ operation, name }: OperationPlan, module: ModulePlan) {
  const {
    id,
    page,
    title,
    method,
    description,
    deprecated,
    routes,
    parameters,
    query,
    headers,
    body,
    statuses,
    result,
    permissions,
    examples,
  } = operation;
  const [first, ...scenarios] = permissions;
  return {
    id,
    function: name,
    module: module.path,
    page,
    title,
    method,
    description,
    deprecated,
    routes: routes.map((route) => route.template),
    parameters,
    query,
    headers,
    body,
    statuses,
    result,
    permissions: first,
    scenarios: scenarios.length === 0 ? undefined : scenarios,
    examples: examples.map(exampleJson),
  };
}

function exampleJson({ name, request, response, findings }: Example): object {
  return {
    name,
    request: { method: request.method, url: request.url },
    response: response && { status: response.status },
    findings: findings.length === 0 ? undefined : findings,
  };
}

function typeJson(type: ObjectType, typescript: string, module: ModulePlan) {
  const { name, base, abstract, open, ownNames, key, description, deprecated, pages, inferred } = type;
  return {
    name,
    typescript,
    module: module.path,
    base,
    abstract,
    open,
    ownNames,
    key,
    inferred,
    description,
    deprecated,
    pages,
    properties: type.properties.map(propertyJson),
  };
}

function propertyJson({
  name,
  type,
  description,
  navigation,
  nullable,
  required,
  readOnly,
  deprecated,
}: Property): object {
  return {
    name,
    type,
    navigation: navigation || undefined,
    nullable: nullable || undefined,
    required: required || undefined,
    readOnly: readOnly || undefined,
    description,
    deprecated,
  };
}

function enumJson(
  { name, members, evolvable, flags, description, pages }: EnumType,
  typescript: string,
  module: ModulePlan,
) {
  return { name, typescript, module: module.path, evolvable, flags, description, pages, members };
}

const LINE_WIDTH = 120;

/** JSON with one fact a line: what fits stays on one line, so that a comparison of two versions can be read. */
export function readableJson(value: unknown, indent = ""): string {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => readableJson(item, deeper))
    : Object.entries(value).flatMap(([name, item]) =>
        item === undefined ? [] : [`${literal(name)}: ${readableJson(item, deeper)}`],
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const width = parts.reduce((sum, part) => sum + part.length + 2, indent.length + 4);
  if (parts.length === 0) return `${open}${close}`;
  if (width <= LINE_WIDTH && !parts.some((part) => part.includes("\n"))) return `${open} ${parts.join(", ")} ${close}`;
  return `${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
