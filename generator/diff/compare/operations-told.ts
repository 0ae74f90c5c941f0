/** How an operation that is there on one side only is told of. */
import type { PublishedOperation } from "../../model/published.js";
import { placeOfOperation, places, type Told } from "../context.js";

/** Everything that is exported of an operation but its fixtures. */
export function exportsOfOperation(operation: PublishedOperation): readonly string[] {
  const { function: name, aliases = [], constant, whereType, bodyType } = operation;
  return [name, ...aliases, constant ?? [], whereType ?? [], bodyType ?? []].flat();
}

/** An operation that is there on one side only, its fixtures included. */
export function toldOfOne(operation: PublishedOperation, side: "old" | "new"): Told {
  const { id, module, method, routes, examples } = operation;
  const place = placeOfOperation(operation);
  return {
    symbol: id,
    subject: { operation: id },
    typescript: [...exportsOfOperation(operation), ...examples.flatMap(({ fixture }) => fixture ?? [])],
    module,
    [side]: `${method} ${routes[0] ?? ""}`,
    ...(side === "old" ? places(place, undefined) : places(undefined, place)),
  };
}
