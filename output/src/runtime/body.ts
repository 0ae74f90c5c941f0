/** How `what` becomes a body. An operation's constant refers to the one it needs, so that programs that only read carry none. */
import { assume } from "./assume.js";
import type { Binary } from "./shapes.js";

/** Makes the body of `what`, and says in the headers what it is. */
type Writer = (what: unknown, headers: Headers) => string | Binary;

/** The first line of a body of several parts. */
const boundaryLine = /^\s*--([^\r\n"]{1,70}?)[ \t]*\r?\n/;

/** JSON, and says so. */
export function jsonBody(what: unknown, headers: Headers): string {
  say("application/json", headers);
  return JSON.stringify(what);
}

/** JSON of a type of its own: `application/json-patch+json`. */
export function typedJson(type: string): Writer {
  return (what, headers) => {
    say(type, headers);
    return JSON.stringify(what);
  };
}

/** Text and bytes as they are: a blob tells its type by itself. */
export function rawBody(what: unknown): string | Binary {
  assume<string | Binary>(what);
  return what;
}

/** Text and bytes of the documented type, unless a header or a blob names another. */
export function typedBody(type: string): Writer {
  return (what, headers) => {
    const body = rawBody(what);
    if (!tellsType(body)) say(type, headers);
    return body;
  };
}

/**
 * Several parts: the header gets the boundary that the body begins with.
 * @throws TypeError when there is none to be seen, as in a blob, and no header gives it
 */
export function multipartBody(type: string): Writer {
  return (what, headers) => {
    const body = rawBody(what);
    if (headers.has("content-type") || tellsType(body)) return body;
    const boundary = boundaryLine.exec(beginningOf(body))?.[1];
    if (!boundary) throw new TypeError(`The boundary of ${type} is unknown: give the header Content-Type`);
    say(`${type}; boundary="${boundary}"`, headers);
    return body;
  };
}

/** The caller's header counts. */
function say(type: string, headers: Headers): void {
  if (!headers.has("content-type")) headers.set("content-type", type);
}

function tellsType(body: string | Binary): boolean {
  return body instanceof Blob && body.type !== "";
}

function beginningOf(body: string | Binary): string {
  if (typeof body === "string" || body instanceof Blob) return String(body);
  const start = ArrayBuffer.isView(body) ? body.byteOffset : 0;
  const bytes = ArrayBuffer.isView(body) ? body.buffer : body;
  return new TextDecoder().decode(new Uint8Array(bytes, start, Math.min(body.byteLength, 100)));
}
