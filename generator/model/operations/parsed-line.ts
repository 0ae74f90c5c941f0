/** Request lines as routes, each read once. */
import type { RequestLine } from "../../read/page.js";
import { camel } from "../../shared/names.js";
import { oncePer } from "../../shared/same.js";
import { markPlaceholders } from "../../shared/odata/marks.js";
import { parseRoutes, type ParsedRoute } from "../../shared/odata/template.js";

const BAR = "|";

/** The routes that a line stands for. */
export const parsedLine = oncePer((line: RequestLine): readonly ParsedRoute[] => parseRoutes(line.target));

/**
 * What lines call the values that a caller hands over, as `plainName` writes it: placeholders, also those within an option and each of
 * several in one, arguments, keys of the query, options.
 */
export const namesIn = oncePer((lines: readonly RequestLine[]): ReadonlySet<string> => {
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
});

/** A name without regard to its case and the signs between its words. */
export function plainName(name: string): string {
  return camel(name).toLowerCase();
}
