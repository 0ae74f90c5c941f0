/**
 * What JSON says and a JavaScript value cannot: integers beyond 2^53, numbers beyond any, a zero below zero, a name that stands twice. Such a
 * number becomes text, for another number would be an invention; of a name that stands twice, the last value counts, as for every reader.
 */

export interface Loss {
  readonly reason: string;
  /** Counts characters from the start of the text. */
  readonly offset: number;
}

/** Without any of these, all numbers of a text can be held. */
const SUSPECT = /\d{16}|e[+-]?\d{3}|-0/i;
const NAME_END = /"\s*:/g;
/** A string (group 1; one that is not closed goes on to the end), with a colon behind it when it is a name (group 2); a number (group 3); a bracket. */
const TOKENS = /("(?:[^"\\]|\\(?:[\s\S]|$))*(?:"|$))(?:\s*(:))?|(-?\d[\d.eE+-]*)|[{}[\]]/g;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const INTEGER = /^-?\d+$/;
const SOME = /^[^e]*[1-9]/i;
const TWICE = "stands twice in one object";
/** Characters of a number or a name in a message. */
const LONGEST = 40;

/** Whether JavaScript has a number for these digits. Fractions count as what they are to everybody, the nearest number there is. */
export function isHeld(digits: string): boolean {
  // What is no number at all, such as a date without quotation marks, is not for here to judge.
  if (!NUMBER.test(digits)) return true;
  const number = Number(digits);
  if (Object.is(number, -0) || !Number.isFinite(number) || (number === 0 && SOME.test(digits))) return false;
  return !INTEGER.test(digits) || Number.isSafeInteger(number) || BigInt(number) === BigInt(digits);
}

/** Whether a value is the digits of such a number, which the reader made text. */
export function isUnheldNumber(value: unknown): boolean {
  return typeof value === "string" && !isHeld(value);
}

/** `text` with every number that cannot be held as a string of its digits. */
export function withHeldNumbers(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(TOKENS, (token: string, string?: string, _colon?: string, digits?: string) =>
    digits === undefined || string !== undefined || isHeld(digits) ? token : `"${digits}"`,
  );
}

export function isRepeatedName(reason: string): boolean {
  return reason.endsWith(TWICE);
}

/** The first that is lost of strict JSON when it is parsed to `value`. */
export function lossOf(text: string, value: unknown): Loss | undefined {
  if (!SUSPECT.test(text) && countNames(text) === countKeys(value)) return undefined;
  const open: Set<string>[] = [];
  for (const { 0: token, 1: string, 2: colon, 3: digits, index } of text.matchAll(TOKENS)) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (digits !== undefined && !isHeld(digits))
      return { reason: `no program in JavaScript can hold the number ${short(digits)}`, offset: index };
    else if (string !== undefined && colon !== undefined) {
      const names = open.at(-1);
      const name = String(JSON.parse(string));
      if (names?.has(name)) return { reason: `the name ${short(string)} ${TWICE}`, offset: index };
      names?.add(name);
    }
  }
  return undefined;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** At least as many as there are names: strings may hold the same characters. */
function countNames(text: string): number {
  return text.match(NAME_END)?.length ?? 0;
}

function countKeys(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const inner: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += inner.length;
    for (const each of inner) open.push(each);
  }
  return count;
}
