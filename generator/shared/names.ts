/** Spelling of names that come from words. */
import pluralize from "pluralize";

const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** Either its capital or what stands before it tells where it begins: no letter inside is tried as a beginning. */
const LAST_WORD = /(?:[A-Z]|(?<![a-z]))[a-z]+$/;
/** Letters: what is longer is no word, and the rules for plurals would take long over it. */
const MAX_WORD = 60;

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `user-principal-name`, `path and filename`, `UserId` → `userPrincipalName`, `pathAndFilename`, `userId`; keeps inner capitals. */
export function camel(text: string): string {
  const parts = text.replace(NOT_WORD, " ").trim().split(" ").filter(Boolean);
  const joined = parts.map((part, i) => (i === 0 ? part : upperFirst(part))).join("");
  const leadingCapitals = /^[A-Z]+(?=[A-Z][a-z]|$)/.exec(joined);
  return leadingCapitals
    ? leadingCapitals[0].toLowerCase() + joined.slice(leadingCapitals[0].length)
    : lowerFirst(joined);
}

/** `calendarGroups` → `calendarGroup`; a name that is no plural stays. */
export function singular(text: string): string {
  const last = LAST_WORD.exec(text)?.[0];
  return last === undefined || last.length > MAX_WORD
    ? text
    : text.slice(0, text.length - last.length) + pluralize.singular(last);
}

/** `microsoft.graph.callRecords.session` → `session`. */
export function shortName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

/** `microsoft.graph.callRecords.session` → `microsoft.graph.callRecords`; "" for a bare name. */
export function namespaceOf(qualified: string): string {
  return qualified.slice(0, Math.max(0, qualified.lastIndexOf(".")));
}

/** Order of code points, the only order there is: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
