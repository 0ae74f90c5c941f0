/** Request lines as routes, each read once. */
import type { RequestLine } from "../../read/page.js";
import { camel } from "../../shared/names.js";
import { markPlaceholders } from "../../shared/odata/marks.js";
import { parseRoutes, type ParsedRoute } from "../../shared/odata/template.js";

const BAR = "|";

const known = new WeakMap<RequestLine, readonly ParsedRoute[]>();

/** The routes that a line stands for. */
export function parsedLine(line: RequestLine): readonly ParsedRoute[] {
  const earlier = known.get(line);
  if (earlier) return earlier;
  const routes = parseRoutes(line.target);
  known.set(line, routes);
  return routes;
}

/**
 * What lines call the values that a caller hands over, as `plainName` writes it: placeholders, also those within an option and each of
 * several in one, arguments, keys of the query, options.
 */
export function namesIn(lines: readonly RequestLine[]): ReadonlySet<string> {
  const written = lines.flatMap((line) => [
    ...markPlaceholders(line.target).written.flatMap((one) => [one, ...one.split(BAR)]),
    ...parsedLine(line).flatMap(({ path, parameters, options }) => [
      ...parameters.flatMap(({ name, documented }) => [name, documented]),
      ...path.segments.flatMap((segment) => (segment.arguments ?? []).map(({ name }) => name)),
      ...path.query.map(({ key }) => key),
      ...options,
    ]),
  ]);
  return new Set(written.map(plainName));
}

/** A name without regard to its case and the signs between its words. */
export function plainName(name: string): string {
  return camel(name).toLowerCase();
}
