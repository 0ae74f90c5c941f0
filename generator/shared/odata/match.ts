/**
 * Reads a documented URL as a call of a route: the inverse of what the runtime writes (`templates/runtime/write-in-context.ts`). What it
 * cannot have written fits no route. `docks('x')` and `docks/x`, `doIt()` and `doIt` are the same address; arguments have names and come in
 * any order; `@p` stands for what the query says of it.
 */
import { optionOf } from "./options.js";
import { fitParts, isPlaceholderText, type Found, type WhereValue } from "./parts.js";
import { decode, readArgument, readCall, splitOutside } from "./scan.js";
import { isCast, placeholderNames, optionalNames, placeholdersOf } from "./segments.js";
import type { Argument, Part, RoutePath, Segment } from "./segments.js";
import { cleanAddress, originOf, pairsOf, splitUrl, type Pair } from "./url.js";

/** A URL as the service reads it: everything decoded. */
export interface Address {
  readonly segments: readonly AddressSegment[];
  readonly pairs: readonly Pair[];
}

interface AddressSegment {
  readonly written: string;
  /** All of it decoded, then what stands before the parentheses. */
  readonly text: string;
  readonly name: string;
  readonly arguments: readonly Value[];
}

interface Value {
  readonly name: string;
  readonly value: string;
}

export interface UrlCall {
  readonly where: Readonly<Record<string, WhereValue>>;
  /** OData options by their name without `$`. */
  readonly query: Readonly<Record<string, string>>;
  /** Query keys that are neither parameters of the route nor OData options, as written, and whether they are repeated. */
  readonly unknown: ReadonlyMap<string, "once" | "repeated">;
}

/** Reads a URL, absolute or relative; placeholders are values like others. */
export function readAddress(url: string): Address {
  const { path, query } = splitUrl(cleanAddress(url));
  const segments = [...splitOutside(path.slice(1), "/", "path")];
  if (segments.at(-1) === "") segments.pop();
  return {
    segments: segments.map(readAddressSegment),
    pairs: pairsOf(query).map(({ key, value }) => ({ key: decode(key).trim(), value: decode(value) })),
  };
}

/** The same, and where words before a version may be of the path, `https://api.example.org/hooks/v1/events`, with these. */
export function readAddresses(url: string): readonly [Address, ...Address[]] {
  const path = url.slice(originOf(url).length);
  // an empty segment is one too many
  return path === url || path.startsWith("//") ? [readAddress(url)] : [readAddress(url), readAddress(path)];
}

function readAddressSegment(text: string): AddressSegment {
  const call = readCall(text);
  const values = (call?.arguments ?? []).map((argument) => {
    const { name, value } = readArgument(argument);
    return { name: decode(name), value: decode(value) };
  });
  return { written: text, text: decode(text), name: decode(call?.name ?? text), arguments: values };
}

/**
 * The call that a URL is of a route; undefined when its path has another shape or, unless the match may be partial, a required query
 * parameter is missing.
 */
export function matchUrl(
  { segments, pairs }: Address,
  route: RoutePath,
  match: "whole" | "partial" = "whole",
): UrlCall | undefined {
  const matching: Matching = {
    route,
    parts: new Map(route.query.flatMap((part) => (part.alias ? [[part.key, part.value]] : []))),
    aliases: new Map(
      pairs.filter(({ key }) => key.startsWith("@")).map(({ key, value }) => [key.toLowerCase(), value]),
    ),
    used: new Set(),
    found: new Map(),
  };
  if (!fitSegments(segments, matching)) return undefined;
  const query = new Map<string, string>();
  const unknown = new Map<string, "once" | "repeated">();
  const parameters = new Map(
    route.query
      .filter((part) => !part.alias)
      .map((part) => [part.key.toLowerCase(), placeholderNames(part.value)[0] ?? ""]),
  );
  const values = new Map<string, string[]>();
  for (const { key, value } of pairs) {
    const name = parameters.get(key.toLowerCase());
    const option = name === undefined ? optionOf(key) : undefined;
    if (name !== undefined)
      values
        .set(name, values.get(name) ?? [])
        .get(name)
        ?.push(value);
    else if (option !== undefined) {
      if (query.has(option)) return undefined;
      query.set(option, value);
    } else if (!matching.used.has(key.toLowerCase())) unknown.set(key, unknown.has(key) ? "repeated" : "once");
  }
  const optional = optionalNames(route);
  const isMissing = [...parameters.values()].some((name) => !optional.has(name) && !values.has(name));
  if (isMissing && match === "whole") return undefined;
  const asked = [...values].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? "")] as const);
  return { where: Object.fromEntries([...matching.found, ...asked]), query: Object.fromEntries(query), unknown };
}

/** The first argument without quotes for which the URL shows a placeholder: `{date}` of `near(date={date})`. No call sends it. */
export function placeholderIn(route: RoutePath, where: UrlCall["where"]): string | undefined {
  const found = new Map(Object.entries(where));
  const shown = placeholdersOf(route).map(({ name, as }) => (as === "argument" ? found.get(name) : undefined));
  return shown.filter((value) => typeof value === "string").find(isPlaceholderText);
}

