/** Ids of the document's operations: the name of the function, and for its further routes what sets them apart. */
import { createNamePool } from "../../plan/name-pool.js";
import { camel, compareText, upperFirst } from "../../shared/names.js";
import type { Call } from "./claims.js";

/** Unique without regard to letter case. */
export function operationIds(byOwner: readonly Calls[]): ReadonlyMap<Call, string> {
  const pool = createNamePool();
  const ids = new Map<Call, string>();
  for (const [first] of byOwner) ids.set(first, pool.take(first.owner.operation.function));
  for (const [first, ...others] of byOwner)
    for (const call of others) ids.set(call, pool.take(`${call.owner.operation.function}${difference(first, call)}`));
  return ids;
}

type Calls = [Call, ...Call[]];

/** The calls that each operation owns, in the order of its routes. */
export function ownedCalls(calls: readonly Call[]): readonly Calls[] {
  const owned = new Map<string, Calls>();
  for (const call of calls) {
    const { id } = call.owner.operation;
    const others = owned.get(id);
    if (others === undefined) owned.set(id, [call]);
    else others.push(call);
  }
  const rank = ({ owner: { operation, route } }: Call): number => operation.routes.indexOf(route);
  return [...owned].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group.sort((a, b) => rank(a) - rank(b)));
}

/** `InServicePrincipals`: the first word that the first route has not at this place. */
function difference(first: Call, call: Call): string {
  const known = first.path.split("/");
  const segments = call.path.split("/");
  const own = segments.find((segment, i) => segment !== known[i] && !segment.startsWith("{"));
  return own === undefined ? "" : `In${upperFirst(camel(own))}`;
}
