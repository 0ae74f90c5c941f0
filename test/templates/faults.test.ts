/** What goes wrong on a real connection has a defined outcome; nothing is lost, doubled, or told to strangers. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  call,
  callStream,
  callText,
  createBatch,
  createClient,
  delta,
  isApiError,
  jsonBody,
  list,
} from "../../templates/runtime/index.js";
import type { Client, ClientOptions } from "../../templates/runtime/index.js";
import {
  answer,
  cutAfter,
  cutBefore,
  cutWithinBody,
  cutWithinChunks,
  cutWithinHead,
  hang,
  serve,
  stall,
} from "./server.js";
import type { Server } from "./server.js";
import { failure, operation } from "./stub.js";

const connections = suite("connections");
const storms = suite("storms");
const contents = suite("contents");
const strangers = suite("strangers");

const thing = { id: "1" };
const ok = answer(200, thing);

function clientOf(server: Server, options: Partial<ClientOptions> = {}): Client {
  return createClient({ baseUrl: `${server.origin}/v1.0`, token: "secret", retry: { base: 1 }, ...options });
}
const read = (client: Client): Promise<unknown> => call(client, operation("/things/1"), {});
const write = (client: Client): Promise<unknown> =>
  call(client, operation("/things", { method: "POST", body: jsonBody }), { what: { a: 1 } });

/** `code` of the `ApiError` that a promise rejects with. */
async function codeOf(promise: PromiseLike<unknown>): Promise<string> {
  const error = await failure(promise);
  return isApiError(error) ? `${error.status} ${error.code}` : String(error);
}

for (const [name, fault] of Object.entries({ cutBefore, cutWithinHead, cutWithinBody, cutWithinChunks })) {
  connections(`${name}: a read is sent again`, async () => {
    await using server = await serve(fault, fault, ok);
    assert.equal(await read(clientOf(server)), thing);
    assert.is(server.reached.length, 3);
  });

  connections(`${name}: a read that never arrives ends with "network"`, async () => {
    await using server = await serve(fault);
    assert.is(await codeOf(read(clientOf(server))), "0 network");
    assert.is(server.reached.length, 4);
  });

  connections(`${name}: a write is sent once and ends with "network"`, async () => {
    await using server = await serve(fault, ok);
    assert.is(await codeOf(write(clientOf(server))), "0 network");
    assert.is(server.reached.length, 1);
  });
}

connections("cutAfter: the answer counts", async () => {
  for (const send of [read, write]) {
    await using server = await serve(cutAfter);
    assert.equal(await send(clientOf(server)), thing);
    assert.is(server.reached.length, 1);
  }
});

connections("nobody listens", async () => {
  const server = await serve(ok);
  await server[Symbol.asyncDispose]();
  assert.is(await codeOf(read(clientOf(server))), "0 network");
});

for (const [name, fault] of Object.entries({ stall, hang })) {
  connections(`${name}: the time limit holds for each attempt, body included`, async () => {
    await using server = await serve(fault, ok);
    assert.equal(await read(clientOf(server, { timeout: 600 })), thing);
    assert.is(server.reached.length, 2);
  });

  connections(`${name}: then "timeout"; a write is sent once`, async () => {
    await using server = await serve(fault);
    assert.is(await codeOf(write(clientOf(server, { timeout: 300 }))), "0 timeout");
    assert.is(server.reached.length, 1);
    assert.is(await codeOf(read(clientOf(server, { timeout: 300, retry: { limit: 1, base: 1 } }))), "0 timeout");
    assert.is(server.reached.length, 3);
  });

  connections(`${name}: a call has a limit of its own`, async () => {
    await using server = await serve(fault);
    const promise = call(clientOf(server, { retry: { limit: 0 } }), operation("/a"), { options: { timeout: 300 } });
    assert.is(await codeOf(promise), "0 timeout");
  });

  connections(`${name}: an abort rejects with the signal's reason, nothing is sent again`, async () => {
    await using server = await serve(fault);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 300);
    assert.is(
      await failure(call(clientOf(server), operation("/a"), { options: { signal: controller.signal } })),
      reason,
    );
    assert.is(server.reached.length, 1);
  });
}

connections("a file that is cut off fails where it is read", async () => {
  await using server = await serve(cutWithinBody);
  const content = await callStream(clientOf(server), operation("/file"), {});
  assert.instance(await failure(content.arrayBuffer()), TypeError);
});

connections("a file has no time limit of its own, only that of the call", async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200).write("a");
    setTimeout(() => response.end("b"), 900);
  });
  const client = clientOf(server, { timeout: 300 });
  assert.is(await (await callStream(client, operation("/file"), {})).text(), "ab");
  const content = await callStream(client, operation("/file"), { options: { timeout: 300 } });
  assert.ok(await failure(content.text()));
});

connections("the token cannot be had: its own error, nothing is sent", async () => {
  await using server = await serve(ok);
  const reason = new Error("signed out");
  assert.is(await failure(read(clientOf(server, { token: () => Promise.reject(reason) }))), reason);
  assert.is(server.reached.length, 0);
});

for (const after of ["0", "0.01", "date", undefined]) {
  storms(`429 and 503, Retry-After ${after ?? "absent"}`, async () => {
    const headers = (): Record<string, string> =>
      after === undefined ? {} : { "retry-after": after === "date" ? new Date(0).toUTCString() : after };
    const busy = [429, 503, 429].map((status) => answer(status, undefined, headers()));
    await using reads = await serve(...busy, ok);
    assert.equal(await read(clientOf(reads)), thing);
    assert.is(reads.reached.length, 4);
    await using writes = await serve(...busy, ok);
    if (after === undefined) assert.is(await codeOf(write(clientOf(writes))), "503 http");
    else assert.equal(await write(clientOf(writes)), thing);
    assert.is(writes.reached.length, after === undefined ? 2 : 4);
    assert.ok(writes.reached.every(({ body }) => body === '{"a":1}'));
  });
}

