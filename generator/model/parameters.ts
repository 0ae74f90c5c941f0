/** Parameters of an operation: the placeholders of its routes with what tables say of them, its headers, its OData options. */
import type { HttpRequest, Page, Row, Section } from "../read/page.js";
import type { Header, Operation, Parameter } from "./api.js";
import type { Docs } from "./docs.js";
import { markdownOf } from "./markdown.js";
import { camel } from "./names.js";
import type { RouteParameter } from "./route.js";
import { signals } from "./properties.js";
import type { QueryKey } from "./query-keys.js";
import type { NamedRoute } from "./routes.js";
import { saysTogether } from "./sentences.js";
import { STRING, typeOfRow } from "./type-ref.js";

const HEADER_NAME = /^[A-Za-z][A-Za-z\d-]*$/;
const OWN_HEADERS = new Set(["authorization", "content-type", "content-length", "accept", "host"]);
const OPTION = /\$([a-z]+)/gi;
const NOT = /\b(?:does not|doesn't|do not|don't|not|no)\b/i;
const SUPPORTED = /\b(?:support|supported|available)\b/i;
const NO_OPTIONS = /\bno (?:optional )?query parameters\b|^none\b/i;
const SUPPORTS = /\bsupports?\b/i;
const QUERY_OPTIONS = /\bquery (?:parameters|options)\b/i;
const REQUIRED = /\brequired\b/i;
const OPTIONAL = /\boptional\b|\bnot required\b/i;
/** Headings that say where parameters stand. */
const OWN_PLACE = /^(?:function|path)\b/i;
/** Names for what the path calls otherwise. */
const GENERIC = /^(?:id|key|guid|value)$/i;
const YES = /^(?:y|yes|true|required)\b/i;
const NO = /^(?:n|no|false|optional)\b/i;
const KNOWN_OPTIONS = new Set([
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "count",
  "search",
  "skiptoken",
  "deltatoken",
  "format",
  "apply",
  "levels",
]);

/** Rows of the tables that describe parameters, by lower-cased name without dashes. */
export function parameterRows(page: Page, urlRows: readonly Row[]): ReadonlyMap<string, Row> {
  const rows = [...rowsOf(page.functionParameters), ...rowsOf(page.pathParameters), ...rowsOf(page.query), ...urlRows];
  return new Map(rows.toReversed().map((row) => [camel(row.name.text).toLowerCase(), row]));
}

/** The routes with each query parameter optional that its row calls so; what stands in the path itself never is. */
export function withOptional(routes: readonly NamedRoute[], rows: ReadonlyMap<string, Row>): readonly NamedRoute[] {
  return routes.map((named) => ({
    ...named,
    parameters: named.parameters.map((parameter) =>
      parameter.in === "query" && isOptional(rowOf(parameter, rows)) ? { ...parameter, required: false } : parameter,
    ),
  }));
}

/**
 * What tables of parameters list and no request line has: it travels in the query string. Where the path has a placeholder that no row
 * describes, a row may mean that one by another name, and only what stands below a heading on the query is sure; path and function
 * parameters are none.
 */
