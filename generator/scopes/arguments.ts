/** What a call hands over as `where`, as far as it is written down. */
import { ts } from "ts-morph";
import type { Given } from "./routes.js";

/** `name(client, where, what, options)` */
const WHERE = 1;

export function givenTo(call: ts.CallExpression | undefined, checker: ts.TypeChecker): Given {
  const before = call?.arguments.slice(0, WHERE + 1) ?? [];
  const where = before[WHERE];
  if (where === undefined || before.some((argument) => ts.isSpreadElement(argument))) return undefined;
  return ts.isObjectLiteralExpression(where) ? literalKeys(where) : declaredKeys(where, checker);
}

function literalKeys({ properties }: ts.ObjectLiteralExpression): Given {
  const keys: string[] = [];
  let route: string | undefined;
  for (const property of properties) {
    const { name } = property;
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) return undefined;
    if (name.text !== "route") keys.push(name.text);
    else if (ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer))
      route = property.initializer.text;
    else return undefined;
  }
  return { keys, ...(route !== undefined && { route }) };
}

/** Of a variable whose type the compiler knows from the literal that it was given. */
function declaredKeys(where: ts.Expression, checker: ts.TypeChecker): Given {
  const type = checker.getTypeAtLocation(where);
  const [first] = type.symbol?.declarations ?? [];
  if (first === undefined || !ts.isObjectLiteralExpression(first)) return undefined;
  return literalKeys(first);
}
