/** The address that all calls of the API have in common, from all pages together. */
import type { Page } from "../../read/page.js";
import { hostPlaceholder, isNamedHost, openBase } from "../../shared/odata/base.js";
import { oncePer } from "../../shared/same.js";
import { baseOf, hostOf, originOf, splitUrl, type Base } from "../../shared/odata/url.js";
import { compareText } from "../../shared/names.js";
import { pageBelowBase, restOf, versionOfBase } from "./below-base.js";
import { ledBase, statedBase } from "./stated-base.js";

export interface BaseAddress {
  /** `https://api.example.org/v1`; placeholders of it in braces. */
  readonly baseUrl: string | undefined;
  /** The pages with request lines, and addresses of examples, that begin below it. */
  readonly pages: readonly Page[];
}

/** A name of a host says so on more pages than one: elsewhere it stands for an address that an answer hands out. */
const LEAST_PAGES = 2;
/** So many request lines say so on one page, if most of all lines have it. */
const LEAST_LINES = 2;
/** So many times as many calls without a version as with it say that the address has none. */
const FEW = 2;

export function withBase(pages: readonly Page[]): BaseAddress {
  const names = new Set(hostNames(pages));
  const most = majority(pages);
  const base = sharedBy(pages, names, most);
  const lost = base === most ? "" : versionOfBase(most);
  const own = pages.map((page) => pageBelowBase(page, names, base, lost));
  return { baseUrl: base === undefined ? undefined : openBase(base).template, pages: own };
}

/** The base, without its version where calls to the same host have words before theirs: `/hooks/v1/events` beside `/v1/berths`. */
function sharedBy(pages: readonly Page[], names: ReadonlySet<string>, base: string | undefined): string | undefined {
  const version = versionOfBase(base);
  if (base === undefined || version === "") return base;
  const lines = pages.flatMap(({ requests }) => requests.map(({ target }) => target));
  const behindName = lines.flatMap((line) => restOf(line, names) ?? []);
  // a name that stands for the base with its version is followed by none
  const isHost = behindName.some((rest) => version === splitUrl(rest).version);
  const paths = isHost ? behindName.map((rest) => `${originOf(base)}${rest}`) : [];
  return [...lines, ...paths].some((line) => isBeside(line, base)) ? originOf(base) : base;
}

/** `https://api.example.org/hooks/v1/events` beside `https://api.example.org/v1`: what stands before its version is of its path. */
function isBeside(url: string, base: string): boolean {
  const words = wordsOfVersion(url);
  return words !== undefined && hostOf(url) === hostOf(base) && words !== wordsOfVersion(`${base}/`);
}

/** What stands before the version; undefined without one. */
function wordsOfVersion(url: string): string | undefined {
  const { origin, version } = splitUrl(url);
  return origin === "" || version === "" ? undefined : version.slice(0, version.lastIndexOf("/") + 1).toLowerCase();
}

/** The names that stand for the whole host of an absolute address, lower-cased. */
function hostNames(pages: readonly Page[]): readonly string[] {
  return pages.flatMap(addressesOn).flatMap(({ url, found }) => {
    if (!found?.open) return [];
    return hostPlaceholder(`${hostOf(url)}/`)?.name.toLowerCase() ?? [];
  });
}

interface Count {
  readonly base: string;
  readonly versioned: boolean;
  readonly open: boolean;
  readonly pages: Set<string>;
  count: number;
  /** Of these, the request lines. */
  lines: number;
}

/**
 * What a sentence calls the base, where calls go there or none says where they go; else host and version that most absolute URLs of calls
 * have. Real hosts with a version go before those without; a placeholder before them only where most addresses have it, or most request lines:
 * `GET https://{instance}/_apis/rooms`, beside which samples show `https://mytfsserver`.
 */
function majority(pages: readonly Page[]): string | undefined {
  const counts = new Map<string, Count>();
  for (const { found, page, isLine } of pages.flatMap(addressesOn)) {
    if (found === undefined) continue;
    const known = counts.get(found.base) ?? { ...found, pages: new Set<string>(), count: 0, lines: 0 };
    known.count++;
    if (isLine) known.lines++;
    known.pages.add(page);
    counts.set(found.base, known);
  }
  const all = [...counts.values()];
  const stated = statedBase(pages);
  if (stated !== undefined && (all.length === 0 || all.some(({ base }) => isWithin(stated, base)))) return stated;
  const led = stated === undefined ? ledBase(pages) : undefined;
  if (led !== undefined && pages.flatMap(addressesOn).every(({ url, found }) => !found || isWithin(url, led)))
    return led;
  const below = stated === undefined ? [] : all.filter(({ base }) => base.startsWith(`${stated}/`)).sort(byWeight);
  if (below[0] !== undefined) return below[0].base;
  const closed = all.filter(({ open }) => !open);
  const real = closed.filter((one) => !isOfFew(one, closed)).sort(byWeight)[0];
  const open = all
    .filter((one) => one.open && (one.pages.size >= LEAST_PAGES || isNamedHost(one.base)))
    .sort(byWeight)[0];
  const lined = all.find((one) => one.open && isOfMostLines(one, pages));
  return (lined ?? (open && open.count > sum(closed) ? open : real))?.base;
}

function isOfMostLines({ lines }: Count, pages: readonly Page[]): boolean {
  return lines >= LEAST_LINES && lines * 2 > sum(pages.map(({ requests }) => ({ count: requests.length })));
}

/** A version that only few of the calls have which go to its host is theirs, not that of all. */
function isOfFew(one: Count, all: readonly Count[]): boolean {
  const bare = one.versioned ? all.find(({ base }) => base === originOf(one.base)) : undefined;
  return bare !== undefined && bare.count > one.count * FEW;
}

function byWeight(one: Count, other: Count): number {
  return (
    Number(other.versioned) - Number(one.versioned) || other.count - one.count || compareText(one.base, other.base)
  );
}

function sum(counts: readonly Pick<Count, "count">[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

/** Whether an address is another one, or goes on behind it. */
function isWithin(url: string, base: string): boolean {
  return url === base || url.startsWith(`${base}/`);
}

/** An address of a call. */
interface Address {
  readonly url: string;
  /** Where it begins, if that is a host. */
  readonly found: Base | undefined;
  readonly page: string;
  readonly isLine: boolean;
}

const addressesOn = oncePer(({ path, examples, requests }: Page): readonly Address[] =>
  [
    ...examples
      .filter(({ request }) => !request.annotation?.opaqueUrl)
      .map(({ request }) => ({ url: request.url, isLine: false })),
    ...requests.map(({ target }) => ({ url: target, isLine: true })),
  ].map(({ url, isLine }) => ({ url, found: baseOf(url), page: path, isLine })),
);
