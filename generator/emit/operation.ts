/** Operations: the constant that describes it, the types of its parts, and the function, which only hands these to the runtime. */
import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  ParameterDeclarationStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { emitBody, whatType } from "./body.js";
import { docs } from "./doc.js";
import { code, literal } from "./encode.js";
import { permissionNote } from "./permission-note.js";
import type { OperationPlan } from "./plan.js";
import { routesOf } from "./routes.js";
import { signatureOf } from "./result.js";
import type { Context } from "./context.js";
import { emitWhere, whereType } from "./where.js";

const rawKind = /^(?:binary|text)$/u;
const WHOLE_SEGMENT = /(?<!:)\/\{\w+\}(?=\/|$)/gu;

type Declaration =
  | VariableStatementStructure
  | TypeAliasDeclarationStructure
  | InterfaceDeclarationStructure
  | FunctionDeclarationStructure;

export function emitOperation(plan: OperationPlan, context: Context): Declaration[] {
  return [
    constantOf(plan, context),
    ...emitWhere(plan, context),
    ...emitBody(plan, context),
    functionOf(plan, context),
  ];
}

function constantOf({ operation, constant, name }: OperationPlan, { scope }: Context): VariableStatementStructure {
  const { scenario: _, notes: __, ...permissions } = operation.permissions[0] ?? {};
  const routes = routesOf(operation).map((route) => route.template);
  const wraps = operation.result.kind === "object" && operation.result.unwrap;
  const members = [
    ["id", literal(operation.id)],
    ["method", literal(operation.method)],
    ["routes", code(routes)],
    ...(routes.some(needsContext) ? [["write", scope.runtime("writeInContext")]] : []),
    ["result", literal(wraps ? "wrapped" : operation.result.kind)],
    ...(operation.body === undefined
      ? []
      : [["body", scope.runtime(rawKind.test(operation.body.kind) ? "rawBody" : "jsonBody")]]),
    ...(Object.keys(permissions).length === 0 ? [] : [["permissions", code(permissions)]]),
  ];
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: true,
    docs: [`What ${name} sends, and which permissions it needs.`],
    declarations: [
      {
        name: constant,
        type: scope.runtime("Operation"),
        initializer: `{\n${members.map((member) => member.join(": ")).join(",\n")}\n}`,
      },
    ],
  };
}

/** Whether a placeholder is more or less than a whole segment: `range(address='{address}')`, `root:/{path}:`. */
function needsContext(template: string): boolean {
  return template.replace(WHOLE_SEGMENT, "").includes("{");
}

/** `name(client, where, what, options)`; a part that does not exist is left out. */
function functionOf(plan: OperationPlan, context: Context): FunctionDeclarationStructure {
  const { operation, name, constant } = plan;
  const { scope } = context;
  const where = whereType(plan, context);
  const what = whatType(plan, context);
  const signature = signatureOf(plan, context);
  const parts = [...(where === undefined ? [] : ["where"]), ...(what === undefined ? [] : ["what"]), "options"];
  const parameters: ParameterDeclarationStructure[] = [
    parameter("client", scope.runtime("Client")),
    ...(where === undefined ? [] : [parameter("where", where)]),
    ...(what === undefined ? [] : [parameter("what", what)]),
    {
      ...parameter("options", signature.options),
      hasQuestionToken: !operation.headers.some((header) => header.required),
    },
  ];
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    typeParameters: signature.typeParameters,
    parameters,
    returnType: signature.result,
    docs: docs(
      {
        description: operation.description || operation.title,
        notes: permissionNote(operation.permissions),
        deprecated: operation.deprecated,
        page: operation.page,
      },
      context.module.docsUrl,
    ),
    statements: [`return ${scope.runtime(signature.sender)}(client, ${constant}, { ${parts.join(", ")} });`],
  };
}

function parameter(name: string, type: string): ParameterDeclarationStructure {
  return { kind: StructureKind.Parameter, name, type };
}
