/** Routes whose placeholders are more than whole segments. */
import type { RouteValues } from "./operation.js";

const placeholder = /{([^{}]+)}(\*?)/g;
/** An argument that may be missing ends in a question mark, any other one begins the query. */
const missingArgument = /([(,])[^(),{]*{[^(),]*\?(?=[,)])/g;
const optional = /\?(?=[,)])/g;
const inQuery = /\?[^,)]/;
/** Numbers, guids, dates (also `12/31/2016`), members, arrays: nothing that ends an argument, begins another one or leaves the segment. */
const argument = /^([\w.:+'",[\]<> -]|\/(?=\d))+$/;
const notDots = /^(?!\.{0,2}$)/;

/**
 * Puts values into a route. What stands before a placeholder decides how: within quotes it is an OData string, behind `?` a query value, which
 * may be missing or a list, within parentheses an argument without quotes, behind `:/` or before `*` a raw path, segment by segment, else
 * within one segment. A placeholder whose value is missing, or would change the shape of the path, is left as it is; all of them are where one
 * of the values is none.
 */
export function writeInContext(route: string, values: RouteValues): string {
  if (!Object.values(values).every(isValue)) return route;
  // Values are encoded: once the optional arguments are through, the first question mark is the route's own, and so is each `&` behind it.
  const [path = "", ...query] = route
    .replace(placeholder, (match, name: string, raw: string, at: number) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return encode(value, route.slice(0, at), raw) ?? match;
    })
    .replace(missingArgument, (_, sign) => (sign === "(" ? "(?" : ""))
    .replaceAll("(?,", "(")
    .replace(optional, "")
    .split("?");
  const pairs = query
    .join("?")
    .split("&")
    .filter((pair) => pair && !pair.includes("{"));
  return pairs.length ? `${path}?${pairs.join("&")}` : path;
}

/** Neither undefined, null nor an object, such as one that was read where its id is asked for. */
function isValue(value: unknown): boolean {
  return value !== undefined && (typeof value !== "object" || Array.isArray(value));
}

function encode(value: RouteValues[string], before: string, raw: string): string | undefined {
  if (value === undefined || (Array.isArray(value) && !value.length)) return undefined;
  const text = String(value);
  if (before.split("'").length % 2 === 0) return encodeURIComponent(text.replaceAll("'", "''"));
  if (inQuery.test(before))
    return [value]
      .flat()
      .map(encodeURIComponent)
      .join("&" + before.split(/[?&]/).at(-1));
  if (before.lastIndexOf("(") > before.lastIndexOf(")"))
    return argument.test(text) ? encodeURIComponent(text) : undefined;
  const parts = raw || before.endsWith(":/") ? text.split("/") : [text];
  return parts.every((part) => notDots.test(part)) ? parts.map(encodeURIComponent).join("/") : undefined;
}
