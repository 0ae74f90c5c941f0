/** Pages of lists that do not come in OData's way. Only packages of such services hold it. */
import { linkOf } from "./link.js";
import type { RawPage } from "./operation.js";

/** Where a page of a list holds what. */
export interface PageShape {
  readonly items: string;
  /** The address of the next page; a token for it where `send` names the query parameter that takes it. */
  readonly next?: string;
  readonly send?: string;
  readonly count?: string;
}

/** Reads a body that holds a page in this way; `from` is where it came from. */
export function housePage({ items, next = "", send, count = "" }: PageShape): (body: object, from: string) => RawPage {
  return (answer, from) => {
    const body: Readonly<Record<string, unknown>> = { ...answer };
    const [list, link, all] = [body[items], body[next], body[count]];
    const following = send && link ? withToken(from, send, String(link)) : link;
    const nextLink = linkOf(following, from);
    const page = {
      items: Array.isArray(list) ? list : [],
      ...(nextLink && { nextLink }),
      ...(typeof all === "number" && { count: all }),
    };
    return [page, following];
  };
}

/** The same address with a token for the next page. */
function withToken(from: string, key: string, token: string): string {
  const url = new URL(from);
  url.searchParams.set(key, token);
  return url.href;
}
