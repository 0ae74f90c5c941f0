/** Titles of other forms than "List parcels", made into such: "Parcels - List By Depot", `GET /v1/parcels/{id}`. */
import { camel, singular } from "../../shared/names.js";
import { parseRoute } from "../../shared/odata/template.js";
import { placeholderNames } from "../../shared/odata/segments.js";
import { isVerb } from "../../dialect/verb-words.js";

const DIVIDED = /^([A-Za-z][\w ]*\w) - ([A-Za-z].*)$/;
/** `Create Or Update`, `List` */
const DOES = /^([A-Za-z]+(?: [Oo]r [A-Za-z]+)?)(?: (.+))?$/;
const PREPOSITION = /^(?:by|in|for|with|at|from|of|to|on)\b/i;
const LISTS = /^(?:list|query|search|find)$/i;
const WORD = /^[A-Za-z][\w-]*$/;
const BY_METHOD: ReadonlyMap<string, string> = new Map([
  ["GET", "get"],
  ["POST", "create"],
  ["PUT", "replace"],
  ["PATCH", "update"],
  ["DELETE", "delete"],
]);

/** "Parcels - Create Or Update" → "Create Or Update Parcel"; the title itself where it does not say first what it is about. */
export function verbFirst(title: string): string {
  const [, thing = "", said = ""] = DIVIDED.exec(title) ?? [];
  const [, verb = "", rest = ""] = DOES.exec(said) ?? [];
  if (verb === "" || !begins(verb) || begins(thing)) return title;
  const last = thing.slice(thing.lastIndexOf(" ") + 1);
  const one = `${thing.slice(0, thing.length - last.length)}${singular(last)}`;
  if (rest === "") return `${verb} ${LISTS.test(verb) ? thing : one}`;
  return PREPOSITION.test(rest) ? `${verb} ${LISTS.test(verb) ? thing : one} ${rest}` : `${verb} ${one} ${rest}`;
}

function begins(words: string): boolean {
  return isVerb(words.split(" ", 1)[0]?.toLowerCase() ?? "");
}

/** What a request does to what: `GET /parcels/{id}` gets a parcel, `POST /parcels/{id}/send` sends one. */
export function namedByRequest(method: string, target: string): { verb: string; object: string } | undefined {
  const { segments } = parseRoute(target, "kept").path;
  const names = segments.map(({ name }) => (placeholderNames(name).length > 0 ? undefined : name.join("")));
  const words = names.filter((name) => name !== undefined && WORD.test(name));
  const [owner = "", last = ""] = [words.at(-2), words.at(-1)];
  const verb = BY_METHOD.get(method);
  if (last === "" || verb === undefined) return undefined;
  if (names.at(-1) === undefined) return { verb, object: camel(singular(last)) };
  if (method === "POST" && owner !== "" && begins(camel(last)))
    return { verb: camel(last), object: camel(singular(owner)) };
  const isMany = singular(last) !== last;
  if (method === "GET") return { verb: isMany ? "list" : "get", object: camel(last) };
  return { verb, object: camel(method === "POST" && isMany ? singular(last) : last) };
}
