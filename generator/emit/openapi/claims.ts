/**
 * Which page says what of which call. In the document a method and a path are one operation, while pages may share one: those claims are
 * brought together here, one of them as the owner, and paths that differ in the names of placeholders or in letter case alone become one.
 */
import type { PublishedOperation } from "../../model/published.js";
import { compareText } from "../../shared/names.js";
import type { RoutePath } from "../../shared/odata/segments.js";
import { parseRoute } from "../../shared/odata/template.js";
import type { Known } from "./known.js";

/** A route of an operation: its part of a path of the document. */
export interface Claim {
  readonly operation: PublishedOperation;
  /** As `api.json` has it. */
  readonly route: string;
  /** Before the question mark. */
  readonly path: string;
  /** Names of the placeholders in the path, in order. */
  readonly names: readonly string[];
  /** What is asked behind the question mark. */
  readonly query: readonly Asked[];
  /** Reads URLs; its placeholders are called otherwise: `parameters` has their names in the operation. */
  readonly reads: RoutePath;
  readonly parameters: ReadonlyMap<string, string>;
}

interface Asked {
  readonly key: string;
  /** A placeholder in braces, or a fixed text. */
  readonly value: string;
  /** Whether all routes with this path ask it. */
  readonly always: boolean;
}

/** All claims to one method of one path, the owner's first. */
export interface Call {
  readonly path: string;
  /** Names of its placeholders, in order. */
  readonly names: readonly string[];
  readonly method: string;
  readonly owner: Claim;
  readonly claims: readonly Claim[];
}

const PLACEHOLDER = /\{([^{}]*)\}/gu;
const LEFT_OUT = "...";

/** The calls of the document, by path and method. */
export function callsOf(known: Known): readonly Call[] {
  const byPath = grouped(known.api.operations.flatMap(claimsOf), ({ path }) =>
    path.replace(PLACEHOLDER, "{}").toLowerCase(),
  );
  const calls = byPath.flatMap((claims) => callsOfPath(claims, known));
  return calls.sort((a, b) => compareText(a.path, b.path) || compareText(a.method, b.method));
}

function claimsOf(operation: PublishedOperation): readonly Claim[] {
  const samples = new Set(operation.samples);
  const routes = operation.routes.filter((route) => !samples.has(route) && !route.includes(LEFT_OUT));
  const claims = routes.map((route) => claimOf(operation, route));
  const sets = grouped(claims, ({ path }) => path.replace(PLACEHOLDER, "{}").toLowerCase());
  return sets.flatMap(([first, ...others]) => (first === undefined ? [] : [withQueries(first, others)]));
}

/** Routes with one path are one call with all that each of them asks. */
function withQueries(first: Claim, others: readonly Claim[]): Claim {
  const all = [first, ...others];
  const query = new Map(all.flatMap((claim) => claim.query.map((asked) => [asked.key, asked] as const)));
  const isAlways = (key: string): boolean => all.every((claim) => claim.query.some((asked) => asked.key === key));
  return { ...first, query: [...query.values()].map((asked) => ({ ...asked, always: isAlways(asked.key) })) };
}

function claimOf(operation: PublishedOperation, route: string): Claim {
  const [path = route, ...rest] = route.split("?");
  const { path: reads, parameters } = parseRoute(route, "kept");
  const pairs = rest
    .join("?")
    .split("&")
    .filter((pair) => pair !== "");
  return {
    operation,
    route,
    path,
    names: [...path.matchAll(PLACEHOLDER)].map(([, name = ""]) => name),
    query: pairs.map((pair) => {
      const at = pair.indexOf("=");
      const [key, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      return { key, value, always: true };
    }),
    reads,
    parameters: new Map(parameters.map(({ name, documented }) => [name, documented])),
  };
}

function callsOfPath(claims: readonly Claim[], known: Known): readonly Call[] {
  const [first] = [...claims].sort((a, b) => compareText(a.operation.id, b.operation.id));
  if (first === undefined) return [];
  const names = distinct(first.names);
  let at = 0;
  const path = first.path.replace(PLACEHOLDER, () => `{${names[at++] ?? ""}}`);
  return grouped(claims, ({ operation }) => operation.method).map((same) => {
    const ranked = rank(same, known);
    const [owner = first] = ranked;
    return { path, names, method: owner.operation.method.toLowerCase(), owner, claims: ranked };
  });
}

/** A path that names one placeholder twice could not be described. */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, i) => (names.indexOf(name) === i && name !== "" ? name : `${name}${i + 1}`));
}

/** The owner is the page whose result the others' results are derived from, then the one with fewest routes, then the first by id. */
function rank(claims: readonly Claim[], known: Known): readonly Claim[] {
  const generality = new Map(
    claims.map((claim) => [claim, claims.filter((other) => isAbove(claim, other, known)).length]),
  );
  return [...claims].sort(
    (a, b) =>
      (generality.get(b) ?? 0) - (generality.get(a) ?? 0) ||
      a.operation.routes.length - b.operation.routes.length ||
      compareText(a.operation.id, b.operation.id),
  );
}

function isAbove(a: Claim, b: Claim, known: Known): boolean {
  const [base, derived] = [a, b].map(({ operation }) => resultName(operation));
  const type = base === derived || derived === undefined ? undefined : known.type(derived);
  return type !== undefined && known.lineage(type).some(({ name }) => name === base);
}

function resultName({ result }: PublishedOperation): string | undefined {
  return "type" in result && result.type?.kind === "object" ? result.type.name : undefined;
}

/** In the order in which each key comes first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
