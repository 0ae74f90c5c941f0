/** Text of the docs on its way to a terminal or the log of a CI service: it is shown, and commands nobody. */
import { INVISIBLE, unicodeEscape } from "./invisible.js";

/** GitHub obeys `::command::` behind nothing but white space, in its old form as well `##[command]` anywhere in a line. */
const lineCommand = /^(\s*):(?=:)/u;
/** `##[…]`, `##vso[…]` of Azure, `##teamcity[…]`: obeyed wherever they stand. */
const markedCommand = /##(?=\w*\[)/gu;

/** `line` with what terminals and CI services obey shown escaped: `\u{1b}[2J`, `\u{3a}:set-output`. */
export function harmless(line: string): string {
  return line
    .replace(INVISIBLE, escapeSequence)
    .replace(lineCommand, `$1${escapeSequence(":")}`)
    .replace(markedCommand, `#${escapeSequence("#")}`);
}

/** The same for JSON, whose lines begin with nothing of the docs. What is left of line breaks is its own layout. */
export function harmlessJson(json: string): string {
  return json
    .replace(INVISIBLE, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(markedCommand, `#${unicodeEscape("#")}`);
}

function escapeSequence(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
