/**
 * Looks for words that belong together in a sentence. One expression with `[^.]*` between them would start anew at each of the first words
 * and read on to the end of the sentence: these look at each sentence once.
 */

/** Whether one of the words `then` stands behind one of the words `first` in the same sentence. */
export function saysTogether(text: string, first: RegExp, then: RegExp): boolean {
  return text.split(".").some((sentence) => {
    const found = first.exec(sentence);
    return found !== null && then.test(sentence.slice(found.index + found[0].length));
  });
}

/** What stands behind the last full stop. */
export function lastSentence(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}
