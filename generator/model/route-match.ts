/** Reads a documented URL as a call of a route: the values of its placeholders, its OData options. */
import type { Parameter } from "./api.js";
import { routePattern, valuesIn, type RoutePattern } from "./route-pattern.js";

/** A route ready to be compared with URLs. */
interface RouteMatcher {
  readonly template: string;
  readonly path: RoutePattern;
  /** Names of query parameters by their lower-cased key. */
  readonly query: ReadonlyMap<string, string>;
}

interface UrlCall {
  readonly where: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Query keys that are neither parameters of the route nor OData options, as written. */
  readonly unknown: readonly string[];
}

const HOST = /^https?:\/\/[^/?\s]*/i;
const VERSION = /^\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
const ODATA_OPTION = /^(?:select|expand|filter|orderby|top|skip|count|search)$/i;
const UNENCODED_PERCENT = /%(?![\da-f]{2})/gi;

/** Takes a template apart once; placeholders match as the characters around them say. */
export function routeMatcher(template: string): RouteMatcher {
  const [path = "", query = ""] = template.split("?", 2);
  const pairs = query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [key = "", value = ""] = pair.split("=", 2);
      return [key.toLowerCase(), value.slice(1, -1)] as const;
    });
  return {
    template,
    path: routePattern(path),
    query: new Map(pairs),
  };
}

/**
 * The call that a URL (absolute or relative, placeholders allowed) is of this route; undefined when its path has another shape or a
 * required query parameter is missing.
 */
export function matchUrl(url: string, matcher: RouteMatcher, required: ReadonlySet<string>): UrlCall | undefined {
  const relative = url
    .trim()
    .replace(HOST, "")
    .replace(/^(?!\/)/, "/")
    .replace(VERSION, "");
  const split = relative.indexOf("?");
  const path = split < 0 ? relative : relative.slice(0, split);
  const found = valuesIn(path, matcher.path);
  if (!found) return undefined;
  const where = new Map<string, string>();
  matcher.path.slots.forEach(({ name }, i) => {
    where.set(name, decode(found[i] ?? ""));
  });
  const query = new Map<string, string>();
  const unknown: string[] = [];
  for (const pair of split < 0
    ? []
    : relative
        .slice(split + 1)
        .split("&")
        .filter(Boolean)) {
    const [key, value] = splitPair(pair);
    const name = matcher.query.get(key.toLowerCase());
    if (name !== undefined) where.set(name, value);
    else if (key.startsWith("$")) query.set(key.slice(1), value);
    else if (ODATA_OPTION.test(key)) query.set(key, value);
    else unknown.push(key);
  }
  return [...matcher.query.values()].some((name) => required.has(name) && !where.has(name))
    ? undefined
    : { where: Object.fromEntries(where), query: Object.fromEntries(query), unknown };
}

/** Names of the parameters that a call must give. */
export function requiredNames(parameters: readonly Pick<Parameter, "name" | "required">[]): ReadonlySet<string> {
  return new Set(parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name));
}

function splitPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf("=");
  return equals < 0 ? [decode(pair), ""] : [decode(pair.slice(0, equals)).trim(), decode(pair.slice(equals + 1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(UNENCODED_PERCENT, "%25"));
  } catch {
    return text;
  }
}
