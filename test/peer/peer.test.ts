/** For every documented operation, the generated package and the official client send the same and get the same. */
import { suite } from "uvu";
import { readMock } from "../../generator/readings.js";
import { loadCore, mockOf } from "../../generator/serve/core.js";
import { createServer } from "../../generator/serve/server.js";
import { root } from "../helpers/npm.js";
import * as assert from "uvu/assert";
import type { Reached } from "../templates/server.js";
import { documentedExamples } from "./documented.js";
import type { Documented } from "./documented.js";
import { addressed, fetchFrom, file, normalUrl, serveDocumented } from "./documented-server.js";
import { withGenerated, withGraphClient } from "./drivers.js";
import type { Answer, Driver } from "./drivers.js";

const peer = suite("peer");
const examples = await documentedExamples();

/** Of the connection, or the official client's own telemetry. */
const ignored =
  /^(?:host|connection|content-length|transfer-encoding|user-agent|client-request-id|sdkversion|accept.*|sec-fetch-mode)$/;

interface Exchange {
  readonly sent: readonly object[];
  readonly answer: Answer;
}

async function play(documented: Documented, driver: Driver): Promise<Exchange> {
  await using server = await serveDocumented(documented.fixture);
  const answer = await driver(documented, fetchFrom(server.origin));
  return { sent: server.reached.map(comparable), answer };
}

function comparable({ method, url, headers, body }: Reached): object {
  // The official client names the type of bodies that are not there, too.
  const relevant = Object.entries(headers).filter(
    ([name]) => !ignored.test(name) && (body !== "" || name !== "content-type"),
  );
  return {
    method,
    url: normalUrl(addressed(url)),
    headers: Object.fromEntries(relevant.sort()),
    body: headers["content-type"] === "application/json" && body !== "" ? JSON.parse(body) : body,
  };
}

peer("every documented operation has an example to compare", () => {
  const compared = new Set(examples.map(({ name }) => name));
  assert.ok(compared.size >= 30);
  assert.equal([...new Set(examples.map(({ operation }) => operation.method))].sort(), [
    "DELETE",
    "GET",
    "PATCH",
    "POST",
    "PUT",
  ]);
});

for (const documented of examples) {
  peer(`${documented.name}: ${documented.fixture.name}`, async () => {
    const ours = await play(documented, withGenerated);
    const theirs = await play(documented, withGraphClient);
    assert.equal(ours.sent, theirs.sent);
    assert.equal(ours.answer, theirs.answer);
  });
}

peer("a file behind a documented redirect comes without the token, to both", async () => {
  const redirects = examples.filter(({ fixture }) => fixture.response.status === 302);
  assert.ok(redirects.length > 0);
  for (const documented of redirects) {
    const { sent, answer } = await play(documented, withGenerated);
    assert.equal(answer, { value: file });
    assert.equal(sent[1], {
      method: "GET",
      url: documented.fixture.response.headers["Location"],
      headers: {},
      body: "",
    });
  }
});

peer("both get the same from the mock server, for every documented example", async () => {
  const { model } = await readMock(`${root}/docs`, { name: "x", version: "1.0.0", license: "MIT" });
  const core = await loadCore();
  const answerTo = async (documented: Documented, driver: Driver): Promise<Answer> => {
    // What a mock remembers (which of several answers came) is its own.
    const server = await createServer(mockOf(core, model, {}).respond).listen({ host: "127.0.0.1", port: 0 });
    const there: typeof fetch = (target, init) =>
      fetch(String(target instanceof Request ? target.url : target).replace(/^https:\/\/[^/]+/, server.origin), init);
    try {
      return await driver(documented, there);
    } finally {
      await server.close();
    }
  };
  for (const documented of examples) {
    const ours = await answerTo(documented, withGenerated);
    assert.equal(withoutPort(ours), withoutPort(await answerTo(documented, withGraphClient)), documented.fixture.name);
    const { status } = documented.fixture.response;
    assert.is("status" in ours ? ours.status : 200, status < 400 ? 200 : status, documented.fixture.name);
  }
});

/** Links lead back to the server, each to its own. */
function withoutPort(answer: Answer): string {
  return JSON.stringify(answer).replace(/127\.0\.0\.1:\d+/g, "here");
}

peer.run();
