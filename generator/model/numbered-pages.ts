/** Pages that no link and no token leads to: by their number, by how many items come before, by the last item of the page before. */
import type { EnvelopeWords } from "../dialect/dialect.js";
import { isObject } from "../shared/json/json.js";
import { own } from "../shared/own.js";
import type { Envelope } from "./api.js";

type Body = Readonly<Record<string, unknown>>;

export interface Shown {
  /** Bodies of lists, and the items of each. */
  readonly bodies: readonly Body[];
  readonly itemsOf: (body: Body) => readonly unknown[];
  /** The path to what says how many pages there are, or that there are more. */
  readonly pages: string | undefined;
  readonly isFlag: boolean;
  /** The path to what says how many items there are in all. */
  readonly count: string | undefined;
}

/** How the next page is asked for, where a documented parameter takes what these say; undefined where none does. */
export function numberedPages(
  { bodies, itemsOf, pages, isFlag, count }: Shown,
  { page, offset, after, ids }: EnvelopeWords,
  known: ReadonlySet<string>,
): Pick<Envelope, "pages" | "send" | "last" | "offset"> | undefined {
  const takes = (names: readonly string[]): string | undefined => names.find((name) => known.has(name));
  const [number, skipped, behind] = [takes(page), takes(offset), takes(after)];
  if (pages !== undefined && number !== undefined) return { pages, send: number };
  const total = isFlag ? pages : count;
  if (total !== undefined && skipped !== undefined) return { pages: total, send: skipped, offset: true };
  if (pages === undefined || !isFlag || behind === undefined) return undefined;
  const items = bodies.flatMap(itemsOf).filter(isObject);
  const last = ids.find((id) => items.length > 0 && items.every((item) => isId(own(item, id))));
  return last === undefined ? undefined : { pages, send: behind, last };
}

function isId(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}
