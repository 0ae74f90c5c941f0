/** Lists and deltas: pages, fetched as they are needed. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError } from "./error.js";
import type { Operation } from "./operation.js";
import { buildRequest } from "./request.js";
import type { Parts } from "./request.js";
import type { Delta, DeltaPage, List, Page, Removed } from "./shapes.js";

interface Sequence<T, P> extends PromiseLike<P>, AsyncIterable<T> {
  pages(): AsyncIterable<P>;
}

interface Body<T> {
  readonly value?: T | T[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
  readonly "@odata.count"?: number;
}

interface AnyPage<T> {
  readonly items: T[];
  readonly nextLink?: string;
  readonly deltaLink?: string;
  readonly count?: number;
}

/** A list operation; nothing is sent before the result is awaited or iterated. */
export function list<T>(client: Client, operation: Operation, parts: Parts): List<T> {
  return sequence<T, Page<T>>(() => fetchPages(client, operation, parts));
}

/** A delta operation; nothing is sent before the result is awaited or iterated. `since`: the delta link of an earlier round. */
export function delta<T>(client: Client, operation: Operation, parts: Parts, since?: string): Delta<T> {
  let last: string | undefined;
  const pages = async function* (): AsyncGenerator<DeltaPage<T>, undefined> {
    for await (const page of fetchPages<T | Removed>(client, operation, parts, since)) {
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
  return "@removed" in item;
}

/** Page by page, each link once; of another origin the client refuses it. The first page from `start` if that is given. */
async function* fetchPages<T>(
  client: Client,
  operation: Operation,
  parts: Parts,
  start?: string,
): AsyncGenerator<AnyPage<T>, undefined> {
  let request = buildRequest(operation, parts);
  const seen = new Set<string>();
  for (let url = start; ;) {
    if (url) {
      if (seen.has(url)) throw new ApiError("repeated", "a next link came twice", { status: -1 });
      seen.add(url);
      request = { ...request, method: "GET", url, body: undefined };
    }
    const body: Body<T> = Object(await receive(await client.send(request), "object"));
    const { value = [], "@odata.nextLink": nextLink, "@odata.deltaLink": deltaLink, "@odata.count": count } = body;
    const items = Array.isArray(value) ? value : [value];
    yield {
      items,
      ...(nextLink && { nextLink }),
      ...(deltaLink && { deltaLink }),
      ...(count !== undefined && { count }),
    };
    url = nextLink;
    if (!url) return;
  }
}

/** Awaited it is the first page, iterated all items. */
function sequence<T, P extends { readonly items: readonly T[] }>(
  pages: () => AsyncGenerator<P, undefined>,
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
