/** Request lines as routes, each read once. */
import type { RequestLine } from "../../read/page.js";
import { parseRoutes, type ParsedRoute } from "../../shared/odata/template.js";

const known = new WeakMap<RequestLine, readonly ParsedRoute[]>();

/** The routes that a line stands for. */
export function parsedLine(line: RequestLine): readonly ParsedRoute[] {
  const earlier = known.get(line);
  if (earlier) return earlier;
  const routes = parseRoutes(line.target);
  known.set(line, routes);
  return routes;
}
