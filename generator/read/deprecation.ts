/** Sentences that call a whole page deprecated, not one of its properties. */

/** Where a sentence, or a part of one, begins. */
const START = /^|[.!:,\]] /g;
const POINTER = /(?:this|the|these) /iy;
const WORD = /[\w.'-]+ /y;
const SUBJECT =
  /(?:apis?|resources?|types?|methods?|functions?|actions?|operations?|endpoints?|enumerations?|versions?|entit(?:y|ies)|pages?)\b/iy;
const BARE = /deprecated\b/iy;
/** A verb, and soon behind it what it says. */
const VERDICT = /\s(?:is|are|was|were|has been|have been|will be|is being|are being)\b(?=[^.]{0,60}?\bdeprecat)/gi;
/** How many words stand between `this` and the noun, and how many characters between the noun and the verb. */
const WORDS = 6;
const REACH = 80;

/** `Deprecated. …`, `This resource type … is now deprecated`. White space of `text` is folded. */
export function callsPageDeprecated(text: string): boolean {
  const verdicts = Array.from(text.matchAll(VERDICT), ({ index }) => index);
  return Array.from(text.matchAll(START)).some((match) => {
    const at = match.index + match[0].length;
    return matchEnd(BARE, text, at) !== undefined || subjectsAt(text, at).some((end) => isJudged(end, text, verdicts));
  });
}

/** The ends of the nouns that may be meant by `this …` at an offset. */
function subjectsAt(text: string, at: number): number[] {
  const ends: number[] = [];
  let next = matchEnd(POINTER, text, at);
  for (let words = 0; next !== undefined && words <= WORDS; words++) {
    const end = matchEnd(SUBJECT, text, next);
    if (end !== undefined) ends.push(end);
    next = matchEnd(WORD, text, next);
  }
  return ends;
}

/** Whether a verdict follows in the same sentence, close by. */
function isJudged(end: number, text: string, verdicts: readonly number[]): boolean {
  const verdict = firstFrom(end, verdicts);
  return verdict !== undefined && verdict - end <= REACH && !text.slice(end, verdict).includes(".");
}

/** The first of some ascending numbers that is not less than `least`. */
function firstFrom(least: number, ascending: readonly number[]): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

function matchEnd(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}
