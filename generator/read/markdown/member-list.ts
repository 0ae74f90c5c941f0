/**
 * Properties and parameters that a page lists instead of tabling them. Raw samples: ``* `id` String - The key.``,
 * `- **name** (String, optional): A name.`, and the definition list `id (String)` with `: The key.` in the next line.
 */
import { isMemberName } from "../../shared/member-name.js";

export interface ListedMember {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

// The expressions are for text whose white space is single blanks.
const DECORATED = /^[*_`]{1,4}\\?([^\s*`]{1,200}?)[*_`]{1,4}(?=[\s:,(–—-]|$)/;
const PLAIN = /^([^\s*`[(:]{1,200})(?=\s*\()/;
/** `(String, required): `, also with a link in it. */
const IN_BRACKETS = /^\s*\(((?:[^()]|\([^()]*\))*)\)\s*(?:[:–—.-]\s*)?/;
/** `String - `, `Int32: `; a type is one word, or a collection. */
const BEFORE_DASH =
  /^ ?:? (`?[A-Z][\w.]*(?:\([\w.]+\))?`?(?: collection)?|\[[^\][]*\]\([^()]*\)(?: collection)?) ?(?:[:–—]| -) ?/;
/** Where the words on the type end: ` *string*, **required** — `, `, integer: `. */
const HEAD_END = /[:.](?= |$)| [–—-](?= |$)|$/;
const HEAD_LENGTH = 80;
const HEAD_MARKS = /[*_`()]/g;
const QUALITIES = /^(?:required|optional|read-?only|expandable|deprecated|conditional)$/i;
const QUALITY_FIRST = /^(required|optional|read-?only) (?=[a-z])/i;
const QUALITY_LAST = /(?<=[a-z\]>]) (required|optional|read-?only)$/i;
/** A type in words of small letters. */
export const TYPE_WORDS =
  /^(?:nullable )?(?:(?:array|list|map) of )?(?:string|integer|int|int32|int64|long|number|float|double|decimal|boolean|bool|object|array|date|datetime|date-time|timestamp|uuid|guid|enum|map|hash|file|url|uri|any)s?(?:\[\])?(?: (?:or|\|) null)?(?: ?<[\w-]+>)?$/i;
const DASH = /^\s*(?:[:–—]|\s-)\s+/;
const QUALIFIER = /,\s*/;
const WHITE_SPACE = /\s+/g;
/** `(required)`, `(default = 50,000)`: what is said of a thing, and no type. */
const NO_TYPE = /^(?:required|optional|default|read-?only|max|min|between|up to)\b/i;
const HEAD_START = /^ ?[:,–—-]? ?/;

/** What an item says of a member; undefined when it is a sentence of another kind. */
export function listedMember(markdown: string): ListedMember | undefined {
  const text = markdown.replace(WHITE_SPACE, " ").trim();
  const named = DECORATED.exec(text) ?? PLAIN.exec(text);
  const name = named?.[1]?.replace(/:$/, "").replaceAll("\\", "");
  if (named === null || name === undefined || !isMemberName(name)) return undefined;
  const code = text.startsWith("`") ? `\`${name}\`` : text.slice(0, named[0].length).replace(/:(?=[*_]+$)/, "");
  const rest = text.slice(named[0].length);
  const worded = typeInWords(rest);
  const bracketed = worded === undefined ? IN_BRACKETS.exec(rest) : null;
  const [type = "", ...qualifiers] = worded?.parts ?? (bracketed === null ? [] : partsOf(bracketed[1] ?? ""));
  const isTyped = worded !== undefined || bracketed !== null;
  const dashed = isTyped ? null : BEFORE_DASH.exec(rest);
  const dash = isTyped || dashed !== null ? null : DASH.exec(rest);
  const behind = worded?.whole ?? (bracketed ?? dashed ?? dash)?.[0];
  if (behind === undefined && rest !== "") return undefined;
  const said = rest.slice(behind?.length ?? 0).trim();
  const words = qualifiers.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}.`);
  return { name: code, type: dashed?.[1] ?? type, description: [...words, said].filter(Boolean).join(" ") };
}

/** The words between name and description, where they are a type in small letters and what is said of it, and nothing else. */
function typeInWords(rest: string): { readonly parts: readonly string[]; readonly whole: string } | undefined {
  const start = rest.length - rest.replace(HEAD_START, "").length;
  const head = rest.slice(start, start + HEAD_LENGTH);
  const end = HEAD_END.exec(head);
  if (end === null || (end[0] === "" && start + head.length < rest.length)) return undefined;
  const words = head.slice(0, end.index).replace(HEAD_MARKS, "").trim();
  const parts = words
    .replace(QUALITY_FIRST, "$1, ")
    .replace(QUALITY_LAST, ", $1")
    .split(QUALIFIER)
    .map((part) => part.trim());
  const types = parts.filter((part) => !QUALITIES.test(part));
  const [type = ""] = types;
  if (words === "" || types.length > 1 || (type !== "" && !TYPE_WORDS.test(type))) return undefined;
  const qualities = parts.filter((part) => QUALITIES.test(part));
  return { parts: [type, ...qualities], whole: rest.slice(0, start + end.index + end[0].length) };
}

/** What brackets hold: the type, if there is one, then what else is said, which is one sentence but for words such as `required`. */
function partsOf(held: string): readonly string[] {
  const [first = "", ...more] = held.split(QUALIFIER);
  const said = NO_TYPE.test(first) ? [first, ...more] : more;
  const qualities = said.filter((part) => QUALITIES.test(part));
  const others = said.filter((part) => !QUALITIES.test(part)).join(", ");
  return [said === more ? first : "", ...qualities, ...(others === "" ? [] : [others])];
}
