/** Headers of an example as a call can send them: names once, values of characters that HTTP knows. */

type Headers = readonly (readonly [name: string, value: string])[];

const SENDABLE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
const DOUBLE_QUOTES = /[“”„‟″]/g;
const SINGLE_QUOTES = /[‘’‚‛′]/g;
const DASHES = /[‐‑‒–—−]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/g;

/** Called for each header that cannot be sent as it is written. */
export type ReportHeader = (name: string, character: string) => void;

/**
 * By name; of names that differ in letter case alone, the last one counts, as of names that are the same. Marks that only look like those of
 * HTTP are replaced by them; a value that even so cannot be sent is left out.
 */
export function sendableHeaders(headers: Headers, report: ReportHeader): Readonly<Record<string, string>> {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of headers) {
    const straight = straightened(value);
    if (!SENDABLE.test(value)) report(name, [...value].find((character) => !SENDABLE.test(character)) ?? "");
    const key = name.toLowerCase();
    if (SENDABLE.test(straight)) byName.set(key, [byName.get(key)?.[0] ?? name, straight]);
  }
  return Object.fromEntries(byName.values());
}

function straightened(value: string): string {
  if (SENDABLE.test(value)) return value;
  return value.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'").replace(DASHES, "-").replace(SPACES, " ").trim();
}
