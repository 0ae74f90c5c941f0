/** From an operation and the caller's values to a request. */
import type { ApiRequest } from "./client.js";
import { defined, headersOf } from "./entries.js";
import type { Expression } from "./odata.js";
import type { Operation, RouteValues } from "./operation.js";
import type { CallOptions } from "./shapes.js";

/** Path and query parameters; `route` names the template, where the other names fit several that mean different things. */
export type Where = RouteValues;

/** What a generated function hands on. */
export interface Parts {
  readonly where?: Where | undefined;
  readonly what?: unknown;
  readonly options?: Options | undefined;
}

/** `Query`, its types forgotten. */
export interface Options extends CallOptions, SystemOptions {
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** `$select`, `$top` and the like: `orderBy` is sent as `$orderby`. */
interface SystemOptions {
  readonly select?: readonly string[];
  /** Names, or `SystemOptions` by name. */
  readonly expand?: object;
  readonly filter?: string | Expression;
  readonly orderBy?: string | readonly string[];
  readonly search?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  readonly format?: string;
  readonly levels?: number | "max";
}

/**
 * The request of one call.
 * @throws TypeError when no route has these parameters, when one of them is undefined or null, or when a value would change the shape of
 * the path
 */
export function buildRequest(
  { id, method, routes, write = writeSegments, body }: Operation,
  { where = {}, what, options: { signal, timeout, headers: sent, query, ...system } = {} }: Parts,
): ApiRequest {
  const headers = headersOf(defined(sent));
  // Encoded values hold no brace: one that is left belongs to a placeholder whose value is missing or does not fit.
  // What is undefined chooses its route as well, and then has no value there.
  const path = routes
    .filter((route) =>
      Object.entries(where).every(
        ([name, value]) => route.includes(`{${name}}`) || (name === "route" && value === route),
      ),
    )
    .map((route) => write(route, where))
    .find((written) => !written.includes("{"));
  if (!path) throw new TypeError(id + ": no path: " + Object.keys(where));
  return {
    method,
    url: [...systemPairs(system), ...defined(query)].reduce(
      (url, pair) =>
        url + (url.includes("?") ? "&" : "?") + pair.map(encodeURIComponent).join("=").replaceAll("%24", "$"),
      path,
    ),
    headers,
    ...(what !== undefined && body?.(what, headers)),
    signal,
    timeout,
  };
}

/** Each placeholder is a segment of its own. */
export function writeSegments(route: string, where: Where): string {
  return Object.entries(where).reduce(
    (path, [name, value]) =>
      /^\.?\.?$/.test(`${value ?? ""}`) || (typeof value === "object" && !Array.isArray(value))
        ? path
        : path.replaceAll(`/{${encodeURIComponent(name)}}`, "/" + encodeURIComponent(`${value}`)),
    route,
  );
}

/** `["a","b"]` is `a,b`; `{ manager: { select: ["id"] } }` is `manager($select=id)`. */
function systemPairs(options?: SystemOptions): string[][] {
  return defined(options).map(([name, value]) => [
    "$" + name.toLowerCase(),
    JSON.stringify(value)[0] === "{" ? defined(Object(value)).map(nested).join() : `${value}`,
  ]);
}

function nested([name, options]: [string, SystemOptions]): string {
  const text = systemPairs(options)
    .map((pair) => pair.join("="))
    .join(";");
  return text ? name + `(${text})` : name;
}
