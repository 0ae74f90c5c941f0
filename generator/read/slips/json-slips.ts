/** What JSON in a fence may hold and no service sends: a moment that never was, a key with white space at its ends. */
import { finding, type Finding } from "../../findings/rules.js";
import type { Place } from "../../shared/place.js";

const MOMENT = /"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?[^"\n]{0,20})?"/g;
const LOOSE_KEY = /"(?:[ \t]{1,20}[^"\\\n:]{1,80}|[^"\\\n:]{0,80}[ \t])"[ \t]{0,20}:/g;
const JSON_START = /^[ \t]*[{[]/m;
const MIDNIGHT = 24;

/** Findings `timestamp-impossible` and `key-space` of a fence; `place` is that of its first line. */
export function jsonSlips(text: string, place: Place, page: string): readonly Finding[] {
  if (!JSON_START.test(text)) return [];
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const at = (column: number): Place => ({ ...place, line: place.line + index, column: place.column + column });
    const moments = [...line.matchAll(MOMENT)].flatMap((match) => {
      const reason = whyImpossible(match.slice(1).map(Number));
      const shown = match[0];
      return reason === undefined
        ? []
        : [finding("timestamp-impossible", page, at(match.index), shown, { shown, reason })];
    });
    const keys = [...line.matchAll(LOOSE_KEY)].map(({ index: column, 0: key }) => {
      const shown = key.slice(0, key.lastIndexOf('"') + 1);
      return finding("key-space", page, at(column), shown, { shown });
    });
    return [...moments, ...keys];
  });
}

function whyImpossible([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]):
  string | undefined {
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = new Date(Date.UTC(year < 100 ? 2000 : year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return `that month has no day ${day}`;
  if (hour > MIDNIGHT || (hour === MIDNIGHT && minute + second > 0)) return `a day has no hour ${hour}`;
  if (minute > 59) return `an hour has no minute ${minute}`;
  return second > 60 ? `a minute has no second ${second}` : undefined;
}
