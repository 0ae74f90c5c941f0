/** `200 Created`: a status with the words of another. */
import { finding, type Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";

const PHRASES: ReadonlyMap<string, string> = new Map([
  ["200", "OK"],
  ["201", "Created"],
  ["202", "Accepted"],
  ["204", "No Content"],
  ["206", "Partial Content"],
  ["301", "Moved Permanently"],
  ["302", "Found"],
  ["304", "Not Modified"],
  ["307", "Temporary Redirect"],
  ["400", "Bad Request"],
  ["401", "Unauthorized"],
  ["403", "Forbidden"],
  ["404", "Not Found"],
  ["405", "Method Not Allowed"],
  ["409", "Conflict"],
  ["410", "Gone"],
  ["412", "Precondition Failed"],
  ["429", "Too Many Requests"],
  ["500", "Internal Server Error"],
  ["503", "Service Unavailable"],
]);
const STATUS = /^(?:HTTP\/\d(?:\.\d)? )?(\d{3})[ \t]{1,8}([A-Za-z][A-Za-z \t]{0,40})$/i;

/** Finding `reason-phrase` of a status line, or of a status in code. */
export function reasonSlip(text: string, place: Place, page: string): readonly Finding[] {
  const [, status = "", words = ""] = STATUS.exec(text.trim()) ?? [];
  const expected = PHRASES.get(status);
  const said = plain(words);
  if (expected === undefined || said === "" || said === plain(expected)) return [];
  const other = [...PHRASES].find(([, phrase]) => plain(phrase) === said)?.[0];
  if (other === undefined) return [];
  return [finding("reason-phrase", page, place, text.trim(), { status, words: words.trim(), expected, other })];
}

function plain(words: string): string {
  return words.replaceAll(/[ \t]/g, "").toLowerCase();
}
