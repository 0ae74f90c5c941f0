/** Whether the request of an example can be sent: a test that cannot send it would fail for good. */
import { isJson, readJson } from "../../shared/json/json.js";
import type { Body } from "../../read/page.js";
import { withPlainHost } from "../../shared/odata/base.js";
import { hostOf, isAbsolute } from "../../shared/odata/url.js";
import type { Fit, RequestBody } from "../api.js";

/** What every client takes out of an address before it is sent: control characters, and the segments `.` and `..`. */
const LOST = /[\0-\x1F\x7F]|\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/**
 * Whether the call of an example sends the body that it shows. Where none is declared, a finding (`fit`) lets the comparison know; an example
 * about something else has none.
 */
export function isSendableBody(shown: Body, declared: RequestBody | undefined, fit: Fit): boolean {
  if (!declared) return shown.kind === "none" || fit !== "none";
  if (shown.kind !== "text" || (declared.kind !== "json" && declared.kind !== "reference")) return true;
  // JSON beyond the bounds is kept as text, and would be sent as a string.
  return readJson(shown.text).error === undefined || !isJson(shown.text);
}

/** Relative, or absolute with a host that can be one: `https:///users` and `https://api.example\\users` have none. It arrives as it was sent. */
export function isSendable(url: string): boolean {
  if (LOST.test(url)) return false;
  const plain = withPlainHost(url);
  return !isAbsolute(url) || (URL.canParse(plain) && new URL(plain).host === hostOf(plain));
}
