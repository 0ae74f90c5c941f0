/** Lists in pages, as the API has them: cutting the documented items, and links that lead from page to page of the mock. */
import { at, isRecord, withAt } from "./members.js";
import type { MockEnvelope, MockOperation } from "./data.js";

/** What a request wants of a list. */
export interface PageWish {
  /** Items a page at most. */
  readonly size?: number | undefined;
  /** How many items come before. */
  readonly offset: number;
  /** What the last of them is called by, where the API asks so. */
  readonly after?: string | undefined;
  /** The documented pages end before this one. */
  readonly beyond: boolean;
  /** The items are to be counted. */
  readonly count: boolean;
  /** Address of the request without what this mock added to it. */
  readonly address: string;
}

export interface PageAnswer {
  readonly body: unknown;
  /** Of the `Link` header; "" where there is no further page. */
  readonly link?: string;
}

const ODATA: MockEnvelope = { items: "value", next: "@odata.nextLink", count: "@odata.count" };
const deltaLink = "@odata.deltaLink";
/** Query key of an offset where the API leaves open how its links look. */
const offsetKey = "docwright-offset";
const token = /^docwright-(\d{1,9})$/;
const sizeKey = /^(?:\$?top|limit|size|page[_-]?size|per[_-]?page|max[_-]?(?:results|items|page[_-]?size))$/i;
const continuing = /^\$?(?:skiptoken|deltatoken)$/i;

export function envelopeOf({ envelope }: Pick<MockOperation, "envelope">): MockEnvelope {
  return envelope ?? ODATA;
}

/** The items of a documented page; undefined where it holds none. */
export function itemsOf(body: unknown, operation: Pick<MockOperation, "envelope">): readonly unknown[] | undefined {
  const items = Array.isArray(body) ? body : at(body, envelopeOf(operation).items);
  return Array.isArray(items) ? items : undefined;
}

const nextRelation = /<([^<>]*)>\s*;\s*rel="?next\b/i;

/** The documented address of the next page; undefined where there is none, or only a token for it. */
export function nextOf(
  body: unknown,
  headers: Readonly<Record<string, string>>,
  operation: Pick<MockOperation, "envelope">,
): string | undefined {
  const { next, send } = envelopeOf(operation);
  const link = next === undefined || send !== undefined ? undefined : at(body, next);
  const [, told = ""] = Object.entries(headers).find(([name]) => /^link$/i.test(name)) ?? [];
  return typeof link === "string" ? link : nextRelation.exec(told)?.[1];
}

/** A request's query without what leads to a page of this mock, and what that says. */
export interface PageQuery {
  readonly pairs: readonly string[];
  readonly offset?: number;
  readonly size?: number;
  /** What the last item before this page is called by. */
  readonly after?: string;
  /** The query asks for a further page in the API's own words. */
  readonly further: boolean;
}

/** `pairs` are written `key=value`, as in the address; `pageSize` is that of the mock. */
export function readPageQuery(
  pairs: readonly string[],
  { envelope }: Pick<MockOperation, "envelope">,
  pageSize?: number,
): PageQuery {
  const key = envelope?.send?.toLowerCase();
  let offset: number | undefined;
  let size: number | undefined;
  let further = false;
  let page: number | undefined;
  let after: string | undefined;
  const kept = pairs.filter((pair) => {
    const [name, value] = readPair(pair);
    const lower = name.toLowerCase();
    const own = lower === offsetKey ? value : token.exec(value)?.[1];
    if (own !== undefined && (lower === offsetKey || lower === key || continuing.test(lower))) {
      offset = Number(own) || 0;
      return false;
    }
    if (sizeKey.test(lower) && /^\d{1,9}$/.test(value)) size = Number(value);
    if (lower === key && envelope?.offset) offset = Number(value) || 0;
    else if (lower === key && envelope?.last !== undefined) after = value;
    else if (lower === key && envelope?.pages !== undefined) page = Number(value);
    else if (lower === key || continuing.test(lower)) further = true;
    return true;
  });
  if (page !== undefined && page > 1) {
    const own = Math.min(size ?? Infinity, pageSize ?? Infinity);
    if (own === Infinity) further = true;
    else offset = (page - 1) * own;
  }
  const behind = after !== undefined && { after };
  return {
    pairs: kept,
    further,
    ...behind,
    ...(offset !== undefined && { offset }),
    ...(size !== undefined && { size }),
  };
}

