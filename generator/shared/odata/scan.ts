/** Signs outside of brackets and quotes. Each scanner looks at a character once. */

const QUOTE = "'";
const ENCODED_QUOTE = "%27";
const OPENING = "([{";
const CLOSING = ")]}";
const UNENCODED_PERCENT = /%(?![\da-f]{2})/gi;

/**
 * The parts between signs that stand outside of parentheses: `range(address='A1/B2')` is one segment. In a list (of arguments) all kinds of
 * brackets hold together, and so do quotes, which mean nothing else in a path outside of parentheses. Where something is not closed, every
 * sign counts.
 */
export function splitOutside(text: string, sign: string, where: "path" | "list"): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    if ((where === "list" || depth > 0) && isQuoteAt(text, at)) quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(" || (where === "list" && OPENING.includes(char))) depth++;
    else if (char === ")" || (where === "list" && CLOSING.includes(char))) depth = Math.max(0, depth - 1);
    else if (char === sign && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return quoted || depth > 0 ? text.split(sign) : [...parts, text.slice(start)];
}

/** `range(address='A1')` → `range` and its arguments; undefined for a segment that is no call: then all of it is its name. */
export function readCall(
  segment: string,
): { readonly name: string; readonly arguments: readonly string[] } | undefined {
  const open = segment.indexOf("(");
  if (open < 0 || closingOf(segment, open) !== segment.length - 1) return undefined;
  const inner = segment.slice(open + 1, -1).trim();
  return { name: segment.slice(0, open), arguments: inner === "" ? [] : splitOutside(inner, ",", "list") };
}

/** `address='A1'` → name and value; what cannot be a name belongs to a key: `'gKbc9Q=='`. */
export function readArgument(text: string): { readonly name: string; readonly value: string } {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(0, equals)).trim();
  const value = text.slice(equals + 1).trim();
  const isNamed = name !== "" && value !== "" && value !== "=" && ![...name].some((char) => `'"([{%<`.includes(char));
  return isNamed ? { name, value } : { name: "", value: text.trim() };
}

function closingOf(text: string, open: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = open; at < text.length; at++) {
    if (isQuoteAt(text, at)) quoted = !quoted;
    else if (!quoted && text[at] === "(") depth++;
    else if (!quoted && text[at] === ")" && --depth === 0) return at;
  }
  return quoted ? text.lastIndexOf(")") : -1;
}

function isQuoteAt(text: string, at: number): boolean {
  return text[at] === QUOTE || text.startsWith(ENCODED_QUOTE, at);
}

/** A text without the quotes around it. */
export function unquoted(text: string): string {
  const [quote = ""] = text;
  return text.length > 1 && `'"`.includes(quote) && text.endsWith(quote) ? text.slice(1, -1) : text;
}

/** Percent-encoding undone, where it is one. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text.replace(UNENCODED_PERCENT, "%25"));
  } catch {
    return text;
  }
}
