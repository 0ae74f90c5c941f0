/** Enumerations: the values for programs, and the union of them. Never a TypeScript `enum`. */
import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { TypeAliasDeclarationStructure, VariableStatementStructure } from "ts-morph";
import { docs, docText } from "./doc.js";
import { literal } from "./encode.js";
import { fits } from "./width.js";
import type { Context } from "./context.js";
import type { EnumPlan } from "../../plan/plan.js";

export function emitEnum(
  { enum: documented, name, values }: EnumPlan,
  { module }: Context,
): (VariableStatementStructure | TypeAliasDeclarationStructure)[] {
  const members = [...new Map(documented.members.map((member) => [member.name, member])).values()];
  const member = `(typeof ${values})[number]`;
  return [
    {
      kind: StructureKind.VariableStatement,
      declarationKind: VariableDeclarationKind.Const,
      isExported: true,
      docs: [`All values of ${name}.`],
      declarations: [{ name: values, initializer: listOf(values, members) }],
    },
    {
      kind: StructureKind.TypeAlias,
      name,
      isExported: true,
      docs: docs(
        { description: documented.description, notes: notesOn(documented, module.docsUrl), page: documented.pages[0] },
        module.docsUrl,
      ),
      type: members.length === 0 ? "string" : documented.flags ? `${member} | \`\${${member}},\${string}\`` : member,
    },
  ];
}

/** On one line, or one a line where they do not fit. */
function listOf(name: string, members: EnumPlan["enum"]["members"]): string {
  const texts = members.map((each) => literal(each.name));
  const line = `[${texts.join(", ")}] as const`;
  if (fits(`export const ${name} = ${line};`)) return line;
  return `[\n${texts.map((text) => `  ${text},\n`).join("")}] as const`;
}

function notesOn({ members, flags }: EnumPlan["enum"], docsUrl: string | undefined): readonly string[] {
  const described = members.flatMap(({ name, description }) => {
    const text = docText(description, docsUrl).replace(/\s+/gu, " ");
    return text === "" ? [] : [`- \`${name}\`: ${text}`];
  });
  return [
    ...(described.length === 0 ? [] : [described.join("\n")]),
    ...(flags ? ["Several values at once are joined by commas."] : []),
  ];
}
