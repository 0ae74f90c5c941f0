/**
 * The call that a documented example shows, as code. Where the example does not fit the declared signature, the operation is handed to the
 * runtime directly: what is sent and what comes back can still be compared.
 */
import { fieldsOf, isForm } from "../../shared/form.js";
import { isJson } from "../../shared/json/json.js";
import type { Example, Operation, Parameter, TypeRef } from "../../model/api.js";
import { isList } from "../../shared/odata/lists.js";
import { queryOptions } from "../../shared/odata/options.js";
import { writeMarked } from "../../shared/odata/segments.js";
import type { Context } from "./context.js";
import { data, literal, literalKey } from "./encode.js";
import type { FixturePlan, OperationPlan } from "../../plan/plan.js";
import { senderOf } from "./result.js";
import { wireType } from "../../shared/wire-type.js";

type Call = NonNullable<Example["call"]>;

/** Headers that the runtime sets itself, or that say nothing about the call. */
const OWN_HEADERS = /^(?:authorization|content-type|content-length|accept|host|user-agent)$/iu;
const CONTENT_TYPE = /^content-type$/iu;
const BOUNDARY = /;\s*boundary="?([^";]+)/iu;

/** Whether a test makes the call of an example: its URL fits a route that callers are offered. */
export function isPlayed({ example: { call } }: FixturePlan, { operation }: OperationPlan): boolean {
  return call !== undefined && operation.routes[call.route]?.sample !== true;
}

/** The call as an expression in which `client` is in scope; undefined when the example's URL fits no route. */
export function exampleCall(fixture: FixturePlan, plan: OperationPlan, context: Context): string | undefined {
  const { call } = fixture.example;
  if (call === undefined || !isPlayed(fixture, plan)) return undefined;
  const { untyped } = fixture.example;
  if (["where", "what", "headers"].some((part) => untyped.includes(part)))
    return untypedCall(call, fixture, plan, context);
  const where = whereOf(call, plan);
  const sent = argumentBody(fixture, plan, context.scope.fixture(fixture.name));
  const name = context.scope.api({ name: plan.name, module: context.module.path }, "value");
  const options = object(callOptions(call, fixture, plan));
  const what = sent === "" && plan.operation.body && options !== "" ? "undefined" : sent;
  return `${name}(${["client", where, what, options].filter((part) => part !== "").join(", ")})`;
}

function untypedCall(call: Call, fixture: FixturePlan, plan: OperationPlan, { scope, module }: Context): string {
  const { operation, constant } = plan;
  const sender = senderOf(operation);
  const typeArgument = sender === "callText" || sender === "callStream" ? "" : "<unknown>";
  const where = object([
    ...routeChoice(call, plan),
    ...Object.entries(call.where).map(([name, value]) => `${literalKey(name)}: ${writtenArgument(value)}`),
  ]);
  const what = argumentBody(fixture, plan, scope.fixture(fixture.name));
  const options = object(rawOptions(call, fixture, plan, []));
  const parts = [
    ["where", where],
    ["what", what],
    ["options", options],
  ].filter(([, value]) => value !== "");
  const description = `{ ${parts.map((part) => part.join(": ")).join(", ")} }`;
  return `${scope.runtime(sender)}${typeArgument}(client, ${scope.api({ name: constant, module: module.path }, "value")}, ${description})`;
}

/** "" when the function takes no `where`. */
function whereOf(call: Call, plan: OperationPlan): string {
  const { routes, parameters } = plan.operation;
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const values = Object.entries(call.where).map(
    ([name, value]) => `${literalKey(name)}: ${argumentValue(value, known.get(name))}`,
  );
  const takesNone = plan.where === undefined && routes[call.route]?.parameters.length === 0;
  const members = [...routeChoice(call, plan), ...values];
  return takesNone ? "" : object(members) || "{}";
}

function routeChoice(call: Call, { operation }: OperationPlan): string[] {
  const route = operation.routes[call.route];
  return route?.ambiguous === true ? [`route: ${literal(writeMarked(route.path))}`] : [];
}

function writtenArgument(value: string | readonly string[]): string {
  return typeof value === "string" ? literal(value) : data(value);
}

/** A documented value in the type of its parameter. */
function argumentValue(value: string | readonly string[], parameter: Parameter | undefined): string {
  if (parameter && isList(parameter)) {
    const of = parameter.type.kind === "collection" ? parameter.type.of : parameter.type;
    return `[${[value]
      .flat()
      .map((item) => itemValue(item, of))
      .join(", ")}]`;
  }
  return typeof value === "string" ? itemValue(value, parameter?.type) : data(value);
}

