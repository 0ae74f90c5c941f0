/**
 * The text of a file in prettier's layout. Most statements come out of ts-morph as prettier would print them, as long as each line of theirs
 * fits; only those with a line that is too long are given to prettier, all of a file at once.
 */
import {
  SyntaxKind,
  type FunctionDeclaration,
  type ImportDeclaration,
  type InterfaceDeclaration,
  type ParameterDeclaration,
  type SourceFile,
  type Statement,
  type TypeAliasDeclaration,
  type TypeLiteralNode,
  type TypeNode,
  type UnionTypeNode,
  type VariableStatement,
} from "ts-morph";
import { formatCode } from "./format.js";
import { fits, isLaidOut } from "./width.js";
import { testText } from "./layout-test.js";

/** Stands between statements that prettier is given: no line of code, or of a doc comment, is made of it alone. */
const BORDER = "//\n";
const BORDER_LINE = /^\/\/\n/m;
/** ts-morph indents the lines that an initializer goes on with once more than the declaration. */
const HANGING = /^ {2}/gm;
const EMPTY_BLOCK = /\{\n\}$/;
const NOTHING = /^(?:null|undefined|void)$/;
const GAP = /\n{3,}/;

interface Part {
  /** What separates it from the statement before. */
  readonly gap: string;
  readonly doc: string;
  readonly code: string;
  /** As prettier would print it. */
  readonly isPrinted: boolean;
}

/** `file` as prettier would print it. Throws for text that is no TypeScript: a bug of ours. */
export async function layOut(file: SourceFile): Promise<string> {
  const text = file.getFullText();
  const parts: Part[] = [];
  let end = 0;
  for (const statement of file.getStatements()) {
    const [start, codeStart] = [statement.getStart(true), statement.getStart()];
    const gap = text.slice(end, start).replace(GAP, "\n\n");
    const code = statementCode(statement);
    const isPrinted = isLaidOut(code);
    parts.push({ gap, doc: text.slice(start, codeStart), code, isPrinted });
    end = statement.getEnd();
  }
  const printed = await formatEach(parts.flatMap(({ code, isPrinted }) => (isPrinted ? [] : code)));
  const laidOut = parts.map(({ gap, doc, code, isPrinted }) => `${gap}${doc}${isPrinted ? code : printed.shift()}`);
  return `${laidOut.join("").trimStart()}\n`;
}

function statementCode(statement: Statement): string {
  const text = statement.getText();
  if (statement.isKind(SyntaxKind.VariableStatement)) return variableText(statement, text.replace(HANGING, ""));
  if (statement.isKind(SyntaxKind.ImportDeclaration)) return importOf(statement, text);
  if (statement.isKind(SyntaxKind.FunctionDeclaration)) return functionText(statement, text);
  if (statement.isKind(SyntaxKind.TypeAliasDeclaration)) return unionText(statement, text);
  if (statement.isKind(SyntaxKind.ExpressionStatement)) return testText(statement, text);
  if (statement.isKind(SyntaxKind.InterfaceDeclaration))
    return interfaceText(statement, text.replace(EMPTY_BLOCK, "{}"));
  return text.replace(EMPTY_BLOCK, "{}");
}

/** One name a line where they do not fit on one. */
function importOf(declaration: ImportDeclaration, text: string): string {
  if (fits(text)) return text;
  const names = declaration.getNamedImports().map((name) => `  ${name.getText()},\n`);
  if (names.length === 1) return text;
  return `${text.slice(0, text.indexOf("{"))}{\n${names.join("")}${text.slice(text.indexOf("}"))}`;
}

/** One parameter a line where they do not fit on one; before that, one type parameter a line where these alone do not. */
function functionText(declaration: FunctionDeclaration, text: string): string {
  const [first] = declaration.getParameters();
  if (!first || fits(text)) return text;
  const start = declaration.getStart();
  const types = declaration.getTypeParameters();
  const [type, lastType] = [types[0], types.at(-1)];
  if (!type || !lastType || fits(text.slice(0, first.getStart() - start))) return withParameters(declaration, text, 0);
  const lines = types.map((each) => `  ${each.getText()},\n`).join("");
  const border = lastType.getEnd() - start;
  const rest = fits(text.slice(border)) ? text.slice(border) : withParameters(declaration, text, border);
  return `${text.slice(0, type.getStart() - start)}\n${lines}${rest}`;
}

