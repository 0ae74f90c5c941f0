/** Comparing URLs the way the service reads them. */
import { baseWithoutVersion } from "../client.js";

const host = /^https?:\/\/(?:\{[^{}]*\}|<[^<>]*>|[^/?#{<])*/i;
const version = /^(?:\/(?:api|rest|services?)){0,2}\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
/** Behind a host, words may stand before the version: `/company/api/v2.0`. */
const hosted = /^\/(?:(?:[a-z][\w.-]*|\{[^{}/]*\}|<[^<>/]*>)\/){0,2}(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
const inNoHost = /[^\w.:-]|:(?!\d+$)/g;
const truth = /^(?:True|False)$/;
const strayPercent = /%(?![\da-f]{2})/gi;
const call = /^([^(]+)\((.*)\)$/;
const text = /^'(.*)'$/;

const ownPath = (baseWithoutVersion ?? "").replace(host, "");

/** A URL without host and version, decoded, its query in order. */
export interface Address {
  readonly path: string;
  /** `name=value`, names in lower case without `$`. */
  readonly query: readonly string[];
}

/** Host and version of a documented URL; a stand-in where it has none. */
export function baseOf(url: string): string {
  if (baseWithoutVersion !== undefined && isOwn(url)) return baseWithoutVersion;
  const [scheme = "", name = "service.example"] = host.exec(url.trim())?.[0].split("//") ?? [];
  const origin = `${scheme || "https:"}//${/[{<]/.test(name) ? name.replace(inNoHost, "") : name}`;
  return origin + (baseOfPath(url) ?? "");
}

/** A segment of a path. */
export interface Segment {
  readonly name: string;
  /** The arguments of a function by their names, sorted. */
  readonly values?: readonly (readonly [name: string, value: string])[];
}

/** What a documented or a sent URL addresses. */
export function addressOf(url: string): Address {
  const { segments, query } = readAddress(url);
  return { path: pathOf(segments), query };
}

/** An address whose path is still in its segments, the first of which is empty. */
export function readAddress(url: string): { readonly segments: readonly Segment[]; readonly query: readonly string[] } {
  const all = relative(url).slice(baseOfPath(url)?.length ?? 0);
  const split = all.indexOf("?");
  const path = split < 0 ? all : all.slice(0, split);
  const pairs = split < 0 ? [] : all.slice(split + 1).split("&");
  const query = pairs.filter(Boolean).map(normalPair).sort();
  const aliases = new Map(query.filter(isAlias).map((pair) => splitAt(pair, "=")));
  const segments = outside(path.replace(/\/$/, ""), "/").flatMap((segment) => readSegment(decode(segment), aliases));
  return { segments, query: query.filter((pair) => !isAlias(pair)) };
}

/** The path of `Address`. */
export function pathOf(segments: readonly Segment[]): string {
  const texts = segments.map(({ name, values }) => {
    return values === undefined ? name : `${name}(${values.map((pair) => pair.join("=")).join(",")})`;
  });
  return texts.join("/").toLowerCase();
}

function baseOfPath(url: string): string | undefined {
  if (isOwn(url)) return url.trim().startsWith("/") ? "" : ownPath;
  return (host.test(url.trim()) ? hosted : version).exec(relative(url))?.[0];
}

/** A path, or an address below the base that has no version: no more than that base is taken off. */
function isOwn(url: string): boolean {
  const text = url.trim();
  return baseWithoutVersion !== undefined && (text.startsWith("/") || text.startsWith(`${baseWithoutVersion}/`));
}

function relative(url: string): string {
  return url
    .trim()
    .replace(host, "")
    .replace(/^(?!\/)/, "/");
}

/** `docks('x')` is `docks/x` and `doIt()` is `doIt`; arguments have no order; `@p` is what the query says. */
function readSegment(segment: string, aliases: ReadonlyMap<string, string>): Segment[] {
  const [, name, inner = ""] = call.exec(segment) ?? [];
  if (name === undefined) return [{ name: segment }];
  const values = outside(inner, ",").map((argument) => {
    const [key, value] = argument.includes("=") && !text.test(argument) ? splitAt(argument, "=") : ["", argument];
    return [key.trim(), aliases.get(value.trim().toLowerCase()) ?? value.trim()] as const;
  });
  const [[key, value] = ["", ""], ...others] = values;
  if (key === "" && others.length === 0)
    return [{ name }, ...(value === "" ? [] : [{ name: value.replace(text, "$1").replaceAll("''", "'") }])];
  return [{ name, values: values.sort((one, other) => (one.join("=") < other.join("=") ? -1 : 1)) }];
}

function isAlias(pair: string): boolean {
  return pair.startsWith("@");
}

function splitAt(pair: string, sign: string): [string, string] {
  const at = pair.indexOf(sign);
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** The parts between signs that stand outside of parentheses, brackets and, within these, quotes. */
function outside(path: string, sign: string): string[] {
  // Most paths have none of these.
  if (sign === "/" && !/[([]/.test(path)) return path.split(sign);
  const parts = [""];
  let depth = sign === "," ? 1 : 0;
  const top = depth;
  let quoted = false;
  for (const char of path) {
    if (char === "'" && depth > 0) quoted = !quoted;
    else if (!quoted && "([".includes(char)) depth++;
    else if (!quoted && ")]".includes(char)) depth--;
    if (char === sign && depth === top && !quoted) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return depth === top && !quoted ? parts : path.split(sign);
}

/** Spaces around the commas of a list mean nothing; docs write `+` for a space, also where a caller has to encode it. */
function normalPair(pair: string): string {
  const [name, value] = splitAt(pair, "=");
  const plain = decode(value)
    .replaceAll("+", " ")
    .split(",")
    .map((item) => item.trim().replace(truth, (word) => word.toLowerCase()))
    .join(",");
  return `${decode(name).trim().replace(/^\$/, "").toLowerCase()}=${plain}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(strayPercent, "%25"));
  } catch {
    return text;
  }
}
