/** Request lines at another host than that of the package, which sends all calls to one: a token is for nobody else. */
import { openBase } from "../../shared/odata/base.js";
import { hostOf, originOf, PLACEHOLDER_SIGNS } from "../../shared/odata/url.js";
import type { RequestLine } from "../../read/page.js";
import type { OperationDraft } from "../operations/draft.js";
import type { Report } from "../../findings/collect.js";

/**
 * Findings `host-differs`, one for each other host of a page: `GET https://ports.example.com/v1/ports` where most calls go to
 * `https://ships.example.com/v1`. A line that the same operation has at the host of the package as well is called there.
 */
export function reportHosts(drafts: readonly OperationDraft[], baseUrl: string | undefined, report: Report): void {
  if (baseUrl === undefined) return;
  const own = hostOf(baseUrl);
  const told = new Set<string>();
  for (const { page } of drafts) {
    const isHere = (line: RequestLine): boolean => isLike(hostIn(line), own);
    const here = new Set(page.requests.filter(isHere).map(pathIn));
    for (const line of page.requests) {
      const host = hostIn(line);
      const key = JSON.stringify([page.path, host]);
      if (isHere(line) || here.has(pathIn(line)) || told.has(key)) continue;
      told.add(key);
      report("host-differs", page.path, line.place, host, { host, own });
    }
  }
}

function hostIn({ target }: RequestLine): string {
  return hostOf(openBase(originOf(target)).template);
}

function pathIn({ method, target }: RequestLine): string {
  return `${method} ${target.slice(originOf(target).length)}`;
}

/** Whether one host can be the other: none is that of the package, and `{account}.example.com` may stand for `contoso.example.com`. */
function isLike(host: string, own: string): boolean {
  if (host === "" || host === own || isOpen(host)) return true;
  const labels = own.split(".");
  const written = host.split(".");
  return (
    labels.length === written.length &&
    written.every((label, index) => {
      const other = labels[index] ?? "";
      return label === other || PLACEHOLDER_SIGNS.test(label) || PLACEHOLDER_SIGNS.test(other);
    })
  );
}

/** `{instance}`: nothing but that it has a name. */
function isOpen(host: string): boolean {
  return PLACEHOLDER_SIGNS.test(host) && !host.includes(".");
}
