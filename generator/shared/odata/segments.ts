/** The path of a route: what the parts of a template mean. Plain data. */

/** A value that the caller hands over, and how it is written into a URL. */
export interface Placeholder {
  readonly name: string;
  readonly as: Writing;
}

/**
 * segment: within one segment. path: several segments, since `:/` stands before it; segments: the same by its own sign (`{path}*`).
 * string: quoted as OData does. argument: without quotes in parentheses. query: a value behind `?`.
 */
export type Writing = "segment" | "path" | "segments" | "string" | "argument" | "query";

/** Literal text (quotes included), or a placeholder. */
export type Part = string | Placeholder;

export interface Argument {
  /** "" for a key or a position: `items('{id}')`. */
  readonly name: string;
  readonly value: readonly Part[];
  readonly optional?: true;
}

export interface Segment {
  /** What stands before the parentheses: `range`, `{userId}`, `root:`, `label.{format}`, `$ref`. */
  readonly name: readonly Part[];
  /** What stands in them: the arguments of a function, or a key; without any for `count()`. */
  readonly arguments?: readonly Argument[];
}

export interface QueryPart {
  readonly key: string;
  readonly value: readonly Part[];
  /** Whether it holds the value of `@key` in the path. */
  readonly alias?: true;
  readonly optional?: true;
}

export interface RoutePath {
  readonly segments: readonly Segment[];
  readonly query: readonly QueryPart[];
}

/** The path as it is documented: `/range(address='{address}')?day={day}`. */
export function writeTemplate(path: RoutePath): string {
  return writeRoute(path, ({ name }) => `{${name}}`, "");
}

/**
 * The path as the runtime takes it: `*` stands behind what holds several segments, `?` behind an argument that may be left out. A star of the
 * path itself behind a placeholder is encoded, as it may be in any URL, and so are braces that are no placeholder's, and a quote without its
 * other half: values behind it would be taken for strings.
 */
export function writeMarked(path: RoutePath): string {
  const mark = ({ name, as }: Placeholder): string => `{${name}}${as === "segments" ? "*" : ""}`;
  return writeRoute(path, mark, "?", { part: literal, whole: withPairedQuotes });
}

/** What becomes of text that is no placeholder, be it behind one or not, and of a segment or a pair of the query as a `whole`. */
interface Literals {
  part(text: string, isBehind: boolean): string;
  whole(text: string): string;
}

function literal(text: string, isBehind: boolean): string {
  const plain = text.replaceAll("{", "%7B").replaceAll("}", "%7D");
  return isBehind ? plain.replace(LEADING_STAR, "%2A") : plain;
}

function withPairedQuotes(text: string): string {
  return text.split("'").length % 2 === 0 ? text.replaceAll("'", "%27") : text;
}

function writeRoute(
  { segments, query }: RoutePath,
  one: (placeholder: Placeholder) => string,
  optional: string,
  { part: write, whole }: Literals = { part: (text) => text, whole: (text) => text },
): string {
  const parts = (all: readonly Part[]): string =>
    all
      .map((part, at) => (typeof part === "string" ? write(part, typeof all[at - 1] === "object") : one(part)))
      .join("");
  const argument = (given: Argument): string =>
    `${given.name === "" ? "" : `${given.name}=`}${parts(given.value)}${given.optional ? optional : ""}`;
  const path = segments.map(({ name, arguments: given }) =>
    whole(`/${parts(name)}${given ? `(${given.map(argument).join(",")})` : ""}`),
  );
  const pairs = query.map(({ key, value }) => whole(`${key}=${parts(value)}`));
  return (path.join("") || "/") + (pairs.length === 0 ? "" : `?${pairs.join("&")}`);
}

/** The placeholders of the path in parentheses and segments, in order; not those of the query. */
export function placeholdersOf({ segments }: RoutePath): readonly Placeholder[] {
  const parts = segments.flatMap((segment) => [
    ...segment.name,
    ...(segment.arguments ?? []).flatMap((argument) => argument.value),
  ]);
  return parts.filter((part) => typeof part === "object");
}

/** Names of the values that a call may leave out. */
export function optionalNames({ segments, query }: RoutePath): ReadonlySet<string> {
  const parts = [...segments.flatMap((segment) => segment.arguments ?? []), ...query];
  return new Set(parts.filter(({ optional }) => optional).flatMap(({ value }) => placeholderNames(value)));
}

export function placeholderNames(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part.name]));
}

/** What two routes have in common that differ in names of placeholders and in letter case only. */
export function shapeOf(path: RoutePath): string {
  return writeRoute(path, () => "{}", "").toLowerCase();
}

/** The last segment's name, lower-cased, without arguments; `{}` where it begins with a placeholder. */
export function endOf({ segments }: Pick<RoutePath, "segments">): string {
  const [first] = segments.at(-1)?.name ?? [];
  if (typeof first === "object") return "{}";
  return (segments.at(-1)?.name ?? [])
    .map((part) => (typeof part === "string" ? part : "{}"))
    .join("")
    .toLowerCase();
}

/** The same of an address: a placeholder stands for any value. */
export function endOfAddress({ segments }: { readonly segments: readonly { readonly name: string }[] }): string {
  const name = segments.at(-1)?.name ?? "";
  return name.startsWith("{") ? "{}" : name.toLowerCase();
}

/** Whether the path asks for what has changed. */
export function isDelta(path: RoutePath): boolean {
  return endOf(path) === "delta" || endOf(path).endsWith(".delta");
}

/** Whether the path leads to bytes. */
export function isRaw(path: RoutePath): boolean {
  return ["$value", "content"].includes(endOf(path));
}

/** Name of the last segment that is neither a placeholder nor of OData's own, without its namespace: what a call does. */
export function actionOf({ segments }: RoutePath): string {
  const names = segments.map(({ name }) => name[0]);
  const last = names.findLast((name) => typeof name === "string" && !name.startsWith("$"));
  return typeof last === "string" ? last.slice(last.lastIndexOf(".") + 1) : "";
}

/** `microsoft.graph.user`: a segment that narrows to a derived type. */
export function isCast(name: string, least = 3): boolean {
  const parts = name.split(".");
  return parts.length >= least && parts.every((part) => /^[A-Za-z]\w*$/.test(part));
}

const LEADING_STAR = /^\*/;
const PLAIN = /^\w+$/;

/** Whether each placeholder is one whole segment, its name plain letters: then no context decides how its value is written. */
export function isPlain({ segments, query }: RoutePath): boolean {
  return (
    query.length === 0 &&
    segments.every(
      (segment) =>
        segment.arguments?.every(({ value }) => value.every((part) => typeof part === "string")) !== false &&
        segment.name.every(
          (part) =>
            typeof part === "string" || (part.as === "segment" && segment.name.length === 1 && PLAIN.test(part.name)),
        ),
    )
  );
}
