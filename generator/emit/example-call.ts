/**
 * The call that a documented example shows, as code. Where the example does not fit the declared signature, the operation is handed to the
 * runtime directly: what is sent and what comes back can still be compared.
 */
import { isJson } from "../json.js";
import type { Example, Parameter, TypeRef } from "../model/api.js";
import { optionalNames, writeMarked } from "../shared/odata/segments.js";
import { queryOptions } from "../shared/odata/options.js";
import type { Context } from "./context.js";
import { senderOf, shapes } from "./result.js";
import { data, isObjectMember, literal, literalKey } from "./encode.js";
import { fitsExactly } from "./fixture.js";
import type { FixturePlan, OperationPlan } from "./plan.js";
import { wireType } from "./scalars.js";
import { isList } from "./where.js";

type Call = NonNullable<Example["call"]>;

/** Headers that the runtime sets itself, or that say nothing about the call. */
const OWN_HEADERS = /^(?:authorization|content-type|content-length|accept|host|user-agent)$/iu;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/u;

/** The call as an expression in which `client` is in scope; undefined when the example's URL fits no route. */
export function exampleCall(fixture: FixturePlan, plan: OperationPlan, context: Context): string | undefined {
  const { call } = fixture.example;
  if (call === undefined || plan.operation.routes[call.route]?.sample === true) return undefined;
  const where = typedWhere(call, plan, context);
  const what = typedWhat(fixture, plan, context);
  if (where === undefined || what === undefined || lacksHeader(fixture, plan))
    return untypedCall(call, fixture, plan, context);
  const name = context.scope.api({ name: plan.name, module: context.module.path }, "value");
  const options = object(optionsOf(call, fixture, plan));
  return `${name}(${["client", where, what, options].filter((part) => part !== "").join(", ")})`;
}

function untypedCall(call: Call, fixture: FixturePlan, plan: OperationPlan, { scope, module }: Context): string {
  const { operation, constant } = plan;
  const sender = senderOf(operation);
  const typeArgument = sender === "callText" || sender === "callStream" ? "" : "<unknown>";
  const where = object([
    ...routeChoice(call, plan),
    ...Object.entries(call.where).map(([name, value]) => `${literalKey(name)}: ${written(value)}`),
  ]);
  const what = bodyOf(fixture, plan, scope.fixture(fixture.name));
  const options = object(rawOptions(call, fixture, []));
  const parts = [
    ["where", where],
    ["what", what],
    ["options", options],
  ].filter(([, value]) => value !== "");
  const description = `{ ${parts.map((part) => part.join(": ")).join(", ")} }`;
  return `${scope.runtime(sender)}${typeArgument}(client, ${scope.api({ name: constant, module: module.path }, "value")}, ${description})`;
}

