/** Values in place of the placeholders that an example shows, so that it can be played: `ports({id})` as `ports(id)`. */
import { isPlaceholderText, type WhereValue } from "../../shared/odata/parts.js";
import { isAbsolute } from "../../shared/odata/url.js";
import type { Parameter, TypeRef } from "../api.js";
import { jsonKind } from "../types/scalars.js";

const GUID = "00000000-0000-0000-0000-000000000001";
const DATES: ReadonlyMap<string, string> = new Map([
  ["Date", "2024-01-31"],
  ["DateTimeOffset", "2024-01-31T12:00:00Z"],
  ["TimeOfDay", "12:00:00"],
  ["Duration", "PT1H"],
]);
const NO_WORD = /[^\w-]+/g;

/** By how it is written, what may stand for each placeholder of a call; one whose parameter takes set values has none. */
export function samplesFor(
  where: Readonly<Record<string, WhereValue>>,
  parameters: readonly Parameter[],
): ReadonlyMap<string, string> {
  const types = new Map(parameters.map(({ name, type }) => [name, type]));
  const samples = new Map<string, string>();
  for (const [name, written] of Object.entries(where)) {
    if (typeof written !== "string" || !isPlaceholderText(written) || samples.has(written)) continue;
    const value = sampleOf(types.get(name), written.slice(1, -1).replace(NO_WORD, "-"));
    if (value !== undefined) samples.set(written, value);
  }
  return samples;
}

function sampleOf(type: TypeRef | undefined, word: string): string | undefined {
  if (type?.kind !== "scalar") return undefined;
  if (type.name === "Guid") return GUID;
  const kind = jsonKind(type.name);
  if (kind === "number") return "1";
  return kind === "boolean" ? "true" : (DATES.get(type.name) ?? word);
}

/** A URL with values for its placeholders; those of its host stay. */
export function withSamples(url: string, samples: ReadonlyMap<string, string>): string {
  const start = isAbsolute(url) ? url.indexOf("/", url.indexOf("//") + 2) : 0;
  if (start < 0) return url;
  const path = [...samples].reduce((text, [written, value]) => text.replaceAll(written, () => value), url.slice(start));
  return url.slice(0, start) + path;
}
