/** Comparing URLs the way the service reads them. */

const host = /^https?:\/\/[^/?#]*/i;
const version = /^\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
const strayPercent = /%(?![\da-f]{2})/gi;

/** A URL without host and version, decoded, its query in order. */
export interface Address {
  readonly path: string;
  /** `name=value`, names in lower case without `$`. */
  readonly query: readonly string[];
}

/** Host and version of a documented URL; a stand-in where it has none. */
export function baseOf(url: string): string {
  const origin = host.exec(url.trim())?.[0] ?? "https://service.example";
  return origin + (version.exec(relative(url))?.[0] ?? "");
}

/** What a documented or a sent URL addresses. */
export function addressOf(url: string): Address {
  const all = relative(url).replace(version, "");
  const split = all.indexOf("?");
  const path = split < 0 ? all : all.slice(0, split);
  const pairs =
    split < 0
      ? []
      : all
          .slice(split + 1)
          .split("&")
          .filter(Boolean);
  return { path: decode(path).replace(/\/$/, "").toLowerCase(), query: pairs.map(normalPair).sort() };
}

function relative(url: string): string {
  return url
    .trim()
    .replace(host, "")
    .replace(/^(?!\/)/, "/");
}

/** Spaces around the commas of a list mean nothing; docs write `+` for a space, also where a caller has to encode it. */
function normalPair(pair: string): string {
  const split = pair.indexOf("=");
  const name = split < 0 ? pair : pair.slice(0, split);
  const value = split < 0 ? "" : pair.slice(split + 1);
  const plain = decode(value)
    .replaceAll("+", " ")
    .split(",")
    .map((item) => item.trim())
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
