/** The routes of an operation: its request lines, and the forms of them that only examples and tables show. */
import { bounds } from "../bounds.js";
import type { Place } from "../findings.js";
import type { Page, RequestLine } from "../read/page.js";
import { camel } from "../shared/names.js";
import { matchUrl, type Address } from "../shared/odata/match.js";
import { optionOf } from "../shared/odata/options.js";
import { freeName, parameterName } from "../shared/odata/placeholder-names.js";
import { shapeOf, writeTemplate, type Argument, type QueryPart, type RoutePath } from "../shared/odata/segments.js";
import { parseRoute, parseRoutes, type ParsedRoute, type RouteParameter } from "../shared/odata/template.js";
import type { Route } from "./api.js";
import type { Docs } from "./docs.js";
import { propertyName } from "./type-ref.js";

/** A route with its parameters and the OData options that its line shows. */
export interface NamedRoute {
  readonly path: RoutePath;
  readonly parameters: readonly RouteParameter[];
  readonly options: readonly string[];
  readonly line: RequestLine;
  readonly sample: boolean;
}

const ARGUMENT_NAME = /^\w+$/;

/** The documented lines as routes, then what the page's examples show beside them: arguments of a function, a path without `$ref`. */
export function routesOf(
  page: Page,
  lines: readonly RequestLine[],
  addresses: readonly Address[],
  argumentNames: readonly string[],
  docs: Docs,
): readonly NamedRoute[] {
  const routes: NamedRoute[] = [];
  const shapes = new Set<string>();
  const written = new Map<string, RequestLine>();
  let names: ReadonlySet<string> = new Set();
  const add = (line: RequestLine, { path, parameters, options }: ParsedRoute, sample = false): void => {
    const shape = shapeOf(path);
    if (shapes.has(shape)) return reportRepeat(line, written, page, docs);
    const all = new Set([...names, ...parameters.map((parameter) => parameter.name)]);
    if (all.size > bounds.parameters)
      return reportParameters("The number of parameters", all.size, line.target, page, line.place, docs);
    names = all;
    shapes.add(shape);
    if (!written.has(writtenAs(line))) written.set(writtenAs(line), line);
    routes.push({ path, parameters, options, line, sample });
  };
  const documented = lines.flatMap((line) => parseRoutes(line.target).map((parsed, form) => ({ line, parsed, form })));
  for (const { line, parsed, form } of documented) {
    for (const reason of form === 0 ? parsed.flaws : [])
      docs.report("request-path", page.path, line.place, line.target, { reason });
    add(line, parsed);
  }
  const inUrl = argumentNames.length > 0;
  // one more than may be shows that it is too many
  const called = (inUrl ? argumentNames : rowNames(page.functionParameters)).slice(0, bounds.parameters + 1);
  for (const { line, parsed } of documented) {
    const form = shownForm(parsed, addresses, called, inUrl);
    if (form) add(line, form);
  }
  for (const { line, parsed } of documented)
    add(line, parsed.hasSamples ? parseRoute(line.target, "kept") : parsed, true);
  return routes;
}

function rowNames(section: Page["functionParameters"]): readonly string[] {
  const rows = (section?.tables ?? []).flatMap((table) => table.rows);
  return rows.map((row) => propertyName(row.name)).filter((name) => ARGUMENT_NAME.test(name));
}

/** A line that stands twice as written; lines that differ in the names of placeholders only are two ways to say the same. */
function reportRepeat(line: RequestLine, written: ReadonlyMap<string, RequestLine>, page: Page, docs: Docs): void {
  const same = written.get(writtenAs(line));
  if (same && same !== line) docs.report("request-duplicate", page.path, line.place, line.target);
}

/** What two lines have in common that say the same below the same heading. */
function writtenAs({ heading, target }: RequestLine): string {
  return `${heading}\0${target.toLowerCase()}`;
}

function reportParameters(
  what: string,
  count: number,
  subject: string,
  page: Page,
  place: Place,
  { report }: Docs,
): void {
  const values = { what, actual: String(count), limit: String(bounds.parameters) };
  report("over-bound", page.path, place, subject.slice(0, bounds.nameLength), values);
}

