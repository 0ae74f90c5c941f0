/** Operations: the constant that describes it, the types of its parts, and the function. */
import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { emitBody } from "./body.js";
import { functionOf } from "./function.js";
import { isForm } from "../../shared/form.js";
import { literal } from "./encode.js";
import { fits } from "./width.js";
import { printCode } from "./print-data.js";
import type { Envelope, Operation, RequestBody, Route } from "../../model/api.js";
import { isPlain, writeMarked } from "../../shared/odata/segments.js";
import type { OperationPlan } from "../../plan/plan.js";
import { plannedRoutes } from "../../plan/routes.js";
import type { Context } from "./context.js";
import type { Scope } from "./scope.js";
import { emitWhere } from "./where.js";

const STEP = "  ";

type Declaration =
  | VariableStatementStructure
  | TypeAliasDeclarationStructure
  | InterfaceDeclarationStructure
  | FunctionDeclarationStructure;

export function emitOperation(plan: OperationPlan, context: Context): Declaration[] {
  return [
    ...constantsOf(plan, context),
    ...emitWhere(plan, context),
    ...emitBody(plan, context),
    functionOf(plan, sentConstant(plan), context),
    ...plan.aliases.map((alias) => aliasStatement(alias, plan.name)),
    ...plan.partAliases.map(({ name, of, kind }) =>
      kind === "value" ? aliasStatement(name, of) : typeAlias(name, of),
    ),
  ];
}

function typeAlias(alias: string, name: string): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, name: alias, isExported: true, docs: [renamedTo(name)], type: name };
}

function renamedTo(name: string): JSDocStructure {
  return {
    kind: StructureKind.JSDoc,
    tags: [{ kind: StructureKind.JSDocTag, tagName: "deprecated", text: `Is called ${name} now.` }],
  };
}

/** The function or its constant by an earlier name. */
function aliasStatement(alias: string, name: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    docs: [renamedTo(name)],
    declarations: [{ name: alias, type: `typeof ${name}`, initializer: name }],
  };
}

/**
 * The exported constant holds the permissions as well. The function refers to what is sent only, so that a bundle holds no table that nobody
 * asks for: the call around the constant is marked as pure, and goes where the constant is not used.
 */
function constantsOf(plan: OperationPlan, { scope }: Context): VariableStatementStructure[] {
  const { operation, constant, request, name } = plan;
  const type = scope.runtime("Operation");
  const sent = requestText(plan, scope);
  if (!hasPermissions(operation)) return [constantOf(constant, type, sent, `What ${name} sends.`)];
  const note = `What ${name} sends, and which permissions it needs.`;
  const marked = `/* @__PURE__ */ ${scope.runtime("withPermissions")}`;
  const opens = fits(`export const ${constant}: ${type} = ${marked}(${request}, {`);
  const described = `${marked}(${withTables(request, operation, opens)})`;
  return [constantOf(request, type, sent), constantOf(constant, type, described, note)];
}

/** The arguments of `withPermissions`: a single table opens behind the request where that fits, all else stands below each other. */
function withTables(request: string, { permissions }: Operation, opens: boolean): string {
  const tables = permissions.map(({ scenario, delegatedWork, delegatedPersonal, application }) => ({
    scenario,
    delegatedWork,
    delegatedPersonal,
    application,
  }));
  if (tables.length === 1 && opens) return `${request}, ${printCode(tables[0])}`;
  return `\n${[request, ...tables.map((table) => printCode(table, STEP))].map((each) => `${STEP}${each},\n`).join("")}`;
}

/** What the function hands to the runtime: its own constant, or the exported one where that holds no permissions. */
function sentConstant({ operation, constant, request }: OperationPlan): string {
  return hasPermissions(operation) ? request : constant;
}

function hasPermissions({ permissions }: Operation): boolean {
  return permissions.some((table) => table.delegatedWork ?? table.delegatedPersonal ?? table.application);
}

function requestText({ operation }: OperationPlan, scope: Scope): string {
  const { id, method, result, body } = operation;
  const routes = plannedRoutes(operation);
  const wraps = result.kind === "object" && result.unwrap;
  const members: readonly (readonly [string, string | undefined])[] = [
    ["id", literal(id)],
    ["method", literal(method)],
    [
      "routes",
      printCode(
        routes.map(({ path }) => writeMarked(path)),
        STEP,
        `${STEP}routes: `.length,
      ),
    ],
    ["write", writeOf(routes, scope)],
    ["result", literal(wraps ? "wrapped" : result.kind)],
    [
      "page",
      result.kind === "list" && result.house
        ? `/* @__PURE__ */ ${scope.runtime("housePage")}(${printCode(pageOf(result.house), STEP)})`
        : undefined,
    ],
    ["body", body && writerOf(body, scope)],
  ];
  const lines = members.flatMap(([name, value]) => (value === undefined ? [] : [`${STEP}${name}: ${value},`]));
  return `{\n${lines.join("\n")}\n}`;
}

/** How values come into a path; undefined where each is a segment of its own. */
function writeOf(routes: readonly Route[], scope: Scope): string | undefined {
  const write = routes.some(({ path }) => !isPlain(path)) ? [scope.runtime("writeInContext")] : [];
  const named = routes.flatMap(({ path, ambiguous }) => (ambiguous ? [literal(writeMarked(path))] : []));
  if (named.length === 0) return write[0];
  return `/* @__PURE__ */ ${scope.runtime("writeNamed")}(${[`[${named.join(", ")}]`, ...write].join(", ")})`;
}

/** Names come from bodies of the docs: as JSON they are data. */
function pageOf({ items, next, send, pages, last, offset, count }: Envelope): object {
  return { items, next, send, pages, last, offset, count };
}

/** How `what` becomes a body: marked as pure where a function makes the writer, so that it goes with a constant that is not used. */
function writerOf(body: RequestBody, scope: Scope): string {
  const made = (maker: "textOrJson" | "typedJson" | "typedBody" | "multipartBody", type: string): string =>
    `/* @__PURE__ */ ${scope.runtime(maker)}(${literal(type)})`;
  switch (body.kind) {
    case "reference":
      return scope.runtime("jsonBody");
    case "json":
      if (body.text !== undefined) return made("textOrJson", body.text);
      if (isForm(body.contentType)) return scope.runtime("formBody");
      return body.contentType === undefined ? scope.runtime("jsonBody") : made("typedJson", body.contentType);
    case "multipart":
      return made("multipartBody", body.contentType);
    case "binary":
    case "text":
      return body.contentType === undefined ? scope.runtime("rawBody") : made("typedBody", body.contentType);
  }
}

/** Exported when it has a `note`. */
function constantOf(name: string, type: string, initializer: string, note?: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: note !== undefined,
    docs: note === undefined ? [] : [note],
    declarations: [{ name, type, initializer }],
  };
}
