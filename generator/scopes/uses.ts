/** Where a program uses operations of the package: calls, functions and constants that are handed on, and what cannot be told. */
import { relative } from "node:path";
import { ts } from "ts-morph";
import type { PublishedOperation } from "../model/published.js";
import { compareText } from "../shared/names.js";
import { givenTo } from "./arguments.js";
import { MARK, namesOf } from "./stub.js";
import type { Program } from "./program.js";
import type { Given } from "./routes.js";

/** A place in the program: 1-based. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

export interface Use extends Spot {
  readonly operation: PublishedOperation;
  /** Otherwise it is handed on, and may be called. */
  readonly called: boolean;
  readonly given: Given;
}

/** What may be any operation. */
export interface Unknown extends Spot {
  readonly text: string;
}

export interface Uses {
  readonly uses: readonly Use[];
  readonly unknown: readonly Unknown[];
}

/** All uses in the order of files and lines; paths relative to `folder`. Types, imports and names that nobody uses are none. */
export function usesIn(program: Program, folder: string): Uses {
  const byName = new Map(
    program.package.api.operations.flatMap((operation) => namesOf(operation).map((name) => [name, operation] as const)),
  );
  const seen = looker(program);
  const uses: Use[] = [];
  const unknown: Unknown[] = [];
  for (const file of program.files) {
    const spot = (node: ts.Node): Spot => ({
      file: relative(folder, file.fileName).replaceAll("\\", "/"),
      line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
    });
    const visit = (node: ts.Node): void => {
      if (isNoUse(node)) return;
      const found = seen(node);
      if (found?.unknown === true) unknown.push({ ...spot(node), text: node.getText(file) });
      for (const name of found?.names ?? []) {
        const operation = byName.get(name);
        if (operation === undefined) continue;
        const call = callOf(node);
        uses.push({ ...spot(node), operation, called: call !== undefined, given: givenTo(call, program.checker) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { uses: distinct(uses).sort(bySpot), unknown: unknown.sort(bySpot) };
}

/** Types and what brings names in or hands them through. */
function isNoUse(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isImportEqualsDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isExportAssignment(node) && ts.isIdentifier(node.expression))
  );
}

interface Found {
  /** Names that the package exports operations by. */
  readonly names?: readonly string[];
  readonly unknown?: true;
}

/** Tells of an expression what of the package it is. */
function looker({ checker, stub }: Program): (node: ts.Node) => Found | undefined {
  return (node) => {
    if (ts.isElementAccessExpression(node)) {
      const { argumentExpression: key } = node;
      if (!isPackage(node.expression)) return undefined;
      return ts.isStringLiteralLike(key) ? { names: [key.text] } : { unknown: true };
    }
    if (!ts.isIdentifier(node) || isName(node)) return undefined;
    const expression = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
    const symbol = symbolOf(node);
    if (symbol !== undefined && isOfStub(symbol)) return { names: [symbol.name] };
    if (isPackage(expression)) return isTakenApart(expression) ? undefined : { unknown: true };
    if (symbol?.valueDeclaration !== undefined && hasOwnType(symbol.valueDeclaration)) return undefined;
    return { names: operationsOf(checker.getTypeAtLocation(expression)) };
  };

  function symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function isOfStub({ declarations }: ts.Symbol): boolean {
    const [first] = declarations ?? [];
    return (
      first !== undefined && !ts.isSourceFile(first) && first.getSourceFile().fileName === stub && isExported(first)
    );
  }

  /** Whether an expression is the package as a whole, or a namespace of it. */
  function isPackage(node: ts.Expression): boolean {
    return (checker.getTypeAtLocation(node).symbol?.declarations ?? []).some(
      (declaration) => ts.isSourceFile(declaration) && declaration.fileName === stub,
    );
  }

  /** Functions and constants of the package keep their types wherever they go. */
  function operationsOf(type: ts.Type): readonly string[] {
    if (type.isUnion()) return type.types.flatMap(operationsOf);
    const mark = type.getProperty(MARK);
    const named = mark && checker.getTypeOfSymbol(mark);
    return named?.isStringLiteral() === true ? [named.value] : [];
  }
}

function isExported(declaration: ts.Declaration): boolean {
  return ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration);
}

/** Whether an identifier gives something its name, and is no use of it. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer !== node;
  return (
    ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isParameter(parent)) &&
      parent.name === node) ||
    ((ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isPropertyDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isEnumDeclaration(parent) && parent.name === node)
  );
}

/** Whether something has the type that is written behind it: whatever it is, it comes from somewhere else. */
function hasOwnType(declaration: ts.Declaration): boolean {
  return (
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration)) &&
    declaration.type !== undefined
  );
}

/** `api.getUser`, `api["getUser"]`, `const { getUser } = api`, `const same = api`: what is used of it is seen there. */
function isTakenApart(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent) && parent.initializer === node)
    return ts.isIdentifier(parent.name) || !isRest(parent.name);
  return ts.isAwaitExpression(parent) || ts.isExpressionStatement(parent);
}

function isRest(pattern: ts.BindingPattern): boolean {
  return pattern.elements.some(
    (element) =>
      ts.isBindingElement(element) &&
      (element.dotDotDotToken !== undefined ||
        (element.propertyName !== undefined && ts.isComputedPropertyName(element.propertyName))),
  );
}

/** The call whose function an expression is. */
function callOf(node: ts.Node): ts.CallExpression | undefined {
  let expression: ts.Node = node;
  while (
    (ts.isPropertyAccessExpression(expression.parent) && expression.parent.name === expression) ||
    ts.isParenthesizedExpression(expression.parent) ||
    ts.isNonNullExpression(expression.parent) ||
    ts.isAsExpression(expression.parent) ||
    ts.isSatisfiesExpression(expression.parent)
  )
    expression = expression.parent;
  const { parent } = expression;
  return ts.isCallExpression(parent) && parent.expression === expression ? parent : undefined;
}

/** One use of an operation a line and way of calling it. */
function distinct(uses: readonly Use[]): Use[] {
  const key = ({ file, line, operation, called, given }: Use): string =>
    JSON.stringify([file, line, operation.id, called, given]);
  return [...new Map(uses.map((use) => [key(use), use])).values()];
}

function bySpot(a: Spot, b: Spot): number {
  return compareText(a.file, b.file) || a.line - b.line;
}
