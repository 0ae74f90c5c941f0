/** Keys of the query string that no request line has: tables list them, or example URLs show them. */
import { bounds } from "../bounds.js";
import type { HttpRequest, Page } from "../read/page.js";
import type { Docs } from "./docs.js";
import { camel } from "./names.js";
import { matchUrl, routeMatcher } from "./route-match.js";
import type { RouteParameter } from "./route.js";
import { NOTHING_REQUIRED, withQuery, type NamedRoute } from "./routes.js";

/** A key of the query string that no request line has. */
export interface QueryKey {
  readonly key: string;
  readonly required: boolean;
}

/** Query keys that tables list, and those that only example URLs show, become parameters of every route. */
export function withQueryKeys(
  routes: readonly NamedRoute[],
  listed: readonly QueryKey[],
  requests: readonly HttpRequest[],
  page: Page,
  docs: Docs,
): readonly NamedRoute[] {
  const keys = new Map(
    keysOfExamples(routes, requests).map((key): [string, QueryKey] => [key.toLowerCase(), { key, required: false }]),
  );
  for (const one of listed) {
    const lacking = one.required ? requests.find((request) => !isSent(one.key, request)) : undefined;
    if (lacking) docs.report("example-required", page.path, lacking.place, one.key, { name: one.key });
    keys.set(one.key.toLowerCase(), { ...one, required: one.required && lacking === undefined });
  }
  if (keys.size === 0) return routes;
  const names = new Set([...routes.flatMap(({ route }) => route.parameters), ...keys.keys()]);
  const place = requests[0]?.place ?? page.title.place;
  if (names.size > bounds.parameters) {
    docs.report("over-bound", page.path, place, "", {
      what: "The number of parameters that examples and tables show",
      actual: String(names.size),
      limit: String(bounds.parameters),
    });
    return routes;
  }
  return routes.map((named) => withKeys(named, [...keys.values()]));
}

/** Keys in the example URLs of a route that it does not have. */
function keysOfExamples(routes: readonly NamedRoute[], requests: readonly HttpRequest[]): readonly string[] {
  const urls = withQuery(requests);
  return (urls.length === 0 ? [] : routes).flatMap(({ route }) => {
    const matcher = routeMatcher(route.template);
    return urls.flatMap((url) => matchUrl(url, matcher, NOTHING_REQUIRED)?.unknown ?? []);
  });
}

/** What an example leaves out cannot be required of callers, whatever the table says. */
function isSent(key: string, { url }: HttpRequest): boolean {
  const pairs = (url.split("?", 2)[1] ?? "").replaceAll("%24", "$").toLowerCase().split("&");
  return pairs.some((pair) => pair.startsWith(`${key.toLowerCase()}=`));
}

function withKeys(named: NamedRoute, keys: readonly QueryKey[]): NamedRoute {
  const { template } = named.route;
  const own = new Set(named.parameters.map((parameter) => parameter.name));
  const added = keys
    .filter(
      ({ key }) =>
        camel(key) !== "" && !own.has(camel(key)) && !template.toLowerCase().includes(`${key.toLowerCase()}=`),
    )
    .map(({ key, required }): RouteParameter => ({ name: camel(key), in: "query", documented: key, required }));
  if (added.length === 0) return named;
  const query = added.map(({ documented, name }) => `${documented}={${name}}`).join("&");
  return {
    ...named,
    parameters: [...named.parameters, ...added],
    route: {
      ...named.route,
      template: `${template}${template.includes("?") ? "&" : "?"}${query}`,
      parameters: [...named.route.parameters, ...added.map(({ name }) => name)],
    },
  };
}
