/** Characters that nobody sees: the one definition for all that is printed and all that is generated. */

/**
 * Controls (C0, DEL, C1), line and paragraph separators, bidirectional controls, tag characters, and whatever else Unicode lets a renderer
 * leave out. They command terminals, make code read differently from what it does, or carry text past a reader. The selector that follows a
 * pictograph and only gives it its colours is none of them. The lookbehind stands behind the class, so that it is tried for hits only.
 */
const invisible = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb](?<!\p{Extended_Pictographic}[\ufe0e\ufe0f])`;

/** Any of them; to be used with `replace` only, which leaves no `lastIndex` behind. */
export const INVISIBLE = new RegExp(invisible, "gu");

/** The same without tab and line feed, which text in a comment may hold. */
export const INVISIBLE_IN_TEXT = new RegExp(String.raw`(?![\t\n])${invisible}`, "gu");

/** A character as an escape sequence of JSON and of JavaScript, one for each half of a surrogate pair. */
export function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
