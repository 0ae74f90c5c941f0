/** Type cells with what the configuration says that words of a house mean: `{ "Money": "Double" }`. */
import { scalarType } from "../dialect/scalar-names.js";
import type { Page, Row, TypeCell, TypeExpression } from "../read/page.js";

const TABLED = ["properties", "relationships", "body", "query", "functionParameters", "pathParameters"] as const;

/** The page, its type cells read with these further names of scalars. */
export function withScalars(page: Page, scalars: Readonly<Record<string, string>>): Page {
  const words = new Map(Object.entries(scalars).map(([word, name]) => [word.toLowerCase(), meaning(name)]));
  if (words.size === 0) return page;
  const typed = (row: Row): Row => (row.type ? { ...row, type: cellWith(row.type, words) } : row);
  const sections = TABLED.flatMap((kind) => {
    const section = page[kind];
    const tables = section?.tables.map((table) => ({ ...table, rows: table.rows.map(typed) }));
    return section && tables ? [[kind, { ...section, tables }] as const] : [];
  });
  return { ...page, ...Object.fromEntries(sections) };
}

type Words = ReadonlyMap<string, TypeExpression>;

function meaning(name: string): TypeExpression {
  const type = scalarType(name);
  return type ? { kind: "resolved", type } : { kind: "name", name };
}

function cellWith(cell: TypeCell, words: Words): TypeCell {
  const whole = words.get(cell.text.toLowerCase());
  const expression = whole ?? (cell.expression && expressionWith(cell.expression, words));
  return expression ? { ...cell, expression } : cell;
}

/** Also within others: `array of Money`. */
function expressionWith(one: TypeExpression, words: Words): TypeExpression {
  switch (one.kind) {
    case "name":
      return words.get(one.name.toLowerCase()) ?? one;
    case "collection":
    case "map":
      return { ...one, of: expressionWith(one.of, words) };
    case "either":
      return { ...one, of: one.of.map((each) => expressionWith(each, words)) };
    default:
      return one;
  }
}
