/** Which documented example belongs to which call of the document: its URL tells. */
import type { PublishedExample, PublishedOperation } from "../../model/published.js";
import { createNamePool } from "../../plan/name-pool.js";
import { matchUrl, readAddresses, type UrlCall } from "../../shared/odata/match.js";
import type { Call, Claim } from "./claims.js";

export interface PlacedExample {
  /** Unique within the call. */
  readonly key: string;
  readonly operation: PublishedOperation;
  readonly example: PublishedExample;
  /** Values of the placeholders of the call's path, in order, and of what is asked, by key; undefined where the URL fits no route. */
  readonly values?: { readonly path: readonly string[]; readonly query: ReadonlyMap<string, string> };
}

const NO_KEY_CHARACTER = /[^\w.-]/gu;

/** An example whose URL lacks what a route asks stands with the call that has its path; one that fits none, with the first call of its page. */
export function placeExamples(calls: readonly Call[]): ReadonlyMap<Call, readonly PlacedExample[]> {
  const found = new Map<Call, Omit<PlacedExample, "key">[]>(calls.map((call) => [call, []]));
  for (const [operation, places] of placesOf(calls))
    for (const example of operation.examples) {
      const { call, values } = placeOf(example, places);
      found.get(call)?.push({ operation, example, ...(values && { values }) });
    }
  return new Map([...found].map(([call, examples]) => [call, withKeys(examples)]));
}

interface Place {
  readonly call: Call;
  readonly claim: Claim;
}

type Places = readonly [Place, ...Place[]];

/** For each operation the calls that it has a part in, in the order of its routes. */
function placesOf(calls: readonly Call[]): ReadonlyMap<PublishedOperation, Places> {
  const places = new Map<PublishedOperation, [Place, ...Place[]]>();
  for (const call of calls)
    for (const claim of call.claims) {
      const others = places.get(claim.operation);
      if (others === undefined) places.set(claim.operation, [{ call, claim }]);
      else others.push({ call, claim });
    }
  for (const [operation, all] of places)
    all.sort((a, b) => operation.routes.indexOf(a.claim.route) - operation.routes.indexOf(b.claim.route));
  return places;
}

function placeOf(
  { request }: PublishedExample,
  places: Places,
): Pick<PlacedExample, "values"> & { readonly call: Call } {
  const sorted = places
    .filter(({ call }) => request.method.toLowerCase() === call.method)
    .sort((a, b) => a.claim.names.length - b.claim.names.length);
  const addresses = readAddresses(request.url);
  for (const extent of ["whole", "partial"] as const)
    for (const address of addresses)
      for (const { call, claim } of sorted) {
        const match = matchUrl(address, claim.reads, extent);
        if (match !== undefined) return { call, values: valuesOf(match, claim) };
      }
  return { call: places[0].call };
}

function valuesOf({ where: found }: UrlCall, claim: Claim): NonNullable<PlacedExample["values"]> {
  const where = new Map(
    Object.entries(found).flatMap(([name, value]) =>
      typeof value === "string" ? [[claim.parameters.get(name) ?? name, value] as const] : [],
    ),
  );
  const query = claim.query.flatMap(({ key, value }) => {
    const given = where.get(value.slice(1, -1));
    return given === undefined ? [] : [[key, given] as const];
  });
  return { path: claim.names.map((name) => where.get(name) ?? ""), query: new Map(query) };
}

/** Two pages may call their examples alike. */
function withKeys(examples: readonly Omit<PlacedExample, "key">[]): readonly PlacedExample[] {
  const pool = createNamePool();
  return examples.map((placed) => {
    const name = placed.example.name.replace(NO_KEY_CHARACTER, "_") || "example";
    return { ...placed, key: pool.take(name, `${placed.operation.id.replace(NO_KEY_CHARACTER, "_")}.${name}`) };
  });
}