/** `text` from the index `from` on, with one parameter a line. */
function withParameters(declaration: FunctionDeclaration, text: string, from: number): string {
  const parameters = declaration.getParameters();
  const start = declaration.getStart();
  const [open, close] = [parameters[0]?.getStart() ?? start, parameters.at(-1)?.getEnd() ?? start];
  const lines = parameters.map((parameter) => `  ${parameterText(parameter)},\n`).join("");
  return `${text.slice(from, open - start)}\n${lines}${text.slice(close - start)}`;
}

/** One member of its type a line where these do not fit on one. */
function parameterText(parameter: ParameterDeclaration): string {
  const text = parameter.getText();
  const type = parameter.getTypeNode();
  if (isLine(`  ${text},`) || !type?.isKind(SyntaxKind.TypeLiteral)) return text;
  return text.slice(0, type.getStart() - parameter.getStart()) + literalText(type, "  ");
}

/** `{ id: string; name: string }` with one member a line, below its comment. */
function literalText(type: TypeLiteralNode, indent: string): string {
  const lines = type.getMembers().map((member) => {
    const comments = member.asKind(SyntaxKind.PropertySignature)?.getJsDocs() ?? [];
    const above = comments.map((comment) => `${indent}  ${comment.getText()}\n`).join("");
    return `${above}${indent}  ${member.getText().replace(/;$/, "")};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

/** `Parcel | null`: how such a union is broken depends on what the other type is, which prettier knows. */
function mayBeNothing(type: UnionTypeNode): boolean {
  const members = type.getTypeNodes().map((member) => member.getText());
  return members.length === 2 && members.some((member) => NOTHING.test(member));
}

/** A member of a union, on a line of its own where it fits on that. */
function unionMember(member: TypeNode): string {
  const text = member.getText();
  return isLine(`  | ${text}`) || !member.isKind(SyntaxKind.TypeLiteral) ? text : literalText(member, "    ");
}

/** Whether a text is one line that is short enough. */
function isLine(text: string): boolean {
  return !text.includes("\n") && fits(text);
}

/** All members on the next line, or one a line where they do not fit on that. */
function unionText(alias: TypeAliasDeclaration, text: string): string {
  const type = alias.getTypeNode();
  if (isLine(text) || !type?.isKind(SyntaxKind.UnionType) || mayBeNothing(type)) return text;
  const border = type.getStart() - alias.getStart();
  const [head, line] = [text.slice(0, border).trimEnd(), `  ${text.slice(border)}`];
  if (isLine(line)) return `${head}\n${line}`;
  return `${head}${type
    .getTypeNodes()
    .map((member) => `\n  | ${unionMember(member)}`)
    .join("")};`;
}

/** Unions of properties on the next line, or one member a line where they do not fit on that. */
function interfaceText(declaration: InterfaceDeclaration, text: string): string {
  if (fits(text)) return text;
  const start = declaration.getStart();
  let code = text;
  for (const property of declaration.getProperties().toReversed()) {
    const type = property.getTypeNode();
    if (!type?.isKind(SyntaxKind.UnionType) || fits(`  ${property.getText()}`) || mayBeNothing(type)) continue;
    const line = `    ${type.getText()}`;
    const members = fits(`${line};`) ? [`\n${line}`] : type.getTypeNodes().map((each) => `\n    | ${each.getText()}`);
    const [from, to] = [type.getStart() - start, type.getEnd() - start];
    code = `${code.slice(0, from).trimEnd()}${members.join("")}${code.slice(to)}`;
  }
  return code;
}

/** `const name: Fixture<…> = {`: one type a line where they do not fit on one. */
function variableText(statement: VariableStatement, text: string): string {
  const border = text.indexOf("\n");
  // where all but the brace fits, that goes to a line of its own: prettier's
  if (border < 0 || fits(text.slice(0, border - " {".length))) return text;
  const type = statement.getDeclarations()[0]?.getTypeNode();
  if (!type?.isKind(SyntaxKind.TypeReference)) return text;
  const start = statement.getStart();
  const types = type.getTypeArguments();
  const [first, last] = [types[0], types.at(-1)];
  if (!first || !last || first === last || text.slice(type.getEnd() - start, border) !== " = {") return text;
  const lines = types.map((each) => `  ${each.getText()}`).join(",\n");
  return `${text.slice(0, first.getStart() - start)}\n${lines}\n${text.slice(last.getEnd() - start)}`;
}

async function formatEach(statements: readonly string[]): Promise<string[]> {
  if (statements.length === 0) return [];
  const text = await formatCode(statements.join(`\n${BORDER}`));
  return text.split(BORDER_LINE).map((statement) => statement.trimEnd());
}
