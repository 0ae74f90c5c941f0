/** What a body says of itself in the headers, and that a generated test compares it with the page. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, createClient, jsonBody, multipartBody, typedBody, typedJson } from "../../templates/runtime/index.js";
import type { AnyFixture, Operation } from "../../templates/runtime/index.js";
import { verify } from "../../templates/testing/index.js";

const test = suite("content types");

type Writer = NonNullable<Operation["body"]>;

const operation = (body: Writer): Operation => ({
  id: "lamp-post",
  method: "POST",
  routes: ["/lamps"],
  result: "none",
  body,
});

/** The content type that is sent with a body. */
async function sent(body: Writer, what: unknown, headers: Record<string, string> = {}): Promise<string | null> {
  let type: string | null = null;
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    type = new Headers(init.headers).get("content-type");
    return new Response(null, { status: 204 });
  };
  const client = createClient({ baseUrl: "https://lamps.example/v1.0", fetch });
  await call(client, operation(body), { what, options: { headers } });
  return type;
}

test("the documented type is sent; a header or a typed blob of the caller's goes before it", async () => {
  assert.is(await sent(typedBody("text/csv"), "id,height"), "text/csv");
  assert.is(
    await sent(typedBody("text/html"), "<p/>", { "Content-Type": "application/xhtml+xml" }),
    "application/xhtml+xml",
  );
  assert.is(await sent(typedBody("image/jpeg"), new Uint8Array([255, 216])), "image/jpeg");
  assert.is(await sent(typedBody("image/jpeg"), new Blob(["…"])), "image/jpeg");
  assert.is(await sent(typedBody("image/jpeg"), new Blob(["…"], { type: "image/png" })), null);
});

test("JSON says so, or which JSON it is", async () => {
  assert.is(await sent(jsonBody, {}), "application/json");
  assert.is(await sent(typedJson("application/json-patch+json"), []), "application/json-patch+json");
  assert.is(
    await sent(jsonBody, {}, { "content-type": "application/json;odata.metadata=full" }),
    "application/json;odata.metadata=full",
  );
});

const parts = "--cut\r\nContent-Type: text/plain\r\n\r\nlight\r\n--cut--";

test("the boundary of several parts is the one that the body begins with, in text and in bytes", async () => {
  assert.is(await sent(multipartBody("multipart/related"), parts), 'multipart/related; boundary="cut"');
  const bytes = new TextEncoder().encode(`..${parts}`);
  assert.is(await sent(multipartBody("multipart/related"), bytes.subarray(2)), 'multipart/related; boundary="cut"');
  assert.is(await sent(multipartBody("multipart/related"), bytes.slice(2).buffer), 'multipart/related; boundary="cut"');
});

test("a boundary that cannot be seen has to be given: nothing is sent without", async () => {
  const type = "multipart/mixed; boundary=cut";
  assert.is(await sent(multipartBody("multipart/mixed"), new Blob([parts]), { "content-type": type }), type);
  for (const what of [new Blob([parts]), "light"]) {
    try {
      await sent(multipartBody("multipart/mixed"), what);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, TypeError);
    }
  }
});

function exchange(contentType: string, text: string): AnyFixture {
  return {
    name: "lamp",
    page: "api/lamp-post.md",
    request: {
      method: "POST",
      url: "https://lamps.example/v1.0/lamps",
      headers: { "Content-Type": contentType },
      text,
    },
    response: { status: 204, headers: {} },
  };
}

/** What is wrong with sending `text` by a writer, where the page says `contentType`. */
async function problem(body: Writer, contentType: string, text: string): Promise<string> {
  try {
    await verify(exchange(contentType, text), (client) => call(client, operation(body), { what: text }));
    return "";
  } catch (error) {
    return String(error);
  }
}

test("a test fails where another content type or boundary is sent than the page shows", async () => {
  assert.is(await problem(typedBody("text/csv"), "Text/CSV; charset=utf-8", "id"), "");
  assert.match(await problem(typedBody("text/html"), "text/csv", "id"), "content-type: text/html instead of text/csv");
  assert.is(await problem(multipartBody("multipart/mixed"), "multipart/mixed; boundary=cut", parts), "");
  assert.match(await problem(multipartBody("multipart/mixed"), "multipart/mixed; boundary=rip", parts), "instead of");
});

test("what is no content type is compared with nothing", async () => {
  assert.is(await problem(typedBody("text/csv"), "csv", "id"), "");
});

test.run();
