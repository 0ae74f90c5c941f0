import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createPoller, isApiError, upload } from "../../templates/runtime/index.js";
import { failure, json, stub } from "./stub.js";
import type { Asked } from "./stub.js";

const pollers = suite("poller");
const uploads = suite("upload");

interface State {
  readonly status?: string;
  readonly resourceId?: string;
}

const monitor = "https://monitor.example/1";
const running = json({ status: "inProgress" }, { status: 202, headers: { "retry-after": "2" } });

pollers("awaited: the state at the end; in the pace that the service asks for", async () => {
  const waits: number[] = [];
  const { client, asked } = stub(
    [running, json({ status: "running" }), json({ status: "succeeded", resourceId: "1" })],
    { token: "secret" },
  );
  const poller = createPoller<State>(
    client,
    { location: monitor, retryAfter: 1000 },
    { sleep: async (wait) => void waits.push(wait), now: () => 0 },
  );
  assert.is(asked.length, 0);
  assert.equal(await poller, { status: "succeeded", resourceId: "1" });
  assert.equal(waits, [1000, 2000, 5000]);
  assert.ok(
    asked.every(({ url, headers }) => url === monitor && !headers.has("authorization")),
    "another origin: no token",
  );
});

pollers("below the base URL: with the token", async () => {
  const { client, asked } = stub([json({ status: "completed" })], { token: "t" });
  await createPoller(client, { location: "/operations/1" }, { interval: 0 });
  assert.equal(
    [asked[0]?.url, asked[0]?.headers.get("authorization")],
    ["https://api.example/v1.0/operations/1", "Bearer t"],
  );
});

pollers("iterated: every state", async () => {
  const { client } = stub([running, json({ status: "completed" })]);
  const seen: (string | undefined)[] = [];
  for await (const { status } of createPoller<State>(client, { location: monitor }, { sleep: async () => {} }))
    seen.push(status);
  assert.equal(seen, ["inProgress", "completed"]);
});

pollers("failed work is an error", async () => {
  const { client } = stub([json({ status: "failed", error: { code: "quota", message: "Full." } })]);
  const error = await failure(createPoller(client, { location: monitor }, { interval: 0 }));
  assert.ok(isApiError(error));
  assert.equal(
    [error.code, error.message, error.body],
    ["quota", "quota: Full.", { status: "failed", error: { code: "quota", message: "Full." } }],
  );
});

pollers("a redirect to the result is followed", async () => {
  const { client } = stub([
    new Response(null, { status: 303, headers: { location: "https://api.example/v1.0/items/1" } }),
    json({ id: "1" }),
  ]);
  assert.equal(await createPoller(client, { location: monitor }, { interval: 0 }), { id: "1" });
});

pollers("a rule of one's own says when it is done", async () => {
  const { client } = stub([json({ percent: 50 }), json({ percent: 100 })]);
  const done = ({ percent }: { percent: number }): boolean => percent === 100;
  assert.equal(await createPoller(client, { location: monitor }, { interval: 0, done }), { percent: 100 });
});

pollers("without a Location there is nothing to follow", async () => {
  assert.instance(await failure(createPoller(stub([]).client, {})), TypeError);
});

pollers("an abort ends it", async () => {
  const controller = new AbortController();
  const { client } = stub([(): Response => (controller.abort(new Error("enough")), json({ status: "running" }))]);
  const error = await failure(
    createPoller(
      client,
      { location: monitor },
      { signal: controller.signal, interval: 3_600_000, sleep: async () => {} },
    ),
  );
  assert.is(error instanceof Error && error.message, "enough");
});

const file = new Blob(["0123456789"]);
const session = { uploadUrl: "https://upload.example/1" };

function pieces(asked: readonly Asked[]): Promise<string[]> {
  return Promise.all(
    asked.map(
      async ({ method, headers, body }) =>
        `${method} ${headers.get("content-range")} ${body instanceof Blob ? await body.text() : ""}`,
    ),
  );
}

uploads("piece by piece, without the token", async () => {
  const { client, asked } = stub(
    [
      json({ nextExpectedRanges: ["4-"] }, { status: 202 }),
      json({ nextExpectedRanges: ["8-9"] }, { status: 202 }),
      json({ id: "1" }, { status: 201 }),
    ],
    { token: "secret" },
  );
  const progress: number[] = [];
  assert.equal(await upload(client, session, file, { chunkSize: 4, progress: (sent) => progress.push(sent) }), {
    id: "1",
  });
  assert.equal(await pieces(asked), ["PUT bytes 0-3/10 0123", "PUT bytes 4-7/10 4567", "PUT bytes 8-9/10 89"]);
  assert.equal(progress, [4, 8, 10]);
  assert.ok(asked.every(({ url, headers }) => url === session.uploadUrl && !headers.has("authorization")));
});

uploads("an interrupted one goes on where it stood", async () => {
  const { client, asked } = stub([new Response(null, { status: 201 })]);
  assert.is(await upload(client, { ...session, nextExpectedRanges: ["6-"] }, file, { chunkSize: 4 }), undefined);
  assert.equal(await pieces(asked), ["PUT bytes 6-9/10 6789"]);
});

uploads("a piece that is sent again although it arrived: the session says where to go on", async () => {
  const { client, asked } = stub([
    new TypeError("fetch failed"),
    new Response(null, { status: 416 }),
    json({ nextExpectedRanges: ["4-"] }),
    json({ nextExpectedRanges: ["8-"] }, { status: 202 }),
    json({ id: "1" }, { status: 201 }),
  ]);
  assert.equal(await upload(client, session, file, { chunkSize: 4 }), { id: "1" });
  assert.equal(await pieces(asked), [
    "PUT bytes 0-3/10 0123",
    "PUT bytes 0-3/10 0123",
    "GET null ",
    "PUT bytes 4-7/10 4567",
    "PUT bytes 8-9/10 89",
  ]);
});

uploads("a service that does not move on ends it", async () => {
  const { client, asked } = stub([json({ nextExpectedRanges: ["0-"] }, { status: 202 })]);
  const error = await failure(upload(client, session, file, { chunkSize: 4 }));
  assert.ok(isApiError(error));
  assert.equal([error.code, asked.length], ["stalled", 1]);
});

uploads("nothing to send, nowhere to send it", async () => {
  assert.instance(await failure(upload(stub([]).client, session, new Blob([]))), TypeError);
  assert.instance(await failure(upload(stub([]).client, {}, file)), TypeError);
});

pollers.run();
uploads.run();
