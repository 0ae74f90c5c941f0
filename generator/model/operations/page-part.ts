/**
 * What of a page is about one of its operations. Pages of several methods give each its own sections; pages that go on with further requests
 * (to an upload session, for a second scenario) say for each what it answers.
 */
import type { Place } from "../../shared/place.js";
import { codeOf, linksOf } from "../../shared/runs.js";
import type { Page, Section } from "../../read/page.js";

const SECTIONS = ["body", "response", "headers", "query", "functionParameters", "pathParameters"] as const;

type Sections = Pick<Page, (typeof SECTIONS)[number]>;

/** Lines of a page: from the first to the one before the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** The page with the sections that are about `method`, one of `methods`; the answer is what is said before the next request. */
export function partOf(page: Page, method: string, methods: readonly string[]): Page {
  const ranges = new Map(methods.map((each) => [each, rangeOf(page, each, methods)]));
  const split = methods.length > 1 && [...ranges.values()].every((range) => saysSomething(page, range));
  const own = split ? ranges.get(method) : undefined;
  const part = own ? { ...page, ...sectionsWithin(page, (place) => isInRange(place, own)) } : page;
  return part.response ? { ...part, response: beforeNextRequest(part.response, page) } : part;
}

/** From the first request line of a method to that of the next. */
function rangeOf(page: Page, method: string, methods: readonly string[]): Range {
  const firstOf = (each: string): number => page.requests.find((line) => line.method === each)?.place.line ?? 0;
  const from = firstOf(method);
  const to = Math.min(...methods.map(firstOf).filter((line) => line > from), Number.POSITIVE_INFINITY);
  return { from, to };
}

function saysSomething({ body, response }: Page, range: Range): boolean {
  const prose = [...(body?.prose ?? []), ...(response?.prose ?? [])];
  return prose.some(({ place }) => isInRange(place, range));
}

/** An included file is about all of the page. */
function isInRange({ line, file }: Place, { from, to }: Range): boolean {
  return file !== undefined || (line >= from && line < to);
}

function sectionsWithin(page: Page, isOwn: (place: Place) => boolean): Sections {
  const own: { -readonly [K in keyof Sections]: Sections[K] } = {};
  for (const kind of SECTIONS) {
    const section = page[kind];
    if (section) own[kind] = restricted(section, isOwn);
  }
  return own;
}

function restricted(section: Section, isOwn: (place: Place) => boolean): Section {
  return {
    ...section,
    prose: section.prose.filter(({ place }) => isOwn(place)),
    tables: section.tables.filter(({ place }) => isOwn(place)),
    code: section.code.filter(({ place }) => isOwn(place)),
  };
}

function beforeNextRequest(response: Section, { examples }: Page): Section {
  const first = response.prose.find(({ place }) => place.file === undefined)?.place.line ?? Number.POSITIVE_INFINITY;
  const requests = examples.map(({ request }) => request.place);
  const next = requests.find(({ line, file }) => file === undefined && line > first);
  if (!next) return response;
  const own = restricted(response, (place) => isInRange(place, { from: 0, to: next.line }));
  // "Here is what comes back." only leads on to words that say more
  return own.prose.some((prose) => linksOf(prose).length + codeOf(prose).length > 0) ? own : response;
}
