/** The address that all calls of the API have in common, from all pages together; and request lines without it. */
import { codeOf, linksOf } from "../shared/runs.js";
import type { ExamplePair, Page, RequestLine } from "../read/page.js";
import { hostPlaceholder, isNamedHost, openBase } from "../shared/odata/base.js";
import { oncePer } from "../shared/same.js";
import { baseOf, hostOf, originOf, splitUrl, withOwnVersion, type Base } from "../shared/odata/url.js";
import { stripped } from "../shared/edges.js";
import { compareText } from "../shared/names.js";

export interface BaseAddress {
  /** `https://api.example.org/v1`; placeholders of it in braces. */
  readonly baseUrl: string | undefined;
  /** The pages with request lines, and addresses of examples, that begin below it. */
  readonly pages: readonly Page[];
}

/** A sentence that names it. */
const STATED = /\bbase (?:ur[il]|address|path)\b|\b(?:root|service|api|server) (?:ur[il]|endpoint|address)\b/i;
/** Words of one that says where calls go, together with those for calls; what a service sends itself goes elsewhere. */
const LEADS =
  /\b(?:relative|appended|prefixed|sent|made|go) (?:to|with)\b|\b(?:served|reached|reachable|available|hosted|lives?) (?:from|at|below|under|on)\b/i;
const CALLS = /\b(?:requests?|calls?|paths?|endpoints?|routes?|api)\b/i;
const OWN_CALLS = /\b(?:notifications?|webhooks?|callbacks?|events?)\b/i;
const SENTENCE_BORDER = /[.!?] /;
/** What writers call the host that they leave out. */
const HOST_WORD = /(?:host|base|ur[il]|prefix|server|root|endpoint|domain|address|service|instance|site)/i;
/** A name of a host says so on more pages than one: elsewhere it stands for an address that an answer hands out. */
const LEAST_PAGES = 2;
/** So many times as many calls without a version as with it say that the address has none. */
const FEW = 2;

export function withBase(pages: readonly Page[]): BaseAddress {
  const names = new Set(hostNames(pages));
  const most = majority(pages);
  const base = sharedBy(pages, names, most);
  const lost = most === undefined || base === most ? "" : splitUrl(`${most}/`).version;
  const own = pages.map((page) => pageBelowBase(page, names, base, lost));
  return { baseUrl: base === undefined ? undefined : openBase(base).template, pages: own };
}

/** `lost`: the version that the base would have, were it not for some calls. Paths alone mean it, where they have none. */
const pageBelowBase = oncePer(
  (page: Page, names: ReadonlySet<string>, base: string | undefined, lost: string): Page => {
    const requests = page.requests.map((line) => belowBase(line, names, base, lost));
    const examples = page.examples.map((pair) => exampleBelowBase(pair, base, lost));
    const isSame =
      requests.every((line, i) => line === page.requests[i]) && examples.every((pair, i) => pair === page.examples[i]);
    return isSame ? page : { ...page, requests, examples };
  },
);

/** The base, without its version where calls to the same host have words before theirs: `/hooks/v1/events` beside `/v1/berths`. */
function sharedBy(pages: readonly Page[], names: ReadonlySet<string>, base: string | undefined): string | undefined {
  if (base === undefined || splitUrl(`${base}/`).version === "") return base;
  const lines = pages.flatMap(({ requests }) => requests.map(({ target }) => target));
  const behindName = lines.flatMap((line) => restOf(line, names) ?? []);
  // a name that stands for the base with its version is followed by none
  const isHost = behindName.some((rest) => splitUrl(`${base}/`).version === splitUrl(rest).version);
  const paths = isHost ? behindName.map((rest) => `${originOf(base)}${rest}`) : [];
  return [...lines, ...paths].some((line) => isBeside(line, base)) ? originOf(base) : base;
}

/** What follows the name of a host that a line begins with. */
function restOf(line: string, names: ReadonlySet<string>): string | undefined {
  const host = hostPlaceholder(line);
  if (host === undefined) return undefined;
  return names.has(host.name.toLowerCase()) || (host.braced && HOST_WORD.test(host.name)) ? host.rest : undefined;
}

/** A line without the name of a host that it begins with, and without the path that the base has. */
function belowBase(line: RequestLine, names: ReadonlySet<string>, base: string | undefined, lost: string): RequestLine {
  const { version } = base === undefined ? { version: "" } : splitUrl(base);
  const rest = restOf(line.target, names);
  const isRepeated = version !== "" && rest?.toLowerCase().startsWith(`/${version}/`.toLowerCase()) === true;
  const target = isRepeated
    ? rest.slice(version.length + 1)
    : (rest ?? withVersion(withoutPath(line.target, base), lost, base));
  const own = version === "" && isAt(target, base) ? withOwnVersion(target) : target;
  return own === line.target ? line : { ...line, target: own };
}

