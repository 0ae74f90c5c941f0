/** How `what` becomes a body. An operation's constant refers to the one it needs, so that programs that only read carry none. */
import { assume } from "./assume.js";
import type { Operation } from "./operation.js";
import type { Binary } from "./shapes.js";

/** Makes the body of `what`, and says in the headers what it is. */
type Writer = NonNullable<Operation["body"]>;
type Sent = ReturnType<Writer>;

/** The first line of a body of several parts. */
const boundaryLine = /^\s*--([^\r\n"]{1,70}?)[ \t]*\r?\n/;

/** JSON, and says so. */
export function jsonBody(what: unknown, headers: Headers): Sent {
  say("application/json", headers);
  return { body: JSON.stringify(what) };
}

/** JSON of a type of its own: `application/json-patch+json`. */
export function typedJson(type: string): Writer {
  return (what, headers) => {
    say(type, headers);
    return { body: JSON.stringify(what) };
  };
}

/** A string as text of the documented type, all else as JSON. */
export function textOrJson(type: string): Writer {
  return (what, headers) => (typeof what === "string" ? typedBody(type)(what, headers) : jsonBody(what, headers));
}

/** Text and bytes as they are: a blob tells its type by itself. A stream can be sent once only, which `duplex` says. */
export function rawBody(what: unknown): Sent {
  assume<string | Binary>(what);
  return { body: what, ...(what instanceof ReadableStream && { duplex: "half" }) };
}

/** Text and bytes of the documented type, unless a header or a blob names another. */
export function typedBody(type: string): Writer {
  return (what, headers) => {
    if (!tellsType(what)) say(type, headers);
    return rawBody(what);
  };
}

/**
 * Several parts: the header gets the boundary that the body begins with.
 * @throws TypeError when there is none to be seen, as in a blob or a stream, and no header gives it
 */
export function multipartBody(type: string): Writer {
  return (what, headers) => {
    const sent = rawBody(what);
    if (headers.has("content-type") || tellsType(what)) return sent;
    const boundary = boundaryLine.exec(beginningOf(sent.body))?.[1];
    if (!boundary) throw new TypeError(`The boundary of ${type} is unknown: give the header Content-Type`);
    say(`${type}; boundary="${boundary}"`, headers);
    return sent;
  };
}

/** The caller's header counts. */
function say(type: string, headers: Headers): void {
  if (!headers.has("content-type")) headers.set("content-type", type);
}

function tellsType(body: unknown): boolean {
  return body instanceof Blob && body.type !== "";
}

function beginningOf(body: string | Binary): string {
  if (typeof body === "string" || body instanceof Blob || body instanceof ReadableStream) return String(body);
  const start = ArrayBuffer.isView(body) ? body.byteOffset : 0;
  const bytes = ArrayBuffer.isView(body) ? body.buffer : body;
  return new TextDecoder().decode(new Uint8Array(bytes, start, Math.min(body.byteLength, 100)));
}
