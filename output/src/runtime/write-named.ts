/** Routes that no call means by default: their parameters are those of another one, and they do or answer something else. */
import { writeSegments } from "./request.js";
import type { Where } from "./request.js";

type Write = (route: string, where: Where) => string;

/** Writes `named` only for calls that give them as `route`; a brace in what comes back says that this is not the route. */
export function writeNamed(named: readonly string[], write: Write = writeSegments): Write {
  return (route, where) => (named.includes(route) && where["route"] !== route ? "{" : write(route, where));
}
