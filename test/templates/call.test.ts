import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ApiError, call, callAccepted, callStream, callText, isApiError } from "../../templates/runtime/index.js";
import type { ResultKind } from "../../templates/runtime/index.js";
import { base, failure, json, operation, stub } from "./stub.js";

const answers = suite("answers");
const raw = suite("answers that are no JSON");
const errors = suite("errors");

function get(kind: ResultKind, response: Response): Promise<unknown> {
  return call(stub([response]).client, operation("/a", { result: kind }), {});
}

answers("by kind", async () => {
  assert.equal(await get("object", json({ id: "1", value: 2 })), { id: "1", value: 2 });
  assert.equal(await get("wrapped", json({ value: { id: "1" } })), { id: "1" });
  assert.equal(await get("wrapped", json({ id: "1" })), { id: "1" });
  assert.is(await get("value", json({ value: 5 })), 5);
  assert.is(await get("value", json({ value: false })), false);
  assert.is(await get("value", json({ value: null })), null);
  assert.is(await get("none", new Response(null, { status: 204 })), undefined);
  assert.is(await get("none", new Response("<html>", { status: 200 })), undefined);
  assert.is(await get("object", new Response(null, { status: 204 })), undefined);
});

answers("the content type does not matter, the content does", async () => {
  assert.equal(await get("object", new Response('{"id":"1"}', { headers: { "content-type": "text/html" } })), {
    id: "1",
  });
  const error = await failure(
    get("object", new Response("<html>sign in</html>", { headers: { "content-type": "application/json" } })),
  );
  assert.ok(isApiError(error));
  assert.is(error.code, "malformed");
  assert.is(error.status, 200);
  assert.is(error.body, "<html>sign in</html>");
});

raw("text", async () => {
  assert.is(await callText(stub([new Response("a,b\n1,2")]).client, operation("/a"), {}), "a,b\n1,2");
});

raw("bytes, with their headers", async () => {
  const response = new Response(new Uint8Array([1, 2]), { headers: { "content-type": "image/png" } });
  const content = await callStream(stub([() => response]).client, operation("/a"), {});
  assert.is(content.headers.get("content-type"), "image/png");
  assert.equal(new Uint8Array(await content.arrayBuffer()), new Uint8Array([1, 2]));
});

raw("a redirect to a file is followed, the token stays", async () => {
  const redirect = new Response(null, { status: 302, headers: { location: "https://files.example/1?sig=x" } });
  const { client, asked } = stub([redirect, new Response("a,b")], { token: "secret", headers: { "x-tenant": "1" } });
  assert.is(await callText(client, operation("/report"), { options: { headers: { Prefer: "x" } } }), "a,b");
  assert.equal(
    asked.map(({ url }) => url),
    [`${base}/report`, "https://files.example/1?sig=x"],
  );
  assert.is(asked[0]?.headers.get("authorization"), "Bearer secret");
  assert.equal([...(asked[1]?.headers ?? [])], []);
});

raw("redirects that go on and on end with an error", async () => {
  const { client, asked } = stub([
    new Response(null, { status: 302, headers: { location: "https://files.example/1" } }),
  ]);
  const error = await failure(callStream(client, operation("/report"), {}));
  assert.ok(isApiError(error));
  assert.is(error.status, 302);
  assert.is(asked.length, 6);
});

raw("where a browser hides the redirect, it follows by itself", async () => {
  const hidden = new Proxy(new Response(null), {
    get: (target, name) =>
      name === "type" ? "opaqueredirect" : name === "status" ? 0 : Reflect.get(target, name, target),
  });
  const modes: unknown[] = [];
  const { client } = stub([], {
    fetch: async (_, { redirect }) => {
      modes.push(redirect);
      return modes.length === 1 ? hidden : new Response("file");
    },
  });
  assert.is(await callText(client, operation("/report"), {}), "file");
  assert.equal(modes, ["manual", "follow"]);
});

raw("202", async () => {
  const headers = { location: "/operations/1", "retry-after": "2" };
  assert.equal(
    await callAccepted(
      stub([json({ id: "1" }, { status: 202, headers })]).client,
      operation("/a", { method: "POST" }),
      {},
    ),
    {
      location: "/operations/1",
      retryAfter: 2000,
      value: { id: "1" },
    },
  );
  const old = new Response(null, { status: 202, headers: { "operation-location": "https://x/1" } });
  assert.equal(await callAccepted(stub([old]).client, operation("/a"), {}), { location: "https://x/1" });
  assert.equal(await callAccepted(stub([new Response(null, { status: 202 })]).client, operation("/a"), {}), {});
});

errors("what OData tells", async () => {
  const body = {
    error: { code: "itemNotFound", message: "Gone.", innerError: { code: "deleted", "request-id": "r1" } },
  };
  const error = await failure(get("object", json(body, { status: 404, headers: { "retry-after": "1.5" } })));
  assert.instance(error, ApiError);
  assert.ok(isApiError(error));
  assert.is(error.message, "itemNotFound: Gone. (404)");
  assert.equal(
    [error.status, error.code, error.innerCode, error.requestId, error.retryAfter, error.body],
    [404, "itemNotFound", "deleted", "r1", 1500, body],
  );
});

errors("innererror in lower case, the id from the header", async () => {
  const body = { error: { code: "a", message: "b", innererror: { code: "c" } } };
  const error = await failure(get("object", json(body, { status: 400, headers: { "request-id": "r2" } })));
  assert.ok(isApiError(error));
  assert.equal([error.innerCode, error.requestId], ["c", "r2"]);
});

errors("what is no OData error is kept as it is", async () => {
  for (const body of ["<html>Bad gateway</html>", "", '"x"', '{"error":"invalid_grant"}', "[]"]) {
    const error = await failure(get("object", new Response(body, { status: 502, statusText: "Bad Gateway" })));
    assert.ok(isApiError(error), body);
    assert.is(error.status, 502);
    assert.is(error.code, "http");
    assert.is(error.message, "http: Bad Gateway (502)");
    assert.equal(error.body, body.startsWith("<") || body === "" ? body : JSON.parse(body));
  }
});

errors("of text and files too", async () => {
  const answer = json({ error: { code: "accessDenied", message: "No." } }, { status: 403 });
  for (const send of [callText, callStream, callAccepted]) {
    const error = await failure(send(stub([answer]).client, operation("/a"), {}));
    assert.ok(isApiError(error));
    assert.is(error.code, "accessDenied");
  }
});

errors("a redirect of JSON is one", async () => {
  const { client, asked } = stub(
    [new Response(null, { status: 302, headers: { location: "https://evil.example/" } })],
    { token: "secret" },
  );
  const error = await failure(call(client, operation("/a"), {}));
  assert.ok(isApiError(error));
  assert.is(error.status, 302);
  assert.is(asked.length, 1);
});

errors("of another copy of the package are known too", () => {
  assert.ok(isApiError(Object.assign(new Error("x"), { name: "ApiError" })));
  assert.not.ok(isApiError(new Error("x")));
  assert.not.ok(isApiError({ name: "ApiError" }));
});

answers.run();
raw.run();
errors.run();
