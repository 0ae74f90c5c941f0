/**
 * Whether the runtime sends a value where a template has a placeholder for it: it refuses those that would change the shape of the path, and a
 * test that cannot be sent would fail for good. The rule itself is the runtime's (`templates/runtime/write-in-context.ts`); a test compares.
 */
import { isJson, readJson } from "../json.js";
import type { Body } from "../read/page.js";
import type { Fit, RequestBody } from "./api.js";
import { hostOf } from "./names.js";

const ARGUMENT = /^(?:[\w.:+'",[\]<> -]|\/(?=\d))+$/;
const DOTS = /^\.{0,2}$/;
const ABSOLUTE = /^https?:/i;
/** What every client takes out of an address before it is sent: control characters, and the segments `.` and `..`. */
const LOST = /[\0-\x1F\x7F]|\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/** `name` is one of the template's placeholders. */
export function isSendable(template: string, name: string, value: string): boolean {
  const before = template.slice(0, Math.max(0, template.indexOf(`{${name}}`)));
  if (value === "") return false;
  if (before.split("'").length % 2 === 0 || before.includes("?")) return true;
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return ARGUMENT.test(value);
  const parts = before.endsWith(":/") ? value.split("/") : [value];
  return parts.every((part) => !DOTS.test(part));
}

/**
 * Whether the call of an example sends the body that it shows. Where none is declared, a finding (`fit`) lets the comparison know; an example
 * about something else has none.
 */
export function isSendableBody(shown: Body, declared: RequestBody | undefined, fit: Fit): boolean {
  if (!declared) return shown.kind === "none" || fit !== "none";
  if (shown.kind !== "text" || declared.kind === "text" || declared.kind === "binary") return true;
  // JSON beyond the bounds is kept as text, and would be sent as a string.
  return readJson(shown.text).error === undefined || !isJson(shown.text);
}

/** Relative, or absolute with a host that can be one: `https:///users` and `https://api.example\\users` have none. It arrives as it was sent. */
export function isAddress(url: string): boolean {
  if (LOST.test(url)) return false;
  return !ABSOLUTE.test(url) || (URL.canParse(url) && new URL(url).host === hostOf(url));
}
