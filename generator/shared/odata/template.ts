/**
 * Reads the target of a request line as a route. All documented spellings of a placeholder become `{name}`: `{id}`, `{{id}}`, `${id}`,
 * `{id | userPrincipalName}`, `{user-id} | user-principal-name`, `<address>`, `(team-id)`, `:id`, `[id]`, `{id:int}`, `{+path}`, `{path*}`,
 * `{?limit,offset}`, an unclosed `{id`, and sample values of function arguments (`period='D7'`). Everything else stays as documented.
 */
import { camel } from "../names.js";
import { flawsOf, isLeftOut, isSampleId, optionalForms, segmentsOf, withoutSpaces } from "./lines.js";
import { fillMarks, indexOf, isMark, markOf, markPlaceholders } from "./marks.js";
import { optionOf } from "./options.js";
import { collectionName, freeName, isWordForId, placeholderNames } from "./placeholder-names.js";
import { splitPairs, type LinePair } from "./line-query.js";
import { readArgument, readCall, unquoted } from "./scan.js";
import { isCast } from "./segments.js";
import type { Argument, Part, QueryPart, RoutePath, Segment, Writing } from "./segments.js";
import { cleanAddress, splitUrl } from "./url.js";

/** A placeholder of a target, named. */
export interface RouteParameter {
  readonly name: string;
  readonly in: "path" | "query";
  /** As written between the braces, or the sample value that stands for it. */
  readonly documented: string;
  readonly required: boolean;
  /** Set where the key of a query parameter comes twice: it takes several values. */
  readonly list?: true;
}

export interface ParsedRoute {
  readonly path: RoutePath;
  readonly parameters: readonly RouteParameter[];
  /** OData options that the line itself shows, without `$`. */
  readonly options: readonly string[];
  /** Whether samples stand in the path: read with `samples` "kept", the target is another route. */
  readonly hasSamples: boolean;
  /** What is not well formed about the path, in words; empty for a clean line. */
  readonly flaws: readonly string[];
}

/** What is gathered while a target is read. */
interface Reading {
  /** What stands between the braces of each placeholder; samples are added. */
  readonly written: string[];
  /** Whether samples become placeholders. */
  readonly named: boolean;
  readonly taken: Map<string, number>;
  readonly parameters: RouteParameter[];
  /** Marks of placeholders that hold several segments. */
  readonly spread: Set<number>;
  /** Keys of query parameters that stand among the placeholders: `{?limit,offset}`. */
  readonly keys: string[];
  /** Values of each `@key` of the query, and the parts of the query that those used in the path became. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly resolved: Map<string, QueryPart>;
  /** Parameters whose key comes again, which makes them lists. */
  readonly repeated: Set<string>;
  sampled: boolean;
}

/** What a placeholder would like to be called, the best first. */
type Wishes = (written: string) => readonly string[];

/** The route of a target; never fails. Sample values (`(width=640)`, ids) become placeholders, unless they are to be kept as documented. */
export function parseRoute(target: string, samples: "named" | "kept" = "named"): ParsedRoute {
  const source = cleanAddress(target.replaceAll("\\", "")).replaceAll(/%7B/gi, "{").replaceAll(/%7D/gi, "}");
  const marked = markPlaceholders(source);
  const spread = new Set<number>();
  const keys: string[] = [];
  const { path: written, query = "" } = splitUrl(expandOperators(marked.text, marked.written, spread, keys), (mark) =>
    fillMarks(mark, (index) => marked.written[index] ?? ""),
  );
  const optional = written.endsWith("[");
  const path = optional ? written.slice(0, -1) : written;
  const pairs = splitPairs(optional ? query.trim().replace(/\]$/, "") : query, optional);
  const aliases = new Map(
    pairs.filter(({ key }) => key.startsWith("@")).map(({ key, value }) => [key.toLowerCase(), value]),
  );
  const reading: Reading = {
    written: [...marked.written],
    named: samples === "named",
    taken: new Map(),
    parameters: [],
    spread,
    keys,
    aliases,
    resolved: new Map(),
    repeated: new Set(),
    sampled: false,
  };
  const found = segmentsOf(withoutSpaces(path));
  const named = samples === "named" ? found.filter((text) => !isLeftOut(text)) : found;
  reading.sampled = named.length < found.length;
  const texts = named.map((text) => wholeSegment(text, reading));
  const segments = readSegments(texts, reading);
  const { parts, options } = readQuery(pairs, reading);
  return {
    path: { segments, query: parts },
    parameters: reading.parameters.map((one) => (reading.repeated.has(one.name) ? { ...one, list: true } : one)),
    options,
    hasSamples: reading.sampled,
    flaws: flawsOf(source, path, found, marked.unclosed),
  };
}

/** The routes of a target: two where a segment stands in brackets, `/parcels[/{id}]`. */
export function parseRoutes(target: string, samples: "named" | "kept" = "named"): readonly ParsedRoute[] {
  return optionalForms(target).map((form) => parseRoute(form, samples));
}

/** URI templates say by a sign what a placeholder is: `{+path}`, `{path*}` hold segments, `{?a,b}` and `{&c}` are a query, `{/id}` a segment. */
function expandOperators(text: string, written: readonly string[], spread: Set<number>, keys: string[]): string {
  return fillMarks(text, (index) => {
    const name = written[index] ?? "";
    const [sign = ""] = name;
    if (sign === "?" || sign === "&")
      keys.push(
        ...name
          .slice(1)
          .split(",")
          .map((key) => key.replace(/\*$/, "").trim()),
      );
    if (sign === "?" || sign === "&") return "";
    if (sign === "+" || sign === "#" || name.endsWith("*")) spread.add(index);
    return (sign === "/" || sign === "." ? sign : "") + markOf(index);
  });
}

