/** What writers do to the target of a request line, before anything of it is named. */
import { splitOutside } from "./scan.js";
import { isAbsolute } from "./url.js";

/** `gDbc8U7HGwADDZocJgAAAA==` ends as base64 does, `_jpuR-T6Ztk6aQCLF3BQjA` has digits all over; `oauth2PermissionGrants` neither. */
const OPAQUE_LENGTH = 16;
const OPAQUE_SIGNS = /^[\w-]+={0,2}$/;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const WHITE_SPACE = /\s/;
const DIGITS = /\d+/g;
const CLOSING_SIGNS = ",;.";
const LEFT_OUT: ReadonlySet<string> = new Set(["...", "…"]);

/** "and so on": a mark of the writer, no segment that is sent. */
export function isLeftOut(segment: string): boolean {
  return LEFT_OUT.has(segment);
}

/** Whether a segment is an id of a real object, which stands for any id. */
export function isSampleId(text: string): boolean {
  if (GUID.test(text)) return true;
  const bare = text.replace(/={1,2}$/, "");
  if (bare.length < OPAQUE_LENGTH || !OPAQUE_SIGNS.test(text)) return false;
  const groups = text.match(DIGITS)?.length ?? 0;
  return groups > 0 && /[a-z]/.test(text) && /[A-Z]/.test(text) && (bare !== text || groups > 2);
}

/** The target itself, or with and without what stands in brackets: `/parcels[/{id}]`. */
export function optionalForms(target: string): readonly string[] {
  const open = target.indexOf("[/");
  const close = target.indexOf("]", open);
  if (open <= 0 || close < 0) return [target];
  const [before, inner, behind] = [target.slice(0, open), target.slice(open + 1, close), target.slice(close + 1)];
  return [before + inner + behind, before + behind];
}

/** A path up to its first space; within parentheses spaces mean nothing, but for those in quotes. */
export function withoutSpaces(path: string): string {
  const whole = path.trim();
  const isClosed = whole.split("(").length === whole.split(")").length;
  let depth = 0;
  let quoted = false;
  let out = "";
  for (const char of whole) {
    if (isClosed && char === "(") depth++;
    if (isClosed && char === ")") depth = Math.max(0, depth - 1);
    if (char === "'" && depth > 0) quoted = !quoted;
    if (!WHITE_SPACE.test(char) || (quoted && depth > 0)) out += char;
    else if (depth === 0) break;
  }
  return out;
}

/** Segments of a path without spaces; the signs that end a sentence and everything behind `#` are no part of it. */
export function segmentsOf(path: string): readonly string[] {
  const [address = ""] = splitOutside(path, "#", "path");
  let end = address.length;
  while (CLOSING_SIGNS.includes(address[end - 1] ?? " ")) end--;
  return splitOutside(address.slice(0, end), "/", "path").filter((segment) => segment !== "");
}

/** What is not well formed about the path of a target, in words; `segments` are those of the path. */
export function flawsOf(
  source: string,
  path: string,
  segments: readonly string[],
  unclosed: boolean,
): readonly string[] {
  const names = segments.map((segment) => segment.split("(", 1)[0] ?? "");
  const isBracket = names.some((name) => /[[\]]/.test(name) && !/^\[[\w-]+\]$/.test(name));
  return [
    ...(unclosed || path.includes("}") ? ["a brace is not closed"] : []),
    ...(path.split("(").length === path.split(")").length ? [] : ["a parenthesis is not closed"]),
    ...(source.startsWith("/") || isAbsolute(source) ? [] : ["the leading slash is missing"]),
    ...(isBracket ? ["a bracket stands for nothing"] : []),
  ];
}
