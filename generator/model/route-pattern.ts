/**
 * The path of a route, compared with the path of a URL. As lazy groups of an expression would, each placeholder takes as little as lets the
 * rest fit; but what was tried once is not tried again. So the work is placeholders times characters, however alike the parts look.
 */

/** What stands around a placeholder says what may stand for it. */
type Kind = "segment" | "argument" | "quoted" | "rest";

interface Slot {
  readonly name: string;
  readonly kind: Kind;
  /** Text between it and the next placeholder or the end, lower-cased. */
  readonly after: string;
}

export interface RoutePattern {
  /** Text before the first placeholder, lower-cased. */
  readonly start: string;
  readonly slots: readonly Slot[];
}

/** What a slot holds so far: the characters from `start` to `end`. */
interface Held {
  readonly slot: number;
  readonly start: number;
  readonly end: number;
  readonly before?: Held;
}

const PLACEHOLDER = /('?)\{(\w+)\}('?)/g;
const NO_ARGUMENT = /[,()]/;
/** A quotation mark may be encoded. */
const ENCODED_QUOTE = "%27";

/** The pattern of a template's path. */
export function routePattern(path: string): RoutePattern {
  const found = [...path.matchAll(PLACEHOLDER)].map((match) => {
    const [all, open = "", name = "", close = ""] = match;
    const quoted = open !== "" && close !== "";
    const start = match.index + (quoted ? 0 : open.length);
    const end = match.index + all.length - (quoted ? 0 : close.length);
    return { name, quoted, start, end };
  });
  const slots = found.map(({ name, quoted, start, end }, i): Slot => ({
    name,
    kind: quoted ? "quoted" : kindAfter(path.slice(0, start)),
    after: path.slice(end, found[i + 1]?.start ?? path.length).toLowerCase(),
  }));
  return { start: path.slice(0, found[0]?.start ?? path.length).toLowerCase(), slots };
}

function kindAfter(before: string): Kind {
  const bare = before.endsWith("'") ? before.slice(0, -1) : before;
  if (bare.endsWith(":/")) return "rest";
  return bare.lastIndexOf("(") > bare.lastIndexOf(")") ? "argument" : "segment";
}

/** What stands in a path for each placeholder, in their order; undefined when the path has another shape. A slash may end it. */
export function valuesIn(path: string, { start, slots }: RoutePattern): readonly string[] | undefined {
  if (!textAt(path, 0, start)) return undefined;
  if (slots.length === 0) return endsAt(path, start.length) ? [] : undefined;
  const open: Held[] = [];
  const seen = new Set<number>();
  /** What is put here last is tried first. */
  const put = (held: Held | undefined): void => {
    if (held === undefined) return;
    const key = (held.slot * (path.length + 1) + held.end) * 2 + Number(held.start === held.end);
    if (seen.has(key)) return;
    seen.add(key);
    open.push(held);
  };
  put(begun(path, 0, start.length, slots));
  for (let held = open.pop(); held !== undefined; held = open.pop()) {
    const { kind = "segment", after = "" } = slots[held.slot] ?? {};
    for (const end of longer(path, held, kind)) put({ ...held, end });
    const next = left(path, held, kind);
    if (next === undefined || !textAt(path, next, after)) continue;
    if (held.slot < slots.length - 1) put(begun(path, held.slot + 1, next + after.length, slots, held));
    else if (endsAt(path, next + after.length)) return valuesOf(path, held);
  }
  return undefined;
}

function begun(path: string, slot: number, at: number, slots: readonly Slot[], before?: Held): Held | undefined {
  const quote = slots[slot]?.kind === "quoted" ? quoteAt(path, at) : 0;
  if (quote === undefined) return undefined;
  return { slot, start: at + quote, end: at + quote, ...(before && { before }) };
}

/** Where a slot may end with one step more. */
function longer(path: string, { start, end }: Held, kind: Kind): readonly number[] {
  const next = path.charAt(end);
  if (next === "") return [];
  if (kind === "quoted") return next !== "'" ? [end + 1] : path.charAt(end + 1) === "'" ? [end + 2] : [];
  if (kind === "rest") return [end + 1];
  if (kind === "segment") return next === "/" ? [] : [end + 1];
  // a list in brackets is an argument, commas and all
  const list = next === "[" && start === end ? path.indexOf("]", end) + 1 : 0;
  return [...(list > 0 ? [list] : []), ...(NO_ARGUMENT.test(next) ? [] : [end + 1])];
}

/** Where the text behind a slot begins that ends here; undefined when it cannot end here. */
function left(path: string, { start, end }: Held, kind: Kind): number | undefined {
  if (kind !== "quoted") return end > start ? end : undefined;
  const quote = quoteAt(path, end);
  return quote === undefined ? undefined : end + quote;
}

/** Length of the quotation mark at a place. */
function quoteAt(path: string, at: number): number | undefined {
  return path.charAt(at) === "'" ? 1 : path.startsWith(ENCODED_QUOTE, at) ? ENCODED_QUOTE.length : undefined;
}

function textAt(path: string, at: number, text: string): boolean {
  return path.slice(at, at + text.length).toLowerCase() === text;
}

function endsAt(path: string, at: number): boolean {
  return at === path.length || (at === path.length - 1 && path.endsWith("/"));
}

function valuesOf(path: string, last: Held): readonly string[] {
  const values: string[] = [];
  for (let held: Held | undefined = last; held !== undefined; held = held.before)
    values.push(path.slice(held.start, held.end));
  return values.reverse();
}
