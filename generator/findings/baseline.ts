/**
 * The findings that are known and may stay for now, one a line, as page, rule and symbol. No line, message, count or date is in it, so that
 * two branches merge line by line.
 *
 *     ["docwright-baseline",1]
 *     ["api/parcel-get.md","example-type","parcel.weight"]
 */
import { INVISIBLE, unicodeEscape } from "../shared/invisible.js";
import { parsedJson } from "../shared/json/parsed.js";
import { compareText } from "../shared/names.js";
import { stemOf } from "../shared/page-path.js";
import { UsageError } from "../shared/usage-error.js";
import { keyOf } from "./identity.js";

export interface BaselineEntry {
  readonly page: string;
  readonly rule: string;
  readonly symbol: string;
}

export interface ReadEntry extends BaselineEntry {
  /** Of the file. */
  readonly line: number;
}

const HEADER = ["docwright-baseline", 1] as const;

/** Entries in the order of the file; a second one of the same kind, which a merge leaves behind, is left out. Throws a `UsageError` for what is no entry. */
export function parseBaseline(text: string, name: string): readonly ReadEntry[] {
  const entries = new Map<string, ReadEntry>();
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const fields = fieldsOf(content);
    if (fields?.[0] === HEADER[0] && fields.length === HEADER.length) {
      if (fields[1] === HEADER[1]) continue;
      throw new UsageError(
        `${name}: it is of version ${String(fields[1])}, which another version of docwright wrote. Use that one, or delete the file and write it anew with --accept-new.`,
      );
    }
    const [page, rule, symbol] = fields ?? [];
    if (typeof page !== "string" || typeof rule !== "string" || typeof symbol !== "string" || fields?.length !== 3)
      throw new UsageError(
        `${name}:${index + 1}: this is no line of a baseline, ["page","rule","symbol"]. Delete it, or what a merge left there.`,
      );
    const entry = { page, rule, symbol };
    if (!entries.has(keyOf(entry))) entries.set(keyOf(entry), { ...entry, line: index + 1 });
  }
  return [...entries.values()];
}

function fieldsOf(line: string): readonly unknown[] | undefined {
  const value = parsedJson(line);
  return Array.isArray(value) ? value : undefined;
}

/** The file for some entries: sorted, each once. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = new Set(entries.map((entry) => line([entry.page, entry.rule, entry.symbol])));
  return [line(HEADER), ...[...lines].sort(compareText), ""].join("\n");
}

function line(fields: readonly unknown[]): string {
  return JSON.stringify(fields).replace(INVISIBLE, unicodeEscape);
}

/** `entry` on the page that its page is called now. A symbol may begin with the name of the page. */
export function renamed<E extends BaselineEntry>(entry: E, renames: ReadonlyMap<string, string>): E {
  const page = renames.get(entry.page);
  if (page === undefined) return entry;
  const [before, after] = [stemOf(entry.page), stemOf(page)];
  const rest = entry.symbol.slice(before.length);
  const isNamed = entry.symbol.startsWith(before) && /^(?:[.#]|$)/.test(rest);
  return { ...entry, page, symbol: isNamed ? `${after}${rest}` : entry.symbol };
}
