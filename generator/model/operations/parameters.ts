/** Parameters of an operation: the placeholders of its routes with what tables say of them, its OData options. */
import type { Page, Row, Section } from "../../read/page.js";
import type { Evidence, Operation, Parameter, Route, TypeRef } from "../api.js";
import { settle } from "../claims.js";
import type { Docs } from "../types/docs.js";
import { saidBy } from "../said.js";
import { camel } from "../../shared/names.js";
import { optionOf, queryOptions } from "../../shared/odata/options.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import type { RouteParameter } from "../../shared/odata/template.js";
import { namedOptions, optionsBut } from "./named-options.js";
import type { NamedRoute } from "./named-route.js";
import { namesIn, plainName } from "./parsed-line.js";
import type { ShownKey } from "./query-keys.js";
import { requiredClaims } from "../types/row-claims.js";
import { STRING, typeOfRow } from "../types/type-ref.js";

/** Headings that say where parameters stand. */
const OWN_PLACE = /^(?:function|path)\b/i;
/** Names for what the path calls otherwise. */
const GENERIC = /^(?:id|key|guid|value)$/i;
const KEY = /^[$@\w.:[\]-]+$/;

/** Rows of the tables that describe parameters, by lower-cased name without dashes. */
export function parameterRows(page: Page, urlRows: readonly Row[]): ReadonlyMap<string, Row> {
  const rows = [...rowsOf(page.functionParameters), ...rowsOf(page.pathParameters), ...rowsOf(page.query), ...urlRows];
  return new Map(rows.toReversed().map((row) => [camel(row.name.text).toLowerCase(), row]));
}

/** What its row says; undefined where it says nothing. */
export function isRequired(row: Row | undefined, page: Page): boolean | undefined {
  return row && settle(requiredClaims(row, page))?.value;
}

/** The query parameters that examples show, or that a table lists, beside those of the request lines. */
export function keysBeside(
  page: Page,
  shown: readonly ShownKey[],
  routes: readonly NamedRoute[],
  rows: ReadonlyMap<string, Row>,
): readonly ShownKey[] {
  const keys = new Map(shown.map((one) => [one.key.toLowerCase(), one]));
  for (const key of listedKeys(page, routes))
    if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), { key, required: false, list: false });
  return [...keys.values()].map((one) => ({
    ...one,
    required: isRequired(rows.get(camel(one.key).toLowerCase()), page) ?? false,
  }));
}

/**
 * What tables of parameters list and no request line has: it travels in the query string. Where the path has a placeholder that no row
 * describes, a row may mean that one by another name, and only what stands below a heading on the query is sure, or where there are more
 * rows than placeholders; path and function parameters are none.
 */
function listedKeys(page: Page, routes: readonly NamedRoute[]): readonly string[] {
  const placeholders = routes.flatMap(({ parameters }) => parameters);
  const known = new Set([...namesIn(page.requests), ...placeholders.map(({ name }) => lower(name))]);
  const others = [...(page.functionParameters?.tables ?? []), ...(page.pathParameters?.tables ?? [])]
    .filter(({ heading }) => !OWN_PLACE.test(heading))
    .flatMap((table) => table.rows);
  const described = new Set([...rowsOf(page.query), ...others].map((row) => lower(camel(row.name.text))));
  const isSure =
    others.length > placeholders.length ||
    placeholders.every((one) => described.has(lower(one.name)) || described.has(lower(camel(one.documented))));
  const isNew = (key: string): boolean => KEY.test(key) && !known.has(plainName(key)) && !GENERIC.test(key);
  const ofQuery = rowsOf(page.query).filter(({ name }) => !isOption(name.text));
  // `?token=latest` behind one of several paths: who may leave it out may send it to the others, too
  const ofSome = ofQuery
    .filter((row) => isRequired(row, page) === false && KEY.test(row.name.text))
    .filter(({ name }) => routes.some(({ path }) => hasKey(path, name.text)));
  // a table of what the address holds means a key as it is written: `top` is not `$top` there
  const ofAddress = others
    // no placeholder can be left out
    .filter((row) => isSure || isRequired(row, page) === false)
    .filter(({ name }) => !name.text.startsWith("$") || !isOption(name.text));
  const nameOf = ({ name }: Row): string => name.text;
  return [...[...ofQuery, ...ofAddress].map(nameOf).filter(isNew), ...ofSome.map(nameOf)];
}

function hasKey({ query }: RoutePath, name: string): boolean {
  return query.some(({ key }) => lower(key) === lower(name));
}

/** `$shelf` is none: it is called so, no more. */
function isOption(key: string): boolean {
  return optionOf(key) !== undefined && queryOptions.has(lower(key.replace("$", "")));
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Numbers, dates and the like stand in a URL without quotes. */
function isBareInUrl(type: TypeRef): boolean {
  return type.kind !== "scalar" || type.name !== "String";
}

/** The routes with each `@alias` in quotes that holds a string. */
export function withQuotes(routes: readonly NamedRoute[], parameters: readonly Parameter[]): readonly NamedRoute[] {
  const texts = new Set(parameters.filter(({ type }) => !isBareInUrl(type)).map(({ name }) => name));
  return routes.map((route) => {
    const query = route.path.query.map((part) => {
      const [only] = part.value;
      const bare = part.alias && part.value.length === 1 && typeof only === "object" && texts.has(only.name);
      return bare ? { ...part, value: ["'", { ...only, as: "string" as const }, "'"] } : part;
    });
    return { ...route, path: { ...route.path, query } };
  });
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

/** The row that describes a parameter. */
export function rowOf({ name, documented }: RouteParameter, rows: ReadonlyMap<string, Row>): Row | undefined {
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
  for (const parameter of found) byName.set(parameter.name, joined(byName.get(parameter.name) ?? parameter, parameter));
  return [...byName.values()].map((parameter) => {
    const row = rowOf(parameter, rows);
    const type = (row && typeOfRow({ row, page, owner: id }, docs)) ?? STRING;
    return {
      name: parameter.name,
      in: parameter.in,
      documented: parameter.documented,
      required: parameter.required,
      type: parameter.list && type.kind !== "collection" ? { kind: "collection" as const, of: type } : type,
      description: row?.description ? saidBy([row.description], page) : [],
    };
  });
}

/** A parameter has to be given where every route asks for it. */
function joined(one: RouteParameter, other: RouteParameter): RouteParameter {
  return { ...one, required: one.required && other.required, ...(other.list && { list: true }) };
}

/** OData options: what the section says, else what request lines and examples show. */
export function optionsOf(page: Page, method: string, shown: readonly string[]): Operation["query"] {
  const { named, denied, open, none } = namedOptions(page);
  if (open && method === "GET") return denied.size === 0 ? "all" : [...new Set([...optionsBut(denied), ...shown])];
  const all = new Set(none ? shown : [...named, ...shown]);
  return all.size === 0 ? "none" : [...all];
}