interface Matching {
  readonly route: RoutePath;
  /** What the route writes for each `@key` of its path. */
  readonly parts: ReadonlyMap<Part | undefined, readonly Part[]>;
  /** Values of `@key`, by key in lower case, and the keys that the path uses. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly used: Set<string>;
  readonly found: Found;
}

function fitSegments(given: readonly AddressSegment[], matching: Matching): boolean {
  const { segments } = matching.route;
  const lastSpread = segments.findLastIndex(isSpread);
  let at = 0;
  for (let i = 0; i < segments.length; i++) {
    const [segment, next, own, behind] = [segments[i], segments[i + 1], given[at], given[at + 1]];
    if (segment === undefined || own === undefined) return false;
    if (isSpread(segment)) {
      const end = i === lastSpread ? given.length - (segments.length - i - 1) : endOfSpread(segment, given, at);
      if (!fitSpread(segment, given.slice(at, end), matching.found)) return false;
      at = end;
    } else if (next && isKeyOf(own, segment, next) && fitParts(segment.name, own.name, matching.found)) {
      if (!fitParts(next.name, withoutQuotes(own.arguments[0]?.value ?? ""), matching.found)) return false;
      i++;
      at++;
    } else if (behind && isSegmentFor(own, behind, segment) && fitParts(segment.name, own.name, matching.found)) {
      if (!fitParts(keyParts(segment), behind.text, matching.found)) return false;
      at += 2;
    } else if (fitSegment(own, segment, matching)) at++;
    else return false;
  }
  return at === given.length;
}

function isSpread({ name }: Segment): boolean {
  return name.some((part) => typeof part === "object" && (part.as === "path" || part.as === "segments"));
}

/** Where a path within the path ends that another one follows; the last one takes all that the rest of the route leaves. */
function endOfSpread({ name }: Segment, given: readonly AddressSegment[], start: number): number {
  const end = name.at(-1);
  let at = start;
  while (at < given.length && !(typeof end === "string" && given[at]?.text.endsWith(end))) at++;
  return at + 1;
}

function fitSpread({ name }: Segment, given: readonly AddressSegment[], found: Found): boolean {
  const texts = given.flatMap(({ written }) => written.split("/")).map(decode);
  return texts.length > 0 && !texts.some((text) => text.includes("/")) && fitParts(name, texts.join("/"), found);
}

/** `docks('x')` where the route has `docks/{id}`. */
function isKeyOf(own: AddressSegment, segment: Segment, next: Segment): boolean {
  const [key] = own.arguments;
  const isOne = next.name.length === 1 && typeof next.name[0] === "object" && next.arguments === undefined;
  return isOne && own.arguments.length === 1 && key?.name === "" && segment.arguments === undefined;
}

/** `docks/x` where the route has `docks('{id}')`. */
function isSegmentFor(own: AddressSegment, behind: AddressSegment, segment: Segment): boolean {
  return own.name === own.text && behind.name === behind.text && keyParts(segment).length === 1;
}

/** The placeholder of a key in parentheses, as a segment of its own. */
function keyParts({ arguments: [key, ...others] = [] }: Segment): readonly Part[] {
  if (key === undefined || others.length > 0 || key.name !== "") return [];
  return key.value.flatMap((part) => (typeof part === "object" ? [{ ...part, as: "segment" as const }] : []));
}

function fitSegment(own: AddressSegment, segment: Segment, matching: Matching): boolean {
  const isBare = own.arguments.length === 0 && typeof segment.name.at(-1) === "string";
  if (segment.arguments === undefined) return fitParts(segment.name, isBare ? own.name : own.text, matching.found);
  return fitParts(segment.name, own.name, matching.found) && fitArguments(own.arguments, segment.arguments, matching);
}

function fitArguments(given: readonly Value[], expected: readonly Argument[], matching: Matching): boolean {
  const left = new Map<string, Value[]>();
  for (const one of given.toReversed()) {
    const key = one.name.toLowerCase();
    left
      .set(key, left.get(key) ?? [])
      .get(key)
      ?.push(one);
  }
  let count = 0;
  for (const { name, value, optional } of expected) {
    const own = left.get(name.toLowerCase())?.pop();
    if (own === undefined ? !optional : !fitParts(...resolvedValue(own, value, matching), matching.found)) return false;
    if (own !== undefined) count++;
  }
  return count === given.length;
}

/** An argument of the route and of the URL with what their aliases stand for. */
function resolvedValue(
  { value }: Value,
  parts: readonly Part[],
  { parts: written, aliases, used }: Matching,
): [readonly Part[], string] {
  const key = value.toLowerCase();
  const own = aliases.get(key);
  if (own !== undefined) used.add(key);
  return [written.get(parts[0]) ?? parts, own ?? value];
}

/** What OData lets follow any path to objects, taken off: their count, a cast to a derived type, or both. */
export function withoutSystemTail(address: Address): Address | undefined {
  const names = address.segments.map(({ text }) => text);
  const counted = names.at(-1)?.toLowerCase() === "$count" ? names.slice(0, -1) : names;
  const kept = isCast(counted.at(-1) ?? "", 2) ? counted.slice(0, -1) : counted;
  if (kept.length === names.length) return undefined;
  return { ...address, segments: address.segments.slice(0, kept.length) };
}

function withoutQuotes(text: string): string {
  const isString = text.length > 1 && text.startsWith("'") && text.endsWith("'");
  return isString ? text.slice(1, -1).replaceAll("''", "'") : text;
}
