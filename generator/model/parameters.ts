/** Parameters of an operation: the placeholders of its routes with what tables say of them, its headers, its OData options. */
import type { HttpRequest, Page, Row, Section } from "../read/page.js";
import type { Evidence, Header, Operation, Parameter, Route } from "./api.js";
import { settle, settleFlag, type Settled } from "./claims.js";
import type { Docs } from "./docs.js";
import { markdownOf } from "./markdown.js";
import { camel } from "./names.js";
import type { RouteParameter } from "./route.js";
import type { NamedRoute } from "./routes.js";
import { requiredClaims } from "./row-claims.js";
import { saysTogether } from "./sentences.js";
import { propertyName, STRING, typeOfRow } from "./type-ref.js";

const HEADER_NAME = /^[A-Za-z][A-Za-z\d-]*$/;
const OWN_HEADERS = new Set(["authorization", "content-type", "content-length", "accept", "host"]);
const OPTION = /\$([a-z]+)/gi;
const NOT = /\b(?:does not|doesn't|do not|don't|not|no)\b/i;
const SUPPORTED = /\b(?:support|supported|available)\b/i;
const NO_OPTIONS = /\bno (?:optional )?query parameters\b|^none\b/i;
const SUPPORTS = /\bsupports?\b/i;
const QUERY_OPTIONS = /\bquery (?:parameters|options)\b/i;
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
  return new Map(rows.toReversed().map((row) => [camel(propertyName(row.name)).toLowerCase(), row]));
}

/** The routes with each query parameter optional that its row calls so; what stands in the path itself never is. */
export function withOptional(
  routes: readonly NamedRoute[],
  rows: ReadonlyMap<string, Row>,
  page: Page,
): readonly NamedRoute[] {
  return routes.map((named) => ({
    ...named,
    parameters: named.parameters.map((parameter) =>
      parameter.in === "query" && isOptional(rowOf(parameter, rows), page)
        ? { ...parameter, required: false }
        : parameter,
    ),
  }));
}

function isOptional(row: Row | undefined, page: Page): boolean {
  return row !== undefined && settle(requiredClaims(row, page))?.value === false;
}

/** Why each parameter must be given, or need not. */
export function parameterEvidence(
  parameters: readonly Parameter[],
  routes: readonly Route[],
  { path }: Page,
): readonly Evidence[] {
  return parameters.flatMap(({ name, documented, required }): Evidence[] => {
    const route = routes.find((one) => one.parameters.includes(name));
    if (!route) return [];
    const isWritten = camel(route.documented).toLowerCase().includes(camel(documented).toLowerCase());
    const line = isWritten ? "the request line has it" : "only an example's URL or a table has it";
    const asOption = route.documented.includes("[") ? "the request line has it in brackets" : "its row says so";
    const because = required || !isWritten ? line : asOption;
    const claim = { of: `where.${name}`, says: required, because, page: path, place: route.place };
    return [
      {
        ...claim,
        about: required ? "required" : "optional",
        from: because === "its row says so" ? "words" : "request",
      },
    ];
  });
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
export function headersOf(
  page: Page,
  requests: readonly HttpRequest[],
): { readonly headers: readonly Header[]; readonly evidence: readonly Evidence[] } {
  const headers = new Map<string, Header & Settled<boolean>>();
  const add = (written: string, description: string, settled: Settled<boolean>): void => {
    const name = written.replace(/^_|_$/g, "").split(/[:\s]/, 1)[0] ?? "";
    if (HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()) && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), { name, required: settled.value, description, ...settled });
  };
  for (const row of rowsOf(page.headers)) {
    const description = row.description ? markdownOf([row.description], page) : "";
    add(row.name.text, description, settleFlag(requiredClaims(row, page)));
  }
  const about = { about: "optional", says: false, from: "example", because: "only an example sends it" } as const;
  for (const request of requests) {
    const sent = settleFlag([{ ...about, page: page.path, place: request.place }]);
    for (const [name] of request.headers) add(name, "", sent);
  }
  const all = [...headers.values()];
  return {
    headers: all.map(({ name, required, description }) => ({ name, required, description })),
    evidence: all.flatMap(({ name, evidence }) => evidence.map((each) => ({ of: `header.${name}`, ...each }))),
  };
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
