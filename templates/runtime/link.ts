/** Addresses that answers hold: next links, redirects, monitors of work, upload sessions. */
import type { ApiResponse } from "./client.js";
import { ApiError, textOf } from "./error.js";

const belowBase = /^\/(?![/\\])/;
/** Browsers and Node refuse passwords in addresses, and would quote them. */
const web = /^https?:\/\/[^/@]+\//;

/** Where an answer comes from; empty where neither the client nor the platform tells. */
export function addressOf({ address, url }: ApiResponse): string {
  return address ?? url;
}

/** A link as it is where it is absolute, else as seen from where it was found; undefined where it is no text. */
export function linkOf(link: unknown, from: string): string | undefined {
  const text = textOf(link) || undefined;
  return text && from && !parsed(text) ? (parsed(text, from)?.href ?? text) : text;
}

/**
 * The address to ask for a link found at `from`. Where nobody knows that, a path is one below the client's base URL.
 * @throws ApiError `malformed` for what is no address, `foreign` for one that is not on the web
 */
export function resolve(link: unknown, from = ""): string {
  const text = textOf(link) ?? "";
  if (!from && belowBase.test(text)) return text;
  const url = text ? parsed(text, from || undefined) : undefined;
  if (!url) throw new ApiError("malformed", "a link that is no address", { status: -1, body: link });
  if (!web.test(url.href)) throw new ApiError("foreign", `a link to ${url.protocol}`, { status: -1, body: link });
  return url.href;
}

/**
 * Where work can be followed. A path is meant below the client's base URL, as services write it, unless it begins with the path of that.
 * `url`: what was asked, below the base URL. What is no address stays as it is.
 */
export function monitorOf(location: string, from: string, url: string): string {
  if (!belowBase.test(location)) return linkOf(location, from) ?? location;
  const [asked = "", below = ""] = [from, url].map((each) => each.split("?", 1)[0]);
  const base = below && asked.endsWith(below) ? parsed(asked.slice(0, -below.length)) : undefined;
  const repeats = base && base.pathname !== "/" && location.startsWith(`${base.pathname}/`);
  return repeats ? new URL(location, base).href : location;
}

/** Whether two addresses are of one origin. */
export function sameOrigin(one: string, other: string): boolean {
  return parsed(one)?.origin === parsed(other)?.origin;
}

function parsed(text: string, from?: string): URL | undefined {
  try {
    return new URL(text, from);
  } catch {}
}