export function listedKeys(page: Page, routes: readonly NamedRoute[]): readonly QueryKey[] {
  const placeholders = routes.flatMap(({ parameters }) => parameters);
  const known = new Set(placeholders.flatMap(({ name, documented }) => [name, camel(documented)].map(lower)));
  const written = page.requests.map(({ target }) => target.toLowerCase());
  const others = [...(page.functionParameters?.tables ?? []), ...(page.pathParameters?.tables ?? [])]
    .filter(({ heading }) => !OWN_PLACE.test(heading))
    .flatMap(({ rows }) => rows);
  const described = new Set([...rowsOf(page.query), ...others].map((row) => lower(camel(row.name.text))));
  const isSure = placeholders.every(
    (one) => described.has(lower(one.name)) || described.has(lower(camel(one.documented))),
  );
  const rows = [...rowsOf(page.query), ...(isSure ? others : [])];
  return rows.flatMap((row) => {
    const key = row.name.text;
    const isOption = key.startsWith("$") && KNOWN_OPTIONS.has(key.slice(1).toLowerCase());
    const isKnown = known.has(lower(camel(key))) || written.some((target) => target.includes(key.toLowerCase()));
    return isOption || isKnown || GENERIC.test(key) ? [] : [{ key, required: isRequired(row) }];
  });
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Whether a row says so in its column on that, else in its description. */
export function isRequired(row: Row): boolean {
  const text = row.description?.text ?? "";
  return row.required === undefined ? signals(row).required && !OPTIONAL.test(text) : YES.test(row.required.text);
}

function isOptional(row: Row | undefined): boolean {
  return row?.required === undefined ? OPTIONAL.test(row?.description?.text ?? "") : NO.test(row.required.text);
}

function rowOf({ name, documented }: RouteParameter, rows: ReadonlyMap<string, Row>): Row | undefined {
  return rows.get(name.toLowerCase()) ?? rows.get(camel(documented).toLowerCase());
}

function rowsOf(section: Section | undefined): readonly Row[] {
  return (section?.tables ?? []).flatMap((table) => table.rows);
}

/** One parameter for each name in the routes, typed and described where a table has it; text otherwise. */
export function parametersOf(
  found: readonly RouteParameter[],
  rows: ReadonlyMap<string, Row>,
  page: Page,
  id: string,
  docs: Docs,
): readonly Parameter[] {
  const byName = new Map<string, RouteParameter>();
  for (const parameter of found) if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  return [...byName.values()].map((parameter) => {
    const row = rowOf(parameter, rows);
    return {
      name: parameter.name,
      in: parameter.in,
      documented: parameter.documented,
      required: parameter.required,
      type: (row && typeOfRow({ row, page, owner: id }, docs)) ?? STRING,
      description: row?.description ? markdownOf([row.description], page) : "",
    };
  });
}

/** Documented request headers, and those that only examples send, in order; without the ones a client sets by itself. */
export function headersOf(page: Page, requests: readonly HttpRequest[]): readonly Header[] {
  const headers = new Map<string, Header>();
  const add = (written: string, header: Omit<Header, "name">): void => {
    const name = written.replace(/^_|_$/g, "").split(/[:\s]/, 1)[0] ?? "";
    if (HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()) && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), { name, ...header });
  };
  for (const row of rowsOf(page.headers)) {
    const text = row.description?.text ?? "";
    add(row.name.text, {
      required: REQUIRED.test(text) && !OPTIONAL.test(text),
      description: row.description ? markdownOf([row.description], page) : "",
    });
  }
  for (const [name] of requests.flatMap((request) => request.headers)) add(name, { required: false, description: "" });
  return [...headers.values()];
}

/** OData options: what the section says, else what request lines and examples show. */
export function optionsOf(page: Page, method: string, shown: readonly string[]): Operation["query"] {
  const section = page.query;
  const text = (section?.prose ?? []).map((prose) => prose.text).join("\n");
  const named = [
    ...new Set(
      [...text.matchAll(OPTION), ...rowsOf(section).flatMap((row) => [...row.name.text.matchAll(OPTION)])].map(
        (match) => (match[1] ?? "").toLowerCase(),
      ),
    ),
  ].filter((name) => KNOWN_OPTIONS.has(name));
  const none = NO_OPTIONS.test(text) || saysTogether(text, NOT, SUPPORTED);
  if (section && none && named.length === 0) return shown.length === 0 ? "none" : [...new Set(shown)];
  if (section && named.length > 0 && !none) return [...new Set([...named, ...shown])];
  if (section && method === "GET" && saysTogether(text, SUPPORTS, QUERY_OPTIONS)) return "all";
  return shown.length > 0 ? [...new Set(shown)] : "none";
}
