/**
 * Two thirds of what is printed need neither ts-morph, which would parse it, nor the layout: doc comments, which are no code, and constants and
 * calls that are laid out as they come. What stands for these goes through both; the texts follow behind.
 */
import {
  StructureKind,
  type JSDocableNodeStructure,
  type StatementStructures,
  type VariableStatementStructure,
} from "ts-morph";
import { isLaidOut } from "./width.js";

/** Of these no text of a page holds any: what nobody sees is left out of comments, and escaped in code. */
const MARK = "\u2060";
/** `/** 12 *\/` on a line of its own, or `"12"`, each with the mark. */
const STAND_IN = /^( *)\/\*\* \u2060(\d+) \*\/$|"\u2060(\d+)"/gmu;
/** A statement on one line. */
const ONE_LINE = /^(.+);$/u;

/** Statements with stand-ins for texts, and these by number. */
export class Apart {
  readonly statements: readonly (StatementStructures | string)[];
  private readonly texts: string[] = [];

  constructor(statements: readonly (StatementStructures | string)[]) {
    this.statements = statements.map((statement) =>
      typeof statement === "string" ? this.call(statement) : this.within(statement),
    );
  }

  /** `text`, which was made of the statements, with the texts in it. */
  putBack(text: string): string {
    return text.replace(STAND_IN, (_, indent: string, doc?: string, code?: string) =>
      doc === undefined ? this.text(code) : docComment(this.text(doc), indent),
    );
  }

  private text(number: string | undefined): string {
    const text = this.texts[Number(number)];
    if (text === undefined) throw new RangeError(`no text ${number}`);
    return text;
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
      case StructureKind.VariableStatement:
        return this.constant(this.without(structure));
      case StructureKind.TypeAlias:
      case StructureKind.Enum:
        return this.without(structure);
      default:
        return structure;
    }
  }

  private without<T extends JSDocableNodeStructure>(structure: T): T {
    if (structure.docs === undefined) return structure;
    const docs = structure.docs.map((doc) => (typeof doc === "string" ? this.number(doc) : doc));
    return { ...structure, docs };
  }

  private constant(statement: VariableStatementStructure): VariableStatementStructure {
    const [only, ...others] = statement.declarations;
    if (typeof only?.initializer !== "string" || typeof only.type === "function" || others.length > 0) return statement;
    const { name, type, initializer } = only;
    const head = `${statement.isExported ? "export " : ""}const ${name}${type === undefined ? "" : `: ${type}`}`;
    const standIn = `"${this.number(initializer)}"`;
    // What stands for a brace at the end of a line is longer than that.
    if (![initializer, standIn].every((value) => isLaidOut(`${head} = ${value};`))) return statement;
    return { ...statement, declarations: [{ ...only, initializer: standIn }] };
  }

  private call(statement: string): string {
    const code = ONE_LINE.exec(statement)?.[1];
    return code === undefined || !isLaidOut(statement) ? statement : `"${this.number(code)}";`;
  }

  private number(text: string): string {
    return `${MARK}${this.texts.push(text) - 1}`;
  }
}

/** As ts-morph prints it: a text of several lines, or one that begins with a line break, has lines of its own. */
function docComment(text: string, indent: string): string {
  if (!text.includes("\n")) return `${indent}/** ${text} */`;
  const lines = text.replace(/^\n/, "").split("\n");
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line === "" ? "" : " "}${line}`), `${indent} */`].join(
    "\n",
  );
}
