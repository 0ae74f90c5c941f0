/** The one table of query options: what `$name` in a URL, on a request line or in a sentence is. */

interface QueryOption {
  /** Name of the option in `ODataOptions` of the generated package; without one, it has no type of its own there. */
  readonly member?: string;
  /** Whether services and pages also write it without `$`. */
  readonly bare?: true;
}

export const queryOptions: ReadonlyMap<string, QueryOption> = new Map<string, QueryOption>([
  ["select", { bare: true }],
  ["expand", { bare: true }],
  ["filter", { member: "filter", bare: true }],
  ["orderby", { member: "orderBy", bare: true }],
  ["search", { member: "search", bare: true }],
  ["top", { member: "top", bare: true }],
  ["skip", { member: "skip", bare: true }],
  ["count", { member: "count", bare: true }],
  ["format", { member: "format" }],
  ["skiptoken", { bare: true }],
  ["deltatoken", { bare: true }],
  ["apply", {}],
  ["levels", {}],
]);

/** The reference that `$ref?$id=…` takes away: a value of the call, as what stands in the path is. */
const REFERENCE = "$id";
const LETTER = /[a-z]/i;

/** The option that a key of a query means, without `$`; undefined for a parameter of the operation's own. */
export function optionOf(key: string): string | undefined {
  const name = key.startsWith("$") ? key.slice(1) : key;
  const known = queryOptions.get(name.toLowerCase());
  if (!key.startsWith("$")) return known?.bare && name.toLowerCase();
  return known ? name.toLowerCase() : key.toLowerCase() === REFERENCE ? undefined : name;
}

/** The known options that a text names with their `$`, in order. */
export function optionsIn(text: string): readonly string[] {
  return text
    .split("$")
    .slice(1)
    .map((rest) => leadingLetters(rest).toLowerCase())
    .filter((name) => queryOptions.has(name));
}

function leadingLetters(text: string): string {
  let end = 0;
  while (LETTER.test(text[end] ?? "")) end++;
  return text.slice(0, end);
}

/** What an operation takes and answers, as far as options depend on it. */
interface Asked {
  readonly query: "all" | "none" | readonly string[];
  readonly result: { readonly kind: string; readonly type?: { readonly kind: string } };
}

/** Whether the operation takes the option. */
export function takesOption({ query }: Pick<Asked, "query">, name: string): boolean {
  return query === "all" || (query !== "none" && query.includes(name));
}

/** Whether `select` and `expand` shape the result: the operation takes one of them and returns objects. */
export function shapes({ query, result }: Asked): boolean {
  const takes = takesOption({ query }, "select") || takesOption({ query }, "expand");
  return takes && ["object", "list", "delta"].includes(result.kind) && result.type?.kind === "object";
}
