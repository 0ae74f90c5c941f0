/** Ten thousand requests that nobody should send: each gets an answer or a refusal, and the server goes on. */
import { connect } from "node:net";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createServer } from "../generator/serve/server.js";
import { asker } from "./templates/mock-of.js";
import { parcelPages } from "./templates/mock-pages.js";

const malformed = suite("malformed requests");
const { mock } = asker(parcelPages, { pageSize: 2 });
const runs = 10_000;
const atOnce = 50;

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
const target = fc.oneof(path, nearlyRight);
const method = fc.constantFrom("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "");
const body = fc.oneof(
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

malformed(`${runs} over a socket: each connection ends, most with a status`, async () => {
  const server = await createServer(mock.respond).listen({ host: "127.0.0.1", port: 0 });
  try {
    const texts = fc.sample(fc.oneof({ weight: 9, arbitrary: message }, { weight: 1, arbitrary: junk }), {
      numRuns: runs,
      seed: 14,
    });
    const answers: string[] = [];
    for (let at = 0; at < texts.length; at += atOnce)
      answers.push(...(await Promise.all(texts.slice(at, at + atOnce).map((text) => send(text, server.origin)))));
    const statuses = answers.flatMap((answer) => /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? []);
    assert.ok(statuses.length > runs / 2, `${statuses.length} answers`);
    assert.is(answers.find((answer) => answer.startsWith("HTTP/1.1 5"))?.slice(0, 500), undefined);
    assert.not.ok(answers.includes("nothing for too long"));
    const kinds = new Set(statuses);
    for (const status of ["200", "400", "404", "405"]) assert.ok(kinds.has(status), `no ${status}`);
    assert.is((await fetch(`${server.origin}/parcels/p-1`)).status, 200);
  } finally {
    await server.close();
  }
});

/** All that comes back until the connection ends. */
function send(text: string, origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(Number(port), hostname, () => void socket.end(text));
    socket.setTimeout(20_000, () => {
      got = "nothing for too long";
      socket.destroy();
    });
    socket.on("data", (chunk) => (got += chunk.toString()));
    socket.on("error", () => {});
    socket.on("close", () => resolve(got));
  });
}

malformed("the core never fails, whatever Request it gets", async () => {
  const asked = fc.tuple(method, target, fc.option(body));
  await fc.assert(
    fc.asyncProperty(asked, async ([verb, address, content]) => {
      const request = requestOf(verb, address, content);
      if (request === undefined) return;
      const { status } = await mock.respond(request);
      assert.ok(status >= 200 && status < 500, `${status} for ${verb} ${address}`);
    }),
    { numRuns: 3000 },
  );
});

/** What a `Request` cannot be made of reaches no mock. */
function requestOf(verb: string, address: string, content: string | null): Request | undefined {
  try {
    return new Request(`http://x${address}`, { method: verb, ...(content !== null && { body: content }) });
  } catch {
    return undefined;
  }
}

malformed.run();
