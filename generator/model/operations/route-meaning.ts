/**
 * What the routes of a page mean. Lines that ask for another kind of answer (`$value`, `$count`, `$ref`) become operations of their own;
 * of those that stay together the keys of `where` choose, and where they cannot, only routes that mean the same have a default.
 */
import type { RequestLine } from "../../read/page.js";
import { singular } from "../../shared/names.js";
import { endOfAddress, endOf, isCast, type RoutePath, type Segment } from "../../shared/odata/segments.js";
import { readAddress } from "../../shared/odata/match.js";
import type { RouteParameter } from "../../shared/odata/template.js";
import type { Operation } from "../api.js";
import type { NamedRoute } from "./named-route.js";

/** What a path asks for: the thing itself, its bytes, how many there are, or references to it. */
export type Asked = "itself" | "content" | "count" | "reference";

const ASKED: ReadonlyMap<string, Asked> = new Map([
  ["$value", "content"],
  ["content", "content"],
  ["$count", "count"],
  ["$ref", "reference"],
]);

/** What a URL asks for. */
export function askedBy(url: string): Asked {
  return ASKED.get(endOfAddress(readAddress(url))) ?? "itself";
}

/** The lines by what they ask for; first those for the thing itself, or, where there are none, what the page begins with. */
export function byAnswer(
  lines: readonly RequestLine[],
): readonly { readonly asked: Asked; readonly lines: readonly RequestLine[] }[] {
  const groups = new Map<Asked, RequestLine[]>();
  for (const line of lines) {
    const asked = askedBy(line.target);
    groups.set(asked, [...(groups.get(asked) ?? []), line]);
  }
  const sorted = [...groups].map(([asked, own]) => ({ asked, lines: own }));
  return [...sorted.filter(({ asked }) => asked === "itself"), ...sorted.filter(({ asked }) => asked !== "itself")];
}

/** The words for what stands beside the thing itself: `getPhotoContent`, `countUsers`, `listMemberReferences`. */
export function namingOfAsked(naming: Operation["naming"], asked: Asked): Operation["naming"] {
  if (asked === "itself") return naming;
  if (asked === "count") return { ...naming, verb: "count", action: false };
  const ending = asked === "content" ? "Content" : naming.verb === "list" ? "References" : "Reference";
  if (naming.action) return { ...naming, verb: `${naming.verb}${ending}` };
  const verb = asked === "content" && naming.verb === "list" ? "get" : naming.verb;
  const { of, ...rest } = naming;
  return {
    ...rest,
    verb,
    object: `${singular(rest.object)}${ending}`,
    ...(of && { of: { ...of, part: `${singular(of.part)}${ending}` } }),
  };
}

/**
 * Which routes a caller has to name. Where the same keys fit several routes, those that mean the same have the first of them as default; of
 * others, the only one whose path ends in what the title says (`object`); where none does, or several do, each has to be named.
 */
export function toBeNamed(routes: readonly NamedRoute[], object: string): readonly boolean[] {
  const callable = routes.filter(({ sample }) => !sample);
  const isDefault = (route: NamedRoute): boolean => {
    const rivals = callable.filter((other) => other !== route && fitSameKeys(route, other));
    const earlier = rivals.filter((other) => callable.indexOf(other) < callable.indexOf(route));
    if (earlier.some((other) => meanSame(other, route, object))) return false;
    const others = rivals.filter((other) => !meanSame(route, other, object));
    return others.every((other) => calledSo(other, object) < calledSo(route, object));
  };
  return routes.map((route) =>
    route.sample ? routes.some((other) => takes(other, keysOf(route))) : !isDefault(route),
  );
}

function fitSameKeys(one: NamedRoute, other: NamedRoute): boolean {
  return takes(one, keysOf(other)) || takes(other, keysOf(one));
}

/** Whether the runtime takes a route for these keys: of a path nothing may be missing, what is missing of a query is left out. */
function takes({ parameters }: NamedRoute, keys: readonly string[]): boolean {
  const names = new Set(parameters.map((parameter) => parameter.name));
  const needed = requiredNames(parameters.filter((parameter) => parameter.in === "path"));
  return keys.every((key) => names.has(key)) && needed.every((name) => keys.includes(name));
}

function keysOf({ parameters }: NamedRoute): readonly string[] {
  return requiredNames(parameters);
}

function requiredNames(parameters: readonly RouteParameter[]): readonly string[] {
  return parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
}

/**
 * Whether two routes lead to the same: forms of one line; paths that differ in arguments or in narrowing casts only; the same id of the
 * same collection with or without the segments before it (`/me/chats/{chatId}`, `/chats/{chatId}`); and what the title names, with or
 * without the one segment that is meant anyway (`/me/calendar/events`, `/me/events`).
 */
function meanSame(one: NamedRoute, other: NamedRoute, object: string): boolean {
  if (one.line === other.line) return true;
  const [a, b] = [routeWords(one.path), routeWords(other.path)];
  let before = 0;
  while (before < Math.min(a.length, b.length) && a[before] === b[before]) before++;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - before && a.at(-1 - behind) === b.at(-1 - behind)) behind++;
  const [left, right] = [a.slice(before, a.length - behind), b.slice(before, b.length - behind)];
  const added = left.length === 0 ? right : right.length === 0 ? left : undefined;
  if (added === undefined || added.includes(KEY)) return false;
  if (added.length === 0) return true;
  const tail = a.slice(a.length - behind);
  const [only, next] = tail;
  if (only === undefined || only === KEY) return false;
  return tail.includes(KEY) || (next === undefined && added.length === 1 && (isPluralWord(only) || ends(object, only)));
}

const KEY = "{}";

/** Names of segments, lower-cased, without arguments and casts within the path; `{}` for a placeholder. */
function routeWords({ segments }: RoutePath): readonly string[] {
  const words = segments.map(wordOf);
  return words.filter((word, i) => i === words.length - 1 || !isCast(word));
}

function wordOf({ name }: Segment): string {
  return name.some((part) => typeof part === "object") ? KEY : name.join("").toLowerCase();
}

function isPluralWord(word: string): boolean {
  return singular(word) !== word;
}

/** Whether the last segment is what the title names: 2 as it names it, 1 in the other number. */
function calledSo({ path }: NamedRoute, object: string): number {
  const end = endOf(path);
  if (end === KEY || !ends(object, end)) return 0;
  return object.toLowerCase().endsWith(end) ? 2 : 1;
}

function ends(object: string, end: string): boolean {
  const name = object.toLowerCase();
  return name.endsWith(end) || name.endsWith(singular(end));
}
