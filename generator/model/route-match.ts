/** Reads a documented URL as a call of a route: the values of its placeholders, its OData options. */
import type { Parameter } from "./api.js";

/** A route ready to be compared with URLs. */
interface RouteMatcher {
  readonly template: string;
  /** What every path begins with, lower-cased: tells most others apart before `path` is compiled, which happens when it is first used. */
  readonly start: string;
  readonly path: RegExp;
  readonly names: readonly string[];
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
const PLACEHOLDER = /('?)\{(\w+)\}('?)/g;
/** A quotation mark may be encoded. */
const VARIABLE = /['{]/;
const UNENCODED_PERCENT = /%(?![\da-f]{2})/gi;

/** Compiles a template once; placeholders match as the characters around them say. */
export function routeMatcher(template: string): RouteMatcher {
  const [path = "", query = ""] = template.split("?", 2);
  const names: string[] = [];
  let source = "";
  let end = 0;
  for (const match of path.matchAll(PLACEHOLDER)) {
    const before = path.slice(end, match.index);
    source += escapeRegex(before) + placeholderPattern(match, path);
    names.push(match[2] ?? "");
    end = match.index + match[0].length;
  }
  const pairs = query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [key = "", value = ""] = pair.split("=", 2);
      return [key.toLowerCase(), value.slice(1, -1)] as const;
    });
  return {
    template,
    start: (path.split(VARIABLE, 1)[0] ?? "").toLowerCase(),
    path: new RegExp(`^${source}${escapeRegex(path.slice(end))}/?$`, "i"),
    names,
    query: new Map(pairs),
  };
}

function placeholderPattern(match: RegExpExecArray, path: string): string {
  const [, open = "", , close = ""] = match;
  const before = path.slice(0, match.index);
  if (open && close) return "(?:'|%27)((?:[^']|'')*?)(?:'|%27)";
  if (before.endsWith(":/")) return `${open}(.+?)${close}`;
  const insideCall = before.lastIndexOf("(") > before.lastIndexOf(")");
  return `${open}${insideCall ? "([^,()]+?|\\[[^\\]]*\\])" : "([^/]+?)"}${close}`;
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
  const found = path.toLowerCase().startsWith(matcher.start) ? matcher.path.exec(path) : undefined;
  if (!found) return undefined;
  const where = new Map<string, string>();
  matcher.names.forEach((name, i) => {
    where.set(name, decode(found[i + 1] ?? ""));
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

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
