/** Names for the parameters of a route. */
import { shortened } from "../bounds.js";

/** Takes names for a placeholder, the best first; gives the one that it gets. */
export type Namer = (preferred: readonly string[]) => string;

/** Hands out each name once per route: the first free one of the preferred, else the first with a number. A caller's `route` is the route. */
export function createNamer(): Namer {
  const taken = new Set(["route"]);
  /** The number to begin with: those below it are in use. */
  const numbers = new Map<string, number>();
  return (given) => {
    const preferred = given.map(shortened);
    const [first = "value"] = preferred;
    let name = preferred.find((candidate) => !taken.has(candidate));
    for (let i = numbers.get(first) ?? 2; name === undefined; i++) {
      if (!taken.has(`${first}${i}`)) name = `${first}${i}`;
      numbers.set(first, i);
    }
    taken.add(name);
    return name;
  };
}
