/** How an operation that is there on one side only is told of. */
import type { PublishedOperation } from "../../model/published.js";
import { templateParts } from "../../shared/odata/template-parts.js";
import { placeOfOperation, placeOn, type Told } from "../context.js";

/** Everything that is exported of an operation but its fixtures. */
export function exportsOfOperation(operation: PublishedOperation): readonly string[] {
  const { function: name, aliases = [], partAliases = [], constant, whereType, bodyType } = operation;
  return [name, ...aliases, constant ?? [], whereType ?? [], bodyType ?? [], ...partAliases].flat();
}

/** Method and each route, whatever its placeholders are called. */
export function requestsOf({ method, routes }: PublishedOperation): readonly string[] {
  return routes.map((route) => `${method} ${templateParts(route).shape.toLowerCase()}`);
}

/** An operation that is there on one side only, its fixtures included. */
export function toldOfOne(operation: PublishedOperation, side: "old" | "new"): Told {
  const { id, module, method, routes, examples } = operation;
  return {
    symbol: id,
    subject: { operation: id },
    typescript: [...exportsOfOperation(operation), ...examples.flatMap(({ fixture }) => fixture ?? [])],
    module,
    [side]: `${method} ${routes[0] ?? ""}`,
    ...placeOn(side, placeOfOperation(operation)),
  };
}
