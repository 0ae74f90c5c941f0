/** The findings of a page that somebody is writing: its own at once, those that need other pages as they were when it was saved. */
import { findInText } from "../readings.js";
import type { Finding } from "../findings/rules.js";
import type { CheckOptions, Reading } from "./check.js";

/** Told of a finding that the text as it stands was not looked through for. */
const EARLIER = " (When the page was saved last.)";

/** `reading`, in which `path` has the text `now`; on the disk it has `saved`. */
export async function withUnsaved(
  reading: Reading,
  { path, saved, now }: { readonly path: string; readonly saved: string; readonly now: string },
  { options, run }: CheckOptions,
): Promise<Reading> {
  const find = (text: string): ReturnType<typeof findInText> => findInText(reading.root, { path, text }, options, run);
  const own = new Set((await find(saved)).findings.map(keyOf));
  const { findings, suppressions } = await find(now);
  const isHere = (each: { readonly page: string }): boolean => each.page === path;
  const needOthers = reading.findings
    .filter((finding) => isHere(finding) && !own.has(keyOf(finding)))
    .map((finding) => ({ ...finding, message: `${finding.message}${EARLIER}` }));
  return {
    ...reading,
    findings: [...reading.findings.filter((finding) => !isHere(finding)), ...findings, ...needOthers],
    suppressions: [...reading.suppressions.filter((each) => !isHere(each)), ...suppressions],
  };
}

function keyOf({ rule, line, column, symbol }: Finding): string {
  return JSON.stringify([rule, line, column, symbol]);
}
