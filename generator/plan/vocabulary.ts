/** The API's own words, which give words that are written together or in lower case their case back. */
import type { Api } from "../model/api.js";
import { camelWords, upperFirst } from "./identifier.js";
import { shortName } from "../shared/names.js";

const WORD_BORDER = /[\p{Ll}\d]\p{Lu}/gu;

/** By their lower-case form, `devicemanagement` → `deviceManagement`: as types are spelt, else with the most words told apart. */
export function vocabularyOf(api: Api): ReadonlyMap<string, string> {
  const spoken = api.operations.flatMap(({ naming, routes }) => [
    naming.object,
    naming.verb,
    naming.qualifier,
    ...routes.flatMap(({ path }) =>
      path.segments.flatMap(({ name }) => name.filter((part) => typeof part === "string")),
    ),
  ]);
  const words = new Map<string, string>();
  for (const word of spoken) {
    const other = words.get(word.toLowerCase());
    const better =
      other === undefined || borders(word) > borders(other) || (borders(word) === borders(other) && word < other);
    if (better) words.set(word.toLowerCase(), word);
  }
  const declared = [...api.enums, ...api.types].map(({ name }) => shortName(name));
  for (const name of [...declared.map((one) => `${one}s`), ...declared]) words.set(name.toLowerCase(), name);
  return words;
}

function borders(word: string): number {
  return word.match(WORD_BORDER)?.length ?? 0;
}

/** Spells the words of a name as the vocabulary does; a plural as its singular. */
export function speller(vocabulary: ReadonlyMap<string, string>): (words: string) => string {
  const known = (word: string): string | undefined => {
    const lower = word.toLowerCase();
    const one = lower.endsWith("s") ? vocabulary.get(lower.slice(0, -1)) : undefined;
    return vocabulary.get(lower) ?? (one === undefined ? undefined : `${one}s`);
  };
  return (words) => {
    const whole = known(words) ?? words;
    const single = camelWords(words)
      .map((word, i) => {
        const spelt = known(word) ?? word;
        return i === 0 ? spelt : upperFirst(spelt);
      })
      .join("");
    return borders(single) > borders(whole) ? single : whole;
  };
}
