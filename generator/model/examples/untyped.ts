/** What of a documented request no typed call can say. */
import type { Finding } from "../../findings/rules.js";
import { isJson, isObject } from "../../shared/json/json.js";
import { isUnheldNumber } from "../../shared/json/loss.js";
import { isObjectMember } from "../../shared/own.js";
import type { HttpRequest } from "../../read/page.js";
import { isList } from "../../shared/odata/lists.js";
import { queryOptions, shapes, takesOption } from "../../shared/odata/options.js";
import { optionalNames } from "../../shared/odata/segments.js";
import type { Example, Fit, Operation, Parameter, TypeRef } from "../api.js";
import { jsonKind } from "../types/scalars.js";
import { leaf } from "../operations/response-type.js";
import { UNKNOWN } from "../types/type-ref.js";
import { isOwnName, type TypeTable } from "../types/type-table.js";

type Call = NonNullable<Example["call"]>;
type Contract = Pick<Operation, "routes" | "parameters" | "headers" | "body" | "query" | "result">;

/** One part of a request (`where`, `what`, `headers`, `$select`), and why no typed call sends it. */
export interface Untyped {
  readonly part: string;
  readonly reason: string;
}

const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const TRUTH = /^(?:true|false)$/;
const ORDER = / (?:asc|desc)$/;
/** Annotations that types of bodies have. */
const SENT_ANNOTATION = /^@odata\.type$|@odata\.bind$/;
/** Findings that tell what is wrong with a body. */
const ABOUT_BODIES =
  /^(?:example-(?:property|type|enum|placeholder|required|body)|json-invalid|json-unreadable|response-type-differs)$/;

/** All such parts of a call; where the URL is none of the operation's, the body is all there is to say. */
export function untypedParts(
  call: Call | undefined,
  request: HttpRequest,
  fit: Fit,
  contract: Contract,
  types: TypeTable,
): readonly Untyped[] {
  const ofCall: readonly (readonly [string, string | undefined])[] = call
    ? [
        ["where", whereProblem(call, contract, types)],
        ["headers", headerProblem(request, contract)],
        ...Object.entries(call.query).map(
          ([name, value]) => [`$${name}`, optionProblem(name, value, contract, types)] as const,
        ),
      ]
    : [];
  const parts = [["what", whatProblem(request, fit, contract)] as const, ...ofCall];
  return parts.flatMap(([part, reason]) => (reason === undefined ? [] : [{ part, reason }]));
}

/** The reasons that no other finding on the example gives; "" for none. */
export function reasonOf(parts: readonly Untyped[], findings: readonly Finding[]): string {
  const explained = findings.some(({ rule }) => ABOUT_BODIES.test(rule));
  const left = parts.filter(({ part }) => !(part === "what" && explained));
  return left.map(({ reason }) => reason).join("; ");
}

function whereProblem(
  { route: index, where }: Call,
  { routes, parameters }: Contract,
  types: TypeTable,
): string | undefined {
  const route = routes[index];
  if (route === undefined) return undefined;
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const optional = optionalNames(route.path);
  const lacking = route.parameters.find((name) => !optional.has(name) && !Object.hasOwn(where, name));
  if (lacking !== undefined) return `it has no value for ${lacking}`;
  for (const [name, value] of Object.entries(where)) {
    if (!route.parameters.includes(name)) return `the request line has no ${name}`;
    if (optional.has(name) && isObjectMember(name)) return `every object has a ${name} of its own`;
    const wrong = wrongValue(value, known.get(name), types);
    if (wrong !== undefined) return `${wrong} is no value of ${name}`;
  }
  return undefined;
}

/** The value that the parameter does not take, of several the first. */
function wrongValue(
  value: string | readonly string[],
  parameter: Parameter | undefined,
  types: TypeTable,
): string | undefined {
  const type = parameter?.type ?? UNKNOWN;
  if (parameter && isList(parameter)) {
    const of = type.kind === "collection" ? type.of : type;
    return [value].flat().find((item) => !isValue(item, of, types));
  }
  if (typeof value !== "string") return value.join(", ");
  return isValue(value, type, types) ? undefined : value;
}

