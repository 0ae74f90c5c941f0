/** Pages of lists that do not come in OData's way. Only packages of such services hold it. */
import { linkOf } from "./link.js";
import type { RawPage } from "./operation.js";

/** Where a page of a list holds what; a member within another is written `meta.total`. */
export interface PageShape {
  /** Empty where the answer itself is the list. */
  readonly items: string;
  /** The address of the next page; a token for it where `send` names the query parameter that takes it. */
  readonly next?: string;
  readonly send?: string;
  /** How many pages there are, or whether there are more: `send` takes the number of a page. */
  readonly pages?: string;
  /** `send` takes that member of the last item instead, or how many items come before, which `pages` may count. */
  readonly last?: string;
  readonly offset?: boolean;
  readonly count?: string;
}

/** Reads a body that holds a page in this way, and the `Link` header beside it; `from` is where it came from. */
export function housePage({
  items,
  next = "",
  send = "",
  pages = "",
  last,
  offset = false,
  count = "",
}: PageShape): (body: object, from: string, headers: Headers) => RawPage {
  return (answer, from, headers) => {
    const list = Array.isArray(answer) ? answer : at(answer, items);
    const [link, all] = [at(answer, next), at(answer, count)];
    const told = pages
      ? last
        ? at(answer, pages) === true
          ? behind(list, last, send, from)
          : undefined
        : numbered(at(answer, pages), send, from, offset && itemsIn(list).length)
      : send && link
        ? withToken(from, send, `${link}`)
        : link;
    const following = told ?? linked(headers);
    const nextLink = linkOf(following, from);
    const page = {
      items: itemsIn(list),
      ...(nextLink && { nextLink }),
      ...(typeof all === "number" && { count: all }),
    };
    return [page, following, !!told && told !== link];
  };
}

function itemsIn(list: unknown): unknown[] {
  return Array.isArray(list) ? list : [];
}

function at(answer: object, path: string): unknown {
  if (Object.hasOwn(answer, path)) return member(answer, path);
  return path.split(".").reduce(member, answer);
}

function member(of: unknown, name: string): unknown {
  const members: Readonly<Record<string, unknown>> = { ...Object(of) };
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The same address with a token for the next page; undefined where nobody tells the address. */
function withToken(from: string, key: string, token: string): string | undefined {
  if (!from) return undefined;
  const url = new URL(from);
  url.searchParams.set(key, token);
  return url.href;
}

/** The page after the one that `from` asks for; pages count from 1, items that come before, `step` a page, from 0. */
function numbered(pages: unknown, key: string, from: string, step: number | false): string | undefined {
  if (step === 0) return undefined;
  const own = Number((from && new URL(from).searchParams.get(key)) || (step === false ? 1 : 0));
  const next = own + (step || 1);
  return pages === true || (step ? next : own) < Number(pages) ? withToken(from, key, `${next}`) : undefined;
}

/** The page behind the last item of a list. */
function behind(list: unknown, key: string, send: string, from: string): string | undefined {
  const id = member(itemsIn(list).at(-1), key);
  return id === undefined ? undefined : withToken(from, send, `${id}`);
}

const relation = /;\s*rel\s*=\s*("[^"]*"|[^\s";,]+)/i;
const meansNext = /(?:^|["\s])next(?:$|["\s])/i;

/** `Link: <https://…?page=2>; rel="next"` */
function linked(headers: Headers): string | undefined {
  for (const link of headers.get("link")?.split(/,(?=\s*<)/) ?? []) {
    const [from, to] = [link.indexOf("<") + 1, link.indexOf(">")];
    if (meansNext.test(relation.exec(link.slice(to))?.[1] ?? "")) return link.slice(from, to);
  }
  return undefined;
}