/** "" when the function takes no `where`; undefined when the documented values are not what it takes. */
function typedWhere(call: Call, plan: OperationPlan, context: Context): string | undefined {
  const { routes, parameters } = plan.operation;
  const route = routes[call.route];
  if (route === undefined) return undefined;
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const optional = optionalNames(route.path);
  const needed = route.parameters.filter((name) => !optional.has(name));
  const given = Object.entries(call.where);
  if (
    !needed.every((name) => Object.hasOwn(call.where, name)) ||
    !given.every(([name]) => route.parameters.includes(name) && (needed.includes(name) || !isObjectMember(name)))
  )
    return undefined;
  const values = given.map(([name, value]) => [name, typedValue(value, known.get(name), context)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  const members = [...routeChoice(call, plan), ...values.map(([name, value]) => `${literalKey(name)}: ${value}`)];
  return plan.where === undefined && route.parameters.length === 0 ? "" : `{ ${members.join(", ")} }`;
}

function routeChoice(call: Call, { operation }: OperationPlan): string[] {
  const route = operation.routes[call.route];
  return route?.ambiguous === true ? [`route: ${literal(writeMarked(route.path))}`] : [];
}

function written(value: string | readonly string[]): string {
  return typeof value === "string" ? literal(value) : data(value);
}

/** A documented value in the type of its parameter; undefined when it has another. */
function typedValue(
  value: string | readonly string[],
  parameter: Parameter | undefined,
  context: Context,
): string | undefined {
  if (parameter && isList(parameter)) {
    const of = parameter.type.kind === "collection" ? parameter.type.of : parameter.type;
    const items = [value].flat().map((item) => typedItem(item, of, context));
    return items.some((item) => item === undefined) ? undefined : `[${items.join(", ")}]`;
  }
  return typeof value === "string" ? typedItem(value, parameter?.type, context) : undefined;
}

function typedItem(value: string, type: TypeRef | undefined, { module }: Context): string | undefined {
  if (type?.kind === "enum") {
    const values = module.enums.find((each) => each.enum.name === type.name)?.enum.members ?? [];
    return values.some((member) => member.name === value) ? literal(value) : undefined;
  }
  if (type?.kind === "literals") return type.values.includes(value) ? literal(value) : undefined;
  const wire = type?.kind === "scalar" ? wireType(type.name) : "string";
  if (wire === "number") return INTEGER.test(value) ? value : undefined;
  if (wire === "boolean") return value === "true" || value === "false" ? value : undefined;
  return literal(value);
}

/** "" when the function takes no `what`; undefined when the documented body is not what it takes. */
function typedWhat(fixture: FixturePlan, plan: OperationPlan, { scope }: Context): string | undefined {
  const { body } = plan.operation;
  const { request, requestFit } = fixture.example;
  if (body === undefined) return request.body === undefined && request.text === undefined ? "" : undefined;
  if (body.kind === "json" || body.kind === "reference") {
    return request.body !== undefined && fitsExactly(request.body, requestFit)
      ? bodyOf(fixture, plan, scope.fixture(fixture.name))
      : undefined;
  }
  return request.text === undefined ? undefined : bodyOf(fixture, plan, scope.fixture(fixture.name));
}

function bodyOf({ example }: FixturePlan, { operation }: OperationPlan, fixture: string): string {
  const { body, text } = example.request;
  if (body === undefined && text === undefined) return "";
  const raw = operation.body?.kind === "binary" || operation.body?.kind === "text";
  const json = raw ? `JSON.stringify(${fixture}.request.body)` : `${fixture}.request.body`;
  // Docs show JSON without saying so: what is sent as JSON must not become a string of it.
  const shown = `${fixture}.request.text ?? ""`;
  const content = body !== undefined ? json : raw || !isJson(text ?? "") ? shown : `JSON.parse(${shown})`;
  return operation.body?.kind === "binary" ? `new Blob([${content}])` : content;
}

function lacksHeader({ example }: FixturePlan, { operation }: OperationPlan): boolean {
  const given = new Set(Object.keys(example.request.headers).map((name) => name.toLowerCase()));
  return operation.headers.some((header) => header.required && !given.has(header.name.toLowerCase()));
}

function optionsOf(call: Call, fixture: FixturePlan, plan: OperationPlan): string[] {
  const typed = Object.entries(call.query).flatMap(([name, value]) => {
    const option = typedOption(name, value, fixture, plan);
    return option === undefined ? [] : [[name, option] as const];
  });
  return [
    ...typed.map(([, option]) => option),
    ...rawOptions(
      call,
      fixture,
      typed.map(([name]) => name),
    ),
  ];
}

/** `select: ["id"]`; undefined where the signature has no such option or would refuse the value. */
function typedOption(
  name: string,
  value: string,
  fixture: FixturePlan,
  { operation }: OperationPlan,
): string | undefined {
  const shaped = shapes(operation);
  const takes = (option: string): boolean => operation.query === "all" || operation.query.includes(option);
  if (name === "select" || name === "expand") {
    return shaped && fixture.checked.includes(name) ? `${name}: ${data(value.split(","))}` : undefined;
  }
  const option = queryOptions.get(name)?.member;
  if (option === undefined || !(shaped || takes(name)) || operation.result.kind === "none") return undefined;
  if (name === "top" || name === "skip") return INTEGER.test(value) ? `${option}: ${value}` : undefined;
  if (name === "count") return value === "true" || value === "false" ? `${option}: ${value}` : undefined;
  if (name !== "orderby") return `${option}: ${literal(value)}`;
  const orders = value.split(",");
  return shaped && fixture.checked.includes(name)
    ? `${option}: ${orders.length === 1 ? literal(value) : data(orders)}`
    : undefined;
}

/** Options by the name that is sent, for all but those in `typed`; and the documented headers. */
function rawOptions(call: Call, { example }: FixturePlan, typed: readonly string[]): string[] {
  const query = Object.entries(call.query)
    .filter(([name]) => !typed.includes(name))
    .map(([name, value]) => `${literal(`$${name}`)}: ${literal(value)}`);
  const headers = Object.entries(example.request.headers)
    .filter(([name]) => !OWN_HEADERS.test(name))
    .map(([name, value]) => `${literalKey(name)}: ${literal(value)}`);
  return [
    ...(query.length === 0 ? [] : [`query: ${object(query)}`]),
    ...(headers.length === 0 ? [] : [`headers: ${object(headers)}`]),
  ];
}

function object(members: readonly string[]): string {
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}