/**
 * The form of a documented path that only examples show: `…/getByPath(path='x')` where the line ends in `getByPath`, and a path without the
 * `/$ref` of the line. Arguments that no example shows go into the query string, as "In the request URL, provide …" says: `inUrl`.
 */
function shownForm(
  parsed: ParsedRoute,
  addresses: readonly Address[],
  names: readonly string[],
  inUrl: boolean,
): ParsedRoute | undefined {
  const { segments } = parsed.path;
  const last = segments.at(-1);
  if (last?.name.length === 1 && String(last.name[0]).toLowerCase() === "$ref") {
    const bare = { segments: segments.slice(0, -1), query: [] };
    return addresses.some(fitting(bare)) && !addresses.some(fitting(parsed.path))
      ? { ...parsed, path: bare, parameters: parsed.parameters.filter((parameter) => parameter.in === "path") }
      : undefined;
  }
  if (names.length === 0 || last === undefined || last.arguments !== undefined) return undefined;
  const calls = addresses.flatMap((address) => {
    const call = address.segments.at(-1);
    if (!call || call.arguments.length === 0 || !call.arguments.every(({ value }) => isPlain(value))) return [];
    const bare = {
      ...address,
      segments: [...address.segments.slice(0, -1), { ...call, written: call.name, text: call.name, arguments: [] }],
    };
    return fitting({ segments, query: [] })(bare) ? [call.arguments] : [];
  });
  return calls.length === 0 && !inUrl ? undefined : withArguments(parsed, names, calls);
}

type Call = Address["segments"][number]["arguments"];

/** A route with arguments: in parentheses as the calls have them, in the query where there are none. */
function withArguments(parsed: ParsedRoute, names: readonly string[], calls: readonly Call[]): ParsedRoute {
  const inPath = parsed.parameters.filter((parameter) => parameter.in === "path");
  const taken = new Map(inPath.map(({ name }) => [name, 2]));
  const shown = calls.length > 0;
  const added = names.map((written) => ({ written, name: freeName([camel(written)], taken) }));
  const quoted = new Set(
    calls.flatMap((call) => call.filter(({ value }) => value.startsWith("'")).map((one) => one.name.toLowerCase())),
  );
  const call = added.map(({ written, name }): Argument => ({
    name: written,
    value: quoted.has(written.toLowerCase()) ? ["'", { name, as: "string" }, "'"] : [{ name, as: "argument" }],
  }));
  const free = added.filter(({ written }) => shown || optionOf(written) === undefined);
  const query = free.map(({ written, name }): QueryPart => ({ key: written, value: [{ name, as: "query" }] }));
  const { segments } = parsed.path;
  const path = shown
    ? { segments: [...segments.slice(0, -1), { name: [], ...segments.at(-1), arguments: call }], query: [] }
    : { segments, query };
  const parameters = free.map(({ written, name }): RouteParameter => {
    return { name, in: shown ? "path" : "query", documented: written, required: true };
  });
  return { ...parsed, path, parameters: [...inPath, ...parameters] };
}

/** Lists and objects cannot stand in a path. */
function isPlain(value: string): boolean {
  return ![..."()[]{}"].some((sign) => value.includes(sign));
}

/** Whether a URL has the shape of a path. */
function fitting(path: RoutePath): (address: Address) => boolean {
  return (address) => matchUrl({ ...address, pairs: [] }, path, "partial") !== undefined;
}

/** A query parameter that no request line has. */
export interface ShownKey {
  readonly key: string;
  readonly required: boolean;
  readonly list: boolean;
}

/** The query keys that only examples show. */
export function keysOfExamples(routes: readonly NamedRoute[], addresses: readonly Address[]): readonly ShownKey[] {
  const keys = new Map<string, ShownKey>();
  for (const address of addresses.filter(({ pairs }) => pairs.length > 0))
    for (const { path } of routes)
      for (const [key, times] of matchUrl(address, path, "partial")?.unknown ?? [])
        if (!keys.get(key.toLowerCase())?.list)
          keys.set(key.toLowerCase(), { key, required: false, list: times === "repeated" });
  return [...keys.values()];
}

