/** The request line of an example against those of its page. */
import type { Details, Finding, RuleId } from "../../findings/rules.js";
import { withoutSystemTail, type Address } from "../../shared/odata/match.js";
import { endOf, endOfAddress, shapeOf, type RoutePath } from "../../shared/odata/segments.js";
import { hostOf } from "../../shared/odata/url.js";
import type { Example, Operation } from "../api.js";
import { bodyShape } from "../operations/body-shape.js";
import { isHandedOut, type Exchange } from "../operations/exchanges.js";
import type { Docs } from "../types/docs.js";
import { isSendable } from "./sendable.js";

/** What some items of a collection failed with, in a body of its own. */
const MULTI_STATUS = 207;
/** Request lines that are named beside a URL that fits none of them. */
const MAX_LINES = 3;

/** What of an operation its examples are compared with. */
export type Contract = Omit<Operation, "examples">;

/** What a URL is as a call. */
export interface UrlReading {
  readonly call?: Example["call"];
  /** Set where it would be one if it had a value in place of this placeholder: `near(date={date})`. */
  readonly shown?: string;
  /** Values for such placeholders, by how they are written. */
  readonly values?: ReadonlyMap<string, string>;
}

export type ReadCall = (address: Address) => UrlReading;

/**
 * What is wrong with the request line of an example. A request to another service is no call of the operation at all, such as a notification,
 * nor is one whose URL was handed out; what OData lets follow any path, such as `/$count`, needs no line of its own.
 */
export function reportCall(
  { page, pair }: Exchange,
  call: Example["call"],
  address: Address,
  read: ReadCall,
  { method }: Contract,
  docs: Docs,
): readonly Finding[] {
  const { request } = pair;
  const report = (
    rule: RuleId,
    values: Readonly<Record<string, string>>,
    details: Details = {},
  ): readonly Finding[] => [
    docs.report(rule, page.path, request.place, pair.request.annotation?.name ?? "", values, details),
  ];
  if (isHandedOut(request)) return [];
  const shownCall = `${request.method} ${request.written ?? request.url}`;
  const isElsewhere = isForeign(request.url, docs);
  if (call === undefined && isElsewhere) return [];
  const others = page.requests.filter(
    ({ place }) => place.line !== request.place.line || place.file !== request.place.file,
  );
  // the only request line of a page that shows nothing but an answer
  if (call === undefined && page.requests.length > 0 && others.length === 0) return [];
  const related = others.slice(0, MAX_LINES).map(({ place }) => ({
    ...place,
    page: page.path,
    message: "a request line of the page",
  }));
  if (request.method !== method && call)
    return report("example-method", { shown: request.method, written: method }, { related });
  const isDocumented = page.requests.some(({ target }) => hostOf(target) === hostOf(request.url));
  if (call)
    return isElsewhere && !isDocumented
      ? report("example-foreign", { host: hostOf(request.url), own: docs.host ?? "" })
      : [];
  if (request.method !== method) return report("example-url", { url: shownCall }, { related });
  const sent = isSendable(request.url);
  const counted = withoutSystemTail(address);
  if (sent && counted && read(counted).call) return [];
  const { shown } = sent ? read(address) : {};
  if (shown !== undefined)
    return report("example-placeholder", { shown, name: "an argument" }, { habit: "placeholders in addresses" });
  return report("example-url", { url: shownCall }, { related });
}

function isForeign(url: string, { host }: Docs): boolean {
  const own = hostOf(url);
  return own !== "" && host !== undefined && own !== host;
}

/**
 * Whether an example is about something else than its operation, so that only a body that fits tells anything: another method or status, a
 * URL that was handed out, a list where the operation answers one object (the same lines with a filter), a URL that ends in another segment
 * than every request line (`…/format/font`), or a part of what another line gives (`/me/mailboxSettings/timeZone`).
 */
export function isOtherCall(
  { pair, response }: Exchange,
  call: Example["call"],
  address: Address,
  contract: Contract,
): boolean {
  const { routes, method, statuses, result } = contract;
  if (pair.request.method !== method || isHandedOut(pair.request)) return true;
  if (response && response.status === MULTI_STATUS && !statuses.includes(MULTI_STATUS)) return true;
  if (result.kind === "object" && response && bodyShape(response.body) === "list") return true;
  if (!call) return !routes.some(({ path }) => endOf(path) === endOfAddress(address));
  const shape = (path: RoutePath | undefined): string => (path ? shapeOf({ ...path, query: [] }) : "");
  return routes.length > 1 && routes.some(({ path }) => shape(routes[call.route]?.path).startsWith(`${shape(path)}/`));
}
