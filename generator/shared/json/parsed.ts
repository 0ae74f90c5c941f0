/** The value of JSON to the letter; undefined, which JSON has not, for what is none. What reads tolerantly, `json.ts`, needs a parser; this does not. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
