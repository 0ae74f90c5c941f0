/**
 * Doc comments are half of what is printed, and no code: what stands for them goes through ts-morph, which would parse them, and the layout;
 * the words follow behind.
 */
import { StructureKind, type JSDocableNodeStructure, type StatementStructures } from "ts-morph";

/** Of these no text of a page holds any: what nobody sees is left out of comments, and escaped in code. */
const MARK = "\u2060";
const STAND_IN = /^( *)\/\*\* \u2060(\d+) \*\/$/gmu;

/** Statements with stand-ins for their docs, and the docs by number. */
export class DocsApart {
  readonly statements: readonly (StatementStructures | string)[];
  private readonly texts: string[] = [];

  constructor(statements: readonly (StatementStructures | string)[]) {
    this.statements = statements.map((statement) =>
      typeof statement === "string" ? statement : this.within(statement),
    );
  }

  /** `text`, which was made of the statements, with the docs in it. */
  putBack(text: string): string {
    return text.replace(STAND_IN, (_, indent: string, index: string) => docComment(this.texts[Number(index)], indent));
  }

  private within(structure: StatementStructures): StatementStructures {
    switch (structure.kind) {
      case StructureKind.Interface: {
        const properties = structure.properties?.map((property) => this.without(property));
        return { ...this.without(structure), ...(properties && { properties }) };
      }
      case StructureKind.Function: {
        const overloads = structure.overloads?.map((overload) => this.without(overload));
        return { ...this.without(structure), ...(overloads && { overloads }) };
      }
      case StructureKind.TypeAlias:
      case StructureKind.VariableStatement:
      case StructureKind.Enum:
        return this.without(structure);
      default:
        return structure;
    }
  }

  private without<T extends JSDocableNodeStructure>(structure: T): T {
    if (structure.docs === undefined) return structure;
    const docs = structure.docs.map((doc) => (typeof doc === "string" ? `${MARK}${this.texts.push(doc) - 1}` : doc));
    return { ...structure, docs };
  }
}

/** As ts-morph prints it: a text of several lines, or one that begins with a line break, has lines of its own. */
function docComment(text = "", indent: string): string {
  if (!text.includes("\n")) return `${indent}/** ${text} */`;
  const lines = text.replace(/^\n/, "").split("\n");
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line === "" ? "" : " "}${line}`), `${indent} */`].join(
    "\n",
  );
}
