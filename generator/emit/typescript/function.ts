/** The function of an operation, which only hands its parts to the runtime. */
import { isObjectMember } from "../../shared/own.js";
import { StructureKind } from "ts-morph";
import type { FunctionDeclarationStructure, ParameterDeclarationStructure } from "ts-morph";
import type { Operation } from "../../model/api.js";
import { said } from "../../shared/runs.js";
import type { OperationPlan } from "../../plan/plan.js";
import { plannedRoutes } from "../../plan/routes.js";
import { whatType } from "./body.js";
import type { Context } from "./context.js";
import { docs, docText } from "./doc.js";
import { permissionNote } from "./permission-note.js";
import { signatureOf, type Signature } from "./result.js";
import { whereType } from "./where.js";

/** `name(client, where, what, options)`, which sends `constant`; a part that does not exist is left out. */
export function functionOf(plan: OperationPlan, constant: string, context: Context): FunctionDeclarationStructure {
  const { operation, name } = plan;
  const { scope } = context;
  const [where, what] = [whereType(plan, context), whatType(plan, context)];
  const signature = signatureOf(plan, context);
  const { typeParameters, preferred } = signature;
  // Of names that every object has the compiler knows no more once they are looked up in a type that it does not know yet.
  const chosen = operation.parameters.some((each) => isObjectMember(each.name)) ? undefined : plan.where;
  // Beside others that callers may give it needs a default.
  const given =
    chosen === undefined
      ? []
      : [{ name: "W", constraint: chosen, ...(typeParameters.length > 0 && { default: chosen }) }];
  const parts = [...(where === undefined ? [] : ["where"]), ...(what === undefined ? [] : ["what"]), "options"];
  const isNeeded = operation.headers.some(({ required }) => required);
  const described = docs(
    {
      description: operation.description.length > 0 ? operation.description : said(operation.title),
      notes: [...requestNotes(operation, context.module.docsUrl), ...permissionNote(operation.permissions)],
      deprecated: operation.deprecated,
      page: operation.page,
    },
    context.module.docsUrl,
  );
  const formOf = ({ options, result }: Pick<Signature, "options" | "result">, needsOptions: boolean) => ({
    typeParameters: [...typeParameters, ...given],
    parameters: [
      parameter("client", scope.runtime("Client")),
      ...(where === undefined
        ? []
        : [parameter("where", chosen === undefined ? where : `W & ${scope.runtime("Given")}<W, ${chosen}>`)]),
      ...(what === undefined ? [] : [whatOf(what, operation, needsOptions)]),
      { ...parameter("options", options), hasQuestionToken: !needsOptions },
    ],
    returnType: result,
    docs: described,
  });
  const form = formOf(signature, isNeeded);
  return {
    kind: StructureKind.Function,
    name,
    isExported: true,
    ...form,
    ...(preferred && {
      docs: [],
      overloads: [formOf(preferred, true), form].map((each) => ({ ...each, isExported: true })),
    }),
    statements: [`return ${scope.runtime(signature.sender)}(client, ${constant}, { ${parts.join(", ")} });`],
  };
}

/** What a call may go without; where something that is required stands behind it, that has to be said. */
function whatOf(type: string, { body }: Operation, needsOptions: boolean): ParameterDeclarationStructure {
  const isOptional = body !== undefined && "optional" in body && body.optional === true;
  return isOptional && needsOptions
    ? parameter("what", `${type} | undefined`)
    : { ...parameter("what", type), hasQuestionToken: isOptional };
}

/** Method and path of each route, and what the page says of headers. */
function requestNotes(operation: Operation, docsUrl: string | undefined): string[] {
  const routes = plannedRoutes(operation).map(({ template }) => `${operation.method} \`${template}\``);
  const headers = operation.headers.flatMap(({ name, required, description }) =>
    description.length === 0
      ? []
      : [`- \`${name}\`${required ? " (required)" : ""}: ${docText(description, docsUrl).replace(/\s+/gu, " ")}`],
  );
  return [
    routes.length === 1 ? routes.join("") : routes.map((route) => `- ${route}`).join("\n"),
    ...(headers.length === 0 ? [] : [`Headers:\n${headers.join("\n")}`]),
  ];
}

function parameter(name: string, type: string): ParameterDeclarationStructure {
  return { kind: StructureKind.Parameter, name, type };
}
