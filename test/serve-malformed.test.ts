/** Ten thousand requests that nobody should send: each gets an answer or a refusal, and the server goes on. */
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createServer } from "../generator/serve/server.js";
import { body, method, nothing, sendMalformed, target } from "./helpers/malformed.js";
import { asker } from "./templates/mock-of.js";
import { parcelPages } from "./templates/mock-pages.js";

const malformed = suite("malformed requests");
const { mock } = asker(parcelPages, { pageSize: 2 });
const runs = 10_000;

malformed(`${runs} over a socket: each connection ends, most with a status`, async () => {
  const server = await createServer(mock.respond).listen({ host: "127.0.0.1", port: 0 });
  try {
    const answers = await sendMalformed(runs, server.origin);
    const statuses = answers.flatMap((answer) => /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? []);
    assert.ok(statuses.length > runs / 2, `${statuses.length} answers`);
    assert.is(answers.find((answer) => answer.startsWith("HTTP/1.1 5"))?.slice(0, 500), undefined);
    assert.not.ok(answers.includes(nothing));
    const kinds = new Set(statuses);
    for (const status of ["200", "400", "404", "405"]) assert.ok(kinds.has(status), `no ${status}`);
    assert.is((await fetch(`${server.origin}/parcels/p-1`)).status, 200);
  } finally {
    await server.close();
  }
});

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
