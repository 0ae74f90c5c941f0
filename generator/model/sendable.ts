/** Whether a request can be sent to the URL of an example: a test that cannot send it would fail for good. */
import { hostOf, isAbsolute } from "../shared/odata/url.js";

/** What every client takes out of an address before it is sent: control characters, and the segments `.` and `..`. */
const LOST = /[\0-\x1F\x7F]|\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/** Relative, or absolute with a host that can be one: `https:///users` and `https://api.example\\users` have none. It arrives as it was sent. */
export function isSendable(url: string): boolean {
  if (LOST.test(url)) return false;
  return !isAbsolute(url) || (URL.canParse(url) && new URL(url).host === hostOf(url));
}