function isValue(value: string, type: TypeRef, types: TypeTable): boolean {
  switch (type.kind) {
    case "enum": {
      const members = types.enums.get(type.name)?.members ?? [];
      return members.length === 0 || members.some(({ name }) => name === value);
    }
    case "literals":
      return type.open === true || type.values.length === 0 || type.values.includes(value);
    case "scalar":
      return jsonKind(type.name) === "number"
        ? INTEGER.test(value)
        : jsonKind(type.name) === "boolean"
          ? TRUTH.test(value)
          : true;
    default:
      return true;
  }
}

function whatProblem({ body: sent }: HttpRequest, fit: Fit, { body }: Contract): string | undefined {
  if (body === undefined) return sent.kind === "none" ? undefined : "it has a body";
  if (sent.kind === "none" && "optional" in body && body.optional) return undefined;
  if (body.kind === "json" || body.kind === "reference") {
    if (sent.kind === "none") return "it has no body";
    if (sent.kind === "text" && body.kind === "json" && body.text !== undefined) return undefined;
    if (sent.kind === "text")
      return isJson(sent.text) ? "its body does not say that it is JSON" : "its body is no JSON";
    const number = unheld(sent.value);
    if (number !== undefined) return `JavaScript has no number ${number}`;
    if (fit !== "exact") return "its body is not what the page says of it";
    const annotation = strangeAnnotation(sent.value, true);
    return annotation && `the type of its body has no ${annotation}`;
  }
  return sent.kind === "text" ? undefined : sent.kind === "none" ? "it has no body" : "its body is JSON";
}

/** Digits of a number in a body that the reader made text. */
function unheld(value: unknown): string | undefined {
  if (typeof value === "string") return isUnheldNumber(value) ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  return Object.values(value)
    .map(unheld)
    .find((digits) => digits !== undefined);
}

/** An annotation that no type of a body has; on the outermost object all are allowed. */
function strangeAnnotation(value: unknown, outermost: boolean): string | undefined {
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes("@") && !outermost && !SENT_ANNOTATION.test(name)) return name;
    const found = strangeAnnotation(inner, false);
    if (found !== undefined) return found;
  }
  return undefined;
}

function headerProblem(request: HttpRequest, { headers }: Contract): string | undefined {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const lacking = headers.find((header) => header.required && !given.has(header.name.toLowerCase()));
  return lacking && `it lacks the required header ${lacking.name}`;
}

/** Names count where the result has properties of those names: `select` and `orderby` take properties, `expand` relationships. */
function optionProblem(name: string, value: string, contract: Contract, types: TypeTable): string | undefined {
  const { result } = contract;
  const item = "type" in result && result.type ? leaf(result.type) : undefined;
  const shaped = shapes(contract);
  const none = `the call has no option for $${name}`;
  if (name === "select" || name === "expand" || name === "orderby") {
    if (!shaped || item?.kind !== "object") return none;
    const declared = types.properties(item.name);
    const strange = value.split(",").find((each) => {
      const property = declared.get(name === "orderby" ? each.replace(ORDER, "") : each)?.property;
      if (property === undefined) return name !== "select" || !isOwnName(each, types.ownNames(item.name));
      return property.navigation !== (name === "expand") || each.includes("@");
    });
    return strange === undefined
      ? undefined
      : `${strange} in $${name} is no ${name === "expand" ? "relationship" : "property"} of the result`;
  }
  const isTyped = queryOptions.get(name)?.member !== undefined && (shaped || takesOption(contract, name));
  if (!isTyped || result.kind === "none") return none;
  if (name === "top" || name === "skip") return INTEGER.test(value) ? undefined : `${value} is no number`;
  return name !== "count" || TRUTH.test(value) ? undefined : `${value} is neither true nor false`;
}
