/** The routes of an operation: its request lines, and the forms of them that only examples and tables show. */
import { parsedLine } from "./parsed-line.js";
import { bounds } from "../../shared/bounds.js";
import type { Page, RequestLine } from "../../read/page.js";
import { camel } from "../../shared/names.js";
import { matchUrl, type Address } from "../../shared/odata/match.js";
import { optionOf } from "../../shared/odata/options.js";
import { freeName } from "../../shared/odata/placeholder-names.js";
import {
  endOf,
  endOfAddress,
  shapeOf,
  writeTemplate,
  type Argument,
  type QueryPart,
  type RoutePath,
} from "../../shared/odata/segments.js";
import { parseRoute, type ParsedRoute, type RouteParameter } from "../../shared/odata/template.js";
import type { Route } from "../api.js";
import type { Docs } from "../types/docs.js";
import { reportParameters, type NamedRoute } from "./named-route.js";
import { toBeNamed } from "./route-meaning.js";

/** The addresses that the page's examples call, and those of them that are called by the operation's own method. */
export interface ShownAddresses {
  readonly all: readonly Address[];
  readonly own: readonly Address[];
}

const ARGUMENT_NAME = /^\w+$/;

/**
 * The documented lines as routes, then what the page's examples show beside them: arguments of a function, a path without `$ref`, a path
 * with placeholders that ends as a documented one does.
 */
export function routesOf(
  page: Page,
  lines: readonly RequestLine[],
  { all: addresses, own }: ShownAddresses,
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
  const documented = lines.flatMap((line) => parsedLine(line).map((parsed, form) => ({ line, parsed, form })));
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
  const [first] = lines;
  const ends = new Set(documented.map(({ parsed }) => endOf(parsed.path)));
  for (const address of first === undefined ? [] : own) {
    if (!isTemplate(address) || routes.some(({ path }) => fitting(path)(address))) continue;
    const target = `/${address.segments.map(({ written: text }) => text).join("/")}`;
    if (first && ends.has(endOfAddress(address))) add({ ...first, target }, parseRoute(target));
  }
  for (const { line, parsed } of documented)
    add(line, parsed.hasSamples ? parseRoute(line.target, "kept") : parsed, true);
  return routes;
}

/** A name in braces; what else stands in braces is JSON: `queries=[{"id":1}]`. */
const NAMED = /\{[\w .|-]+\}/;

/** Whether a URL of an example has placeholders in place of values: it tells of a path beside those of the lines. */
function isTemplate({ segments }: Address): boolean {
  return segments.some(({ written }) => NAMED.test(written));
}

function rowNames(section: Page["functionParameters"]): readonly string[] {
  const rows = (section?.tables ?? []).flatMap((table) => table.rows);
  return rows.map((row) => row.name.text).filter((name) => ARGUMENT_NAME.test(name));
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
    if (!call || call.arguments.length === 0 || !call.arguments.every(({ value }) => isPlainText(value))) return [];
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
function isPlainText(value: string): boolean {
  return ![..."()[]{}"].some((sign) => value.includes(sign));
}

/** Whether a URL has the shape of a path. */
function fitting(path: RoutePath): (address: Address) => boolean {
  return (address) => matchUrl({ ...address, pairs: [] }, path, "partial") !== undefined;
}

/** As the API has them; of routes that are the same once they have their query, the first. `object`: what the title is about. */
export function finished(named: readonly NamedRoute[], object: string): readonly Route[] {
  const templates = new Set<string>();
  const routes = named.filter(({ path }) => {
    const template = writeTemplate(path);
    return !templates.has(template) && templates.add(template);
  });
  const ambiguous = toBeNamed(routes, object);
  return routes.map(({ path, parameters, line, sample }, index) => ({
    template: writeTemplate(path),
    path,
    parameters: parameters.map(({ name }) => name),
    ambiguous: ambiguous[index] ?? false,
    documented: `${line.method} ${line.target}`,
    ...(sample ? { sample: true as const } : {}),
    place: line.place,
  }));
}

/**
 * Lines that show one or the other optional parameter (`/loans?state=open`, `/loans?reader=7`) are one route that takes all of them: a query
 * has no order, and an optional parameter may be left out of it.
 */
export function withJoinedQueries(routes: readonly NamedRoute[]): readonly NamedRoute[] {
  const joined = new Map<string, NamedRoute>();
  for (const route of routes) {
    const { segments, query } = route.path;
    const isFree = route.parameters.every((one) => one.in !== "query" || !one.required);
    const key = JSON.stringify([route.sample, isFree, shapeOf({ segments, query: isFree ? [] : query })]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? route : joinedQuery(known, route));
  }
  return [...joined.values()];
}

function joinedQuery(one: NamedRoute, other: NamedRoute): NamedRoute {
  const keys = new Set(one.path.query.map(({ key }) => key.toLowerCase()));
  const names = new Set(one.parameters.map(({ name }) => name));
  const query = [...one.path.query, ...other.path.query.filter(({ key }) => !keys.has(key.toLowerCase()))];
  return {
    ...one,
    path: { ...one.path, query },
    parameters: [...one.parameters, ...other.parameters.filter(({ name }) => !names.has(name))],
    options: [...new Set([...one.options, ...other.options])],
  };
}