storms("without end: the last answer, after a fixed number of attempts", async () => {
  await using server = await serve(answer(503, undefined, { "retry-after": "0" }));
  assert.is(await codeOf(write(clientOf(server))), "503 http");
  assert.is(server.reached.length, 4);
});

storms("a wait beyond the budget is not begun", async () => {
  await using server = await serve(answer(429, undefined, { "retry-after": "3600" }));
  assert.is(await codeOf(read(clientOf(server))), "429 http");
  assert.is(server.reached.length, 1);
});

storms("fifty calls at once, every third answer throttled: each is carried out once", async () => {
  const done: string[] = [];
  let count = 0;
  await using server = await serve((request, response) => {
    if (++count % 3 === 0) return answer(429, undefined, { "retry-after": "0.01" })(request, response);
    done.push(request.url ?? "");
    return ok(request, response);
  });
  const client = clientOf(server, { retry: { limit: 20 } });
  const ids = Array.from({ length: 50 }, (_, i) => `/v1.0/things/${i}`);
  await Promise.all(ids.map((_, id) => call(client, operation("/things/{id}", { method: "POST" }), { where: { id } })));
  assert.equal(done.toSorted(), ids.toSorted());
});

contents("malformed JSON is told, not sent again", async () => {
  for (const body of ['{"id":', "{'id':1}", "\u0000"]) {
    await using server = await serve(answer(200, body));
    const error = await failure(read(clientOf(server)));
    assert.ok(isApiError(error));
    assert.equal([error.status, error.code, error.body, server.reached.length], [200, "malformed", body, 1]);
  }
});

contents("wrong content types", async () => {
  await using html = await serve(answer(200, "<html>Sign in</html>", { "content-type": "text/html" }));
  assert.is(await codeOf(read(clientOf(html))), "200 malformed");
  await using text = await serve(answer(200, thing, { "content-type": "text/plain" }));
  assert.equal(await read(clientOf(text)), thing);
  await using none = await serve(answer(502, "<html>Bad gateway</html>", { "content-type": "text/html" }));
  assert.is(await codeOf(read(clientOf(none))), "502 http");
});

contents("a batch that is cut off, and one that lacks answers", async () => {
  const whole = { responses: [{ id: "1", status: 200, body: thing }] };
  await using cut = await serve(answer(200, JSON.stringify(whole).slice(0, -10)));
  const broken = createBatch(clientOf(cut));
  assert.equal(await Promise.all([codeOf(read(broken)), codeOf(write(broken))]), ["200 malformed", "200 malformed"]);
  assert.is(cut.reached.length, 1);
  await using lacking = await serve(answer(200, whole));
  const batch = createBatch(clientOf(lacking));
  const [first, second] = await Promise.allSettled([read(batch), write(batch)]);
  assert.equal(first, { status: "fulfilled", value: thing });
  assert.ok(second.status === "rejected" && isApiError(second.reason) && second.reason.code === "missing");
  assert.is(lacking.reached.length, 1);
});

strangers("a redirect of JSON to another origin is not followed", async () => {
  await using stranger = await serve(ok);
  for (const status of [301, 302, 303, 307, 308]) {
    await using server = await serve(answer(status, undefined, { location: `${stranger.origin}/` }));
    assert.is(await codeOf(read(clientOf(server))), `${status} http`);
    assert.is(await codeOf(write(clientOf(server))), `${status} http`);
  }
  assert.is(stranger.reached.length, 0);
});

strangers("a redirect to a file is, without the token", async () => {
  await using files = await serve(answer(200, "a,b"));
  await using server = await serve(answer(302, undefined, { location: `${files.origin}/report.csv?sig=x` }));
  const client = clientOf(server, { headers: { "x-key": "secret" } });
  assert.is(await callText(client, operation("/report"), { options: { headers: { "x-call": "secret" } } }), "a,b");
  assert.is(await (await callStream(client, operation("/report"), {})).text(), "a,b");
  assert.ok(server.reached.every(({ authorization }) => authorization === "Bearer secret"));
  assert.is(files.reached.length, 2);
  assert.not.ok(files.reached.some(({ headers }) => JSON.stringify(headers).includes("secret")));
});

strangers("next links and delta links of another origin are refused", async () => {
  await using stranger = await serve(ok);
  const page = {
    value: [thing],
    "@odata.nextLink": `${stranger.origin}/v1.0/things`,
    "@odata.deltaLink": `${stranger.origin}/v1.0/delta`,
  };
  await using server = await serve(answer(200, page));
  const client = clientOf(server);
  const iterate = async (items: AsyncIterable<unknown>): Promise<void> => {
    for await (const item of items) assert.equal(item, thing);
  };
  assert.is(await codeOf(iterate(list(client, operation("/things"), {}))), "-1 foreign");
  assert.is(await codeOf(iterate(delta(client, operation("/things/delta"), {}))), "-1 foreign");
  assert.is(
    await codeOf(delta(client, operation("/things/delta"), {}).since(`${stranger.origin}/v1.0/delta`)),
    "-1 foreign",
  );
  assert.is(stranger.reached.length, 0);
  assert.is(server.reached.length, 2);
});

connections.run();
storms.run();
contents.run();
strangers.run();
