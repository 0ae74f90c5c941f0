/** What of a documented request no typed call can say. */
import type { Finding } from "../../findings/rules.js";
import { fieldsOf, isForm } from "../../shared/form.js";
import { isJson, isObject } from "../../shared/json/json.js";
import { isUnheldNumber } from "../../shared/json/loss.js";
import { isObjectMember } from "../../shared/own.js";
import type { HttpRequest } from "../../read/page.js";
import { isList } from "../../shared/odata/lists.js";
import { isPlaceholderText } from "../../shared/odata/parts.js";
import { optionalNames } from "../../shared/odata/segments.js";
import type { Example, Fit, Operation, Parameter, TypeRef } from "../api.js";
import { jsonKind } from "../types/scalars.js";
import { UNKNOWN } from "../types/type-ref.js";
import type { TypeTable } from "../types/type-table.js";
import { ours, told, type Problem } from "./problem.js";
import { optionProblem } from "./untyped-options.js";
import { INTEGER, TRUTH } from "./url-values.js";

type JsonBody = Extract<NonNullable<Operation["body"]>, { readonly kind: "json" }>;
type Call = NonNullable<Example["call"]>;
type Contract = Pick<Operation, "routes" | "parameters" | "headers" | "body" | "query" | "result">;

/** One part of a request: `where`, `what`, `headers`, `$select`. */
export interface Untyped extends Problem {
  readonly part: string;
}

const ANGLED = /^<[^<>]*>$/;
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
  isOfHolder: boolean,
): readonly Untyped[] {
  const ofCall: readonly (readonly [string, Problem | undefined])[] = call
    ? [
        ["where", whereProblem(call, contract, types)],
        ["headers", told(headerProblem(request, contract))],
        ...Object.entries(call.query).map(
          ([name, value]) => [`$${name}`, optionProblem(name, value, isOfHolder, contract, types)] as const,
        ),
      ]
    : [];
  const parts = [["what", whatProblem(request, fit, contract, types)] as const, ...ofCall];
  return parts.flatMap(([part, problem]) => (problem === undefined ? [] : [{ part, ...problem }]));
}

/** What the page says otherwise, and no other finding on the example, but for those on its address, tells; "" for nothing. */
export function reasonOf(parts: readonly Untyped[], findings: readonly Finding[]): string {
  const explained = findings.some(({ rule }) => ABOUT_BODIES.test(rule));
  const left = parts.filter(({ part, ours }) => !ours && !(part === "what" && explained));
  return left.map(({ reason }) => reason).join("; ");
}

function whereProblem(
  { route: index, where }: Call,
  { routes, parameters }: Contract,
  types: TypeTable,
): Problem | undefined {
  const route = routes[index];
  if (route === undefined) return undefined;
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const optional = optionalNames(route.path);
  const lacking = route.parameters.find((name) => !optional.has(name) && !Object.hasOwn(where, name));
  if (lacking !== undefined) return told(`it has no value for ${lacking}`);
  for (const [name, value] of Object.entries(where)) {
    if (!route.parameters.includes(name)) return told(`the request line has no ${name}`);
    if (optional.has(name) && isObjectMember(name))
      return told(`${name}, which may be left out, is called like what every object has`);
    const wrong = wrongValue(value, known.get(name), types);
    const reason = `${wrong} is no value of ${name}`;
    if (wrong === undefined) continue;
    const isOurs = isPlaceholderText(wrong) || ANGLED.test(wrong) || isSpelling(wrong, known.get(name), types);
    return isOurs ? ours(reason) : told(reason);
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

/** A member of the enumeration in another letter case. */
function isSpelling(value: string, parameter: Parameter | undefined, types: TypeTable): boolean {
  const type = parameter?.type;
  const members = type?.kind === "enum" ? types.enums.get(type.name)?.members.map(({ name }) => name) : undefined;
  const names = type?.kind === "literals" ? type.values : (members ?? []);
  return names.some((name) => name.toLowerCase() === value.toLowerCase());
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

const NO_BODY = "it has no body, which the page asks for";

function whatProblem({ body: sent }: HttpRequest, fit: Fit, { body }: Contract, types: TypeTable): Problem | undefined {
  if (body === undefined) return sent.kind === "none" ? undefined : told("it has a body");
  if (sent.kind === "none" && "optional" in body && body.optional) return undefined;
  if (body.kind === "json" || body.kind === "reference") {
    if (sent.kind === "none") return told(NO_BODY);
    if (sent.kind === "text" && body.kind === "json" && body.text !== undefined) return undefined;
    if (sent.kind === "text" && body.kind === "json" && isForm(body.contentType))
      return formProblem(sent.text, body, types);
    if (sent.kind === "text")
      return isJson(sent.text) ? told("its body does not say that it is JSON") : ours("its body is no JSON");
    if (body.kind === "json" && isForm(body.contentType)) return ours("its body is no form");
    const number = unheld(sent.value);
    if (number !== undefined) return ours(`JavaScript has no number ${number}`);
    if (fit !== "exact") return ours("its body is not what the page says of it");
    const annotation = strangeAnnotation(sent.value, true);
    return annotation === undefined ? undefined : ours(`the type of its body has no ${annotation}`);
  }
  return sent.kind === "text" ? undefined : sent.kind === "none" ? told(NO_BODY) : told("its body is JSON");
}

function formProblem(text: string, { properties = [] }: JsonBody, types: TypeTable): Problem | undefined {
  const fields = fieldsOf(text);
  if (fields === undefined) return ours("a field of its form is within another, or comes twice");
  const known = new Map(properties.map(({ name, type }) => [name, type]));
  const lacking = properties.find(({ name, required }) => required && !fields.has(name));
  if (lacking !== undefined) return told(`it lacks the required field ${lacking.name}`);
  for (const [name, value] of fields) {
    const type = known.get(name);
    if (type === undefined) return told(`the page lists no field ${name}`);
    if (isNested(type)) return ours(`${name} is no plain field`);
    if (!isValue(value, type, types)) return told(`${value} is no value of ${name}`);
  }
  return undefined;
}

function isNested(type: TypeRef): boolean {
  return type.kind === "object" || type.kind === "collection" || type.kind === "map";
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
