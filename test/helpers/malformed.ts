/** Requests that nobody should send, over a socket: no client would. */
import { connect } from "node:net";
import fc from "fast-check";

const atOnce = 50;
/** Stands for an answer that does not come. */
export const nothing = "nothing for too long";

/** Pieces of what is right, in the wrong place. */
const piece = fc.constantFrom(
  ..."/parcels /parcels('p-1') /parcels( ) ' '' %27 % %zz %00 %2F.. /../ // ? & = $ $top= $skiptoken=docwright-99 $select= $filter= @p @p='x' near( place= within= , /delta /$count /$batch /$value /__docwright/content/ /__docwright/work/ http://x : {} [] \\ # é \u0000".split(
    " ",
  ),
);
const junk = fc.string({ unit: "grapheme", maxLength: 8 });
const path = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, junk), { maxLength: 9 })
  .map((parts) => `/${parts.join("")}`);
const nearlyRight = fc
  .tuple(fc.constantFrom("/parcels", "/parcels/p-1", "/parcels/delta", "/$batch"), fc.option(piece, { freq: 2 }))
  .map(([start, end]) => start + (end ?? ""));
export const target = fc.oneof(path, nearlyRight);
export const method = fc.constantFrom("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "");
export const body = fc.oneof(
  fc.json(),
  junk,
  fc.constantFrom(
    "{",
    "null",
    '{"requests":{}}',
    '{"requests":[null]}',
    '{"requests":[{"id":1,"method":"TRACE","url":"//"},{"id":2,"method":"GET","url":"\\u0000"}]}',
    '{"__proto__":{"label":1}}',
    "[".repeat(20_000),
    `${"[".repeat(5000)}${"]".repeat(5000)}`,
  ),
);
const header = fc.constantFrom(
  "Prefer: code=",
  "Prefer: code=99999",
  "Prefer: code=100",
  "Prefer: example=__proto__",
  "Prefer: odata.maxpagesize=-1",
  "Content-Type: application/json",
  "Content-Type: ,",
  "Content-Length: -1",
  "Content-Length: 5000000000",
  "Transfer-Encoding: chunked",
  "Host: <script>",
  "Origin: null",
  "No colon",
  "Accept: \u0001",
);
const message = fc
  .tuple(method, target, fc.array(header, { maxLength: 2 }), fc.option(body))
  .map(([verb, address, headers, content]) => {
    const length = content === null ? [] : [`Content-Length: ${Buffer.byteLength(content)}`];
    const lines = [`${verb} ${address} HTTP/1.1`, "Host: x", "Connection: close", ...headers, ...length];
    return `${lines.join("\r\n")}\r\n\r\n${content ?? ""}`;
  });

/** Sends so many, always the same, and returns all that came back for each. */
export async function sendMalformed(count: number, origin: string): Promise<readonly string[]> {
  const texts = fc.sample(fc.oneof({ weight: 9, arbitrary: message }, { weight: 1, arbitrary: junk }), {
    numRuns: count,
    seed: 14,
  });
  const answers: string[] = [];
  for (let at = 0; at < texts.length; at += atOnce)
    answers.push(...(await Promise.all(texts.slice(at, at + atOnce).map((text) => send(text, origin)))));
  return answers;
}

/** All that comes back until the connection ends. */
function send(text: string, origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(Number(port), hostname, () => void socket.end(text));
    socket.setTimeout(20_000, () => {
      got = nothing;
      socket.destroy();
    });
    socket.on("data", (chunk) => (got += chunk.toString()));
    socket.on("error", () => {});
    socket.on("close", () => resolve(got));
  });
}
