/** A request as the mock sees it. */
import { parse } from "../runtime/error.js";
import { pathOf, readAddress } from "../testing/address.js";
import type { Segment } from "../testing/address.js";
import type { Sent } from "./check.js";
import { readPair } from "./pages.js";

export interface Asked extends Sent {
  readonly method: string;
  /** What the routes are put behind. */
  readonly base: string;
  /** Below the base, as written. */
  readonly path: string;
  /** The same, with the host where that is not the base. */
  readonly address: string;
  readonly segments: readonly Segment[];
  /** Parsed where it is JSON, else text; undefined for none. */
  readonly body: unknown;
  /** Of the header `Prefer`. */
  readonly prefer: ReadonlyMap<string, string>;
}

const behindBase = /^\/(?:[\w.-]+\/)?http:\/\/[^/]+(\/.*)$/;
const withoutBody = /^(?:GET|HEAD)$/;

/** What stands behind the documented base; the whole address where it does not begin with that. */
export function belowBase(url: string, documented: string | undefined): string {
  const base = documented?.replace(/\/$/, "");
  const isBelow = base !== undefined && url.startsWith(base) && /^(?:[/?]|$)/.test(url.slice(base.length));
  return isBelow ? url.slice(base.length) || "/" : url;
}

/** `base` as it was set, `documented` as the docs have it. */
export async function askedOf(
  request: Request,
  base: string | undefined,
  documented: string | undefined,
): Promise<Asked> {
  const { origin, pathname: whole, search } = new URL(request.url);
  // Microsoft's client takes `http://` links for paths, and puts them behind its base.
  const [, pathname = whole] = behindBase.exec(whole) ?? [];
  const before = base === undefined ? pathAt(documented) : pathAt(base);
  const isBelow = pathname === before || pathname.startsWith(`${before}/`);
  const path = (isBelow ? pathname.slice(before.length) : pathname) || "/";
  // Other versions, and what else may stand before a path, are known by the host before them.
  const address = isBelow ? path : origin + path;
  const own = base?.replace(/\/$/, "") ?? origin + before;
  const text = withoutBody.test(request.method) || request.body === null ? undefined : await request.text();
  return {
    method: request.method.toUpperCase(),
    base: own,
    path,
    pairs: search.slice(1).split("&").filter(Boolean),
    segments: readAddress(address + search).segments,
    address,
    headers: request.headers,
    text,
    body: text ? (parse(text) ?? text) : undefined,
    prefer: preferences(request.headers),
  };
}

/** The path of a base address, without a slash at its end; nothing where it has none, or has placeholders. */
function pathAt(base: string | undefined): string {
  const path = /^https?:\/\/[^/?#]*(\/[^?#{<]*)?$/i.exec(base ?? "")?.[1] ?? "";
  return path.replace(/\/$/, "");
}

/** `Prefer: code=404, odata.maxpagesize=2` (RFC 7240). */
function preferences(headers: Headers): ReadonlyMap<string, string> {
  const parts = (headers.get("prefer") ?? "").split(/[,;]/).map((part) => {
    const [name, value] = readPair(part.trim());
    return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, "$1")] as const;
  });
  return new Map(parts.filter(([name]) => name !== ""));
}

/** The path as examples have it, with another query. */
export function addressWith(
  { address }: Asked,
  pairs: readonly string[],
): { readonly path: string; readonly query: readonly string[] } {
  const { segments, query } = readAddress(`${address}?${pairs.join("&")}`);
  return { path: pathOf(segments), query };
}
