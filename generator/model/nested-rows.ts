/**
 * Rows that name a member of what another row holds: `holder.name`, `legs[].from`. They are the members of a type of their own, which is called as
 * its owner and the row that holds it are.
 */
import { camel, upperFirst } from "../shared/names.js";
import type { Page, Row, Section, Table, TypeExpression } from "../read/page.js";
import { bounds } from "../shared/bounds.js";
import { ownerByHeading, typeNamed } from "./types/heading-types.js";
import { answerTypeName, bodyTypeName } from "./types/type-pages.js";

const NESTED = /^([A-Za-z_][\w-]*)(\[\d*\])?\.([A-Za-z_$@].*)$/;

/** The page with such rows in tables of their own. `always`: without a row that holds them, too, as names with dots do not occur elsewhere. */
export function withNestedTypes(page: Page, always: boolean): Page {
  const more: Table[] = [];
  const ownName = typeNamed(page.title.text) ?? "";
  const ownerOf = (table: Table): string => ownerByHeading(table) ?? ownName;
  const divide = (section: Section | undefined, nameOf: (table: Table) => string): Section | undefined => {
    if (section === undefined || !section.tables.some(isNesting)) return section;
    return { ...section, tables: section.tables.map((table) => divided(table, nameOf(table), always, more, 0)) };
  };
  const properties = divide(page.properties, ownerOf);
  const body = divide(page.body, () => bodyTypeName(page));
  const definitions = divide(page.definitions, ownerOf);
  const response = page.response?.members?.some(isNesting)
    ? {
        ...page.response,
        members: page.response.members.map((table, index) =>
          divided(table, index === 0 ? answerTypeName(page) : ownerOf(table), always, more, 0),
        ),
      }
    : page.response;
  const [first] = more;
  if (first === undefined) return page;
  const added = definitions ?? { heading: first.heading, prose: [], tables: [], code: [], place: first.place };
  return {
    ...page,
    ...(properties && { properties }),
    ...(body && { body }),
    ...(response && { response }),
    definitions: { ...added, tables: [...added.tables, ...more] },
  };
}

function isNesting({ rows }: Table): boolean {
  return rows.some(({ name }) => NESTED.test(name.text));
}

interface Nested {
  readonly many: boolean;
  readonly rows: Row[];
}

/** A table without the rows of inner members; their tables are added to `more`. */
function divided(table: Table, owner: string, always: boolean, more: Table[], depth: number): Table {
  if (depth > bounds.typeDepth) return table;
  const known = new Map(table.rows.map((row) => [row.name.text, row]));
  const inner = new Map<string, Nested>();
  const rows: Row[] = [];
  for (const row of table.rows) {
    const [, holder, list, rest] = NESTED.exec(row.name.text) ?? [];
    const held = holder === undefined ? undefined : (known.get(holder) ?? known.get(`${holder}[]`));
    if (holder === undefined || rest === undefined || !(held === undefined ? always : holdsAnything(held))) {
      rows.push(row);
      continue;
    }
    const group = inner.get(holder) ?? { many: list !== undefined || isMany(held), rows: [] };
    group.rows.push({ ...row, name: { ...row.name, text: rest } });
    if (!inner.has(holder) && held === undefined) rows.push({ ...row, name: { ...row.name, text: holder } });
    inner.set(holder, group);
  }
  if (inner.size === 0) return table;
  const named = new Map([...inner.keys()].map((holder) => [holder, `${owner}${upperFirst(camel(holder))}`]));
  for (const [holder, { rows: own }] of inner) {
    const heading = named.get(holder) ?? holder;
    const { above: _above, ...plain } = table;
    more.push(divided({ ...plain, heading, rows: own }, heading, always, more, depth + 1));
  }
  return { ...table, rows: rows.map((row) => holding(row, known, named, inner)) };
}

/** The row that holds the members, of the type that is made of them. */
function holding(
  row: Row,
  known: ReadonlyMap<string, Row>,
  named: ReadonlyMap<string, string>,
  inner: ReadonlyMap<string, Nested>,
): Row {
  const { text } = row.name;
  const holder = text.replace("[]", "");
  const name = named.get(holder);
  if (name === undefined) return row;
  const { many } = inner.get(holder) ?? { many: false };
  const one: TypeExpression = { kind: "name", name };
  const expression: TypeExpression = many ? { kind: "collection", of: one } : one;
  const isWritten = known.has(text);
  const { type = row.name, required: _required, says: _says, description: _description, ...plain } = row;
  const own = isWritten ? row : plain;
  return { ...own, name: { ...row.name, text: holder }, type: { ...type, expression } };
}

/** `object`, `array of objects`, no type at all. */
function holdsAnything({ type }: Row): boolean {
  const { expression } = type ?? {};
  const leaf = expression?.kind === "collection" ? expression.of : expression;
  return leaf === undefined || (leaf.kind === "resolved" && leaf.type.kind === "unknown");
}

function isMany(row: Row | undefined): boolean {
  return row?.type?.expression?.kind === "collection" || row?.name.text.endsWith("[]") === true;
}
