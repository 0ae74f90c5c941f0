/** A URL, or the target of a request line, in its parts. Everything stays as written. */

import { fillMarks, markPlaceholders } from "./marks.js";

export interface Url {
  /** `https://api.example.org`; "" for a path. */
  readonly origin: string;
  /** `v1.0`, `beta`; behind a host also what stands before it, `api/v2.0`, or a placeholder for it. */
  readonly version: string;
  /** What stands behind these, with the slash at its beginning. */
  readonly path: string;
  /** What stands behind the question mark; undefined without one. */
  readonly query: string | undefined;
}

export interface Pair {
  readonly key: string;
  readonly value: string;
}

const VERSION = /^(?:v\d+(?:\.\d+)?|beta)$/i;
/** How a placeholder for a version is called: `{version}`, `{apiVersion}`, `{v}`; another one, such as `{accountId}`, is of the path. */
const VERSION_NAME = /version|\bver\b|\bv\b/i;
/** Signs that no reader sees, and that no address holds: soft hyphens, spaces without width, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Of the path of a base address, up to the version: `company/api/v2.0`. */
const BASE_SEGMENTS = 3;
const API_WORD = /^(?:api|rest|services?)$/i;
const BASE_WORD = /^[a-z][\w.-]*$/i;
const WHITE_SPACE = /\s/;
const WHOLE = "//";
const SCHEMES = ["https://", "http://"];
/** What ends the host. */
const HOST_ENDS = "/?#";
/** Signs of a placeholder: a host that has one is none. */
export const PLACEHOLDER_SIGNS = /[{}<>[\]\uE000-\uF8FF]/;

/** Without what slips into an address by copying: invisible signs, the entity for `&`, `~` for the root. */
export function cleanAddress(text: string): string {
  const clean = text.replace(INVISIBLE, "").replaceAll("&amp;", "&").trim();
  return clean.startsWith("~/") ? clean.slice(1) : clean;
}

/**
 * `//v1/berths` is a path with its version, as calls have where the base has none. `nameOf` tells what stands in the braces of a placeholder for which
 * one sign stands.
 */
export function splitUrl(text: string, nameOf: (placeholder: string) => string = (placeholder) => placeholder): Url {
  const origin = originOf(text);
  const all = text.slice(origin.length);
  const mark = all.indexOf("?");
  const written = mark < 0 ? all : all.slice(0, mark);
  const isWhole = origin === "" && written.startsWith(WHOLE);
  const path = isWhole ? written.slice(1) : written.startsWith("/") ? written : `/${written}`;
  const version = isWhole ? "" : versionOf(path, origin !== "", nameOf);
  return {
    origin,
    version,
    path: version === "" ? path : path.slice(version.length + 1) || "/",
    query: mark < 0 ? undefined : all.slice(mark + 1),
  };
}

/** The address below a base without a version: its own is not taken off. */
export function withOwnVersion(url: string): string {
  return splitUrl(url).version === "" ? url : `/${url.slice(originOf(url).length)}`;
}

/** `v1.0`, `beta`: nothing before it, and no placeholder. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** The version at the beginning of a path; behind a host also a placeholder for one, and words before it: `api/v2.0`. */
function versionOf(path: string, hasHost: boolean, nameOf: (placeholder: string) => string): string {
  const segments = path.slice(1).split("/", BASE_SEGMENTS);
  const [first = ""] = segments;
  const at = segments.findIndex((segment) => VERSION.test(segment));
  const word = hasHost ? BASE_WORD : API_WORD;
  if (at >= 0 && segments.slice(0, at).every((one) => word.test(one) || (hasHost && isPlaceholder(one))))
    return segments.slice(0, at + 1).join("/");
  return hasHost && isPlaceholder(first) && VERSION_NAME.test(nameOf(first)) ? first : "";
}

/** The pairs of a query in order, repeated keys and all; empty ones left out. */
export function pairsOf(query: string | undefined): readonly Pair[] {
  const pairs = (query ?? "").split("&").filter((pair) => pair.trim() !== "");
  return pairs.map((pair) => {
    const equals = pair.indexOf("=");
    return equals < 0 ? { key: pair, value: "" } : { key: pair.slice(0, equals), value: pair.slice(equals + 1) };
  });
}

/** Lower-cased host of an absolute URL; "" for a path. */
export function hostOf(url: string): string {
  const origin = originOf(url.trim()).toLowerCase();
  return origin.slice(origin.indexOf("//") + 2);
}

export function isAbsolute(url: string): boolean {
  return originOf(url) !== "";
}

/** What can follow a method: a path, a host, a placeholder, a word. */
export function isAddress(text: string): boolean {
  return /^[/{<$\w]/.test(text);
}

/** What can be nothing else. */
export function isSurelyAddress(text: string): boolean {
  return (text.startsWith("/") && text.length > 1) || isAbsolute(text);
}

/** Host and version of a URL; `open`: placeholders stand in them. A whole host that is one says only how it is called. */
export interface Base {
  readonly base: string;
  readonly versioned: boolean;
  readonly open: boolean;
}

/** Undefined for an address without a host, and where nothing can be sent, whatever its placeholders stand for. */
export function baseOf(url: string): Base | undefined {
  const { origin, version } = splitUrl(url.trim());
  if (hostOf(origin) === "" || !canBeCalled(origin)) return undefined;
  const versioned = VERSION.test(version.slice(version.lastIndexOf("/") + 1));
  return {
    base: versioned ? `${origin}/${version}` : origin,
    versioned,
    open: PLACEHOLDER_SIGNS.test(origin),
  };
}

/** With values in place of its placeholders: words in most hosts, a number in a port. */
function canBeCalled(origin: string): boolean {
  const { text } = markPlaceholders(origin);
  return VALUES.some((value) => URL.canParse(fillMarks(text, () => value)));
}

const VALUES = ["x", "1"];

/** A line that goes on with the query of the one above, be it in brackets: `[&name={name}]`. */
export function continuesQuery(line: string): boolean {
  return /^\[?[?&]/.test(line.trim());
}

/** `{id}`, `<id>`, or the one character that stands for a placeholder while a route is read. */
export function isPlaceholder(text: string): boolean {
  return (text.length === 1 && PLACEHOLDER_SIGNS.test(text)) || /^(?:\{[^{}]*\}|<[^<>]*>)$/.test(text);
}

/** Scheme and host as written. */
export function originOf(text: string): string {
  const start = text.slice(0, 8).toLowerCase();
  const scheme = SCHEMES.find((one) => start.startsWith(one));
  if (scheme === undefined) return "";
  return text.slice(0, endOfHost(text, scheme.length, true) ?? endOfHost(text, scheme.length, false));
}

/** `whole`: what stands between the signs of a placeholder ends nothing; undefined where one is not closed. */
function endOfHost(text: string, start: number, whole: boolean): number | undefined {
  let open = 0;
  for (let end = start; end < text.length; end++) {
    const char = text[end] ?? "";
    if (whole && "{<".includes(char)) open++;
    if (whole && "}>".includes(char)) open--;
    if (open <= 0 && (HOST_ENDS.includes(char) || WHITE_SPACE.test(char))) return end;
  }
  return open > 0 ? undefined : text.length;
}
