/** Requests on a page that are no examples: templates of them, and what other services receive. */
import { parseRoute } from "../../shared/odata/template.js";
import { hostOf } from "../../shared/odata/url.js";
import type { Place } from "../../shared/place.js";
import type { RequestLine } from "../page.js";
import { isIncoming } from "./bare-json.js";
import type { Item, RequestItem } from "./pairing.js";

/** Where request lines stand. */
export type LinePlaces = ReadonlySet<string>;

export function placesOf(lines: readonly RequestLine[]): LinePlaces {
  return new Set(lines.map(({ place }) => keyOf(place)));
}

function keyOf({ line, column, file = "" }: Place): string {
  return `${line}:${column}:${file}`;
}

/** Without request lines that the next request fills in: `GET /loans/:id` above the curl that shows how. */
export function withoutTemplates(items: readonly Item[], lines: LinePlaces): readonly Item[] {
  return items.filter(
    (item, index) =>
      items[index + 1]?.kind !== "request" ||
      !isLine(item, lines) ||
      (item.kind === "request" && parseRoute(item.message.url).parameters.length === 0),
  );
}

/** A request line that nothing answers is no example, be it below a heading that examples have; an annotation says that it is one. */
export function isLine(item: Item, lines: LinePlaces): boolean {
  if (item.kind === "response" || item.responses.length > 0 || item.message.annotation !== undefined) return false;
  return lines.has(keyOf(item.message.place));
}

/** Without requests that other services receive, such as notifications: they are told by their host. */
export function withoutForeign(items: readonly Item[]): readonly Item[] {
  const hosts = new Set(
    items.flatMap((item) => (item.kind === "request" && item.responses.length > 0 ? [hostOf(item.message.url)] : [])),
  );
  return items.filter(
    (item) =>
      item.kind === "response" || item.responses.length > 0 || !(isForeignRequest(item, hosts) || item.illustrates),
  );
}

function isForeignRequest(item: RequestItem, hosts: ReadonlySet<string>): boolean {
  const host = hostOf(item.message.url);
  if (item.message.annotation?.opaqueUrl === true) return false;
  if (host === "" || hosts.has(host)) return false;
  return hosts.size > 0 || isIncoming(item);
}
