/** Values that a description lists: "Possible values are: `a`, `b`." */
import type { Prose } from "../read/page.js";

const LEAD =
  /(?:possible|supported|allowed|valid|permitted|accepted)\s+values?(?:\(s\))?\s*(?:(?:for [\w ]+)?(?:are|is|include|includes|can be)\b)?\s*:?|must be one of(?: the following)?(?: values)?\s*:?|can be one of(?: the following)?(?: values)?\s*:?|one of the following(?: values)?\s*:?|the value can be\b\s*:?/i;
const LIST =
  /^\s*(?:the following\s*(?::\s*)?)?(?:<(?:ul|li|br)\s*\/?>\s*)*((?:\d+\s*-\s*)?`[^`]+`(?:\s*(?:,|;|\/|\||\bor\b|\band\b|\([^)]*\)|<br\s*\/?>|<\/?li>|<\/?ul>)+\s*(?:(?:or|and)\s+)?(?:\d+\s*-\s*)?`[^`]+`)*)/i;
const NOT = /\b(?:cannot|not|never)\b|n['’]t\b/i;
const CODE = /`([^`]+)`/g;
const QUOTES = /^"|"$/g;
const VALUE = /^[A-Za-z_#][\w#.\- ]*$|^\d+[A-Za-z]\w*$/;
const NOT_VALUES = new Set(["true", "false", "null"]);

/** The values in order, without repeats; empty when the text lists none, or only true, false and null. */
export function inlineValues(description: Prose | undefined): readonly string[] {
  if (!description) return [];
  const text = description.markdown.replace(/\*\*|\\/g, "");
  const lead = LEAD.exec(text);
  if (!lead || isDenied(text.slice(0, lead.index))) return [];
  const list = LIST.exec(text.slice(lead.index + lead[0].length))?.[1] ?? "";
  const values = [...list.matchAll(CODE)]
    .flatMap(([, value = ""]) => value.trim().replace(QUOTES, "").split(","))
    .map((value) => value.trim());
  const readable = values.filter((value) => VALUE.test(value) && !NOT_VALUES.has(value));
  return readable.length === values.length ? [...new Set(readable)] : [];
}

/** "Cannot be one of the following values": what stands before, up to the last full stop or comma. */
function isDenied(before: string): boolean {
  return NOT.test(before.slice(Math.max(before.lastIndexOf("."), before.lastIndexOf(",")) + 1));
}
