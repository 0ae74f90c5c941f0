/**
 * Pages that have a table of permissions for each thing that a call can be about. Where the route of a call names that thing, its table
 * counts: `/groups/{groupId}/photo` is about a group, `/me/contacts/{contactId}/photo` about a contact. Nothing is guessed: the resource that
 * sets the route apart has to stand in the words of one table, and all that these words say of routes has to be true of this one.
 */
import { singular } from "../shared/names.js";

/** Words that say nothing of a route. */
const FILLERS = new Set([
  "a",
  "an",
  "the",
  "of",
  "on",
  "to",
  "for",
  "in",
  "acting",
  "resource",
  "signed",
  "personal",
  "profile",
]);
const WHO = new Set(["self", "me", "user", "other"]);
/** What else the first segment of a route is called. */
const ROOTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["me", ["me", "self", "user"]],
  ["user", ["user", "other"]],
]);
const NO_WORD = /[^\p{L}\p{N}]+/u;

/** Index of the scenario that a route is about; undefined where the words do not tell. */
export function scenarioOf(route: string, routes: readonly string[], scenarios: readonly string[]): number | undefined {
  const segments = segmentsOf(route);
  const [root = "", ...rest] = segments;
  const words = new Set([...(ROOTS.get(root) ?? [root]), ...rest]);
  const told = scenarios.map(wordsOf);
  const onlyWho = told.flat(2).every((word) => WHO.has(word));
  // What all routes end with is the same in each scenario.
  const own = onlyWho ? [root] : segments.slice(0, Math.max(1, segments.length - sharedEnd(routes)));
  const last = own.at(-1) ?? root;
  const resource = own.length > 1 ? [last] : (ROOTS.get(last) ?? [last]);
  if (!onlyWho && routes.length < 2) return undefined;
  const scores = told.map((alternatives) =>
    Math.max(
      0,
      ...alternatives
        .filter((all) => all.every((word) => words.has(word)) && resource.some((word) => all.includes(word)))
        .map((all) => all.length),
    ),
  );
  const best = Math.max(...scores);
  const [index, other] = scores.flatMap((score, at) => (score === best ? [at] : []));
  return best > 0 && other === undefined ? index : undefined;
}

/** "user or chat resource": words of each alternative. */
function wordsOf(scenario: string): readonly (readonly string[])[] {
  return scenario
    .toLowerCase()
    .split(/\bor\b/u)
    .map((part) =>
      part
        .split(NO_WORD)
        .filter(Boolean)
        .map(singular)
        .filter((word) => !FILLERS.has(word)),
    );
}

function segmentsOf(route: string): readonly string[] {
  const [path = ""] = route.split("?", 1);
  return path
    .split("/")
    .filter((segment) => segment !== "" && !segment.startsWith("{") && !segment.startsWith("$"))
    .map((segment) => singular(segment.toLowerCase()));
}

/** How many segments all routes have in common at their ends. */
function sharedEnd(routes: readonly string[]): number {
  const [first = [], ...others] = routes.map((route) => segmentsOf(route).toReversed());
  const differs = first.findIndex((segment, at) => others.some((other) => other[at] !== segment));
  return differs < 0 ? first.length : differs;
}
