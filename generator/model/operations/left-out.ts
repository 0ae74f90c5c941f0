/** What a call can leave out: optional parameters of its routes; and routes that leave out what must be there. */
import type { Page, Row } from "../../read/page.js";
import {
  placeholderNames,
  shapeOf,
  type Argument,
  type QueryPart,
  type RoutePath,
} from "../../shared/odata/segments.js";
import type { RouteParameter } from "../../shared/odata/template.js";
import type { NamedRoute } from "./named-route.js";
import { isRequired, rowOf } from "./parameters.js";

/**
 * The routes with each query parameter and each argument of a function optional that its row calls so. A segment of the path never is, nor
 * is an argument where lines of their own show the call with and without it.
 */
export function withOptional(
  routes: readonly NamedRoute[],
  rows: ReadonlyMap<string, Row>,
  page: Page,
): readonly NamedRoute[] {
  const isOptional = (parameter: RouteParameter): boolean => isRequired(rowOf(parameter, rows), page) === false;
  if (rows.size === 0 || !routes.some(({ parameters }) => parameters.some(isOptional))) return routes;
  const bare = routes.map(({ path }) => shapeOf(withoutArguments(path)));
  const forms = new Map<string, number>();
  for (const [i, shape] of bare.entries()) forms.set(shape, (forms.get(shape) ?? 0) + (routes[i]?.sample ? 0 : 1));
  return routes.map((route, i) => {
    const isOnly = (forms.get(bare[i] ?? "") ?? 0) < 2;
    const called = new Set(
      argumentsOf(route.path).flatMap(({ name, value }) => (name === "" ? [] : placeholderNames(value))),
    );
    const canMiss = (parameter: RouteParameter): boolean =>
      isOptional(parameter) && (parameter.in === "query" || (isOnly && called.has(parameter.name)));
    return withMissing(route, new Set(route.parameters.filter(canMiss).map(({ name }) => name)));
  });
}

/**
 * Without the bare form of a line (`…/getApplicableTypes`) whose arguments only an example or a table shows (`…/getApplicableTypes(listId='{id}')`),
 * where the rows of all of them say that they are required: nobody can call it so.
 */
export function withoutIncomplete(
  routes: readonly NamedRoute[],
  rows: ReadonlyMap<string, Row>,
  page: Page,
): readonly NamedRoute[] {
  return routes.filter((bare) => {
    const named = new Set(bare.parameters.map(({ name }) => name));
    return !routes.some(({ line, path, parameters }) => {
      const added = parameters.filter(({ name }) => !named.has(name));
      const isOfLine = line.place === bare.line.place && parameters.length === named.size + added.length;
      return (
        isOfLine &&
        added.length > 0 &&
        shapeOf(withoutArguments(path)) === shapeOf({ ...bare.path, query: [] }) &&
        added.every((parameter) => isRequired(rowOf(parameter, rows), page) === true)
      );
    });
  });
}

function withMissing(route: NamedRoute, optional: ReadonlySet<string>): NamedRoute {
  const marked = <P extends Argument | QueryPart>(part: P): P =>
    placeholderNames(part.value).some((name) => optional.has(name)) ? { ...part, optional: true } : part;
  const segments = route.path.segments.map((segment) =>
    segment.arguments ? { ...segment, arguments: segment.arguments.map(marked) } : segment,
  );
  const parameters = route.parameters.map((one) => (optional.has(one.name) ? { ...one, required: false } : one));
  return { ...route, parameters, path: { segments, query: route.path.query.map(marked) } };
}

function withoutArguments({ segments }: RoutePath): RoutePath {
  return { segments: segments.map(({ name }) => ({ name })), query: [] };
}

function argumentsOf({ segments }: RoutePath): readonly Argument[] {
  return segments.flatMap((segment) => segment.arguments ?? []);
}