/** A parameter whose key comes again in an example takes several values. */
export function withRepeats(routes: readonly NamedRoute[], addresses: readonly Address[]): readonly NamedRoute[] {
  const asking = addresses.filter(({ pairs }) => pairs.length > 1);
  return routes.map((route) => {
    const values = asking.flatMap((one) => Object.entries(matchUrl(one, route.path, "partial")?.where ?? {}));
    const lists = new Set(values.flatMap(([name, value]) => (typeof value === "string" ? [] : [name])));
    const parameters = route.parameters.map((one) => (lists.has(one.name) ? { ...one, list: true as const } : one));
    return lists.size === 0 ? route : { ...route, parameters };
  });
}

/**
 * Adds query parameters to every route that lacks them, by one name each. A route whose path has an argument of that name says the same in
 * another way. Too many are left out altogether.
 */
export function withKeys(
  routes: readonly NamedRoute[],
  keys: readonly ShownKey[],
  page: Page,
  place: Place,
  docs: Docs,
): readonly NamedRoute[] {
  const taken = new Map(routes.flatMap(({ parameters }) => parameters.map(({ name }) => [name, 2] as const)));
  const count = new Set([...taken.keys(), ...keys.map(({ key }) => parameterName(key))]).size;
  if (keys.length > 0 && count > bounds.parameters) {
    reportParameters("The number of parameters that examples and tables show", count, "", page, place, docs);
    return routes;
  }
  const named = keys.flatMap((key) => {
    const name = parameterName(key.key);
    const others = routes.filter(({ path }) => !saysIn(path, key.key)).flatMap(({ parameters }) => parameters);
    const isFree = !others.some((parameter) => parameter.name === name);
    return name === "" ? [] : [{ ...key, name: isFree ? name : freeName([key.key], taken) }];
  });
  return named.length === 0 ? routes : routes.map((route) => withNamedKeys(route, named));
}

function withNamedKeys(route: NamedRoute, named: readonly (ShownKey & { readonly name: string })[]): NamedRoute {
  const added = named.filter(({ key }) => !saysIn(route.path, key));
  const query = added.map(({ key, name, required }): QueryPart => {
    return { key, value: [{ name, as: "query" }], ...(!required && { optional: true }) };
  });
  const parameters = added.map(({ key, name, required, list }): RouteParameter => {
    return { name, in: "query", documented: key, required, ...(list && { list: true }) };
  });
  return {
    ...route,
    path: { ...route.path, query: [...route.path.query, ...query] },
    parameters: [...route.parameters, ...parameters],
  };
}

/** Whether a route has a key in its query, or an argument of that name. */
function saysIn({ segments, query }: RoutePath, key: string): boolean {
  const names = segments.flatMap((segment) => (segment.arguments ?? []).map(({ name }) => name));
  return [...query.map((part) => part.key), ...names].some((name) => name.toLowerCase() === key.toLowerCase());
}

/** As the API has them, each route marked that the keys of `where` alone do not reach, because an earlier one takes the same keys. */
export function finished(routes: readonly NamedRoute[]): readonly Route[] {
  return routes.map(({ path, parameters, line, sample }, index) => {
    const keys = requiredNames(parameters);
    return {
      template: writeTemplate(path),
      path,
      parameters: parameters.map(({ name }) => name),
      ambiguous: routes.slice(0, index).some((earlier) => takes(earlier, keys)),
      documented: `${line.method} ${line.target}`,
      ...(sample ? { sample: true as const } : {}),
      place: line.place,
    };
  });
}

function takes({ parameters }: NamedRoute, keys: readonly string[]): boolean {
  const names = new Set(parameters.map((parameter) => parameter.name));
  return keys.every((key) => names.has(key)) && requiredNames(parameters).every((name) => keys.includes(name));
}

function requiredNames(parameters: readonly RouteParameter[]): readonly string[] {
  return parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
}

/** OData options that the examples' URLs show, without `$`. */
export function shownOptions(routes: readonly NamedRoute[], addresses: readonly Address[]): readonly string[] {
  const asking = addresses.filter(({ pairs }) => pairs.length > 0);
  return routes.flatMap(({ path }) => asking.flatMap((address) => Object.keys(matchUrl(address, path)?.query ?? {})));
}
