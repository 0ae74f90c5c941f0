/** Names of placeholders: their own where it says something, else one from the collection that they pick from. */
import { shortened } from "../bounds.js";
import { camel, lowerFirst, singular } from "../names.js";
import { isSampleId } from "./lines.js";
import { fillMarks } from "./marks.js";

const GENERIC = new Set(["", "id", "ids", "guid", "undefined", "value", "key"]);
/** `where.route` chooses among routes, so that no placeholder can be called `route`. */
const CHOOSER = "route";
const ENDS_IN_ID = /id$/i;
const PLAIN_NAME = /^[A-Za-z][\w-]*$/;

/** What a placeholder would like to be called, the best first; `collection`: what stands before it. */
export function placeholderNames(written: string, collection: string): readonly string[] {
  const [first = ""] = written.split("|", 1);
  const own = camel(withoutType(first));
  const fromCollection = `${singular(collection)}Id`;
  if (GENERIC.has(own.toLowerCase()) || isSampleId(first)) return [collection === "" ? "id" : fromCollection];
  if (!ENDS_IN_ID.test(own) || collection === "") return [own];
  const isPlural = own.toLowerCase() === `${collection}Id`.toLowerCase();
  return isPlural ? [fromCollection, own] : [own, fromCollection];
}

/** `id`, `port-id`, `shipId` in quotes: a word for an id, where nobody would call an object so. */
export function isWordForId(text: string): boolean {
  return /^(?:[\w-]*[-_])?id$/i.test(text) || /^[a-z]\w*Id$/.test(text);
}

/** `{id:int}`, `{page=1}`: what stands behind the name is its type, or what counts without it. */
function withoutType(written: string): string {
  const end = [...written].findIndex((char) => char === ":" || char === "=");
  const name = written.slice(0, Math.max(0, end)).trim();
  return PLAIN_NAME.test(name) ? name : written;
}

/** A segment as the name of a collection: without arguments, placeholders and `$`. */
export function collectionName(segment: string): string {
  const name = fillMarks(segment.split("(", 1)[0] ?? "", () => "");
  return shortened(lowerFirst(camel(name.startsWith("$") ? name.slice(1) : name)));
}

/** The name of a parameter that is written so. */
export function parameterName(written: string): string {
  const name = shortened(camel(written));
  return name === CHOOSER ? `${CHOOSER}Id` : name;
}

/** The first name that is free, else the first with a number; it is taken then. `taken` holds the number to go on with for each name. */
export function freeName(wishes: readonly string[], taken: Map<string, number>): string {
  const names = wishes.map((name) => parameterName(name) || "value");
  const [first = "value"] = names;
  let free = names.find((name) => !taken.has(name));
  let number = taken.get(first) ?? 2;
  for (; free === undefined; number++) if (!taken.has(`${first}${number}`)) free = `${first}${number}`;
  taken.set(first, number).set(free, taken.get(free) ?? 2);
  return free;
}
