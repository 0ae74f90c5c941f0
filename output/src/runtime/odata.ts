/** OData text from values: nothing that is put in can end a string or add to an expression. */

/** Safe to inline: made by `odata` or `unquoted`; a string everywhere else. */
export interface Expression {
  readonly odata: string;
  toString(): string;
}

/** What may stand in an expression. Dates become timestamps, arrays the right side of `in`. */
export type Literal = string | number | boolean | null | Date | Expression | readonly Literal[];

/** Marks what is inlined: nothing that is parsed can hold a symbol. The same one in every copy of this package. */
const inline = Symbol.for("odata.expression");

/** Numbers, `true`, guids, dates, durations (`P1D`), enumeration members (`microsoft.graph.day'monday'`). */
const bare = /^[\w.:+-]+('[\w.:+ ,-]*')?$/;

/**
 * A value that OData writes without quotes: a guid, a date, a duration, an enumeration member.
 * @throws TypeError for anything else
 */
export function unquoted(value: string | number | boolean): Expression {
  const text = String(value);
  if (!bare.test(text)) throw new TypeError(`Not a literal: ${text}`);
  return expression(text);
}

/**
 * `` odata`mail eq ${mail} and createdDateTime ge ${date}` ``: strings are quoted, expressions are inlined.
 * @throws TypeError for values that are no literals, among them objects that only look like an expression
 */
export function odata(strings: TemplateStringsArray, ...values: readonly Literal[]): Expression {
  return expression(strings.reduce((text, part, i) => text + literal(values[i - 1]) + part));
}

function literal(value: unknown): string {
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `(${value.map(literal).join()})`;
  if (isExpression(value)) return value[inline];
  if (value === null || /^(number|boolean|bigint)$/.test(typeof value)) return String(value);
  // Such as an object that a request's JSON or query string held where a text was expected.
  throw new TypeError(`Not a literal: ${typeof value}`);
}

function isExpression(value: unknown): value is { readonly [inline]: string } {
  return Object.hasOwn(Object(value), inline);
}

/** `toJSON`: it is no object with options of an expanded relationship (see `systemPairs` in request.ts). */
function expression(odata: string): Expression {
  const toString = (): string => odata;
  return Object.freeze(Object.assign(Object.create(null), { [inline]: odata, odata, toString, toJSON: toString }));
}
