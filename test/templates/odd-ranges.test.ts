/** Ranges that a service asks for in an upload: what is none of the file, and what never comes to an end. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createClient, isApiError, upload } from "../../templates/runtime/index.js";
import type { UploadSession } from "../../templates/runtime/index.js";
import { answer, serve } from "./server.js";
import type { Behaviour, Server } from "./server.js";
import { failure } from "./stub.js";

const ranges = suite("ranges of an upload");

async function codeOf(promise: PromiseLike<unknown>): Promise<string> {
  const error = await failure(promise);
  return isApiError(error) ? error.code : String(error);
}

const file = new Blob(["x".repeat(1000)]);
const session = ({ origin }: Server): { uploadUrl: string } => ({ uploadUrl: `${origin}/up` });
const client = createClient({ baseUrl: "http://127.0.0.1:9/v1.0", token: "secret", retry: { limit: 0 } });
const asks = (nextExpectedRanges: unknown): Behaviour => answer(202, { nextExpectedRanges });

for (const odd of [
  ["abc"],
  ["NaN-"],
  ["-5"],
  ["1.5-"],
  ["1e2-"],
  ["Infinity-"],
  ["0x10-"],
  ["99999999999999999999-"],
  ["1001-"],
  [" 5-"],
  [""],
  [null],
  [5],
  [{}],
  [["5-"]],
  "abc",
  5,
  {},
  true,
]) {
  const text = JSON.stringify(odd);
  ranges(`${text} is told after one request`, async () => {
    await using server = await serve(asks(odd));
    assert.is(await codeOf(upload(client, session(server), file, { chunkSize: 100 })), "malformed");
    assert.is(server.reached.length, 1);
  });

  ranges(`${text} in a session: nothing is sent`, async () => {
    await using server = await serve(answer(201));
    // As it comes out of an answer that nobody has checked.
    const odd: UploadSession = JSON.parse(`{"uploadUrl":"${server.origin}/up","nextExpectedRanges":${text}}`);
    assert.is(await codeOf(upload(client, odd, file)), "malformed");
    assert.is(server.reached.length, 0);
  });
}

ranges("backwards, or not on: stalled", async () => {
  for (const range of ["0-", "0-99"]) {
    await using server = await serve(asks(["100-"]), asks([range]));
    assert.is(await codeOf(upload(client, session(server), file, { chunkSize: 100 })), "stalled");
    assert.is(server.reached.length, 2);
  }
});

/** Takes so many bytes of each piece. */
function takes(bytes: number): Behaviour {
  return (request, response) => {
    const [, from = 0, size = 0] = (/^bytes (\d+)-\d+\/(\d+)$/.exec(request.headers["content-range"] ?? "") ?? []).map(
      Number,
    );
    const next = from + bytes;
    (next < size ? asks([`${next}-`]) : answer(201, { id: "1" }))(request, response);
  };
}

ranges("a byte at a time is given up soon", async () => {
  const large = new Blob(["x".repeat(3_000_000)]);
  for (const [blob, chunkSize, most] of [
    [large, 3_276_800, 18],
    [large, 327_680, 27],
    [file, 100, 27],
  ] as const) {
    await using server = await serve(takes(1));
    assert.is(await codeOf(upload(client, session(server), blob, { chunkSize })), "stalled");
    assert.ok(server.reached.length <= most, `${server.reached.length} requests`);
  }
});

ranges("less than a piece is fine: a half, a tenth, a few bytes of a small file", async () => {
  for (const [bytes, chunkSize] of [
    [50, 100],
    [10, 100],
    [7, 100],
    [100, 3_276_800],
  ] as const) {
    await using server = await serve(takes(bytes));
    assert.equal(await upload(client, session(server), file, { chunkSize }), { id: "1" });
    assert.is(server.reached.length, Math.ceil(1000 / bytes));
  }
});

ranges("addresses and pieces that are none", async () => {
  for (const uploadUrl of ["javascript:1", "//evil.example/up", "up", "http://["]) {
    assert.match(await codeOf(upload(client, { uploadUrl }, file)), /^(foreign|malformed)$/);
  }
  for (const chunkSize of [0, -1, NaN, 1.5, Infinity])
    assert.instance(
      await failure(upload(client, { uploadUrl: "https://upload.example/1" }, file, { chunkSize })),
      TypeError,
    );
});

ranges.run();
