/** The routes of an operation: its request lines, and the forms of them that only examples show. */
import { bounds } from "../bounds.js";
import type { HttpRequest, Page, RequestLine } from "../read/page.js";
import type { Route } from "./api.js";
import type { Docs } from "./docs.js";
import { matchUrl, requiredNames, routeMatcher } from "./route-match.js";
import { parseRoute, type ParsedRoute, type RouteParameter } from "./route.js";

/** A route with its parameters and the OData options that its line shows. */
export interface NamedRoute {
  readonly route: Route;
  readonly parameters: readonly RouteParameter[];
  readonly options: readonly string[];
}

/** A call whose arguments are plain values; lists and objects cannot stand in a path. */
const CALL = /\([^()[\]{}]*\)$/;
const CALL_ARGUMENTS = /\([^()]*\)$/;
const PLACEHOLDER = /\{\w+\}/g;
export const NOTHING_REQUIRED: ReadonlySet<string> = new Set();

/** The documented lines as routes, then what the page's examples show beside them: arguments of a function, a path without `$ref`. */
export function routesOf(
  page: Page,
  lines: readonly RequestLine[],
  requests: readonly HttpRequest[],
  argumentNames: readonly string[],
  docs: Docs,
): readonly NamedRoute[] {
  const routes: NamedRoute[] = [];
  const shapes = new Set<string>();
  const written = new Map<string, RequestLine>();
  let names: ReadonlySet<string> = new Set();
  const add = (line: RequestLine, parsed: ParsedRoute, sample = false): void => {
    const shape = parsed.template.replace(PLACEHOLDER, "{}").toLowerCase();
    if (shapes.has(shape)) {
      reportRepeat(line, written, page, docs);
      return;
    }
    const parameters = parsed.parameters.map((parameter) => parameter.name);
    const all = new Set([...names, ...parameters]);
    if (all.size > bounds.parameters) {
      reportParameters(all.size, line, page, docs);
      return;
    }
    names = all;
    shapes.add(shape);
    if (!written.has(writtenAs(line))) written.set(writtenAs(line), line);
    routes.push({
      route: {
        template: parsed.template,
        parameters,
        ambiguous: false,
        documented: `${line.method} ${line.target}`,
        ...(sample ? { sample: true as const } : {}),
        place: line.place,
      },
      parameters: parsed.parameters,
      options: parsed.options,
    });
  };
  const documented = lines.map((line) => ({ line, parsed: parseRoute(line.target) }));
  for (const { line, parsed } of documented) {
    for (const reason of parsed.flaws) docs.report("request-path", page.path, line.place, line.target, { reason });
    add(line, parsed);
  }
  for (const { line, parsed } of shownForms(page, lines, requests, argumentNames)) add(line, parsed);
  for (const { line, parsed } of documented)
    add(line, parsed.hasSamples ? parseRoute(line.target, "kept") : parsed, true);
  return routes;
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

function reportParameters(count: number, line: RequestLine, page: Page, docs: Docs): void {
  docs.report("over-bound", page.path, line.place, line.target.slice(0, bounds.nameLength), {
    what: "The number of parameters",
    actual: String(count),
    limit: String(bounds.parameters),
  });
}

interface ShownForm {
  readonly line: RequestLine;
  readonly parsed: ParsedRoute;
}

/**
 * Forms of a documented path that only examples show: `…/getByPath(path='x')` where the line ends in `getByPath`, and a path without the
 * `/$ref` of the line. Arguments that no example shows go into the query string, as "In the request URL, provide …" says.
 */
function shownForms(
  page: Page,
  lines: readonly RequestLine[],
  requests: readonly HttpRequest[],
  urlNames: readonly string[],
): readonly ShownForm[] {
  const urls = requests.map((request) => request.url.split("?", 1)[0] ?? "");
  const tabled = (page.functionParameters?.tables ?? [])
    .flatMap((table) => table.rows)
    .map((row) => row.name.text)
    .filter((name) => /^\w+$/.test(name));
  // one more than may be shows that it is too many
  const argumentNames = (urlNames.length > 0 ? urlNames : tabled).slice(0, bounds.parameters + 1);
  return lines.flatMap((line): ShownForm[] => {
    const target = line.target.split("?", 1)[0] ?? "";
    const path = target.replace(/\/$/, "");
    if (/\/\$ref$/i.test(path)) {
      const bare = path.replace(/\/\$ref$/i, "");
      return urls.some(fitting(bare)) && !urls.some(fitting(path)) ? [{ line, parsed: parseRoute(bare) }] : [];
    }
    if (argumentNames.length === 0 || path.endsWith(")")) return [];
    const shown = urls
      .filter((url) => CALL.test(url))
      .map((url) => url.replace(CALL_ARGUMENTS, ""))
      .some(fitting(path));
    if (!shown && urlNames.length === 0) return [];
    const call = argumentNames.map((name) => `${name}=${isQuoted(name, urls) ? `'{${name}}'` : `{${name}}`}`).join(",");
    return [
      {
        line,
        parsed: parseRoute(
          shown ? `${path}(${call})` : `${path}?${argumentNames.map((name) => `${name}={${name}}`).join("&")}`,
        ),
      },
    ];
  });
}

/** Whether an example writes the argument in quotes. */
function isQuoted(name: string, urls: readonly string[]): boolean {
  return urls.some(
    (url) => /[(,]/.test(url) && url.toLowerCase().replace(/\s/g, "").includes(`${name.toLowerCase()}='`),
  );
}

/** Whether a URL has the shape of a target. */
function fitting(target: string): (url: string) => boolean {
  const matcher = routeMatcher(parseRoute(target).template);
  return (url) => matchUrl(url, matcher, NOTHING_REQUIRED) !== undefined;
}

/** The URLs that can tell anything about a query; most have none. */
export function withQuery(requests: readonly HttpRequest[]): readonly string[] {
  return requests.map(({ url }) => url).filter((url) => url.includes("?"));
}

/** Marks each route that the keys of `where` alone do not reach, because an earlier one takes the same keys. */
export function markAmbiguous(routes: readonly NamedRoute[]): readonly NamedRoute[] {
  return routes.map((named, index) => {
    const keys = [...requiredNames(named.parameters)];
    const taken = routes.slice(0, index).some((earlier) => takes(earlier, keys));
    return { ...named, route: { ...named.route, ambiguous: taken } };
  });
}

function takes({ parameters }: NamedRoute, keys: readonly string[]): boolean {
  const names = new Set(parameters.map((parameter) => parameter.name));
  return keys.every((key) => names.has(key)) && [...requiredNames(parameters)].every((name) => keys.includes(name));
}

/** OData options that the examples' URLs show, without `$`. */
export function shownOptions(routes: readonly NamedRoute[], requests: readonly HttpRequest[]): readonly string[] {
  const urls = withQuery(requests);
  if (urls.length === 0) return [];
  const required = requiredNames(routes.flatMap(({ parameters }) => parameters));
  return routes.flatMap(({ route }) => {
    const matcher = routeMatcher(route.template);
    return urls.flatMap((url) => Object.keys(matchUrl(url, matcher, required)?.query ?? {}));
  });
}
