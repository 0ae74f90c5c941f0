/** Routes whose placeholders are more than whole segments. */
import type { RouteValues } from "./operation.js";

const placeholder = /{(.+?)}(\*?)/g;
const missingPair = /[?&][^?&]*{[^&]*/g;
/** An argument that may be missing ends in a question mark. */
const missingArgument = /[^(,/]*{[^(),/]*\?(,|(?=\)))/g;
const endOfOptional = /\?(?=[,)])|,(?=\))/g;
const inQuery = /\?[^,)]/;
const key = /[^?&]*$/;
const inString = /^[^']*'([^']*'[^']*')*[^']*$/;
const inArguments = /\([^)]*$/;
/** Numbers, guids, dates (also `12/31/2016`), members, arrays: nothing that ends an argument, begins another one or leaves the segment. */
const argument = /^([\w.:+'",[\]<> -]|\/(?=\d))+$/;
const notDots = /^(?!\.{0,2}$)/;

/**
 * Puts values into a route. What stands before a placeholder decides how: within quotes it is an OData string, behind `?` a query value, which
 * may be missing or a list, within parentheses an argument without quotes, behind `:/` or before `*` a raw path, segment by segment, else
 * within one segment. A placeholder whose value is missing, or would change the shape of the path, is left as it is.
 */
export function writeInContext(route: string, values: RouteValues): string {
  return route
    .replace(
      placeholder,
      (match, name: string, raw: string, at: number) => encode(values[name], route.slice(0, at), raw) ?? match,
    )
    .replace(missingArgument, "")
    .replace(endOfOptional, "")
    .replace(missingPair, "");
}

function encode(value: RouteValues[string], before: string, raw: string): string | undefined {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  const text = String(value);
  if (inString.test(before)) return encodeURIComponent(text.replaceAll("'", "''"));
  if (inQuery.test(before))
    return [value]
      .flat()
      .map(encodeURIComponent)
      .join("&" + key.exec(before));
  if (inArguments.test(before)) return argument.test(text) ? encodeURIComponent(text) : undefined;
  const parts = raw || before.endsWith(":/") ? text.split("/") : [text];
  return parts.every((part) => notDots.test(part)) ? parts.map(encodeURIComponent).join("/") : undefined;
}
