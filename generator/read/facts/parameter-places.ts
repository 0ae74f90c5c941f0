/** Where parameters are sent, by the section they stand in, by a column that says so, by the name of their column, by the path of the request. */
import { PLACE_COLUMNS, PLACE_WORDS } from "../../dialect/column-words.js";
import type { Place } from "../../shared/place.js";
import { camel } from "../../shared/names.js";
import { parseRoute } from "../../shared/odata/template.js";
import { columnsOf } from "../blocks/columns.js";
import { takesBody } from "../blocks/http.js";
import type { BodySentences, LinkedBody, Page, Paragraph, Row, Section, Table, TypeExpression } from "../page.js";

type Sections = Partial<
  Record<"query" | "functionParameters" | "pathParameters" | "headers" | "body" | "response" | "parameters", Section>
>;

type Kind = keyof Omit<Sections, "parameters">;

/**
 * A section that is only called `Parameters` holds what its `In` column says. A name that stands in the path of a request is of the path; all
 * else is the body's where there can be one, else the function's.
 */
export function withParameters(
  { parameters, ...sections }: Sections,
  requests: Page["requests"],
): Omit<Sections, "parameters"> {
  const all = parameters === undefined ? sections : withPlaced(sections, parameters, requests);
  return withNameless((["body", "functionParameters", "query", "pathParameters"] as const).reduce(sortedOut, all));
}

/** `| | Body | [Ship](ship.md) |`: a row without a name says what the body is, as a sentence of its section would. */
function withNameless(sections: Omit<Sections, "parameters">): Omit<Sections, "parameters"> {
  const { body } = sections;
  const isNamed = ({ name }: Row): boolean => name.text !== "";
  const nameless = body?.tables.flatMap(({ rows }) => rows.filter((row) => !isNamed(row))) ?? [];
  if (body === undefined || nameless.length === 0) return sections;
  const told = nameless.flatMap((row): Paragraph[] => (row.type ? [{ ...row.type, sent: sentBy(row) }] : []));
  return {
    ...sections,
    body: { ...body, prose: [...body.prose, ...told], tables: withRowsOnly(body.tables, isNamed) },
  };
}

function sentBy({ type, says }: Row): BodySentences {
  const optional = says?.required?.says === false || says?.requiredColumn?.says === false;
  return {
    object: true,
    representation: true,
    links: type === undefined ? [] : linksIn(type.expression, type.place),
    ...(optional && { optional: true }),
  };
}

/** A name without a link is looked for as the words of one are. */
function linksIn(expression: TypeExpression | undefined, place: Place): readonly LinkedBody[] {
  switch (expression?.kind) {
    case "link":
      return [{ link: expression.link, isRepresented: true }];
    case "name":
      return [{ link: { text: expression.name, url: "", place }, isRepresented: true }];
    case "collection":
      return linksIn(expression.of, place).map((linked) => ({ ...linked, isArray: true }));
    case "either":
      return expression.of
        .flatMap((one) => linksIn(one, place))
        .map((linked, index, { length }) => (index < length - 1 ? { ...linked, orNext: true } : linked));
    default:
      return [];
  }
}

function withPlaced(
  sections: Omit<Sections, "parameters">,
  parameters: Section,
  requests: Page["requests"],
): Omit<Sections, "parameters"> {
  const rest: Kind = requests.some(({ method }) => takesBody(method)) ? "body" : "functionParameters";
  const inPath = new Set(requests.flatMap(({ target }) => placeholdersIn(target)));
  const isInPath = (row: Row, table: Table): boolean =>
    rest === "body" && row.location === undefined && !columnPlace(table) && inPath.has(plainName(row.name.text));
  return withRows(sections, parameters, rest, isInPath);
}

/** With the rows of `more`: those of the path there, the others in `rest`. */
function withRows(
  sections: Omit<Sections, "parameters">,
  more: Section,
  rest: Kind,
  isInPath: (row: Row, table: Table) => boolean,
): Omit<Sections, "parameters"> {
  const own = merged(
    sections,
    rest,
    more,
    withRowsOnly(more.tables, (row, table) => !isInPath(row, table)),
  );
  const ofPath = withRowsOnly(more.tables, isInPath);
  return ofPath.length === 0 ? own : merged(own, "pathParameters", { ...more, prose: [], code: [] }, ofPath);
}

/** The tables with some of their rows. */
function withRowsOnly(tables: Section["tables"], is: (row: Row, table: Table) => boolean): Section["tables"] {
  return tables
    .map((table) => ({ ...table, rows: table.rows.filter((row) => is(row, table)) }))
    .filter(({ rows }) => rows.length > 0);
}

/** `| Query parameter | Description |`: where all rows of a table are sent. */
function columnPlace({ columns }: Table): Kind | undefined {
  const named = columns[columnsOf(columns).name] ?? "";
  return PLACE_COLUMNS.find(([, words]) => words.test(named))?.[0];
}

/** The rows of one section of which their `In` column, or that of their names, says that they belong to another, there. */
function sortedOut(sections: Omit<Sections, "parameters">, kind: Kind): Omit<Sections, "parameters"> {
  const own = sections[kind];
  const placeOf = ({ location }: Row, table: Table): Kind =>
    (location ? PLACE_WORDS.find(([, words]) => words.test(location.text))?.[0] : columnPlace(table)) ?? kind;
  const isOwn = (row: Row, table: Table): boolean => placeOf(row, table) === kind;
  if (own === undefined || own.tables.every((table) => table.rows.every((row) => isOwn(row, table)))) return sections;
  const { [kind]: _own, ...others } = sections;
  const left = withRowsOnly(own.tables, isOwn);
  const isLeft = left.length > 0 || own.prose.length > 0 || own.code.length > 0;
  const kept = isLeft ? { ...others, [kind]: { ...own, tables: left } } : others;
  const empty = { ...own, prose: [], code: [] };
  return PLACE_WORDS.reduce((all, [to]) => {
    const tables = to === kind ? [] : withRowsOnly(own.tables, (row, table) => placeOf(row, table) === to);
    return tables.length === 0 ? all : merged(all, to, empty, tables);
  }, kept);
}

/** With more tables, and what stands beside them, in one of the sections. */
function merged<S extends Omit<Sections, "parameters">>(
  sections: S,
  kind: Kind,
  more: Section,
  tables: Section["tables"],
): S {
  const own = sections[kind] ?? { ...more, prose: [], tables: [], code: [] };
  const section = {
    ...own,
    prose: [...own.prose, ...more.prose],
    tables: [...own.tables, ...tables],
    code: [...own.code, ...more.code],
  };
  return { ...sections, [kind]: section };
}

/** Names of placeholders in a target as rows would have them. */
function placeholdersIn(target: string): readonly string[] {
  return parseRoute(target, "kept")
    .parameters.filter((one) => one.in === "path")
    .map(({ documented }) => plainName(documented));
}

function plainName(name: string): string {
  return camel(name).toLowerCase();
}
