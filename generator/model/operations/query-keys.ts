/** Query parameters and OData options beside those of the request lines. */
import { bounds } from "../../shared/bounds.js";
import type { Place } from "../../shared/place.js";
import type { Page } from "../../read/page.js";
import { matchUrl, type Address } from "../../shared/odata/match.js";
import { freeName, parameterName } from "../../shared/odata/placeholder-names.js";
import type { QueryPart, RoutePath } from "../../shared/odata/segments.js";
import type { RouteParameter } from "../../shared/odata/template.js";
import type { Docs } from "../types/docs.js";
import { reportParameters, type NamedRoute } from "./named-route.js";

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

/** OData options that the examples' URLs show, without `$`. */
export function shownOptions(routes: readonly NamedRoute[], addresses: readonly Address[]): readonly string[] {
  const asking = addresses.filter(({ pairs }) => pairs.length > 0);
  return routes.flatMap(({ path }) => asking.flatMap((address) => Object.keys(matchUrl(address, path)?.query ?? {})));
}
