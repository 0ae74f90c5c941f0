/**
 * While a target is taken apart, one character of Unicode's private use stands for each placeholder: slashes, spaces and signs between its
 * braces then mean nothing.
 */

const FIRST_MARK = 0xe000;
const MARK_COUNT = 0x1900;
const MARK = /^[\uE000-\uF8FF]$/;
const MARKS = /[\uE000-\uF8FF]/g;
const WORD = /[\w-]/;
/** Where a placeholder ends whose brace is not closed. */
const UNCLOSED_ENDS = "/?";

export interface Marked {
  readonly text: string;
  /** What stands between the braces, by the order of the marks. */
  readonly written: string[];
  /** Whether a brace is not closed. */
  readonly unclosed: boolean;
}

/** Puts marks for `{id}`, `{{id}}`, `${id}`, `<id>` and an unclosed `{id`. */
export function markPlaceholders(given: string): Marked {
  const source = given.replace(MARKS, "");
  const written: string[] = [];
  let out = "";
  let unclosed = false;
  let start = 0;
  for (let at = 0; at < source.length && written.length < MARK_COUNT; at++) {
    // a run of braces was tried as a whole
    const found = at > start && source[at] === "{" && source[at - 1] === "{" ? undefined : placeholderAt(source, at);
    if (found === undefined) continue;
    const isDollar = source[at] === "{" && source[at - 1] === "$" && at > start;
    out += source.slice(start, isDollar ? at - 1 : at) + markOf(written.push(found.text.trim()) - 1);
    start = found.end;
    at = start - 1;
    unclosed ||= found.unclosed;
  }
  return { text: joinAlternatives(out + source.slice(start), written), written, unclosed };
}

interface Found {
  readonly text: string;
  readonly end: number;
  readonly unclosed: boolean;
}

function placeholderAt(source: string, start: number): Found | undefined {
  const open = source[start];
  const close = open === "{" ? "}" : open === "<" ? ">" : undefined;
  if (open === undefined || close === undefined) return undefined;
  let from = start;
  while (source[from] === open && (open === "{" || from === start)) from++;
  let end = from;
  while (end < source.length && source[end] !== close && source[end] !== open) end++;
  if (source[end] === close) {
    const text = source.slice(from, end);
    while (source[end] === close && (open === "{" || source[end - 1] !== close)) end++;
    return { text, end, unclosed: false };
  }
  let cut = from;
  while (cut < end && !UNCLOSED_ENDS.includes(source[cut] ?? "")) cut++;
  const ends = open === "{" && (cut < end || end === source.length);
  return ends ? { text: source.slice(from, cut), end: cut, unclosed: true } : undefined;
}

/** `{courier-id} | badge-number` is one placeholder: what stands between bars behind a mark is another name for it. */
function joinAlternatives(text: string, written: string[]): string {
  if (!text.includes("|")) return text;
  const [first = "", ...others] = text.split("|");
  const out = [first];
  for (const other of others) {
    const name = other.trimStart();
    const before = out.at(-1)?.trimEnd() ?? "";
    const index = indexOf(before.at(-1));
    const own = indexOf(name[0]);
    const length = own === undefined ? wordLength(name) : 1;
    if (index === undefined || length === 0) out.push(`|${other}`);
    else {
      const gap = (out.at(-1) ?? "").slice(before.length);
      const alternative = own === undefined ? name.slice(0, length) : (written[own] ?? "");
      written[index] += `${gap}|${other.slice(0, other.length - name.length)}${alternative}`;
      out[out.length - 1] = before;
      const rest = name.slice(length);
      if (rest.trim() !== "") out.push(rest);
    }
  }
  return out.join("");
}

function wordLength(text: string): number {
  let length = 0;
  while (WORD.test(text[length] ?? "")) length++;
  return length;
}

export function markOf(index: number): string {
  return String.fromCharCode(FIRST_MARK + index);
}

export function isMark(char: string | undefined): char is string {
  return MARK.test(char ?? "");
}

/** The index of a mark; undefined for any other character. */
export function indexOf(char: string | undefined): number | undefined {
  return isMark(char) ? char.charCodeAt(0) - FIRST_MARK : undefined;
}

/** A text with each mark replaced. */
export function fillMarks(text: string, by: (index: number) => string): string {
  return text.replace(MARKS, (mark) => by(mark.charCodeAt(0) - FIRST_MARK));
}
