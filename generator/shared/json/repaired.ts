/** JSON with the marks that people write in it replaced by what they mean. */
import { marksOf, type Mark } from "./marks.js";

const NEWLINES = /[\n\t]/g;
const PAIR = /\\(u[\dA-Fa-f]{4}|[\s\S])/g;
const ESCAPE = /^(?:["\\/bfnrt]|u.{4})$/;
/** What goes by a backslash also where backslashes stand for themselves. */
const NEEDED = /^["\\/]$/;

/** The same length, character for character, so that offsets stay what they are. */
export function repairedInPlace(text: string): string {
  return withMarks(text, meantInPlace);
}

/** What is meant in full: `{Berth}` as text, and each backslash that stands for itself. */
export function repaired(text: string): string {
  return withMarks(text, (kind, mark) => {
    if (kind === "named") return JSON.stringify(mark);
    return kind === "string" ? withBackslashes(meantInPlace(kind, mark)) : meantInPlace(kind, mark);
  });
}

function withMarks(text: string, meant: (kind: Mark["kind"], mark: string) => string): string {
  let result = "";
  let copied = 0;
  for (const { kind, start, end } of marksOf(text)) {
    result += text.slice(copied, start) + meant(kind, text.slice(start, end));
    copied = end;
  }
  return result + text.slice(copied);
}

function meantInPlace(kind: Mark["kind"], mark: string): string {
  if (kind === "string") return mark.replace(NEWLINES, " ");
  if (kind === "half") return `${mark.slice(0, -1)}"`;
  if (kind === "single" || kind === "named") return `"${mark.slice(1, -1)}"`;
  return mark === "“" || mark === "”" ? '"' : " ".repeat(mark.length);
}

/** `"image\jpeg"`: who writes one backslash that escapes nothing means all of them in this string as such. `\'` only comes from elsewhere. */
function withBackslashes(string: string): string {
  const isPlain = [...string.matchAll(PAIR)].some(([, escaped = ""]) => escaped !== "'" && !ESCAPE.test(escaped));
  return string.replace(PAIR, (pair: string, escaped: string) => {
    if (escaped === "'") return escaped;
    return isPlain && !NEEDED.test(escaped) ? `\\\\${escaped}` : pair;
  });
}
