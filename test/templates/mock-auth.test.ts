/** A mock that asks who calls. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Pages } from "../model/api-of.js";
import { asker, messageOf } from "./mock-of.js";
import type { Told } from "./mock-of.js";
import { parcelPages } from "./mock-pages.js";

const auth = suite("permissions of a mock");

const table = `|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Parcel.Read, Parcel.ReadWrite|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Not supported.|

## HTTP request`;
const pages: Pages = {
  ...parcelPages,
  "api/parcel-get.md": (parcelPages["api/parcel-get.md"] ?? "").replace(
    "## HTTP request",
    `## Permissions\n\n${table}`,
  ),
};

/** As a directory signs it, which nobody checks here. */
function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.x`;
}

function get(token?: string, path = "/parcels/p-1"): Promise<Told> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return asker(pages, { auth: true })(`GET ${path}`, { headers });
}

auth("without a token: 401, also where nothing is documented; what a browser asks before needs none", async () => {
  for (const path of ["/parcels/p-1", "/nowhere"]) {
    const { status, headers } = await get(undefined, path);
    assert.equal([status, headers.get("www-authenticate")], [401, "Bearer"]);
  }
  assert.is((await asker(pages, { auth: true })("OPTIONS /parcels/p-1")).status, 204);
  assert.is((await asker(pages)("GET /parcels/p-1")).status, 200);
});

auth("one of the documented permissions is enough, in any letters; a token that nobody can read is", async () => {
  for (const token of [jwt({ scp: "openid Parcel.Read" }), jwt({ scp: "parcel.readwrite" }), "opaque", "a.b.c"])
    assert.is((await get(token)).status, 200, token);
});

auth("with others: 403 that names the least and the page, and tells nothing of the token", async () => {
  const told = await get(jwt({ scp: "Mail.Read" }));
  assert.is(told.status, 403);
  assert.match(messageOf(told), /^The token lacks Parcel\.Read, .* See api\/parcel-get\.md, line \d+\.$/);
  assert.not.match(messageOf(told), "Mail.Read");
});

auth("an account that the page does not support: 403; a page without a table leaves it open", async () => {
  const program = jwt({ roles: ["Parcel.Read"] });
  const told = await get(program);
  assert.equal([told.status, /do not support/.test(messageOf(told))], [403, true]);
  assert.is((await get(program, "/parcels")).status, 200);
});

auth("the parts of a batch are sent by who sent the batch", async () => {
  const body = { requests: [{ id: "1", method: "GET", url: "/parcels/p-1" }] };
  const ask = asker(pages, { auth: true });
  const headers = { Authorization: `Bearer ${jwt({ scp: "Mail.Read" })}` };
  const { responses }: { responses?: { status: number }[] } = Object(
    (await ask("POST /$batch", { headers, body })).body,
  );
  assert.equal(
    responses?.map(({ status }) => status),
    [403],
  );
});

auth.run();
