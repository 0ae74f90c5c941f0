/**
 * Reads what stands in a type cell, by one grammar:
 *
 *     T     := "Collection" "(" T ")" | "Collection" "of" T | one ("collection" | "array" | "list" | "[]")* note?
 *     one   := link | scalar | qualified name | "Enumeration" | word, or several joined by "or"
 *
 * Raw samples: `String`, `` `Edm.boolean ` ``, `[message](message.md) collection`, `Collection([listItem][])`, `Collection of String`,
 * `string (url)`, `(Optional) String`, `microsoft.graph.assignedLicense collection`, `[a](a.md) or [b](b.md)`, `Enumeration`.
 */
import { bounds } from "../../shared/bounds.js";
import { codeOf, linksOf } from "../../shared/runs.js";
import { scalarFormats, scalarType } from "../../dialect/scalar-names.js";
import { upperFirst } from "../../shared/names.js";
import type { Link, Prose, TypeCell, TypeExpression } from "../page.js";

// The expressions are for text whose white space is single blanks, as `readTypeCell` makes it.
const WRAPPED = /^collection ?\( ?(.+)$/is;
const COLLECTION_OF = /^(?:collection|array|list) of (.+)$/is;
/** `List<String>`, `IEnumerable<x>`, `Array[String]` */
const GENERIC = /^(?:i?(?:list|enumerable|collection|array|set|sequence)) ?[<[](.+)[>\]]$/is;
/** `Dictionary<String, Int32>`, `map of string to integer`, `map[string]integer` */
const MAP =
  /^(?:(?:i?dictionary|map|record|hash(?:map)?) ?[<[(] ?(?:[\w.]+ ?, ?)(.+)[>\])]|(?:dictionary|map) ?\[ ?\w+ ?\] ?(.+)|(?:dictionary|map|object) (?:of|from) (?:[\w.]+ (?:to|->|→) )(.+)|(?:dictionary|map) of (.+)|objects? of (string|integer|number|boolean)s?)$/is;
/** Some of any name: no type is called so. */
const PAIRS = /^(?:(?:key|name) ?[/&-]? ?value ?pairs?|(?:\w+ ){1,2}pairs)$/i;
/** `.NET` writes what may be null so. */
const NULLABLE = /^nullable(?: representation)?(?: of)? ?<?(.+?)>?$/is;
const SUFFIX = /^(.*?[\w\])]) ?(?:\bcollections?\b|\barray\b|\blist\b|\[\])(?: ?(?:\bcollections?\b|[.,(].*))?$/is;
const OPTIONAL_NOTE = /^\( ?(?:optional|required) ?\) ?| ?[-,(] ?(?:optional|required) ?\)?$/gi;
const TRAILING_WORD = / (?:objects?|resources?|types?|enums?|enumerations?|values?|entit(?:y|ies)|references?)$/i;
/** `list of strings` */
const PLURAL = /s$/;
const NOTE = /^([\w.]+) ?[(,.;:–-]/;
/** `string<date-time>`, `enum<string>`: what stands in brackets says how it is written. */
const IN_ANGLES = /^([\w.]+) ?<[^<>]+>$/;
/** `string in UTC date time format` */
const FORMATTED = /^([\w.]+) (?:in|with|containing|representing|formatted|that) /i;
/** `integer (int64)`, `string<date-time>`, `string uuid`, with more behind it or not. */
const WITH_FORMAT = /^(?:string|integer|number|int) ?[ (<,:] ?([\w-]+)(?![\w-])/i;
/** `array` alone, `array (of x)`. */
const ARRAY_ALONE = /^(?:array|list)$/i;
const ARRAY_NOTED = /^(?:array|list) \((?:of )?([^()]+)\)$/i;
const QUALIFIED = /^#?[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)+$/;
const IDENTIFIER = /^[A-Za-z_]\w*$/;
/** `booking summary`: a type is called as the heading above its table is. */
const SEVERAL = /^[A-Za-z]\w*(?: [A-Za-z]\w*){1,2}$/;
const ENUM_WORD = /^enum(?:eration)?$/i;
const BRACKETS = /^\[([^\]]+)\]/;
const ALTERNATIVE = / or | ?[/|] ?/;
const VALUE_BORDER = /,| or |\|/;
const QUOTED = /^["'“]([^"'”]+)["'”]$/;
const WITH_VALUES = /^(?:string )?enum(?:eration)?(?: of)? ?[:([{] ?([^)\]}]+)[)\]}]?$/i;
const VALUE = /^[A-Za-z_][\w.-]*$/;
const MARKS = /[*`]/g;
const INVISIBLE = /[\u200b-\u200f\ufeff]/g;

/** `String | null`, `null or String`, `String (nullable)`; and `String?` */
const NULL_IN_CELL =
  / ?(?:\||\/|,|\bor\b) ?null\b(?! ?\w)|^null ?(?:\||\/|,|\bor\b) ?| ?[([]?\bnullable\b(?! ?<)[)\]]?,? ?/i;

const MARKED_NAME = /^(?:\?[\w.]+|[\w.]+\?)$/;

/** Reads a type cell: without an expression when it holds nothing that names a type. */
export function readTypeCell(cell: Prose): TypeCell {
  const plain = cell.text.replace(INVISIBLE, "").replace(MARKS, "").replace(/\s+/g, " ").trim();
  const bare = MARKED_NAME.test(plain) ? plain.replace("?", "") : plain.replace(NULL_IN_CELL, "").trim();
  const nullable = (bare !== plain && bare !== "") || NULLABLE.test(plain);
  const text = (bare === "" ? plain : bare).replace(OPTIONAL_NOTE, "");
  const links = linksOf(cell);
  const values = literalsIn(cell) ?? enumValues(plain);
  const expression: TypeExpression | undefined = values
    ? { kind: "resolved", type: { kind: "literals", values } }
    : readText(text, { links, byText: linksByText(links), depth: 0 });
  return { ...cell, ...(expression && { expression }), ...(nullable && { nullable }) };
}

/** `` `title`, `year` ``: nothing but values in code or quotes, none of which is a type. */
function literalsIn(cell: Prose): readonly string[] | undefined {
  const { text } = cell;
  const code = codeOf(cell);
  const parts = text.split(VALUE_BORDER).map((part) => part.trim());
  const quoted = parts.map((part) => QUOTED.exec(part)?.[1]);
  const values = code.length === parts.length ? code : quoted.filter((value) => value !== undefined);
  const isWhole = values.length > 1 && values.length === parts.length && code.every((value) => parts.includes(value));
  const isTyped = values.some((value) => scalarType(value) !== undefined || /[A-Z(]/.test(value) || value === "null");
  return isWhole && !isTyped ? values : undefined;
}

/** `enum: Web, Mobile`, `enum (north, south)` */
function enumValues(text: string): readonly string[] | undefined {
  const values = WITH_VALUES.exec(text)?.[1]
    ?.split(VALUE_BORDER)
    .map((value) => value.trim().replace(QUOTED, "$1"));
  return values !== undefined && values.length > 1 && values.every((value) => VALUE.test(value)) ? values : undefined;
}

interface Cell {
  readonly links: readonly Link[];
  readonly byText: ReadonlyMap<string, Link>;
  /** How many collections are around the text. */
  readonly depth: number;
}

/** Every call from here on is given less text than the one before: so reading ends, whatever the cell holds. */
function readText(text: string, cell: Cell): TypeExpression | undefined {
  if (text === "" || cell.depth > bounds.typeDepth) return undefined;
  const link = cell.byText.get(text);
  if (link) return { kind: "link", link };
  const inner = { ...cell, depth: cell.depth + 1 };
  const wrapped = WRAPPED.exec(text)?.[1];
  if (wrapped) return collection(readText(unclosed(wrapped), inner));
  const of = COLLECTION_OF.exec(text)?.[1];
  if (of) return collection(readText(of, inner));
  const generic = GENERIC.exec(text)?.[1];
  if (generic) return collection(readText(generic.trim(), inner));
  const values = MAP.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (values) return mapOf(readText(values.trim(), inner));
  if (PAIRS.test(text)) return mapOf({ kind: "resolved", type: { kind: "unknown" } });
  const nullable = NULLABLE.exec(text)?.[1];
  if (nullable && nullable !== text) return readText(nullable.trim(), inner);
  const suffixed = SUFFIX.exec(text)?.[1];
  if (suffixed) return collection(readText(unparenthesised(suffixed), inner));
  return readOne(text, cell);
}

/** What stands in the parenthesis that a text ends in. */
function unclosed(text: string): string {
  return (text.endsWith(")") ? text.slice(0, -1) : text).trimEnd();
}

function collection(of: TypeExpression | undefined): TypeExpression | undefined {
  return of && { kind: "collection", of };
}

function mapOf(of: TypeExpression | undefined): TypeExpression | undefined {
  return of && { kind: "map", of };
}

function unparenthesised(text: string): string {
  return text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
}

function readOne(text: string, cell: Cell): TypeExpression | undefined {
  const trimmed = text.replace(TRAILING_WORD, "").trim();
  const link = cell.byText.get(trimmed);
  if (link) return { kind: "link", link };
  if (ARRAY_ALONE.test(trimmed)) return collection({ kind: "resolved", type: { kind: "unknown" } });
  const items = ARRAY_NOTED.exec(trimmed)?.[1];
  if (items) return collection(readText(items, { ...cell, depth: cell.depth + 1 }));
  const format = WITH_FORMAT.exec(text)?.[1]?.toLowerCase() ?? "";
  const formatted = scalarFormats.has(format) ? scalarType(format) : undefined;
  if (formatted) return { kind: "resolved", type: formatted };
  const scalar =
    scalarType(text) ?? scalarType(trimmed) ?? (cell.depth > 0 ? scalarType(trimmed.replace(PLURAL, "")) : undefined);
  if (scalar) return { kind: "resolved", type: scalar };
  if (ENUM_WORD.test(trimmed)) return { kind: "enumeration" };
  const options = trimmed.split(ALTERNATIVE);
  if (options.length > bounds.typeAlternatives) return undefined;
  if (options.length > 1) return either(options.map((option) => readText(option, cell)));
  if (QUALIFIED.test(trimmed) || IDENTIFIER.test(trimmed)) return { kind: "name", name: trimmed.replace(/^#/, "") };
  const bracketed = BRACKETS.exec(trimmed);
  if (bracketed?.[1]) return { kind: "name", name: bracketed[1] };
  return readNoted(trimmed, cell);
}

/** `string (url)`, `String, maximum size 20`, `[educationOutcome](…) collection. Holds grades` and alike: the type stands first. */
function readNoted(text: string, cell: Cell): TypeExpression | undefined {
  const first = cell.links.find((link) => link.text !== "" && text.startsWith(link.text));
  if (first) return readLinked(first, text, cell);
  const noted = NOTE.exec(text)?.[1] ?? FORMATTED.exec(text)?.[1] ?? IN_ANGLES.exec(text)?.[1];
  if (noted) return readText(noted, cell);
  const words = text.split(" ");
  const scalars = words.filter((word) => scalarType(word));
  if (words.length > 1 && words.some((word) => ENUM_WORD.test(word))) return { kind: "enumeration" };
  if (scalars.length === 1 && words.length > 1) return readText(scalars[0] ?? "", cell);
  const [start = "", ...rest] = words;
  return SEVERAL.test(text) ? { kind: "name", name: [start, ...rest.map(upperFirst)].join("") } : undefined;
}

/** A link and what stands behind it: nothing of that counts but the word `collection`. */
function readLinked({ text: linked }: Link, text: string, cell: Cell): TypeExpression | undefined {
  if (linked.length >= text.length) return undefined;
  const isCollection = /^ collection\b/i.test(text.slice(linked.length));
  const plain = linked + (isCollection ? " collection" : "");
  if (plain.length < text.length) return readText(plain, cell);
  const one = readText(linked, cell);
  return isCollection ? collection(one) : one;
}

/** The first link with each text. */
function linksByText(links: readonly Link[]): ReadonlyMap<string, Link> {
  return new Map(links.toReversed().map((link) => [link.text.replace(INVISIBLE, "").trim(), link]));
}

function either(options: readonly (TypeExpression | undefined)[]): TypeExpression | undefined {
  const readable = options.filter((option) => option !== undefined);
  return readable.length === options.length ? { kind: "either", of: readable } : undefined;
}
