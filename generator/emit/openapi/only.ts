/** A part of an API: the operations that patterns name. */
import type { PublishedApi, PublishedOperation } from "../../model/published.js";

/** The API with those operations only whose page, or one of whose routes, one of the patterns fits; of the latter only such routes. */
export function partOfApi(api: PublishedApi, patterns: readonly string[]): PublishedApi {
  if (patterns.length === 0) return api;
  const operations = api.operations.flatMap((operation) => {
    if (patterns.some((pattern) => fitsPattern(operation.page, pattern) || operation.id === pattern))
      return [operation];
    const routes = operation.routes.filter((route) => patterns.some((pattern) => fitsPattern(pathOf(route), pattern)));
    return routes.length === 0 ? [] : [{ ...operation, routes } satisfies PublishedOperation];
  });
  return { ...api, operations };
}

function pathOf(route: string): string {
  return route.split("?")[0] ?? route;
}

/** Whether the text is the pattern, in any letter case; `*` stands for any text. */
function fitsPattern(text: string, pattern: string): boolean {
  const [first = "", ...others] = pattern.toLowerCase().split("*");
  const given = text.toLowerCase();
  const last = others.pop();
  if (last === undefined) return given === first;
  if (!given.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = given.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return given.length - last.length >= at && given.endsWith(last);
}
