/** `$select` on documented answers. */
import { isRecord } from "./members.js";

/** Only the named members, and the annotations; of each item of a list. */
export function selected(body: unknown, names: ReadonlySet<string>): unknown {
  if (!isRecord(body)) return Array.isArray(body) ? body.map((item) => selected(item, names)) : body;
  const { value } = body;
  // A list, or a single object that the docs wrap like one.
  if (Array.isArray(value)) return { ...body, value: value.map((item) => picked(item, names)) };
  if (isRecord(value) && !names.has("value")) return { ...body, value: picked(value, names) };
  return picked(body, names);
}

function picked(value: unknown, names: ReadonlySet<string>): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name.includes("@") || names.has(name)));
}

/** `id,name` without blanks; of `owner/name`, `owner`. */
export function namesIn(option: string): readonly string[] {
  return option
    .split(",")
    .map((name) => name.trim().split(/[/(]/, 1)[0]?.trim() ?? "")
    .filter(Boolean);
}
