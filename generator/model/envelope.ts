/** How the answers of a house hold the pages of a list: read off the documented bodies. */
import type { Report } from "../findings/collect.js";
import type { Dialect, EnvelopeWords } from "../dialect/dialect.js";
import type { ExamplePair, Page } from "../read/page.js";
import { isObject } from "../shared/json/json.js";
import { isAbsolute, pairsOf, splitUrl } from "../shared/odata/url.js";
import { own } from "../shared/own.js";
import { numberedPages } from "./numbered-pages.js";
import { ERROR_STATUS, keyIn } from "./error-body.js";
import { ownItems } from "./operations/body-shape.js";
import type { Envelope } from "./api.js";

const NO_LETTER = /[^A-Za-z]/g;
const OK = 200;
const CREATED = 201;
const PATH = /^[/?]/;
const LINK_HEADER = /\blink header|\bheader link\b|rel="?next\b/i;
const REL_NEXT = /rel="?next\b/i;
const NEXT = /^next[_-]?/i;

/** The envelope that most documented answers have; undefined where none has one but `{"value": […]}`. */
export function envelopeOf(pages: readonly Page[], { envelope: words }: Dialect, report: Report): Envelope | undefined {
  const bodies = pages
    .flatMap(({ examples }) => examples)
    .flatMap((pair): readonly Readonly<Record<string, unknown>>[] => bodyIn(pair, words) ?? []);
  const link = words.items.length > 0 && pages.some(tellsOfLinks) ? { link: true as const } : {};
  const items = mostFrequent(bodies.map((body) => keyIn(body, words.items, isObjects) ?? ""));
  const named =
    items === undefined ? pages.flatMap(({ examples }) => examples.flatMap((pair) => namedList(pair, words))) : [];
  if (items === undefined && named.length === 0) return "link" in link ? { items: "", ...link } : undefined;
  const lists = items === undefined ? named : bodies.filter((body) => Array.isArray(own(body, items)));
  const within = (names: readonly string[], is: (value: unknown) => boolean): string | undefined =>
    mostFrequent(lists.flatMap((body) => pathIn(body, names, is) ?? []));
  const count = within(words.count, (value) => typeof value === "number");
  const next =
    nextIn(lists, within(words.next, isNextLink), pages, report) ??
    numbersIn({ lists, items, pages: within(words.pages, isNumber), count }, words, pages, report);
  const how = items === undefined ? ({ items: "", ownNames: true } as const) : { items };
  return { ...how, ...next, ...link, ...(count !== undefined && { count }) };
}

/** The body of a read that holds one array of objects, whatever it is called, beside what leads to the next page. */
function namedList(
  { request, response }: ExamplePair,
  words: EnvelopeWords,
): readonly Readonly<Record<string, unknown>>[] {
  if (request.method !== "GET" || response?.status !== OK || response.body.kind !== "json") return [];
  const { value } = response.body;
  if (!isObject(value) || words.items.length === 0 || ownItems(value) === undefined) return [];
  const leads =
    pathIn(value, words.next, isNextLink) ?? keyIn(value, [...words.pages, ...words.page, ...words.offset], isNumber);
  return leads === undefined ? [] : [value];
}

/** What leads to the next page, where a link or a token does; a token that no documented parameter takes is not sent. */
function nextIn(
  lists: readonly Readonly<Record<string, unknown>>[],
  next: string | undefined,
  pages: readonly Page[],
  report: Report,
): Pick<Envelope, "next" | "send"> | undefined {
  if (next === undefined) return undefined;
  const links = lists
    .map((body) => at(body, next))
    .filter((link) => typeof link === "string" || typeof link === "number");
  const isToken = links.length > 0 && links.every((link) => !isAbsolute(String(link)) && !PATH.test(String(link)));
  if (!isToken) return { next };
  const send = sendIn(next.slice(next.lastIndexOf(".") + 1), pages);
  if (send === undefined) reportNext(next, pages, report);
  return send === undefined ? {} : { next, send };
}

/** Pages by their numbers, or by what comes before, where a parameter takes that. */
function numbersIn(
  { lists, items, pages: more, count }: Numbered,
  words: EnvelopeWords,
  pages: readonly Page[],
  report: Report,
): Pick<Envelope, "pages" | "send" | "last" | "offset"> {
  const isFlag = more !== undefined && lists.some((body) => typeof at(body, more) === "boolean");
  const itemsOf = (body: Body): readonly unknown[] => {
    const held = own(body, items ?? ownItems(body) ?? "");
    return Array.isArray(held) ? held : [];
  };
  const found = numberedPages({ bodies: lists, itemsOf, pages: more, isFlag, count }, words, new Set(keysOf(pages)));
  if (more !== undefined && found === undefined) reportNext(more, pages, report);
  return found ?? {};
}

