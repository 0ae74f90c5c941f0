/** What options and paging make of a documented answer. */
import { homeOf, isForeign, withoutOrigin } from "./answer.js";
import type { Change } from "./answer.js";
import type { Asked } from "./asked.js";
import type { Workshop } from "./workshop.js";
import { notEvaluated } from "./examples.js";
import type { Choice } from "./examples.js";
import { at, withAt } from "./members.js";
import { envelopeOf, itemsOf, pageOf, readPair } from "./pages.js";
import type { PageQuery } from "./pages.js";
import { namesIn, selected } from "./select.js";

const deltaLink = "@odata.deltaLink";

/** The body that the request wants, where that is not the documented one, and what goes with it. */
export function shaped(
  { example, sameAddress }: Choice,
  page: PageQuery,
  asked: Asked,
  { options: { pageSize }, uploads }: Pick<Workshop, "options" | "uploads">,
  rewrite: (text: string) => string,
): Pick<Change, "body" | "headers"> & { readonly ignored: readonly string[] } {
  const { operation, fixture } = example;
  const { body: documented, status } = fixture.response;
  const options = optionsOf(page.pairs, sameAddress);
  const ignored = [...options.keys()].filter((name) => notEvaluated.has(name)).map((name) => `$${name}`);
  if (documented === undefined || status >= 300) return { headers: {}, ignored };
  const select = namesIn(options.get("select") ?? "");
  const names = new Set([...select, ...namesIn(options.get("expand") ?? "")]);
  const picked = select.length === 0 ? documented : selected(documented, names);
  const isList = operation.result === "list" || operation.result === "delta";
  if (!isList || itemsOf(picked, operation) === undefined) {
    const body = uploads.opened(picked, asked.base, rewrite);
    return { ...(body !== documented && { body }), headers: {}, ignored };
  }
  const asksFor = Number(asked.prefer.get("odata.maxpagesize") ?? asked.prefer.get("maxpagesize"));
  const sizes = [pageSize, asksFor, sameAddress ? undefined : page.size].filter((size) => Number(size) > 0);
  const turned = pageOf(picked, operation, {
    size: sizes.length === 0 ? undefined : Math.min(...sizes.map(Number)),
    offset: (sameAddress && operation.envelope?.offset ? 0 : page.offset) ?? Number(options.get("skip") ?? 0),
    after: sameAddress ? undefined : page.after,
    beyond: page.further && !sameAddress,
    count: options.get("count")?.toLowerCase() === "true",
    address: `${asked.base}${asked.path}${page.pairs.length === 0 ? "" : `?${page.pairs.join("&")}`}`,
  });
  const body = withHomeLinks(turned.body, envelopeOf(operation), asked.base, rewrite);
  return {
    ...(body !== documented && { body }),
    headers: turned.link === undefined ? {} : { Link: turned.link && `<${turned.link}>; rel="next"` },
    ignored,
  };
}

/** Of a request that is not the documented one; by name without `$`. */
function optionsOf(pairs: readonly string[], documented: boolean): ReadonlyMap<string, string> {
  if (documented) return new Map();
  return new Map(
    pairs.map((pair) => {
      const [key, value] = readPair(pair);
      return [key.replace("$", "").toLowerCase(), value] as const;
    }),
  );
}

/** Links to further pages that the docs show at another host. */
function withHomeLinks(
  body: unknown,
  { next, send }: { readonly next?: string; readonly send?: string },
  base: string,
  rewrite: (text: string) => string,
): unknown {
  return [send === undefined ? next : undefined, deltaLink].reduce((now: unknown, path) => {
    const link = path === undefined ? undefined : at(now, path);
    if (path === undefined || typeof link !== "string" || !isForeign(rewrite(link), base)) return now;
    return withAt(now, path, homeOf(base) + withoutOrigin(link));
  }, body);
}
