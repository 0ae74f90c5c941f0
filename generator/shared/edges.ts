/** Cutting off the ends of texts. An expression such as `x+$` starts anew at each run of `x` that is not the last; these look at the ends only. */

/** The text without the characters at both ends that `edge` matches, one at a time. */
export function stripped(text: string, edge: RegExp): string {
  return strippedEnd(strippedStart(text, edge), edge);
}

/** The text from its first character on that `edge` does not match. */
export function strippedStart(text: string, edge: RegExp): string {
  let start = 0;
  while (start < text.length && edge.test(text.charAt(start))) start++;
  return text.slice(start);
}

/** The text up to its last character that `edge` does not match. */
export function strippedEnd(text: string, edge: RegExp): string {
  let end = text.length;
  while (end > 0 && edge.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Where a sticky expression ends if it matches right there. */
export function matchEnd(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}
