/** References to types as type expressions. */
import { own } from "../../shared/own.js";
import type { TypeRef } from "../../model/api.js";
import { literal } from "./encode.js";
import type { Context } from "./context.js";
import { wireType } from "../../shared/wire-type.js";

const COMPOUND = /^readonly | [|&] /u;
const STRING_OR_PARENTHESIS = /("(?:[^"\\]|\\[^])*(?:"|\\?$)|[()])/u;

/**
 * How a type with derived types is written. `member`: `Attachment & AnyAttachment`, told apart by `@odata.type`, and still an Attachment to
 * whoever reads the declaration. `union`: just the union. `base`: the type alone.
 */
export type PolymorphicStyle = "member" | "union" | "base";

/** The type expression of `type`; what no page describes is `unknown`. */
export function typeExpression(type: TypeRef, context: Context, style: PolymorphicStyle = "member"): string {
  switch (type.kind) {
    case "scalar":
      return wireType(type.name);
    case "literals":
      return literalsExpression(type);
    case "collection":
      return `${grouped(typeExpression(type.of, context, style))}[]`;
    case "map":
      return `Record<string, ${typeExpression(type.of, context, style)}>`;
    case "enum": {
      const symbol = own(context.module.symbols.enums, type.name);
      return symbol === undefined ? "string" : context.scope.api(symbol, "type");
    }
    case "object":
      return objectExpression(type.name, context, style);
    case "unknown":
      return "unknown";
  }
}

/** An open list goes by its values in completion, and refuses nothing. */
function literalsExpression({ values, open }: Extract<TypeRef, { kind: "literals" }>): string {
  const listed = [...new Set(values)].map(literal);
  return listed.length === 0 ? "string" : [...listed, ...(open ? ["(string & {})"] : [])].join(" | ");
}

function objectExpression(name: string, { scope, module }: Context, style: PolymorphicStyle): string {
  const found = own(module.symbols.types, name);
  if (found === undefined) return "unknown";
  if (found.union === undefined || style === "base") return scope.api(found.type, "type");
  const union = scope.api(found.union, "type");
  return style === "union" ? union : `${scope.api(found.type, "type")} & ${union}`;
}

/** A type or null. */
export function orNull(expression: string): string {
  return `${outermost(expression).includes(" & ") ? `(${expression})` : expression} | null`;
}

/** In parentheses where an array would otherwise bind tighter. */
export function grouped(expression: string): string {
  return COMPOUND.test(outermost(expression)) ? `(${expression})` : expression;
}

/** An expression without what it holds in strings and parentheses. */
function outermost(expression: string): string {
  let depth = 0;
  const parts = expression.split(STRING_OR_PARENTHESIS).filter((part) => {
    if (part === "(") depth++;
    if (part === ")") depth--;
    return depth === 0 && !part.startsWith('"');
  });
  return parts.join("");
}

/** The relationships of a type, or of the items of a collection. */
export function relationshipsBehind(type: TypeRef, { module, scope }: Context): string {
  if (type.kind === "collection") return relationshipsBehind(type.of, { module, scope });
  const found = type.kind === "object" ? own(module.symbols.types, type.name)?.relationship : undefined;
  return found === undefined ? "{}" : scope.api(found, "type");
}
