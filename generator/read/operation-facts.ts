/** What an operation page, or the part of a page that is about one operation, says of it. */
import { readExamples, isExampleFence } from "./facts/examples.js";
import type { Account } from "./blocks/account.js";
import { takesBody } from "./blocks/http.js";
import { readBodySentences, saysOthers } from "./phrases/body-sentence.js";
import { responseInExamples, sectionOf, type Block } from "./blocks/section.js";
import type { SectionKind } from "./blocks/section-kinds.js";
import type { TextContext } from "./markdown/prose.js";
import type { Page, Row, Section } from "./page.js";
import { definitionsOf } from "./facts/resource.js";
import { readPermissions } from "./facts/permissions.js";
import { camel } from "../shared/names.js";
import { parseRoute } from "../shared/odata/template.js";
import { readRequestLines } from "./facts/requests.js";

export type OperationFacts = Pick<
  Page,
  | "permissions"
  | "requests"
  | "examples"
  | "findings"
  | "query"
  | "functionParameters"
  | "pathParameters"
  | "headers"
  | "body"
  | "takesOthers"
  | "response"
  | "definitions"
>;

export const noOperation: OperationFacts = {
  permissions: [],
  requests: [],
  examples: [],
  findings: [],
};

/** Reads the facts of one operation from the blocks that are about it, below its title and description; `heading`: the title with a request in it. */
export function readOperation(
  blocks: readonly Block[],
  { title, description }: Pick<Page, "title" | "description">,
  context: TextContext,
  account: Account,
  heading: string,
): OperationFacts {
  const path = account.page;
  const permissions = readPermissions(blocks, path, context, title.place);
  const lines = readRequestLines(blocks, context, account, title, heading);
  const { examples, findings } = readExamples(blocks, lines.requests, context, account);
  const sections = sectionsOf(
    ["query", "functionParameters", "pathParameters", "headers", "body", "response", "parameters"],
    blocks,
    context,
    account,
  );
  const shown = isAnswerFirst(blocks) ? undefined : responseInExamples(blocks, context, account);
  const response = shown ?? sections.response;
  const all = withParameters({ ...sections, ...(response !== undefined && { response }) }, lines.requests);
  const { body, ...others } = all;
  return {
    permissions: permissions.tables,
    requests: lines.requests,
    ...others,
    ...(body && {
      body: { ...body, prose: body.prose.map((prose) => ({ ...prose, sent: readBodySentences(prose) })) },
    }),
    ...definitionsOf(blocks, context, account),
    ...(description.some(saysOthers) && { takesOthers: true }),
    examples,
    findings: [...permissions.findings, ...lines.findings, ...findings],
  };
}

/** True when the page says what the call answers before it shows it. */
function isAnswerFirst(blocks: readonly Block[]): boolean {
  return blocks.find(({ kind }) => kind === "response" || kind === "examples")?.kind === "response";
}

type Sections = Partial<
  Record<"query" | "functionParameters" | "pathParameters" | "headers" | "body" | "response" | "parameters", Section>
>;

type Kind = keyof Omit<Sections, "parameters">;

/** Words of an `In` column. */
const LOCATIONS: readonly (readonly [Kind, RegExp])[] = [
  ["pathParameters", /^(?:path|route|ur[il])\b/i],
  ["query", /^query\b/i],
  ["headers", /^headers?\b/i],
  ["body", /^(?:request )?(?:body|form|json|payload)\b/i],
];

/**
 * A section that is only called `Parameters` holds what its `In` column says. A name that stands in the path of a request is of the path; all
 * else is the body's where there can be one, else the function's.
 */
function withParameters(
  { parameters, ...sections }: Sections,
  requests: Page["requests"],
): Omit<Sections, "parameters"> {
  const all = parameters === undefined ? sections : withPlaced(sections, parameters, requests);
  return (["body", "functionParameters", "query"] as const).reduce(sortedOut, all);
}

function withPlaced(
  sections: Omit<Sections, "parameters">,
  parameters: Section,
  requests: Page["requests"],
): Omit<Sections, "parameters"> {
  const rest: Kind = requests.some(({ method }) => takesBody(method)) ? "body" : "functionParameters";
  const inPath = new Set(requests.flatMap(({ target }) => placeholdersIn(target)));
  const isInPath = ({ name, location }: Row): boolean =>
    rest === "body" && location === undefined && inPath.has(plainName(name.text));
  return withRows(sections, parameters, rest, isInPath);
}

/** With the rows of `more`: those of the path there, the others in `rest`. */
function withRows(
  sections: Omit<Sections, "parameters">,
  more: Section,
  rest: Kind,
  isInPath: (row: Row) => boolean,
): Omit<Sections, "parameters"> {
  const own = merged(
    sections,
    rest,
    more,
    withRowsOnly(more.tables, (row) => !isInPath(row)),
  );
  const ofPath = withRowsOnly(more.tables, isInPath);
  return ofPath.length === 0 ? own : merged(own, "pathParameters", { ...more, prose: [], code: [] }, ofPath);
}

/** The tables with some of their rows. */
function withRowsOnly(tables: Section["tables"], is: (row: Row) => boolean): Section["tables"] {
  return tables.map((table) => ({ ...table, rows: table.rows.filter(is) })).filter(({ rows }) => rows.length > 0);
}

/** The rows of one section whose `In` column says that they belong to another, there. */
function sortedOut(sections: Omit<Sections, "parameters">, kind: Kind): Omit<Sections, "parameters"> {
  const own = sections[kind];
  const placeOf = ({ location }: Row): Kind =>
    (location && LOCATIONS.find(([, words]) => words.test(location.text))?.[0]) ?? kind;
  const rows = own?.tables.flatMap((table) => table.rows) ?? [];
  if (own === undefined || rows.every((row) => placeOf(row) === kind)) return sections;
  const { [kind]: _own, ...others } = sections;
  const left = withRowsOnly(own.tables, (row) => placeOf(row) === kind);
  const isLeft = left.length > 0 || own.prose.length > 0 || own.code.length > 0;
  const kept = isLeft ? { ...others, [kind]: { ...own, tables: left } } : others;
  const empty = { ...own, prose: [], code: [] };
  return LOCATIONS.reduce((all, [to]) => {
    const tables = to === kind ? [] : withRowsOnly(own.tables, (row) => placeOf(row) === to);
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

/** The sections of these kinds that the blocks have. */
export function sectionsOf<K extends SectionKind>(
  kinds: readonly K[],
  blocks: readonly Block[],
  context: TextContext,
  account: Account,
): Partial<Record<K, Section>> {
  const sections: Partial<Record<K, Section>> = {};
  for (const kind of kinds) {
    const section = sectionOf(kind, blocks, context, account, isExampleFence);
    if (section !== undefined) sections[kind] = section;
  }
  return sections;
}