type Body = Readonly<Record<string, unknown>>;

interface Numbered {
  readonly lists: readonly Body[];
  /** The one name of the items, where all lists have that. */
  readonly items: string | undefined;
  readonly pages: string | undefined;
  readonly count: string | undefined;
}

/** Whether a page says, or shows, that a header leads to the next page of a list. */
function tellsOfLinks({ response, description, examples }: Page): boolean {
  const said = [...(response?.prose ?? []), ...description];
  return (
    said.some(({ text }) => LINK_HEADER.test(text)) ||
    examples.some(({ response: answer }) =>
      answer?.headers.some(([name, value]) => name.toLowerCase() === "link" && REL_NEXT.test(value)),
    )
  );
}

/** The path to the first of the names that is such a thing, in the body or in one of its members. */
function pathIn(
  body: Readonly<Record<string, unknown>>,
  names: readonly string[],
  is: (value: unknown) => boolean,
): string | undefined {
  const outer = keyIn(body, names, is);
  if (outer !== undefined) return outer;
  for (const [name, member] of Object.entries(body)) {
    const inner = isObject(member) ? keyIn(member, names, is) : undefined;
    if (inner !== undefined) return `${name}.${inner}`;
  }
  return undefined;
}

function at(body: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split(".").reduce<unknown>((found, name) => (isObject(found) ? own(found, name) : undefined), body);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** A token that no documented parameter takes: what is not known is not sent. A header that examples send with it tells readers enough. */
function reportNext(next: string, pages: readonly Page[], report: Report): void {
  const letters = lettersOf(next.slice(next.lastIndexOf(".") + 1));
  const sent = pages.flatMap(({ examples }) => examples.flatMap(({ request }) => request.headers));
  if (sent.some(([name]) => lettersOf(name).endsWith(letters))) return;
  const shown = pages.flatMap((page) => page.examples.map(({ response }) => ({ page, body: response?.body })));
  const first = shown.find(
    ({ body }) => body?.kind === "json" && isObject(body.value) && at(body.value, next) !== undefined,
  );
  if (first?.body?.kind === "json") report("paging-unknown", first.page.path, first.body.place, next, { next });
}

function lettersOf(name: string): string {
  return name.replaceAll(NO_LETTER, "").toLowerCase();
}

/**
 * The body of a list that is no OData list: one array of objects under a name for items. What was created is no list, nor is what a call
 * other than a read answers, unless it leads to a next page as a search does: an order has items, too.
 */
function bodyIn(
  { request, response }: ExamplePair,
  words: EnvelopeWords,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (response === undefined || response.status >= ERROR_STATUS || response.body.kind !== "json") return undefined;
  const { value } = response.body;
  if (response.status === CREATED || !isObject(value)) return undefined;
  // what leads on as OData does is read as such
  const isOData = Array.isArray(value["value"]) && pathIn(value, words.next, isNextLink) === undefined;
  if (isOData) return undefined;
  if (request.method !== "GET" && pathIn(value, words.next, isNextLink) === undefined) return undefined;
  return keyIn(value, words.items, isObjects) === undefined ? undefined : [value];
}

function isObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isNextLink(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "number";
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The query parameter that takes the token: one that tables or request lines have by its name. */
function sendIn(next: string, pages: readonly Page[]): string | undefined {
  const bare = next.replace(NEXT, "");
  const name = bare.charAt(0).toLowerCase() + bare.slice(1);
  const keys = keysOf(pages);
  const plain = (key: string): string => key.replaceAll(/[_-]/g, "").toLowerCase();
  return keys.find((key) => plain(key) === plain(name)) ?? keys.find((key) => plain(key) === plain(next));
}

/** The parameters that tables, request lines and examples have. */
function keysOf(pages: readonly Page[]): readonly string[] {
  return pages.flatMap(({ query, functionParameters, pathParameters, requests, examples }) => [
    ...[query, functionParameters, pathParameters]
      .flatMap((section) => section?.tables ?? [])
      .flatMap(({ rows }) => rows.map((row) => row.name.text)),
    ...[...requests.map(({ target }) => target), ...examples.map(({ request }) => request.url)].flatMap((url) =>
      pairsOf(splitUrl(url).query).map(({ key }) => key),
    ),
  ]);
}

/** Types that are the envelope itself: answers are pages *of* something. */
export function isEnvelopeType(names: ReadonlySet<string>, { items, next, count }: Envelope): boolean {
  const beside = [next, count].flatMap((path) => path?.split(".", 1) ?? []);
  return names.has(items.toLowerCase()) && beside.length > 0 && beside.every((name) => names.has(name.toLowerCase()));
}
