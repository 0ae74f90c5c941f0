/** Values that a description lists: "Possible values are: `a`, `b`." */
import { codeOf, cutAtCode, type Cut, type Prose } from "../../shared/runs.js";

const LEAD =
  /(?:possible|supported|allowed|valid|permitted|accepted)\s+values?(?:\(s\))?\s*(?:(?:for [\w ]+)?(?:are|is|include|includes|can be)\b)?\s*:?|must be one of(?: the following)?(?: values)?\s*:?|can be one of(?: the following)?(?: values)?\s*:?|one of the following(?: values)?\s*:?|the value can be\b\s*:?/gi;
/** What may stand between the lead and the first value: a number is what the value stands for. */
const BEFORE = /^\s*(?:the following[\s:]*)?(?:\d+\s*-\s*)?$/i;
/** What may stand between two values, once remarks in brackets are gone. */
const BETWEEN = /^[\s,;/|]*(?:(?:or|and)\b[\s,;/|]*)*(?:\d+\s*-\s*)?$/i;
const SEPARATOR = /[,;/|\n]|\b(?:or|and)\b/i;
const REMARK = /\([^()]*\)/g;
const QUOTES = /^"|"$/g;
/** Not the one of `don't`. */
const QUOTED = /(?<![\w'"])['"‘“]([^'"‘’“”\s][^'"‘’“”]{0,80})['"’”]/g;
const LIST_END = /\. |\.$|[;\n(]/;
const COMMAS = /,? (?:or|and) |[,/|]/;
const WORD = /^[A-Za-z_]\w*$/;
const VALUE = /^[A-Za-z_#][\w#.\- ]*$|^\d+[A-Za-z]\w*$/;
const NOT = /\b(?:cannot|not|never)\b|n['’]t\b/i;
const START = /^(?:either|one of|any of)?:?$|\. (?:either|one of):?$/i;
const ENDS = /^\s*(?:[.;)]|$)/;
const NOT_VALUES = new Set(["true", "false", "null"]);

/**
 * The values of what is known to be an enumeration: all that its words have in code, where they do not say more; without any code the words
 * behind "possible values".
 */
export function enumerated(description: Prose): readonly string[] {
  const listed = listedValues(description);
  if (listed.length > 0) return listed;
  const code = codeOf(description);
  const values = (code.length > 0 ? code : bareValues(description.text)).filter(
    (value) => VALUE.test(value) && !NOT_VALUES.has(value),
  );
  return values.length > 1 ? [...new Set(values)] : [];
}

/** "Possible values are: Low, Medium and High." */
function bareValues(text: string): readonly string[] {
  const lead = Array.from(text.matchAll(LEAD)).at(-1);
  if (lead === undefined || isDenied(text.slice(0, lead.index))) return [];
  const [list = ""] = text.slice(lead.index + lead[0].length).split(LIST_END, 1);
  const values = list.split(COMMAS).map((value) => value.trim());
  return values.every((value) => WORD.test(value)) ? values : [];
}

/** The values in order, without repeats; empty when the text lists none, or only true, false and null. */
export function listedValues(description: Prose): readonly string[] {
  if (description.text.search(LEAD) < 0) return onlyValues(description);
  const code = cutAtCode(description);
  const { words, found } = code.found.length > 0 ? code : cutAtQuotes(description.text);
  const first = words.findIndex((some) => some.search(LEAD) >= 0);
  // "See there for supported values. Possible values are: `a`"
  const lead = Array.from((words[first] ?? "").matchAll(LEAD)).at(-1);
  if (!lead || !BEFORE.test(lead.input.slice(lead.index + lead[0].length))) return [];
  if (isDenied(`${words.slice(0, first).join(" ")}${lead.input.slice(0, lead.index)}`)) return [];
  const behind = words.slice(first + 1, found.length);
  const end = behind.findIndex((some) => !separates(some));
  const listed = found.slice(first, end < 0 ? undefined : first + 1 + end);
  const values = listed.flatMap((text) => text.trim().replace(QUOTES, "").split(",")).map((value) => value.trim());
  const readable = values.filter((value) => VALUE.test(value) && !NOT_VALUES.has(value));
  return readable.length === values.length ? [...new Set(readable)] : [];
}

/** "Allowed values are: 'Full' or 'Selective'." */
function cutAtQuotes(text: string): Cut<string> {
  const words: string[] = [];
  const found: string[] = [];
  let end = 0;
  for (const { index, 0: quoted, 1: value = "" } of text.matchAll(QUOTED)) {
    words.push(text.slice(end, index));
    found.push(value);
    end = index + quoted.length;
  }
  return { words: [...words, text.slice(end)], found };
}

/** A description that begins with values: "`card`, `cash` or `transfer`", "One of `low` and `high`. Default: `low`." */
function onlyValues(description: Prose): readonly string[] {
  const { words, found } = cutAtCode(description);
  if (found.length < 2 || !START.test((words[0] ?? "").trim())) return [];
  const behind = words.slice(1);
  const end = behind.findIndex((some) => !separates(some));
  const values = found.slice(0, end < 0 ? undefined : end + 1).map((text) => text.trim().replace(QUOTES, ""));
  if (values.length < 2 || !ENDS.test(behind[values.length - 1] ?? "")) return [];
  return values.every((value) => VALUE.test(value) && !NOT_VALUES.has(value)) ? [...new Set(values)] : [];
}

/** "Cannot be one of the following values": what stands before, up to the last full stop or comma. */
function isDenied(before: string): boolean {
  return NOT.test(before.slice(Math.max(before.lastIndexOf("."), before.lastIndexOf(",")) + 1));
}

function separates(words: string): boolean {
  return SEPARATOR.test(words.replace(REMARK, ",")) && BETWEEN.test(words.replace(REMARK, ","));
}
