/** Routes whose placeholders are more than whole segments. */
import type { RouteValues } from "./operation.js";

const placeholder = /{(.+?)}/g;
const missingPair = /[?&][^?&]*{[^&]*/g;
const inQuery = /\?/;
/** Numbers, guids, dates, enumeration members, arrays: nothing that ends an argument or begins another one. */
const argument = /^[\w.:+'",[\] -]+$/;
const notDots = /^(?!\.{0,2}$)/;

/**
 * Puts values into a route. What stands before a placeholder decides how: `'` inside an OData string; `:/` a raw path, segment by segment;
 * `=`, `(`, `[` an argument without quotes; behind `?` a query value, which may be missing; else within one segment. A placeholder whose
 * value is missing, or would change the shape of the path, is left as it is.
 */
export function writeInContext(route: string, values: RouteValues): string {
  return route
    .replace(placeholder, (match, name: string, at: number) => encode(values[name], route.slice(0, at)) ?? match)
    .replace(missingPair, "");
}

function encode(value: RouteValues[string], before: string): string | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  if (before.endsWith("'")) return encodeURIComponent(text.replaceAll("'", "''"));
  if (inQuery.test(before)) return encodeURIComponent(text);
  if (/[=([]$/.test(before)) return argument.test(text) ? encodeURIComponent(text) : undefined;
  const parts = before.endsWith(":/") ? text.split("/") : [text];
  return parts.every((part) => notDots.test(part)) ? parts.map(encodeURIComponent).join("/") : undefined;
}