/** Whether an address is one at the host of the base. */
function isAt(url: string, base: string | undefined): boolean {
  return base !== undefined && ["", hostOf(base)].includes(hostOf(url));
}

/** An example whose address has no more of the base than lines have; one that another call hands out stays as it is. */
function exampleBelowBase(pair: ExamplePair, base: string | undefined, lost: string): ExamplePair {
  const { request } = pair;
  if (request.annotation?.opaqueUrl) return pair;
  const url = withVersion(withoutPath(request.url, base), lost, base);
  const hasVersion = base === undefined || splitUrl(`${base}/`).version !== "";
  const own = !hasVersion && isAt(url, base) ? withOwnVersion(url) : url;
  if (own !== url) return { ...pair, request: { ...request, url: own, written: request.url } };
  return url === request.url ? pair : { ...pair, request: { ...request, url } };
}

/**
 * An address without the path of a base, `https://api.example.org/rest`, where no sign tells the end of it; one that ends with a version is
 * taken away by whoever splits an address, but for that of a path alone: `/hooks/v1/events`.
 */
function withoutPath(url: string, base: string | undefined): string {
  if (base === undefined) return url;
  const path = base.slice(originOf(base).length);
  if (path.includes("/", 1) && url.startsWith(`${path}/`)) return url.slice(path.length);
  if (!url.startsWith(`${base}/`) || splitUrl(base).path === "/") return url;
  return originOf(base) + url.slice(base.length);
}

/** A path with this version, if it has none at the host, be it behind words. */
function withVersion(path: string, version: string, base: string | undefined): string {
  const isOwn = version === "" || !path.startsWith("/") || splitUrl(`${originOf(base ?? "")}${path}`).version !== "";
  return isOwn ? path : `/${version}${path}`;
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
}

/**
 * What a sentence calls the base, where calls go there or none says where they go; else host and version that most absolute URLs of calls
 * have. Real hosts with a version go before those without; a placeholder before them only where most addresses have it.
 */
function majority(pages: readonly Page[]): string | undefined {
  const counts = new Map<string, Count>();
  for (const { found, page } of pages.flatMap(addressesOn)) {
    if (found === undefined) continue;
    const known = counts.get(found.base) ?? { ...found, pages: new Set<string>(), count: 0 };
    known.count++;
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
  return (open && open.count > sum(all.filter((one) => !one.open)) ? open : real)?.base;
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

function sum(counts: readonly Count[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

/** `Base URL: https://api.example.org/v2` in the introduction of a page. */
function statedBase(pages: readonly Page[]): string | undefined {
  const said = pages.flatMap(({ description }) => description.filter(({ text }) => STATED.test(text)));
  const urls = said
    .flatMap((prose) => [...codeOf(prose), ...linksOf(prose).map(({ url }) => url), ...bareAddresses(prose.text)])
    .filter((url) => baseOf(url));
  return urls.map((url) => url.replace(TRAILING_SLASH, ""))[0];
}

/** "Requests are sent to https://api.example.org/2024.": less sure, it counts where each call that has a host goes there. */
function ledBase(pages: readonly Page[]): string | undefined {
  const sentences = pages.flatMap(({ description }) =>
    description.filter(({ text }) => LEADS.test(text)).flatMap(({ text }) => text.split(SENTENCE_BORDER)),
  );
  const leading = sentences.filter((text) => LEADS.test(text) && CALLS.test(text) && !OWN_CALLS.test(text));
  return leading.flatMap(bareAddresses).map((url) => url.replace(TRAILING_SLASH, ""))[0];
}

/** Whether an address is another one, or goes on behind it. */
function isWithin(url: string, base: string): boolean {
  return url === base || url.startsWith(`${base}/`);
}

/** Addresses among the words, without the marks around them. */
function bareAddresses(text: string): readonly string[] {
  return text.split(" ").flatMap((word) => {
    const bare = stripped(word, MARK);
    return baseOf(bare) ? [bare] : [];
  });
}

const MARK = /[*_<>()"'.,;:]/;
const TRAILING_SLASH = /\/$/;

/** An address of a call. */
interface Address {
  readonly url: string;
  /** Where it begins, if that is a host. */
  readonly found: Base | undefined;
  readonly page: string;
}

const addressesOn = oncePer(({ path, examples, requests }: Page): readonly Address[] =>
  [
    ...examples.filter(({ request }) => !request.annotation?.opaqueUrl).map(({ request }) => request.url),
    ...requests.map(({ target }) => target),
  ].map((url) => ({ url, found: baseOf(url), page: path })),
);
