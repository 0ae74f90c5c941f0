/**
 * Reads the target of a request line as a path template. All documented spellings of a placeholder become `{name}`:
 * `{id}`, `{{id}}`, `{id | userPrincipalName}`, `{user-id} | user-principal-name`, `<address>`, `(team-id)`, an unclosed `{id`, and sample
 * values of function arguments (`period='D7'`). Everything else of the path stays as documented.
 */
import { camel, lowerFirst, singular } from "./names.js";
import { createNamer, type Namer } from "./route-names.js";

/** A placeholder of a target, named. */
export interface RouteParameter {
  readonly name: string;
  readonly in: "path" | "query";
  /** As written between the braces, or the sample value that stands for it. */
  readonly documented: string;
  readonly required: boolean;
}

export interface ParsedRoute {
  /** With a leading slash; without host, version and OData options. */
  readonly template: string;
  readonly parameters: readonly RouteParameter[];
  /** OData options that the line itself shows, without `$`. */
  readonly options: readonly string[];
  /** Whether samples stand in the path: read with `samples` "kept", the target is another route. */
  readonly hasSamples: boolean;
  /** What is not well formed about the path, in words; empty for a clean line. */
  readonly flaws: readonly string[];
}

const HOST = /^https?:\/\/[^/?\s]*/i;
const VERSION = /^\/(?:v\d+(?:\.\d+)?|beta)(?=\/|$)/i;
const VERSION_OF_URL = /^\/(?:v\d+(?:\.\d+)?|beta|\uE000\d+\uE001)(?=\/|$)/i;
const PLACEHOLDER = /(?<!\{)\{+([^{}]*)\}+|<([^<>]*)>/g;
const UNCLOSED = /\{([^/{}]*)(?=\/|$)/g;
/** A placeholder while the path is taken apart: its index between two private-use characters. */
const MARK = /\uE000(\d+)\uE001/g;
const ALTERNATIVES = /(\uE000\d+\uE001)((?:\s*\|\s*(?:\uE000\d+\uE001|[\w-]+))+)/g;
const PARENTHESISED_SEGMENT = /\/\(([\w-]+)\)(?=\/|$)/g;
const SEGMENT = /[^/]+/g;
const ARGUMENTS = /\(([^()]*)\)/g;
const GENERIC = /^(?:id|ids|guid|undefined|value|key)?$/i;
const CAST = /^microsoft\.[\w.]+$/i;
/** `gDbc8U7HGwADDZocJgAAAA==` ends as base64 does, `_jpuR-T6Ztk6aQCLF3BQjA` has digits all over; `oauth2PermissionGrants` neither. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?:[\w-]{16,}={1,2}|(?=\D*\d+\D+\d+\D+\d)[\w-]{16,})$/;
const ARGUMENT = /^([^=]+)=(['"]?)(.*)\2$/;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const ODATA_OPTION = /^(?:select|expand|filter|orderby|top|skip|count|search|skiptoken|deltatoken)$/i;

const mark = (index: number): string => `\uE000${index}\uE001`;
const isSampleId = (text: string): boolean => GUID.test(text) || OPAQUE.test(text);

/**
 * Reads a target; never fails. Sample values in the path (`(width=640)`, `/classes/acdefc6b-…`) become placeholders, unless `samples` are
 * to be kept as documented.
 */
export function parseRoute(target: string, samples: "named" | "kept" = "named"): ParsedRoute {
  const documented: string[] = [];
  const keep = (text: string): string => mark(documented.push(text.trim()) - 1);
  const marked = target
    .trim()
    .replaceAll("\\", "")
    .replace(/^~(?=\/)/, "")
    .replace(HOST, "")
    .replace(/%7B/gi, "{")
    .replace(/%7D/gi, "}")
    .replace(PLACEHOLDER, (_, braces?: string, angles?: string) => keep(braces ?? angles ?? ""));
  const split = marked.search(/\[?\?/);
  const rawPath = split < 0 ? marked : marked.slice(0, split);
  const cleaned = cleanPath(rawPath, HOST.test(target.trim()), documented, keep);
  const marks = documented.length;
  const path = samples === "named" ? markSamples(cleaned, keep) : cleaned;
  const namer = createNamer();
  const parameters: RouteParameter[] = [];
  const add = (written: string, name: string, where: "path" | "query", required = true): string => {
    parameters.push({ name, in: where, documented: written, required });
    return `{${name}}`;
  };
  let collection = "";
  const segments = splitPath(path).map((segment) => {
    const named = nameSegment(segment, collection, documented, namer, add);
    collection = collectionOf(segment) ?? collection;
    return named;
  });
  const query = split < 0 ? { template: "", options: [] } : nameQuery(marked.slice(split), documented, namer, add);
  return {
    template: (segments.join("/") || "/") + query.template,
    parameters,
    options: query.options,
    hasSamples: documented.length > marks,
    flaws: flawsOf(target, rawPath),
  };
}

function cleanPath(raw: string, absolute: boolean, documented: string[], keep: (text: string) => string): string {
  const closed = raw.replace(UNCLOSED, (_, text: string) => keep(text));
  const single = closed.replace(ALTERNATIVES, (_, first: string, others: string) => {
    const index = Number(first.slice(1, -1));
    documented[index] =
      `${documented[index] ?? ""}${others.replace(MARK, (_mark, other: string) => documented[Number(other)] ?? "")}`;
    return first;
  });
  const compact = single.replace(ARGUMENTS, (_, inner: string) => `(${inner.replace(/\s+/g, "")})`);
  const path = (compact.trim().split(/\s+/)[0] ?? "").replace(/\/{2,}/g, "/").replace(/(?<![,;.])[,;.]+$/, "");
  return (path.startsWith("/") ? path : `/${path}`)
    .replace(absolute ? VERSION_OF_URL : VERSION, "")
    .replace(/(?<!\/)\/+$/, "");
}

/** Puts a placeholder in place of what is a sample of one: ids, arguments of functions, a name in parentheses. */
function markSamples(path: string, keep: (text: string) => string): string {
  return path
    .replace(PARENTHESISED_SEGMENT, (_, name: string) => `/${keep(name)}`)
    .replace(
      ARGUMENTS,
      (_, inner: string) =>
        `(${inner
          .split(",")
          .map((argument) => markArgument(argument, keep))
          .join(",")})`,
    )
    .replace(SEGMENT, (segment) => (isSampleId(segment) ? keep(segment) : segment));
}

function markArgument(argument: string, keep: (text: string) => string): string {
  const [, name, quote = "", value = ""] = ARGUMENT.exec(argument) ?? [];
  return name === undefined || value === "" || value.includes("\uE000")
    ? argument
    : `${name}=${quote && "'"}${keep(value)}${quote && "'"}`;
}

/** Splits at slashes outside parentheses: `range(address='A1/B2')` is one segment. */
function splitPath(path: string): readonly string[] {
  const segments: string[] = [""];
  let depth = 0;
  for (const character of path) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "/" && depth <= 0) segments.push("");
    else segments[segments.length - 1] += character;
  }
  return segments;
}

type Add = (documented: string, name: string, where: "path" | "query", required?: boolean) => string;

function nameSegment(
  segment: string,
  collection: string,
  documented: readonly string[],
  namer: Namer,
  add: Add,
): string {
  const named = segment.replace(ARGUMENTS, (all, inner: string) =>
    inner === ""
      ? all
      : `(${inner
          .split(",")
          .map((argument) => nameArgument(argument, segment, documented, namer, add))
          .join(",")})`,
  );
  return named.replace(MARK, (_, index: string) => {
    const written = documented[Number(index)] ?? "";
    return add(written, namer(placeholderNames(written, collection)), "path");
  });
}

/** `address='<address>'`, `n=literal`, `zone=microsoft.graph.zone'{z}'` or a bare `<index>`: named after the argument. */
function nameArgument(
  argument: string,
  segment: string,
  documented: readonly string[],
  namer: Namer,
  add: Add,
): string {
  const equals = argument.indexOf("=");
  const name = argument.slice(0, Math.max(0, equals));
  const value = argument.slice(equals + 1);
  const marks = [...value.matchAll(MARK)];
  const base = camel(name === "" ? (segment.split("(", 1)[0] ?? "") : name);
  const put = (written: string): string =>
    add(written, namer(name === "" ? placeholderNames(written, base) : [base]), "path");
  return marks.length === 0
    ? argument
    : argument.slice(0, equals + 1) + value.replace(MARK, (_, index: string) => put(documented[Number(index)] ?? ""));
}

function placeholderNames(written: string, collection: string): readonly string[] {
  const [first = ""] = written.split("|");
  const own = camel(first);
  const fromCollection = `${singular(collection)}Id`;
  return GENERIC.test(own) || isSampleId(first)
    ? [collection === "" ? "id" : fromCollection]
    : /id$/i.test(own) && collection !== ""
      ? [own, fromCollection]
      : [own];
}

/** The collection that the placeholders behind a segment pick from; undefined for a placeholder or a cast, which name none. */
function collectionOf(segment: string): string | undefined {
  if (segment === "" || segment.startsWith("\uE000") || CAST.test(segment)) return undefined;
  const [name = ""] = segment.split("(", 1);
  return lowerFirst(camel(name.replace(MARK, "").replace(/^\$/, "")));
}

function nameQuery(
  raw: string,
  documented: readonly string[],
  namer: Namer,
  add: Add,
): { readonly template: string; readonly options: readonly string[] } {
  const optional = raw.startsWith("[");
  const options: string[] = [];
  const parts: string[] = [];
  for (const part of raw
    .replace(/^\[?\?/, "")
    .replace(/\]$/, "")
    .trim()
    .split("&")) {
    const border = part.search(/[=:]/);
    const key = (border < 0 ? part : part.slice(0, border)).trim();
    const value = border < 0 ? "" : part.slice(border + 1).trimStart();
    const plain = key.replace(MARK, "").replace(/^\$/, "");
    if (plain === "") continue;
    if (key.startsWith("$") || ODATA_OPTION.test(plain)) {
      options.push(plain);
      continue;
    }
    const written = value
      .replace(MARK, (_, index: string) => documented[Number(index)] ?? "")
      .replace(/^(['"])(.*)\1$/, "$2");
    parts.push(`${key}=${add(written, namer([camel(plain)]), "query", !optional)}`);
  }
  return { template: parts.length === 0 ? "" : `?${parts.join("&")}`, options };
}

function flawsOf(target: string, path: string): readonly string[] {
  const plain = path.replace(MARK, "x");
  return [
    ...(/\{[^/{}]*(?:\/|$)/.test(path) || /^[^{]*\}/.test(plain) ? ["a brace is not closed"] : []),
    ...(plain.split("(").length === plain.split(")").length ? [] : ["a parenthesis is not closed"]),
    ...(/^(?:https?:|\/|~)/i.test(target.trim()) ? [] : ["the leading slash is missing"]),
    ...(/\.{3}|…/.test(plain) ? ["it leaves segments out"] : []),
  ];
}
