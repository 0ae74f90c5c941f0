/** The layout of a test that is too long for its lines: `test("name", () => verify(fixture, (client) => call(client, …)));`. */
import {
  SyntaxKind,
  type CallExpression,
  type Expression,
  type ExpressionStatement,
  type Node,
  type ObjectLiteralExpression,
} from "ts-morph";
import { fits } from "./width.js";

const CALL_INDENT = "    ";
/** An object keeps what is as short as this beside its name, however long. */
const SHORT_NAME = /^.{0,6}$/;
/** Whether other marks save the escapes, and with them room, prettier decides. */
const ESCAPED_QUOTE = '\\"';

/** `text`, the statement as one line, on as few lines as it fits on; any other statement stays. */
export function testText(statement: ExpressionStatement, text: string): string {
  if (fits(text) || text.includes(ESCAPED_QUOTE)) return text;
  const test = statement.getExpression().asKind(SyntaxKind.CallExpression);
  const verify = test === undefined ? undefined : bodyOf(test);
  const call = verify === undefined ? undefined : bodyOf(verify);
  if (verify === undefined || call === undefined) return text;
  const start = statement.getStart();
  const head = text.slice(0, verify.getStart() - start).trimEnd();
  const middle = text.slice(verify.getStart() - start, call.getStart() - start).trimEnd();
  const flat = call.getText();
  const forms = [`${head}\n  ${middle} ${flat}));`, `${head}\n  ${middle}\n${CALL_INDENT}${flat},\n  ));`];
  return forms.find(fits) ?? `${head}\n  ${middle}\n${CALL_INDENT}${callText(call, CALL_INDENT)},\n  ));`;
}

/** The call that the arrow function makes which comes last among what a call is given. */
function bodyOf(call: CallExpression): CallExpression | undefined {
  const arrow = call.getArguments().at(-1)?.asKind(SyntaxKind.ArrowFunction);
  return arrow?.getBody().asKind(SyntaxKind.CallExpression);
}

/** Only the members of the last argument on lines of their own, where that is an object and the others fit; else each argument. */
function callText(call: CallExpression, indent: string): string {
  const parts = call.getArguments();
  const head = call.getText().slice(0, (parts[0]?.getStart() ?? call.getEnd()) - call.getStart());
  const last = objectOf(parts.at(-1));
  const hugged = `${head}${[...parts.slice(0, -1).map((part) => part.getText()), "{"].join(", ")}`;
  const isAlone = parts.at(-2)?.isKind(SyntaxKind.ObjectLiteralExpression) !== true;
  if (last !== undefined && isAlone && fits(indent + hugged)) return `${hugged}\n${members(last, indent)}${indent}})`;
  const inner = `${indent}  `;
  const lines = parts.map((part) => `${inner}${valueText(part, inner)},\n`);
  return `${head}\n${lines.join("")}${indent})`;
}

/** An object that does not fit on its line has one member a line. */
function valueText(value: Node, indent: string): string {
  const text = value.getText();
  const object = objectOf(value);
  return object === undefined || fits(`${indent}${text},`) ? text : `{\n${members(object, indent)}${indent}}`;
}

function members(object: ObjectLiteralExpression, outer: string): string {
  const indent = `${outer}  `;
  return object
    .getProperties()
    .map((member) => `${indent}${memberText(member, indent)},\n`)
    .join("");
}

/** `filter: "…"` has its text on the next line where it does not fit. */
function memberText(member: Node, indent: string): string {
  const text = member.getText();
  const value: Expression | undefined = member.asKind(SyntaxKind.PropertyAssignment)?.getInitializer();
  if (value === undefined || fits(`${indent}${text},`)) return text;
  const name = text.slice(0, value.getStart() - member.getStart());
  if (value.isKind(SyntaxKind.StringLiteral) && !SHORT_NAME.test(name))
    return `${name.trimEnd()}\n${indent}  ${value.getText()}`;
  return `${name}${valueText(value, indent)}`;
}

/** An object with members. */
function objectOf(value: Node | undefined): ObjectLiteralExpression | undefined {
  const object = value?.asKind(SyntaxKind.ObjectLiteralExpression);
  return object?.getProperties().length === 0 ? undefined : object;
}
