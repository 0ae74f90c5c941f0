/** The exchanges of a page: which of them show what an operation sends and answers. */
import type { Page, ExamplePair, HttpResponse, HttpRequest } from "../../read/page.js";
import { matchUrl, readAddress } from "../../shared/odata/match.js";
import { endOf, type RoutePath } from "../../shared/odata/segments.js";
import { hostOf } from "../../shared/odata/url.js";

/** An exchange to be shown as one example: a pair, or the pair's request with a response that follows a redirect. */
export interface Exchange {
  readonly page: Page;
  readonly pair: ExamplePair;
  readonly response: HttpResponse | undefined;
}

/** The exchanges of a pair: its own response first, then what a redirect leads to. */
export function exchangesOf(page: Page, pair: ExamplePair): readonly Exchange[] {
  return [{ page, pair, response: pair.response }, ...pair.followUps.map((response) => ({ page, pair, response }))];
}

/**
 * The pairs that tell what an operation sends and answers, those of its own method first. Some pages go on with requests to addresses that
 * the answer hands out (an upload session); where a page shows nothing else, these have to do.
 */
export function tellingPairs(
  pairs: readonly ExamplePair[],
  method: string,
  host: string | undefined,
): readonly ExamplePair[] {
  const called = pairs.filter(({ request }) => !isHandedOut(request) && [host, ""].includes(hostOf(request.url)));
  const telling = called.length > 0 ? called : pairs;
  const isOwn = ({ request }: ExamplePair): boolean => request.method === method;
  return [...telling.filter(isOwn), ...telling.filter((pair) => !isOwn(pair))];
}

/** The pairs with calls of these routes. */
function callsOf(pairs: readonly ExamplePair[], routes: readonly RoutePath[]): readonly ExamplePair[] {
  return pairs.filter(({ request }) => {
    const address = readAddress(request.url);
    return routes.some((route) => matchUrl(address, route, "partial") !== undefined);
  });
}

/** The pairs with calls of these routes, then the others, which tell less of what is sent. */
export function ownFirst(pairs: readonly ExamplePair[], routes: readonly RoutePath[]): readonly ExamplePair[] {
  const own = new Set(callsOf(pairs, routes));
  return [...own, ...pairs.filter((pair) => !own.has(pair))];
}

/**
 * The pairs that tell what is answered: calls of lines that end as the first one does, which is what the words are about; where none of
 * them shows an answer those of any line, then all.
 */
export function answeringPairs(pairs: readonly ExamplePair[], routes: readonly RoutePath[]): readonly ExamplePair[] {
  const [first] = routes;
  const alike = first === undefined ? [] : routes.filter((route) => endOf(route) === endOf(first));
  const shows = (some: readonly ExamplePair[]): boolean =>
    some.some(({ response }) => response !== undefined && response.body.kind !== "none");
  return [alike, routes].map((some) => callsOf(pairs, some)).find(shows) ?? pairs;
}

export /** The URL comes from an earlier answer: no request line has to fit it, and it may lead to any host. */
function isHandedOut({ annotation }: HttpRequest): boolean {
  return annotation?.opaqueUrl === true;
}
