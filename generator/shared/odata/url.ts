/** A URL, or the target of a request line, in its parts. Everything stays as written. */

export interface Url {
  /** `https://api.example.org`; "" for a path. */
  readonly origin: string;
  /** `v1.0`, `beta`; behind a host also a placeholder for one. */
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
/** Signs that no reader sees, and that no address holds: soft hyphens, spaces without width, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const WHITE_SPACE = /\s/;
const SCHEMES = ["https://", "http://"];
/** What ends the host. */
const HOST_ENDS = "/?#";
/** Signs of a placeholder: a host that has one is none. */
const PLACEHOLDER_SIGNS = /[{}<>[\]\uE000-\uF8FF]/;

/** Without what slips into an address by copying: invisible signs, the entity for `&`, `~` for the root. */
export function cleanAddress(text: string): string {
  const clean = text.replace(INVISIBLE, "").replaceAll("&amp;", "&").trim();
  return clean.startsWith("~/") ? clean.slice(1) : clean;
}

export function splitUrl(text: string): Url {
  const origin = originOf(text);
  const all = text.slice(origin.length);
  const mark = all.indexOf("?");
  const written = mark < 0 ? all : all.slice(0, mark);
  const path = written.startsWith("/") ? written : `/${written}`;
  const end = path.indexOf("/", 1);
  const first = path.slice(1, end < 0 ? undefined : end);
  const versioned = VERSION.test(first) || (origin !== "" && isPlaceholder(first));
  return {
    origin,
    version: versioned ? first : "",
    path: versioned ? path.slice(first.length + 1) || "/" : path,
    query: mark < 0 ? undefined : all.slice(mark + 1),
  };
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

/** Host and version of a URL, where the host is a real one and not a placeholder. */
export function baseOf(url: string): { readonly base: string; readonly versioned: boolean } | undefined {
  const { origin, version } = splitUrl(url.trim());
  if (hostOf(origin) === "" || PLACEHOLDER_SIGNS.test(origin)) return undefined;
  const versioned = VERSION.test(version);
  return { base: versioned ? `${origin}/${version}` : origin, versioned };
}

/** A line that goes on with the query of the one above. */
export function continuesQuery(line: string): boolean {
  return ["?", "&"].includes(line.trim().charAt(0));
}

/** `{id}`, `<id>`, or the one character that stands for a placeholder while a route is read. */
function isPlaceholder(text: string): boolean {
  return (text.length === 1 && PLACEHOLDER_SIGNS.test(text)) || /^(?:\{[^{}]*\}|<[^<>]*>)$/.test(text);
}

/** Scheme and host as written. */
function originOf(text: string): string {
  const start = text.slice(0, 8).toLowerCase();
  const scheme = SCHEMES.find((one) => start.startsWith(one));
  if (scheme === undefined) return "";
  let end = scheme.length;
  while (end < text.length && !HOST_ENDS.includes(text[end] ?? "") && !WHITE_SPACE.test(text[end] ?? "")) end++;
  return text.slice(0, end);
}
