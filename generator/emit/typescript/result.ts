/** What a request function accepts as options and returns. Both hang together: `select` and `expand` shape the result. */
import type { Operation, Result, TypeRef } from "../../model/api.js";
import { isObjectMember } from "../../shared/own.js";
import { literal } from "./encode.js";
import { queryOptions, shapes, takesOption } from "../../shared/odata/options.js";
import type { OperationPlan } from "../../plan/plan.js";
import { resultType } from "../../plan/references.js";
import { relationshipsBehind, typeExpression } from "./type.js";
import type { Context } from "./context.js";

export interface Signature {
  readonly typeParameters: { readonly name: string; readonly constraint: string; readonly default: string }[];
  readonly options: string;
  readonly result: string;
  /** The same when the header `Prefer` asks for the object: then there is one. */
  readonly preferred?: Pick<Signature, "options" | "result">;
  /** The runtime's function that sends the request. */
  readonly sender: Sender;
}

export type Sender = "call" | "callText" | "callStream" | "callAccepted" | "list" | "delta";

const senders: Readonly<Record<Operation["result"]["kind"], Sender>> = {
  none: "call",
  object: "call",
  value: "call",
  text: "callText",
  stream: "callStream",
  accepted: "callAccepted",
  list: "list",
  delta: "delta",
};

/** The runtime's function for the kind of result. */
export function senderOf({ result }: Operation): Sender {
  return senders[result.kind];
}

export function signatureOf(plan: OperationPlan, context: Context): Signature {
  const signature = settledSignature(plan, context);
  const { operation } = plan;
  if (operation.result.kind !== "object" || !operation.result.preferable) return signature;
  const { result } = settledSignature(
    { ...plan, operation: { ...operation, result: certain(operation.result) } },
    context,
  );
  const options = `${signature.options} & ${context.scope.runtime("Represented")}`;
  return { ...signature, preferred: { options, result } };
}

function certain({ optional: _optional, ...result }: Extract<Result, { kind: "object" }>): Result {
  return result;
}

function settledSignature(plan: OperationPlan, context: Context): Signature {
  const { operation } = plan;
  const type = resultType(operation.result);
  const headers = headerArguments(operation);
  const shape = type === undefined ? undefined : shapedBy(operation, type, context);
  const sender = senderOf(operation);
  if (shape === undefined) {
    return {
      typeParameters: [],
      options: withNeeded(plainOptions(operation, headers, context), operation, context),
      result: returned(operation, type && bareType(type, plan, context), context),
      sender,
    };
  }
  const { scope } = context;
  const { expression, relationships } = shape;
  const expands = relationships !== "{}";
  const all = expands ? [expression, relationships] : [expression];
  const shaped = [expression, relationships, "S", expands ? "E" : "never"];
  return {
    typeParameters: [
      { name: "S", constraint: generic(scope.runtime("Select"), ...all), default: "never" },
      ...(expands ? [{ name: "E", constraint: generic(scope.runtime("Expand"), ...all), default: "never" }] : []),
    ],
    options: withNeeded(generic(scope.runtime("Query"), ...trimmed([...shaped, ...headers])), operation, context),
    result: returned(operation, generic(scope.runtime("Selected"), ...trimmed(shaped)), context),
    sender,
  };
}

function shapedBy(
  operation: Operation,
  type: TypeRef,
  context: Context,
): { expression: string; relationships: string } | undefined {
  if (!shapes(operation)) return undefined;
  const expression = typeExpression(type, context, "union");
  return expression === "unknown" ? undefined : { expression, relationships: relationshipsBehind(type, context) };
}

/** A result that no option shapes: without relationships, but for those that a documented answer shows. */
function bareType(type: TypeRef, { shown }: OperationPlan, context: Context): string {
  const expression = typeExpression(type, context, "union");
  const relationships = type.kind === "object" ? relationshipsBehind(type, context) : "{}";
  if (relationships === "{}") return expression;
  const { scope } = context;
  const absent =
    shown.length === 0 ? relationships : generic(scope.global("Omit"), relationships, shown.map(literal).join(" | "));
  return generic(scope.runtime("Without"), expression, absent);
}

function returned({ result }: Operation, type: string | undefined, { scope }: Context): string {
  const promise = scope.global("Promise");
  switch (result.kind) {
    case "none":
      return generic(promise, "void");
    case "text":
      return generic(promise, "string");
    case "stream":
      return generic(promise, scope.runtime("Content"));
    case "list":
      return generic(scope.runtime("List"), type ?? "unknown");
    case "delta":
      return generic(scope.runtime("Delta"), type ?? "unknown");
    case "accepted":
      return generic(
        promise,
        type === undefined ? scope.runtime("Accepted") : generic(scope.runtime("Accepted"), type),
      );
    case "object":
    case "value":
      return generic(promise, `${type ?? "unknown"}${result.optional && type !== undefined ? " | undefined" : ""}`);
  }
}

/** Options of an operation whose result they do not shape. */
function plainOptions(operation: Operation, headers: readonly string[], { scope }: Context): string {
  const names =
    operation.query === "all"
      ? [...queryOptions.values()].flatMap(({ member }) => member ?? [])
      : operation.query === "none"
        ? []
        : operation.query.flatMap((name) => queryOptions.get(name)?.member ?? []);
  const request = generic(scope.runtime("RequestOptions"), ...headers);
  if (operation.result.kind === "none" || names.length === 0) return request;
  const odata = generic(scope.runtime("ODataOptions"), "unknown");
  return `${request} & ${scope.global("Pick")}<${odata}, ${names.map(literal).join(" | ")}>`;
}

/** Documented headers, and those of them that the page requires. */
function headerArguments({ headers, body }: Operation): string[] {
  const choice = body && "contentTypes" in body && body.contentTypes ? ["Content-Type"] : [];
  const declared = headers.filter(isDeclared).map(({ name }) => name);
  const all = [...new Set([...declared, ...choice])].map(literal).join(" | ");
  const required = [...new Set(headers.filter((header) => header.required).map(({ name }) => name))]
    .map(literal)
    .join(" | ");
  return trimmed([all || "never", required || "never"]);
}

/**
 * Options that ask for a header do not come without it. Those that ask for the same ones share a type: each doubles what the compiler has to
 * look at, so that there are no more of them than options, however many headers a page lists.
 */
function withNeeded(options: string, operation: Operation, { scope }: Context): string {
  const asking = new Map<string, string[]>();
  for (const [option, { member }] of queryOptions) {
    if (member === undefined || !takesOption(operation, option)) continue;
    const needed = operation.headers.filter(({ requiredWith = [] }) => requiredWith.includes(option));
    const headers = [...new Set(needed.map(({ name }) => literal(name)))].join(" | ");
    if (headers !== "") asking.set(headers, [...(asking.get(headers) ?? []), literal(member)]);
  }
  const needs = [...asking].map(([headers, members]) =>
    generic(scope.runtime("NeededWith"), members.join(" | "), headers),
  );
  return [options, ...needs].join(" & ");
}

/** Any header can be given; one that may be left out and is called `constructor` cannot be declared. */
function isDeclared({ name, required }: Operation["headers"][number]): boolean {
  return required || !isObjectMember(name);
}

/** Type arguments without the last ones that only repeat a default. */
function trimmed(types: readonly string[]): string[] {
  const last = types.findLastIndex((type) => type !== "never");
  return types.slice(0, last + 1);
}

function generic(name: string, ...types: readonly string[]): string {
  return types.length === 0 ? name : `${name}<${types.join(", ")}>`;
}
