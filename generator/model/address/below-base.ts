/** Request lines, and addresses of examples, without the base address that all of them have. */
import type { ExamplePair, Page, RequestLine } from "../../read/page.js";
import { hostPlaceholder } from "../../shared/odata/base.js";
import { hostOf, originOf, splitUrl, withOwnVersion } from "../../shared/odata/url.js";
import { oncePer } from "../../shared/same.js";

/** What writers call the host that they leave out. */
const HOST_WORD = /(?:host|base|ur[il]|prefix|server|root|endpoint|domain|address|service|instance|site)/i;

/**
 * The page with request lines and examples below the base; `names` stand for its host. `lost`: the version that it would have, were it not for
 * some calls. Paths alone mean it, where they have none.
 */
export const pageBelowBase = oncePer(
  (page: Page, names: ReadonlySet<string>, base: string | undefined, lost: string): Page => {
    const requests = page.requests.map((line) => belowBase(line, names, base, lost));
    const examples = page.examples.map((pair) => exampleBelowBase(pair, base, lost));
    const isSame =
      requests.every((line, i) => line === page.requests[i]) && examples.every((pair, i) => pair === page.examples[i]);
    return isSame ? page : { ...page, requests, examples };
  },
);

/** What follows the name of a host that a line begins with. */
export function restOf(line: string, names: ReadonlySet<string>): string | undefined {
  const host = hostPlaceholder(line);
  if (host === undefined) return undefined;
  return names.has(host.name.toLowerCase()) || (host.braced && HOST_WORD.test(host.name)) ? host.rest : undefined;
}

/** A line without the name of a host that it begins with, and without the path that the base has. */
function belowBase(line: RequestLine, names: ReadonlySet<string>, base: string | undefined, lost: string): RequestLine {
  const version = versionOfBase(base);
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
  const own = versionOfBase(base) === "" && isAt(url, base) ? withOwnVersion(url) : url;
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

/** The version that a base ends with; "" without one. */
export function versionOfBase(base: string | undefined): string {
  return base === undefined ? "" : splitUrl(`${base}/`).version;
}