function itemValue(value: string, type: TypeRef | undefined): string {
  const wire = type?.kind === "scalar" ? wireType(type.name) : "string";
  if (wire === "boolean") return value.toLowerCase();
  return wire === "number" ? value : literal(value);
}

function argumentBody({ example }: FixturePlan, { operation }: OperationPlan, fixture: string): string {
  const { body, text } = example.request;
  if (body === undefined && text === undefined) return "";
  const isFields = operation.body?.kind === "json" && isForm(operation.body.contentType);
  const raw = operation.body && (isFields || (operation.body.kind !== "json" && operation.body.kind !== "reference"));
  const json = raw ? `JSON.stringify(${fixture}.request.body)` : `${fixture}.request.body`;
  const fields = isFields && !isJson(text ?? "") ? fieldsOf(text ?? "") : undefined;
  if (body === undefined && fields !== undefined) return formArgument(fields, operation.body);
  // Docs show JSON without saying so: what is sent as JSON must not become a string of it.
  const shown = `${fixture}.request.text ?? ""`;
  const content = body !== undefined ? json : raw || !isJson(text ?? "") ? shown : `JSON.parse(${shown})`;
  return operation.body?.kind === "binary" ? `new Blob([${content}])` : content;
}

/** The fields of a form as the members that the function takes. */
function formArgument(fields: ReadonlyMap<string, string>, body: Operation["body"]): string {
  const types = new Map(((body?.kind === "json" && body.properties) || []).map(({ name, type }) => [name, type]));
  return `{ ${[...fields].map(([name, value]) => `${literalKey(name)}: ${itemValue(value, types.get(name))}`).join(", ")} }`;
}

function callOptions(call: Call, fixture: FixturePlan, plan: OperationPlan): string[] {
  const typed = Object.entries(call.query).filter(([name]) => !fixture.example.untyped.includes(`$${name}`));
  const names = typed.map(([name]) => name);
  return [...typed.map(([name, value]) => typedOption(name, value)), ...rawOptions(call, fixture, plan, names)];
}

/** `select: ["id"]` */
function typedOption(name: string, value: string): string {
  const option = queryOptions.get(name)?.member ?? name;
  const items = value.split(",");
  if (name === "select" || name === "expand" || (name === "orderby" && items.length > 1))
    return `${option}: ${data(items)}`;
  return `${option}: ${["top", "skip", "count"].includes(name) ? value : literal(value)}`;
}

/** Options by the name that is sent, for all but those in `typed`; and the documented headers. */
function rawOptions(call: Call, fixture: FixturePlan, plan: OperationPlan, typed: readonly string[]): string[] {
  const query = Object.entries(call.query)
    .filter(([name]) => !typed.includes(name))
    .map(([name, value]) => `${literal(`$${name}`)}: ${literal(value)}`);
  const headers = Object.entries(fixture.example.request.headers)
    .filter(([name]) => !OWN_HEADERS.test(name) || (CONTENT_TYPE.test(name) && needsType(fixture, plan)))
    .map(([name, value]) => `${literalKey(name)}: ${literal(value)}`);
  return [
    ...(query.length === 0 ? [] : [`query: ${object(query)}`]),
    ...(headers.length === 0 ? [] : [`headers: ${object(headers)}`]),
  ];
}

/** Whether the example sends its body as something else than the function does by itself. */
function needsType({ example }: FixturePlan, { operation: { body } }: OperationPlan): boolean {
  const { headers, text = "" } = example.request;
  const [, documented = ""] = Object.entries(headers).find(([name]) => CONTENT_TYPE.test(name)) ?? [];
  if (body === undefined) return false;
  const isText = body.kind === "json" && example.request.body === undefined && !isJson(text);
  const usual = body.kind === "reference" ? undefined : isText ? (body.text ?? body.contentType) : body.contentType;
  const own = usual ?? (body.kind === "json" || body.kind === "reference" ? "application/json" : "");
  if (mediaOf(documented) !== mediaOf(own)) return true;
  const [, boundary] = BOUNDARY.exec(documented) ?? [];
  return boundary !== undefined && !text.startsWith(`--${boundary}\n`);
}

function mediaOf(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

function object(members: readonly string[]): string {
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}