/** Puts a mark for a sample, or for a placeholder without braces. */
function keep(text: string, reading: Reading): string {
  return markOf(reading.written.push(text) - 1);
}

/** `:id` and `[id]` are placeholders; `(id)` and an id of a real object are samples of one. */
function wholeSegment(text: string, reading: Reading): string {
  if (/^(?::[A-Za-z][\w-]*|\[[\w-]+\])$/.test(text)) return keep(text.replace(/^[:[]|\]$/g, ""), reading);
  const inner = /^\([\w-]+\)$/.test(text) ? text.slice(1, -1) : isSampleId(text) ? text : undefined;
  if (inner === undefined || !reading.named) return text;
  reading.sampled = true;
  return keep(inner, reading);
}

/** A placeholder picks from the nearest segment before it that is neither placeholder nor cast. */
function readSegments(texts: readonly string[], reading: Reading): readonly Segment[] {
  let collection = "";
  return texts.map((text, i) => {
    const segment = readSegment(text, texts[i - 1]?.endsWith(":") === true, collection, reading);
    if (!isMark(text[0]) && !isCast(text)) collection = collectionName(text);
    return segment;
  });
}

/** `raw`: what stands before the segment says that a path follows. */
function readSegment(text: string, raw: boolean, collection: string, reading: Reading): Segment {
  const call = readCall(text);
  const name = partsOf(call?.name ?? text, (written) => placeholderNames(written, collection), "segment", reading);
  const first = name[0];
  const spread = raw && typeof first === "object" ? [{ ...first, as: "path" as const }, ...name.slice(1)] : name;
  return call === undefined
    ? { name: spread }
    : { name: spread, arguments: call.arguments.map((argument) => readValue(argument, call.name, reading)) };
}

/** `address='<address>'`, `n=literal`, `zone=microsoft.graph.zone'{z}'` or a bare `<index>`: named after the argument. */
function readValue(text: string, of: string, reading: Reading): Argument {
  const { name, value } = readArgument(text);
  const wishes: Wishes = (written) => (name === "" ? placeholderNames(written, collectionName(of)) : [camel(name)]);
  const alias = unquoted(value).toLowerCase();
  if (reading.aliases.has(alias)) {
    if (!reading.resolved.has(alias)) reading.resolved.set(alias, aliasPart(alias, wishes, reading));
    return { name, value: [alias] };
  }
  const isWord = name === "" && unquoted(value) !== value && isWordForId(unquoted(value));
  const isSample = reading.named && name !== "" && ![...value].some(isMark) && unquoted(value) !== "";
  if (isSample) reading.sampled = true;
  return { name, value: partsOf(isSample || isWord ? sampleOf(value, reading) : value, wishes, "argument", reading) };
}

/** A mark in place of a value, in quotes where it has some. */
function sampleOf(value: string, reading: Reading): string {
  const quote = unquoted(value) === value ? "" : "'";
  return quote + keep(unquoted(value), reading) + quote;
}

function aliasPart(key: string, wishes: Wishes, reading: Reading): QueryPart {
  const value = reading.aliases.get(key) ?? "";
  const text = [...value].some(isMark) ? value : sampleOf(value, reading);
  return { key, value: partsOf(text, wishes, "query", reading), alias: true };
}

/** Literal text and named placeholders; within quotes they are strings, within parentheses arguments. */
function partsOf(
  text: string,
  wishes: Wishes,
  writing: Writing,
  reading: Reading,
  where: "path" | "query" = "path",
): readonly Part[] {
  const parts: Part[] = [];
  let quoted = false;
  let depth = 0;
  for (const char of text) {
    const index = indexOf(char);
    const last = parts.at(-1);
    if (index !== undefined) {
      const as = quoted ? "string" : reading.spread.has(index) ? "segments" : depth > 0 ? "argument" : writing;
      parts.push({ name: addParameter(index, wishes, where, true, reading), as });
    } else if (typeof last === "string") parts[parts.length - 1] = last + char;
    else parts.push(char);
    if (char === "'") quoted = !quoted;
    if (char === "(") depth++;
    if (char === ")") depth--;
  }
  return parts;
}

function addParameter(
  index: number,
  wishes: Wishes,
  where: "path" | "query",
  required: boolean,
  reading: Reading,
): string {
  const documented = reading.written[index] ?? "";
  const name = freeName(wishes(documented), reading.taken);
  reading.parameters.push({ name, in: where, documented, required });
  return name;
}

function readQuery(pairs: readonly LinePair[], reading: Reading) {
  const options: string[] = [];
  const parts = new Map<string, QueryPart>();
  const addKey = (key: string, documented: string, isOptional: boolean): void => {
    const plain = key.startsWith("$") || key.startsWith("@") ? key.slice(1) : key;
    const known = parts.get(key.toLowerCase())?.value[0];
    const option = optionOf(key);
    if (option !== undefined) options.push(option);
    else if (typeof known === "object") reading.repeated.add(known.name);
    else if (plain !== "") {
      const name = freeName([camel(plain)], reading.taken);
      reading.parameters.push({ name, in: "query", documented, required: !isOptional });
      parts.set(key.toLowerCase(), { key, value: [{ name, as: "query" }], ...(isOptional && { optional: true }) });
    }
  };
  for (const { key, value, optional } of pairs) {
    const alias = reading.resolved.get(key.toLowerCase());
    if (alias) parts.set(key.toLowerCase(), alias);
    else addKey(key, unquoted(fillMarks(value, (index) => reading.written[index] ?? "")), optional);
  }
  for (const key of reading.keys) addKey(key, key, true);
  return { parts: [...parts.values()], options };
}
