/** Choosing the documented example that a request is answered with. */
import type { AnyFixture } from "../runtime/shapes.js";
import { addressOf } from "../testing/address.js";
import { difference } from "../testing/difference.js";
import { belowBase } from "./asked.js";
import type { MockApi, MockOperation } from "./data.js";
import { nextOf } from "./pages.js";
import type { Match } from "./route.js";

export interface Example {
  readonly operation: MockOperation;
  readonly fixture: AnyFixture;
  readonly path: string;
  readonly query: string;
  readonly keys: string;
  /** Path and query of the page that it says comes next. */
  readonly next?: string;
}

/** What of a request says which example is meant. */
export interface Wanted {
  readonly method: string;
  readonly path: string;
  /** In order, as `addressOf` gives it. */
  readonly query: readonly string[];
  readonly headers: Headers;
  /** Parsed where it is JSON, else text; undefined for none. */
  readonly body: unknown;
  /** Of the `Prefer` header. */
  readonly name?: string | undefined;
  readonly code?: number | undefined;
}

export interface Choice {
  readonly example: Example;
  /** The request is the documented one, path, query, body and headers. */
  readonly exact: boolean;
  /** Path and query are those of the example; then also the body. */
  readonly sameAddress: boolean;
  readonly sameRequest: boolean;
}

export interface Examples {
  /** Of an operation, in the order of the page. */
  of(operation: MockOperation): Promise<readonly Example[]>;
  /** The one that fits best; of several that fit a request to the letter, each once and the last one again and again. */
  choose(matches: readonly Match[], wanted: Wanted): Promise<Choice | undefined>;
}

/** The client's own business, or of no meaning for the choice. */
const ignoredHeaders = /^(?:authorization|content-(?:length|type)|accept|host|user-agent|connection)$/i;

export function createExamples({ fixtures, baseUrl }: Pick<MockApi, "fixtures" | "baseUrl">): Examples {
  const loaded = new Map<MockOperation, Promise<readonly Example[]>>();
  /** How often a request was answered that several examples show, by the first of them. */
  const served = new Map<Example, number>();
  const of = (operation: MockOperation): Promise<readonly Example[]> => {
    const known = loaded.get(operation) ?? load(operation, fixtures, baseUrl);
    loaded.set(operation, known);
    return known;
  };
  return {
    of,
    async choose(matches, wanted) {
      const ranked: Ranked[] = [];
      for (const { operation } of matches)
        for (const example of await of(operation))
          if (example.fixture.request.method === wanted.method) ranked.push(rank(example, wanted));
      const [best, ...others] = foremost(ranked);
      if (best === undefined) return undefined;
      const turn = best.exact ? (served.get(best.example) ?? 0) : 0;
      if (best.exact && others.length > 0) served.set(best.example, turn + 1);
      return [best, ...others][Math.min(turn, others.length)];
    },
  };
}

async function load(
  operation: MockOperation,
  fixtures: MockApi["fixtures"],
  base: string | undefined,
): Promise<readonly Example[]> {
  const { from, examples } = operation;
  if (from === undefined || examples.length === 0 || !Object.hasOwn(fixtures, from)) return [];
  const module = (await fixtures[from]?.()) ?? {};
  return examples.flatMap((name) => {
    const fixture = Object.hasOwn(module, name) ? module[name] : undefined;
    if (fixture === undefined) return [];
    const { path, query } = addressOf(belowBase(fixture.request.url.trim(), base));
    const next = nextOf(fixture.response.body, fixture.response.headers, operation);
    return [
      {
        operation,
        fixture,
        path,
        query: query.join("&"),
        keys: keysOf(query),
        ...(next !== undefined && { next: addressText(addressOf(belowBase(next, base))) }),
      },
    ];
  });
}

interface Ranked extends Choice {
  /** What counts most comes first. */
  readonly points: readonly number[];
}

function rank(example: Example, wanted: Wanted): Ranked {
  const { fixture, path, query, keys } = example;
  const { request, response } = fixture;
  const samePath = path === wanted.path;
  const sameAddress = samePath && query === wanted.query.join("&");
  const sameBody = sameAddress && isSame(request.body ?? request.text, wanted.body);
  const headers = headersIn(request.headers, wanted.headers);
  const points = [
    wanted.name !== undefined && nameOf(example) === wanted.name,
    wanted.code !== undefined && response.status === wanted.code,
    sameAddress,
    sameBody,
    headers,
    samePath,
    isOther(example, wanted) ? -1 : keys === keysOf(wanted.query),
    response.status < 400,
  ].map(Number);
  return { example, points, exact: sameBody && headers >= 0, sameAddress, sameRequest: sameBody };
}

/** Those with most points, in order. */
function foremost(ranked: readonly Ranked[]): readonly Ranked[] {
  let best: Ranked[] = [];
  for (const each of ranked) {
    const [first] = best;
    const more = first === undefined ? 1 : compare(each.points, first.points);
    if (more > 0) best = [each];
    else if (more === 0) best.push(each);
  }
  return best;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [i, points] of one.entries()) if (points !== other[i]) return points - (other[i] ?? 0);
  return 0;
}

/** Path and query as one text. */
export function addressText({ path, query }: { readonly path: string; readonly query: readonly string[] }): string {
  return `${path}?${query.join("&")}`;
}

/** The documented name. */
export function nameOf({ fixture }: Example): string {
  return fixture.name;
}

/** What nobody evaluates: the docs show what comes back for it. */
export const notEvaluated: ReadonlySet<string> = new Set(["filter", "orderby", "search", "expand", "apply"]);

/** Shows what comes back for something else: another filter, another order. */
function isOther({ query }: Example, wanted: Wanted): boolean {
  const pairs = query.split("&").filter((pair) => notEvaluated.has(pair.split("=", 1)[0] ?? ""));
  return pairs.some((pair) => !wanted.query.includes(pair));
}

function keysOf(query: readonly string[]): string {
  return query.map((pair) => pair.split("=", 1)[0]).join("&");
}

function isSame(documented: unknown, sent: unknown): boolean {
  const text = (body: unknown): unknown => (typeof body === "string" ? body.replaceAll("\r\n", "\n").trim() : body);
  return difference(text(documented), text(sent)) === undefined;
}

/** How many of the documented headers a request has; -1 where it lacks one. */
function headersIn(documented: Readonly<Record<string, string>>, sent: Headers): number {
  const all = Object.entries(documented).filter(([name]) => !ignoredHeaders.test(name));
  return all.every(([name, value]) => headerOf(sent, name) === value.trim()) ? all.length : -1;
}

/** Docs hold names that HTTP does not allow. */
function headerOf(headers: Headers, name: string): string | null {
  try {
    return headers.get(name);
  } catch {
    return null;
  }
}
