/** Lists and deltas: pages, fetched as they are needed. */
import { assume } from "./assume.js";
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError } from "./error.js";
import { addressOf, linkOf, resolve } from "./link.js";
import type { AnyPage, Operation, RawPage } from "./operation.js";
import { buildRequest } from "./request.js";
import type { Parts } from "./request.js";
import type { Delta, DeltaPage, List, Page, PageLimits, Removed } from "./shapes.js";

interface Sequence<T, P> extends PromiseLike<P>, AsyncIterable<T> {
  pages(limits?: PageLimits): AsyncIterable<P>;
}

interface Body {
  readonly value?: unknown;
  readonly "@odata.nextLink"?: unknown;
  readonly "@odata.deltaLink"?: unknown;
  readonly "@odata.count"?: number;
}

/** A list operation; nothing is sent before the result is awaited or iterated. */
export function list<T>(client: Client, operation: Operation, parts: Parts): List<T> {
  return sequence<T, Page<T>>((limits) => fetchPages(client, operation, parts, limits));
}

/** A delta operation; nothing is sent before the result is awaited or iterated. `since`: the delta link of an earlier round. */
export function delta<T>(client: Client, operation: Operation, parts: Parts, since?: string): Delta<T> {
  let last: string | undefined;
  const pages = async function* (limits?: PageLimits): AsyncGenerator<DeltaPage<T>, undefined> {
    for await (const page of fetchPages<T | Removed>(client, operation, parts, limits, since)) {
      last = page.deltaLink ?? last;
      yield page;
    }
  };
  return {
    ...sequence<T | Removed, DeltaPage<T>>(pages),
    get deltaLink() {
      return last;
    },
    since: (deltaLink) => delta(client, operation, parts, deltaLink),
  };
}

/** Whether an item of a delta says that something is gone. */
export function isRemoved(item: object): item is Removed {
  return Object.hasOwn(Object(item), "@removed");
}

/**
 * Page by page, each link once; of another origin the client refuses it. The first page from `start` if that is given. A service that never
 * comes to an end is left after a number of pages.
 */
async function* fetchPages<T>(
  client: Client,
  operation: Operation,
  parts: Parts,
  { limit = 10_000, empty = 1000 }: PageLimits = {},
  start?: string,
): AsyncGenerator<AnyPage<T>, undefined> {
  let request = buildRequest(operation, parts);
  const seen = new Set<string>();
  let link: unknown = start;
  let again: boolean | undefined;
  let from = "";
  for (let count = 0, hollow = 0; ; count++) {
    if (link) {
      const url = resolve(link, from);
      if (seen.has(url)) throw new ApiError("repeated", "a next link came twice", { status: -1 });
      if (count >= limit || hollow >= empty)
        throw new ApiError("exhausted", `no end after ${count} pages`, { status: -1 });
      seen.add(url);
      // A link is read, however the first page was asked for: without its body, and what tells of that.
      request = {
        ...(again ? request : buildRequest({ ...operation, method: "GET" }, { ...parts, what: undefined })),
        url,
      };
    }
    const response = await client.send(request);
    from = addressOf(response);
    const body: Body = Object(await receive(response, "object"));
    const [page, next, same] = (operation.page ?? pageOf)(body, from, response.headers);
    assume<AnyPage<T>>(page);
    hollow = page.items.length ? 0 : hollow + 1;
    yield page;
    link = next;
    again = same;
    if (!link) return;
  }
}

function pageOf(
  { value = [], "@odata.nextLink": next, "@odata.deltaLink": end, "@odata.count": count }: Body,
  from: string,
): RawPage {
  const nextLink = linkOf(next, from);
  const deltaLink = linkOf(end, from);
  return [
    {
      items: Array.isArray(value) ? value : [value],
      ...(nextLink && { nextLink }),
      ...(deltaLink && { deltaLink }),
      ...(count !== undefined && { count }),
    },
    next,
  ];
}

/** Awaited it is the first page, iterated all items. */
function sequence<T, P extends { readonly items: readonly T[] }>(
  pages: (limits?: PageLimits) => AsyncGenerator<P, undefined>,
): Sequence<T, P> {
  return {
    pages,
    then: (fulfilled, rejected) => first(pages()).then(fulfilled, rejected),
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.items;
    },
  };
}

async function first<P>(pages: AsyncIterable<P>): Promise<P> {
  for await (const page of pages) return page;
  throw new TypeError("No page");
}
