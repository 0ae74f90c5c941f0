/** Texts as literal signs and values, the inverse of what the runtime writes: what it cannot have written is no value. */
import { decode } from "./scan.js";
import type { Part, Writing } from "./segments.js";

/** The value of a placeholder; several where a key of the query comes again. */
export type WhereValue = string | readonly string[];

/** Values by the name of their placeholder. */
export type Found = Map<string, WhereValue>;

/** What the runtime writes as an argument without quotes; a slash only stands in dates. */
const ARGUMENT = /^[\w.:+'",[\]<> /-]+$/;
const SLASH_IN_WORD = /\/(?!\d)/;

/** Whether a text consists of the parts; the values of placeholders are kept if so. Between two signs the shortest text counts. */
export function fitParts(parts: readonly Part[], text: string, found: Found): boolean {
  const values: [string, string][] = [];
  const folded = fold(text);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (typeof part === "string") {
      const literal = fold(decode(part));
      if (!folded.startsWith(literal, at)) return false;
      at += literal.length;
      continue;
    }
    const next = parts[i + 1];
    const end = endOfValue(folded, at, next, i + 2 === parts.length);
    const value = end < at ? undefined : writtenValue(text.slice(at, end), part.as);
    if (value === undefined) return false;
    values.push([part.name, value]);
    at = end;
  }
  if (at !== text.length) return false;
  for (const [name, value] of values) found.set(name, value);
  return true;
}

function endOfValue(folded: string, at: number, next: Part | undefined, isLast: boolean): number {
  if (next === undefined) return folded.length;
  if (typeof next === "object") return at + 1;
  const literal = fold(decode(next));
  return isLast ? folded.length - literal.length : folded.indexOf(literal, at + 1);
}

/** Whether a text stands for a value. */
export function isPlaceholderText(text: string): boolean {
  return text.startsWith("{") && text.endsWith("}");
}

/** The value that the runtime writes as this text, or a placeholder for one; undefined when there is none. */
function writtenValue(text: string, as: Writing): string | undefined {
  if (as === "query") return text;
  if (as === "string") return text.replaceAll("''", "").includes("'") ? undefined : text.replaceAll("''", "'");
  if (as === "argument")
    return isPlaceholderText(text) || (ARGUMENT.test(text) && !SLASH_IN_WORD.test(text)) ? text : undefined;
  return (as === "segment" ? [text] : text.split("/")).some((part) => ["", ".", ".."].includes(part))
    ? undefined
    : text;
}

/** Lower-cased, unless that moves what stands behind. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
