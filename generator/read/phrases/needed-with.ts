/** "Required when using `$search`, or when …": the query options that something goes along with. */
import { queryOptions } from "../../shared/odata/options.js";
import type { Prose } from "../../shared/runs.js";

const SENTENCE = /[.;!?\n]|<br\s*\/?>/i;
const MARKS = /[*_`"“”]/g;
const NEEDED = /(?<!\bnot )(?<!\bnever )\b(?:required|needed|mandatory)\b/i;
const OR = /,|\bor\b/i;
/** The first alternative has the word of the condition, further ones may do without. */
const CONDITION = /^(?:only )?(?:when|whenever|if|with|for)\b/i;
/** One option and nothing else: "when using `$search`", "with the `$count` query parameter", "if `$search` is used". */
const ALONE =
  /^(?:(?:only )?(?:when|whenever|if|with|for) )?(?:(?:you|the request|a request) )?(?:(?:use|uses|using|include|includes|including|specify|specifies|specifying) )?(?:the )?\$(\w+)(?: (?:query )?(?:option|parameter)s?)?(?: is (?:used|included|specified|given|present))?$/i;

/** Names of the known options, without `$`, each of which asks for it by itself. */
export function neededWith(description: Prose | undefined): readonly string[] {
  if (!description?.text.includes("$")) return [];
  const found = description.text
    .replace(MARKS, "")
    .split(SENTENCE)
    .flatMap((sentence) => alternativesIn(behindNeed(sentence)));
  return [...new Set(found)].filter((name) => queryOptions.has(name));
}

function behindNeed(sentence: string): string {
  const found = NEEDED.exec(sentence);
  return found ? sentence.slice(found.index + found[0].length).trim() : "";
}

function alternativesIn(condition: string): string[] {
  if (!CONDITION.test(condition)) return [];
  return condition.split(OR).flatMap((part) => ALONE.exec(part.trim())?.[1]?.toLowerCase() ?? []);
}
