/** How `what` becomes a body. An operation's constant refers to the one it needs, so that programs that only read carry neither. */
import { assume } from "./assume.js";
import type { Binary } from "./shapes.js";

/** JSON, and says so. */
export function jsonBody(what: unknown, headers: Headers): string {
  headers.set("content-type", "application/json");
  return JSON.stringify(what);
}

/** Text and bytes as they are: a blob tells its type by itself. */
export function rawBody(what: unknown): string | Binary {
  assume<string | Binary>(what);
  return what;
}
