/** Where a `Location` leads, and that no address a service chooses gets the token by a detour. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  callAccepted,
  callStream,
  callText,
  createClient,
  createPoller,
  isApiError,
} from "../../templates/runtime/index.js";
import type { Client } from "../../templates/runtime/index.js";
import { answer, serve } from "./server.js";
import type { Behaviour, Server } from "./server.js";
import { base, failure, operation, stub } from "./stub.js";

const places = suite("where a Location leads");
const tokens = suite("the token on the way");
const refused = suite("what is not followed");
const monitors = suite("monitors of work");

const file = answer(200, "a,b");
const to = (location: string): Behaviour => answer(302, undefined, { location });

function clientOf(server: Server): Client {
  return createClient({
    baseUrl: `${server.origin}/v1.0`,
    token: "secret",
    headers: { "x-key": "secret" },
    retry: { limit: 0 },
  });
}
const readers = {
  text: (client: Client): Promise<string> => callText(client, operation("/reports/1"), {}),
  stream: async (client: Client): Promise<string> => (await callStream(client, operation("/reports/1"), {})).text(),
};
const secrets = ({ reached }: Server): boolean[] =>
  reached.map(({ headers }) => JSON.stringify(headers).includes("secret"));

for (const [kind, read] of Object.entries(readers)) {
  for (const [location, url] of Object.entries({
    "/elsewhere": "/elsewhere",
    "sibling?a=b": "/v1.0/reports/sibling?a=b",
    "../up": "/v1.0/up",
    "?page=2": "/v1.0/reports/1?page=2",
  })) {
    places(`${kind}: ${location} is relative to the address that sent it`, async () => {
      await using server = await serve(to(location), file);
      assert.is(await read(clientOf(server)), "a,b");
      assert.equal(
        server.reached.map((one) => one.url),
        ["/v1.0/reports/1", url],
      );
    });
  }

  places(`${kind}: of another origin, it stays there`, async () => {
    await using files = await serve(to("/second"), to("third"), file);
    await using server = await serve(to(`${files.origin}/a/first`));
    assert.is(await read(clientOf(server)), "a,b");
    assert.equal(
      files.reached.map((one) => one.url),
      ["/a/first", "/second", "/third"],
    );
    assert.equal([server.reached.length, secrets(files)], [1, [false, false, false]]);
  });

  tokens(`${kind}: stays with the origin`, async () => {
    await using server = await serve(to("/second"), file);
    await read(clientOf(server));
    assert.equal(
      server.reached.map(({ authorization }) => authorization),
      ["Bearer secret", "Bearer secret"],
    );
  });

  tokens(`${kind}: does not come back after a stranger`, async () => {
    await using server = await serve(
      (request, response) => to(`${files.origin}/1`)(request, response),
      to("/v1.0/again"),
      file,
    );
    await using files = await serve((request, response) => to(`${server.origin}/v1.0/me/messages`)(request, response));
    assert.is(await read(clientOf(server)), "a,b");
    assert.equal(
      server.reached.map((one) => one.url),
      ["/v1.0/reports/1", "/v1.0/me/messages", "/v1.0/again"],
    );
    assert.equal([secrets(server), secrets(files)], [[true, false, false], [false]]);
  });

  for (const prefix of ["//", "/\\", "\\\\", "/\t/"]) {
    tokens(`${kind}: ${JSON.stringify(prefix)} names another host, and gets none`, async () => {
      await using files = await serve(file);
      const host = files.origin.slice("http://".length);
      await using server = await serve(to(`${prefix}${host}/x`));
      assert.is(await read(clientOf(server)), "a,b");
      assert.equal([server.reached.length, files.reached.map((one) => one.url), secrets(files)], [1, ["/x"], [false]]);
    });
  }

  for (const location of [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/plain,a",
    "blob:http://127.0.0.1/1",
    "http://[",
    "http://user:password@127.0.0.1:1/x",
  ]) {
    refused(`${kind}: ${location}`, async () => {
      await using server = await serve(to(location));
      const error = await failure(read(clientOf(server)));
      assert.ok(isApiError(error), String(error));
      assert.match(error.code, /^(foreign|malformed)$/);
      assert.equal([error.status, server.reached.length], [-1, 1]);
      assert.not.match(error.message, /password/);
    });
  }
}

places("also where fetch does not tell its address", async () => {
  const { client, asked } = stub([new Response(null, { status: 302, headers: { location: "/a" } }), new Response("x")]);
  await callText(client, operation("/reports/1"), {});
  assert.equal(
    asked.map(({ url }) => url),
    [`${base}/reports/1`, "https://api.example/a"],
  );
});

/** What a program polls after a 202 with this `Location`. */
async function polled(location: string): Promise<string> {
  await using server = await serve(answer(202, undefined, { location }), answer(200, { status: "done" }));
  const client = clientOf(server);
  await createPoller(client, await callAccepted(client, operation("/jobs/1/run", { method: "POST" }), {}), {
    interval: 0,
  });
  return server.reached[1]?.url ?? "";
}

monitors("a path lies below the base URL, unless it repeats that", async () => {
  assert.is(await polled("/operations/1"), "/v1.0/operations/1");
  assert.is(await polled("/v1.0/operations/1"), "/v1.0/operations/1");
  assert.is(await polled("operations/1"), "/v1.0/jobs/1/operations/1");
});

monitors("of another host: without the token; led back home: still without", async () => {
  await using stranger = await serve(
    (_, response) => void response.writeHead(303, { location: `${server.origin}/v1.0/items/1` }).end(),
  );
  const host = stranger.origin.slice("http://".length);
  await using server = await serve(answer(202, undefined, { location: `//${host}/m` }), answer(200, { id: "1" }));
  const client = clientOf(server);
  const accepted = await callAccepted(client, operation("/jobs", { method: "POST" }), {});
  assert.equal(await createPoller(client, accepted, { interval: 0 }), { id: "1" });
  assert.equal([secrets(stranger), secrets(server)], [[false], [true, false]]);
});

monitors("what is no address is refused when it is followed", async () => {
  for (const location of ["javascript:1", "//evil.example/x", "operations/1", "http://["]) {
    const { client, asked } = stub([]);
    const error = await failure(createPoller(client, { location }, { interval: 0 }));
    assert.ok(isApiError(error), location);
    assert.equal([error.status, asked.length], [-1, 0]);
  }
});

places.run();
tokens.run();
refused.run();
monitors.run();
