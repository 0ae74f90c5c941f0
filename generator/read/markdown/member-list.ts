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
const DECORATED = /^[*_`]{1,4}\\?([^\s*`]{1,200}?)[*_`]{1,4}(?=[\s:(–—-]|$)/;
const PLAIN = /^([^\s*`[(:]{1,200})(?=\s*\()/;
/** `(String, required): `, also with a link in it. */
const IN_BRACKETS = /^\s*\(((?:[^()]|\([^()]*\))*)\)\s*(?:[:–—.-]\s*)?/;
/** `String - `, `Int32: `; a type is one word, or a collection. */
const BEFORE_DASH =
  /^ ?:? (`?[A-Z][\w.]*(?:\([\w.]+\))?`?(?: collection)?|\[[^\][]*\]\([^()]*\)(?: collection)?) ?(?:[:–—]| -) ?/;
const DASH = /^\s*(?:[:–—]|\s-)\s+/;
const QUALIFIER = /,\s*/;
const WHITE_SPACE = /\s+/g;

/** What an item says of a member; undefined when it is a sentence of another kind. */
export function listedMember(markdown: string): ListedMember | undefined {
  const text = markdown.replace(WHITE_SPACE, " ").trim();
  const named = DECORATED.exec(text) ?? PLAIN.exec(text);
  const name = named?.[1]?.replace(/:$/, "").replaceAll("\\", "");
  if (named === null || name === undefined || !isMemberName(name)) return undefined;
  const code = text.startsWith("`") ? `\`${name}\`` : text.slice(0, named[0].length).replace(/:(?=[*_]+$)/, "");
  const rest = text.slice(named[0].length);
  const bracketed = IN_BRACKETS.exec(rest);
  const [type = "", ...qualifiers] = bracketed?.[1]?.split(QUALIFIER) ?? [];
  const dashed = bracketed === null ? BEFORE_DASH.exec(rest) : null;
  const dash = bracketed === null && dashed === null ? DASH.exec(rest) : null;
  const behind = bracketed ?? dashed ?? dash;
  if (behind === null && rest !== "") return undefined;
  const said = rest.slice(behind?.[0].length ?? 0).trim();
  const words = qualifiers.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}.`);
  return { name: code, type: dashed?.[1] ?? type, description: [...words, said].filter(Boolean).join(" ") };
}
