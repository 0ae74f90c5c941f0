/**
 * Reads what stands in a type cell, by one grammar:
 *
 *     T     := "Collection" "(" T ")" | "Collection" "of" T | one ("collection" | "array" | "list" | "[]")* note?
 *     one   := link | scalar | qualified name | "Enumeration" | word, or several joined by "or"
 *
 * Raw samples: `String`, `` `Edm.boolean ` ``, `[message](message.md) collection`, `Collection([listItem][])`, `Collection of String`,
 * `string (url)`, `(Optional) String`, `microsoft.graph.assignedLicense collection`, `[a](a.md) or [b](b.md)`, `Enumeration`.
 */
import type { Link, Prose } from "../read/page.js";
import type { TypeRef } from "./api.js";
import { scalarType } from "./scalars.js";

/** What a cell says before names are looked up. */
export type TypeText =
  | { readonly kind: "resolved"; readonly type: TypeRef }
  | { readonly kind: "link"; readonly link: Link }
  | { readonly kind: "name"; readonly name: string }
  /** The cell says only that there is an enumeration; its values tell which. */
  | { readonly kind: "enumeration" }
  | { readonly kind: "collection"; readonly of: TypeText }
  | { readonly kind: "either"; readonly of: readonly TypeText[] };

const WRAPPED = /^collection\s*\(\s*(.+?)\s*\)?$/i;
const COLLECTION_OF = /^(?:collection|array|list) of\s+(.+)$/i;
const SUFFIX = /^(.*?[\w\])])\s*(?:\bcollections?\b|\barray\b|\blist\b|\[\])(?:\s*(?:\bcollections?\b|[.,(].*))?$/i;
const OPTIONAL_NOTE = /^\(\s*(?:optional|required)\s*\)\s*|\s*[-,(]\s*(?:optional|required)\s*\)?$/gi;
const TRAILING_WORD = /\s+(?:objects?|resources?|types?|enums?|enumerations?|values?|entit(?:y|ies)|references?)$/i;
const NOTE = /^([\w.]+)\s*(?:[(,.;:–-]|\s-\s).*$/;
const QUALIFIED = /^#?[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)+$/;
const IDENTIFIER = /^[A-Za-z_]\w*$/;
const BRACKETS = /^\[([^\]]+)\](?:\[[^\]]*\]|\([^)]*\)?)?/;
const ALTERNATIVE = /\s+or\s+|\s*\/\s*|\s*\|\s*/;
const INVISIBLE = /[\u200b-\u200f\ufeff]/g;

/** Reads a type cell; undefined when it holds nothing that names a type. */
export function readTypeText(cell: Prose): TypeText | undefined {
  const text = cell.text
    .replace(INVISIBLE, "")
    .replace(/\*\*|`/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(OPTIONAL_NOTE, "");
  return text === "" ? undefined : readText(text, cell.links);
}

function readText(text: string, links: readonly Link[]): TypeText | undefined {
  const wrapped = WRAPPED.exec(text) ?? COLLECTION_OF.exec(text);
  if (wrapped?.[1]) return collection(readText(wrapped[1], links));
  const suffixed = SUFFIX.exec(text);
  if (suffixed?.[1]) return collection(readText(unparenthesised(suffixed[1]), links));
  return readOne(text, links);
}

function collection(of: TypeText | undefined): TypeText | undefined {
  return of && { kind: "collection", of };
}

function unparenthesised(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
}

function readOne(text: string, links: readonly Link[]): TypeText | undefined {
  const trimmed = text.replace(TRAILING_WORD, "").trim();
  const link = linkAt(trimmed, links);
  if (link) return link;
  const scalar = scalarType(text) ?? scalarType(trimmed);
  if (scalar) return { kind: "resolved", type: scalar };
  if (/^enum(?:eration)?$/i.test(trimmed)) return { kind: "enumeration" };
  const options = trimmed.split(ALTERNATIVE);
  if (options.length > 1) return either(options.map((option) => readText(option, links)));
  if (QUALIFIED.test(trimmed) || IDENTIFIER.test(trimmed)) return { kind: "name", name: trimmed.replace(/^#/, "") };
  const bracketed = BRACKETS.exec(trimmed);
  if (bracketed?.[1]) return { kind: "name", name: bracketed[1] };
  return readNoted(trimmed, links);
}

/** `string (url)`, `String, maximum size 20`, `[educationOutcome](…) collection. Holds grades` and alike: the type stands first. */
function readNoted(text: string, links: readonly Link[]): TypeText | undefined {
  const first = links.find((link) => link.text !== "" && text.startsWith(link.text));
  if (first)
    return readText(first.text + (/^\s+collection\b/i.test(text.slice(first.text.length)) ? " collection" : ""), links);
  const noted = NOTE.exec(text)?.[1];
  if (noted) return readText(noted, links);
  const words = text.split(" ");
  const scalars = words.filter((word) => scalarType(word));
  return scalars.length === 1 && words.length > 1 ? readText(scalars[0] ?? "", links) : undefined;
}

function linkAt(text: string, links: readonly Link[]): TypeText | undefined {
  const link = links.find((candidate) => candidate.text.replace(INVISIBLE, "").trim() === text);
  return link && { kind: "link", link };
}

function either(options: readonly (TypeText | undefined)[]): TypeText | undefined {
  const readable = options.filter((option) => option !== undefined);
  return readable.length === options.length ? { kind: "either", of: readable } : undefined;
}
