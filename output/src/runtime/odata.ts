/** OData text from values: nothing that is put in can end a string or add to an expression. */

/** Safe to inline: made by `odata` or `unquoted`; a string everywhere else. */
export interface Expression {
  readonly odata: string;
  toString(): string;
}

/** What may stand in an expression. Dates become timestamps, arrays the right side of `in`. */
export type Literal = string | number | boolean | null | Date | Expression | readonly Literal[];

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

/** `` odata`mail eq ${mail} and createdDateTime ge ${date}` ``: strings are quoted, expressions are inlined. */
export function odata(strings: TemplateStringsArray, ...values: readonly Literal[]): Expression {
  return expression(strings.reduce((text, part, i) => text + literal(values[i - 1]) + part));
}

function literal(value: Literal | undefined): string {
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object" || value === null) return String(value);
  return "odata" in value ? value.odata : `(${value.map(literal).join()})`;
}

/** Not a plain object: these are options of an expanded relationship (see `optionText` in request.ts). */
function expression(odata: string): Expression {
  return Object.assign(Object.create(null), { odata, toString: () => odata });
}
