/** Where in a cell of a permission table its names stand. */
import type { TableCell } from "mdast";
import type { Place } from "../../shared/place.js";
import { placeOf } from "../markdown/origin.js";
import type { PermissionCell } from "../page.js";
import type { GrantWords } from "./grant.js";

const WORD_END = /[\w.]/;
/** What makes a permission's name a longer one: `User.Read` in `User.Read.All`. */
const LONGER = /^(?:\w|\.\w)/;

/** Places of the names that do not begin their cell. */
export function placesOf({ grant }: GrantWords, node: TableCell, start: Place): Pick<PermissionCell, "places"> {
  const names = grant?.kind === "scopes" ? grant.anyOf.flat() : [];
  const places = names.flatMap((name) => {
    const place = placeOfText(node, name);
    return place === undefined || place.column === start.column ? [] : [[name, place] as const];
  });
  return places.length === 0 ? {} : { places: Object.fromEntries(places) };
}

/** Place of words that stand in a cell as one text. */
export function placeOfText(cell: TableCell, words: string): Place | undefined {
  const text = cell.children.find((child) => child.type === "text" && indexOfWords(child.value, words) >= 0);
  if (text?.type !== "text") return undefined;
  const place = placeOf(text);
  return { ...place, column: place.column + indexOfWords(text.value, words) };
}

function indexOfWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!WORD_END.test(text.charAt(at - 1)) && !LONGER.test(text.slice(at + words.length))) return at;
  return -1;
}