/** `key=value` of a query, decoded. */
export function readPair(pair: string): readonly [key: string, value: string] {
  const equals = pair.indexOf("=");
  return [decoded(equals < 0 ? pair : pair.slice(0, equals)), equals < 0 ? "" : decoded(pair.slice(equals + 1))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** The page of a documented list that a request wants. */
export function pageOf(body: unknown, operation: MockOperation, wish: PageWish): PageAnswer {
  const all = itemsOf(body, operation);
  if (all === undefined) return { body };
  const envelope = envelopeOf(operation);
  const offset = wish.after === undefined ? wish.offset : placeBehind(wish.after, all, envelope);
  const { size = Infinity, beyond, count } = wish;
  const end = beyond ? offset : offset + size;
  const items = beyond ? [] : all.slice(offset, end);
  const isCut = beyond || items.length < all.length;
  let page = isCut ? withItems(body, envelope, items) : body;
  if (count && envelope.count !== undefined && at(page, envelope.count) === undefined && isRecord(page))
    page = withAt(page, envelope.count, all.length);
  if (!isCut) return { body: page };
  const isLast = beyond || end >= all.length;
  const turned = isLast ? lastPage(page, operation, wish) : furtherPage(page, envelope, end, wish);
  return envelope.pages === undefined ? turned : numbered(turned, envelope, all.length, { ...wish, offset });
}

/** How many items come before what stands behind the one that is called so; all of them where there is none. */
function placeBehind(id: string, all: readonly unknown[], { last = "" }: MockEnvelope): number {
  const found = all.findIndex((item) => `${at(item, last)}` === id);
  return found < 0 ? all.length : found + 1;
}

function withItems(body: unknown, { items: path }: MockEnvelope, items: readonly unknown[]): unknown {
  return Array.isArray(body) ? items : withAt(body, path, items);
}

/** No page follows; the end of a delta says where to ask for what changes from now on. */
function lastPage(page: unknown, operation: MockOperation, { address }: PageWish): PageAnswer {
  const { next, link } = envelopeOf(operation);
  const had = next === undefined ? undefined : at(page, next);
  // A house that says so by null goes on to do so.
  const ended =
    next === undefined || had === undefined ? page : withAt(page, next, operation.envelope ? null : undefined);
  const known = at(ended, deltaLink);
  const isDelta = operation.result === "delta" && isRecord(ended);
  const path = address.split("?", 1)[0] ?? "";
  const body = isDelta ? withAt(ended, deltaLink, known ?? `${path}?$deltatoken=docwright`) : ended;
  return { body, ...(link && { link: "" }) };
}

function furtherPage(
  page: unknown,
  { next, send, pages, link }: MockEnvelope,
  end: number,
  wish: PageWish,
): PageAnswer {
  const { address } = wish;
  if (pages !== undefined) return { body: page };
  if (next === undefined) return { body: page, ...(link && { link: withQuery(address, offsetKey, `${end}`) }) };
  if (send !== undefined) return { body: withAt(page, next, `docwright-${end}`) };
  const added = next === ODATA.next ? ["$skiptoken", `docwright-${end}`] : [offsetKey, `${end}`];
  const body = withAt(page, next, withQuery(address, added[0] ?? "", added[1] ?? ""));
  return { body: next === ODATA.next && isRecord(body) ? withAt(body, deltaLink, undefined) : body };
}

/** How many pages there are, or that there are more: as the docs show it. */
function numbered(
  { body, ...others }: PageAnswer,
  { pages = "", offset: byItems }: MockEnvelope,
  all: number,
  wish: PageWish,
): PageAnswer {
  const { size = all || 1, offset, beyond } = wish;
  // how many items there are in all stays as it is
  if (byItems && typeof at(body, pages) !== "boolean") return { body, ...others };
  const isFlag = typeof at(body, pages) === "boolean";
  const told = isFlag ? !beyond && offset + size < all : beyond ? at(body, pages) : Math.ceil(all / size);
  return { body: withAt(body, pages, told), ...others };
}

function withQuery(address: string, key: string, value: string): string {
  const [path = "", query = ""] = address.split("?", 2);
  const others = query
    .split("&")
    .filter((pair) => pair !== "" && readPair(pair)[0].toLowerCase() !== key.toLowerCase());
  return `${path}?${[...others, `${key}=${value}`].join("&")}`;
}
