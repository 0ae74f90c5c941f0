/** Sentences that call a whole page deprecated, not one of its properties. */
import { matchEnd } from "../../shared/edges.js";

/** Where a sentence, or a part of one, begins. */
const START = /^|[.!:,\]] /g;
const POINTER = /(?:this|the|these) /iy;
const WORD = /[\w.'-]+ /y;
const SUBJECT =
  /(?:apis?|resources?|types?|methods?|functions?|actions?|operations?|endpoints?|enumerations?|versions?|entit(?:y|ies)|pages?)\b/iy;
const BARE = /deprecated\b/iy;
const VERB = / (?:is being|are being|is|are|was|were|has been|have been|will be)\b/gi;
const VERDICT = /\bdeprecat/gi;
/** How many words stand between `this` and the noun; how many characters between noun and verb, and between verb and verdict. */
const WORDS = 6;
const TO_VERB = 80;
const TO_VERDICT = 60;

/** `Deprecated. …`, `This resource type … is now deprecated`. White space of `text` is folded. */
export function callsPageDeprecated(text: string): boolean {
  const verdicts = Array.from(text.matchAll(VERDICT), ({ index }) => index);
  const verbs = Array.from(text.matchAll(VERB)).filter(({ index, 0: verb }) =>
    isNear(index + verb.length, verdicts, TO_VERDICT, text),
  );
  const judging = verbs.map(({ index }) => index);
  return Array.from(text.matchAll(START)).some((match) => {
    const at = match.index + match[0].length;
    return (
      matchEnd(BARE, text, at) !== undefined || subjectsAt(text, at).some((end) => isNear(end, judging, TO_VERB, text))
    );
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

/** Whether one of some places follows soon, in the same sentence. */
function isNear(end: number, places: readonly number[], reach: number, text: string): boolean {
  const place = firstFrom(end, places);
  return place !== undefined && place - end <= reach && !text.slice(end, place).includes(".");
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
