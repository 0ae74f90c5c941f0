/** Files that come as streams, sent to an upload session piece by piece. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { upload } from "../../templates/runtime/index.js";
import type { SizedStream } from "../../templates/runtime/index.js";
import { json, stub } from "./stub.js";

const streams = suite("templates/pieces");
const uploadUrl = "https://files.example/up/1";
const asks = (range: string): Response => json({ nextExpectedRanges: [range] }, { status: 202 });
const done = json({ id: "1" }, { status: 201 });

/** `abcdefghij` in chunks of three bytes; how far it was read, and whether it was closed. */
function letters(size = 10) {
  const state = { read: 0, closed: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(to) {
        const chunk = "abcdefghij".slice(state.read, state.read + 3);
        state.read += chunk.length;
        if (chunk === "") to.close();
        else to.enqueue(new TextEncoder().encode(chunk));
      },
      cancel() {
        state.closed = true;
      },
    },
    { highWaterMark: 0 },
  );
  const file: SizedStream = { stream, size };
  return { file, state };
}

async function sent(file: SizedStream, answers: readonly Response[], nextExpectedRanges?: string[]) {
  const { client, asked } = stub(answers, { retry: { base: 0 } });
  const session = { uploadUrl, ...(nextExpectedRanges && { nextExpectedRanges }) };
  const outcome = await upload(client, session, file, { chunkSize: 4 }).then(Object, (error: unknown) => error);
  const pieces = asked.map(async ({ headers, body }) => {
    return `${headers.get("content-range")} ${body instanceof Blob ? await body.text() : ""}`;
  });
  return { outcome, pieces: await Promise.all(pieces) };
}

streams("arrive in pieces", async () => {
  const { outcome, pieces } = await sent(letters().file, [asks("4-"), asks("8-"), done]);
  assert.equal(outcome, { id: "1" });
  assert.equal(pieces, ["bytes 0-3/10 abcd", "bytes 4-7/10 efgh", "bytes 8-9/10 ij"]);
});

streams("a piece that got lost, or was taken in part, is sent again from where the service stands", async () => {
  const busy = new Response("", { status: 503 });
  const { pieces } = await sent(letters().file, [busy, asks("2-"), asks("6-"), done]);
  assert.equal(pieces, ["bytes 0-3/10 abcd", "bytes 0-3/10 abcd", "bytes 2-5/10 cdef", "bytes 6-9/10 ghij"]);
});

streams("of an upload that is resumed the beginning is passed over", async () => {
  const { pieces } = await sent(letters().file, [done], ["7-"]);
  assert.equal(pieces, ["bytes 7-9/10 hij"]);
});

streams("no more is read than the piece needs, and a failure closes the stream", async () => {
  const { file, state } = letters();
  const { outcome } = await sent(file, [json({ error: { code: "gone" } }, { status: 404 })]);
  assert.is(outcome.code, "gone");
  assert.equal(state, { read: 6, closed: true });
});

streams("one that ends too early is told, and so is a service that goes back", async () => {
  const short = await sent(letters(20).file, [asks("4-"), asks("8-"), asks("12-")]);
  assert.match(String(short.outcome), /ends after 10 bytes of 20/);
  const back = await sent(letters().file, [asks("4-"), asks("1-")]);
  assert.is(back.outcome.code, "stalled");
});

streams.run();
