/**
 * What may be the name of a property, parameter or relationship: the one definition for table cells, lists and keys of JSON. APIs have names
 * that no program could have for a variable: `request-id`, `16x16`, `hal:next`, `@x.y`, `$x`, `__metadata__`.
 */

const NAME = /^[@#$\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.@$:#~+-]*[\p{L}\p{M}\p{N}_$])?$/u;
const LETTER = /\p{L}/u;

/** Whether a text is a name. White space, quotation marks and brackets stand in none, and one without any letter is a number. */
export function isMemberName(text: string): boolean {
  return NAME.test(text) && LETTER.test(text);
}
