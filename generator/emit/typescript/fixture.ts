/** The documented examples as typed data: the compiler compares them with the declared types. */
import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { VariableStatementStructure } from "ts-morph";
import type { Example, Fit, Operation, Result } from "../../model/api.js";
import { whatType } from "./body.js";
import type { FixturePlan, OperationPlan } from "../../plan/plan.js";
import { typeExpression } from "./type.js";
import type { Context } from "./context.js";

/** Declares a fixture; `initializer` stands for its data, which `exchangeOf` gives. */
export function emitFixture(
  { name, example }: FixturePlan,
  plan: OperationPlan,
  context: Context,
  initializer: string,
): VariableStatementStructure {
  const types = [requestType(example, plan, context), responseType(example, plan.operation, context)];
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    declarations: [{ name, type: `${context.scope.runtime("Fixture")}<${types.join(", ")}>`, initializer }],
  };
}

function requestType({ request, requestFit, untyped }: Example, plan: OperationPlan, context: Context): string {
  if (request.body === undefined) return "never";
  const json = plan.operation.body?.kind === "json" || plan.operation.body?.kind === "reference";
  if (!json || requestFit === "unfit" || requestFit === "none") return "unknown";
  const type = whatType(plan, context) ?? "unknown";
  return type === "unknown" || (requestFit === "exact" && !untyped.includes("what")) ? type : example(type, context);
}

function responseType({ response, responseFit }: Example, { result }: Operation, context: Context): string {
  if (response?.body === undefined) return "never";
  if (response.status >= 400 || responseFit === "unfit" || responseFit === "none") return "unknown";
  return fixtureType(result, response.body, responseFit, context);
}

/** The type of a documented body: lists and values are wrapped, single objects may be. */
function fixtureType(result: Result, body: unknown, fit: Fit, context: Context): string {
  if (!("type" in result) || result.type === undefined) return "unknown";
  const type = typeExpression(result.type, context, "union");
  if (type === "unknown") return "unknown";
  const { scope } = context;
  const fitting = (inner: unknown, expression: string): string =>
    fitsExactly(inner, fit) ? expression : example(expression, context);
  const value = fixtureValue(body);
  if (result.kind === "list" && result.house) return "unknown";
  if (result.kind === "list" || result.kind === "delta") {
    const item = result.kind === "delta" ? `${type} | ${scope.runtime("Removed")}` : type;
    return `${scope.runtime("ListBody")}<${fitting([value], item)}>`;
  }
  if (result.kind === "value") return `${scope.runtime("Wrapped")}<${fitting([value], type)}>`;
  const wrapped =
    result.kind === "object" && result.unwrap && typeof value === "object" && value !== null && !Array.isArray(value);
  return wrapped ? `${scope.runtime("Wrapped")}<${fitting([value], type)}>` : fitting(body, type);
}

function example(type: string, { scope }: Context): string {
  return `${scope.runtime("Example")}<${type}>`;
}

function fixtureValue(body: unknown): unknown {
  return typeof body === "object" && body !== null && "value" in body ? body.value : undefined;
}

/**
 * Whether the declared type takes the body as it stands. It lists no annotations but `@odata.type`, and docs spell the value of that in ways
 * that no service does; only on the outermost object other annotations are always allowed.
 */
function fitsExactly(body: unknown, fit: Fit): boolean {
  if (fit !== "exact" || typeof body !== "object" || body === null) return fit === "exact";
  return !("@odata.type" in body) && !Object.values(body).some(isAnnotated);
}

function isAnnotated(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes("@") || isAnnotated(inner));
}
