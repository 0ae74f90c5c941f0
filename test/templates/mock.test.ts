/** What the mock of a package answers: the documented answer, for the request that it was documented for and for others like it. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { asker, base, messageOf } from "./mock-of.js";
import { parcelPages, three } from "./mock-pages.js";

const mock = suite("mock");
const parcel = { "@odata.context": `${base}/$metadata#parcels/$entity`, id: "p-1", label: "Books", weight: 3 };

mock("a documented request gets its documented answer, and is told from where", async () => {
  const { status, headers, body } = await asker(parcelPages)("GET /parcels/p-1");
  assert.is(status, 200);
  assert.equal(body, parcel);
  assert.is(headers.get("x-docwright-operation"), "parcel-get");
  assert.is(headers.get("x-docwright-example"), "get_first");
  assert.is(headers.get("content-type"), "application/json");
});

mock("other values in the path get the same answer, and nobody gets an error by chance", async () => {
  const ask = asker(parcelPages);
  assert.equal((await ask("GET /parcels/else")).body, parcel);
  assert.is((await ask("GET /parcels/p-9")).status, 404);
});

for (const [what, address, operation] of [
  ["keys in parentheses", "/parcels('p-1')", "parcel-get"],
  ["letter case, a slash at the end", "/Parcels/p-1/", "parcel-get"],
  ["arguments in another order", "/parcels/near(within=5,place='depot')", "parcel-near"],
  ["percent-encoding", "/parcels/near%28place%3D%27depot%27%2Cwithin%3D5%29", "parcel-near"],
  ["quotes within quotes", "/parcels/near(place='O''Neil, north',within=1)", "parcel-near"],
  ["aliases", "/parcels/near(place=@p,within=@w)?@p='depot'&@w=5", "parcel-near"],
  ["empty parentheses", "/parcels/delta()", "parcel-delta"],
  ["another version before it", "https://graph.microsoft.com/beta/parcels/p-1", "parcel-get"],
  ["none", "https://graph.microsoft.com/parcels/p-1", "parcel-get"],
  ["another host", "http://127.0.0.1:4010/v1.0/parcels/p-1", "parcel-get"],
] as const)
  mock(`an address is read as the service reads it: ${what}`, async () => {
    const { status, headers } = await asker(parcelPages)(`GET ${address}`);
    assert.is(status, 200);
    assert.is(headers.get("x-docwright-operation"), operation);
  });

mock("the header Prefer chooses among examples, by name or by status", async () => {
  const ask = asker(parcelPages);
  const prefer = (value: string) => ask("GET /parcels/p-1", { headers: { Prefer: value } });
  assert.equal((await prefer("example=get_lost")).body, { error: { code: "lost", message: "Nobody knows." } });
  assert.is((await prefer("code=404")).headers.get("x-docwright-example"), "get_lost");
  const none = await prefer("example=get_last");
  assert.is(none.status, 404);
  assert.is(messageOf(none), "The docs have no example get_last of this request; they have get_first, get_lost.");
});

mock("a status that no example has comes as an error of the API's own, with the time to wait", async () => {
  const { status, headers, body } = await asker(parcelPages)("GET /parcels/p-1", { headers: { Prefer: "code=429" } });
  assert.is(status, 429);
  assert.is(headers.get("retry-after"), "1");
  assert.equal(body, {
    error: {
      code: "tooManyRequests",
      message: "This mock was asked for a 429.",
      innerError: { "request-id": "docwright-1" },
    },
  });
});

mock("$select keeps what it names, of an object and of the items of a list; annotations stay", async () => {
  const ask = asker(parcelPages);
  assert.equal((await ask("GET /parcels/p-1?$select=label")).body, {
    "@odata.context": parcel["@odata.context"],
    label: "Books",
  });
  const { body } = await ask("GET /parcels?$select=id");
  assert.equal(Object(body).value, [{ id: "p-1" }, { id: "p-2" }, { id: "p-3" }]);
});

mock("$top cuts the documented items, and the next link leads through all of them", async () => {
  const ask = asker(parcelPages);
  const seen: unknown[] = [];
  let link = "/parcels?$top=2";
  for (let pages = 0; pages < 5 && link !== ""; pages++) {
    const { value, "@odata.nextLink": next = "" } = Object((await ask(`GET ${link}`)).body);
    seen.push(...value);
    link = next;
  }
  assert.equal(seen, three);
});

mock("a page size of the request or of the mock does the same", async () => {
  const asked = await asker(parcelPages)("GET /parcels", { headers: { Prefer: "odata.maxpagesize=1" } });
  assert.is(Object(asked.body).value.length, 1);
  const set = await asker(parcelPages, { pageSize: 2 })("GET /parcels");
  assert.is(Object(set.body).value.length, 2);
  assert.is(Object(set.body)["@odata.nextLink"], `${base}/parcels?$skiptoken=docwright-2`);
});

mock("a documented next link that no example answers leads to an empty last page", async () => {
  const { status, body } = await asker(parcelPages)("GET /parcels?$skiptoken=abc");
  assert.is(status, 200);
  assert.equal(body, { value: [] });
});

mock("$count=true counts the documented items, /$count tells their number", async () => {
  const ask = asker(parcelPages);
  assert.is(Object((await ask("GET /parcels?$count=true")).body)["@odata.count"], 3);
  assert.is((await ask("GET /parcels/$count")).body, 3);
});

mock("$filter is not evaluated: its documented answer, or the whole list and a header that says so", async () => {
  const ask = asker(parcelPages);
  assert.equal(Object((await ask("GET /parcels?$filter=weight lt 2")).body).value, [three[1]]);
  const other = await ask("GET /parcels?$filter=weight gt 2");
  assert.equal(Object(other.body).value, three);
  assert.is(other.headers.get("x-docwright-ignored"), "$filter");
});

mock("a delta goes on to its last page, and from there to an empty one with a new delta link", async () => {
  const ask = asker(parcelPages);
  const first = Object((await ask("GET /parcels/delta")).body);
  const last = Object((await ask(`GET ${first["@odata.nextLink"]}`)).body);
  assert.equal(last.value, [three[1]]);
  const later = Object((await ask(`GET ${last["@odata.deltaLink"]}`)).body);
  assert.equal(later.value, []);
  assert.match(later["@odata.deltaLink"], /^https:\/\/graph\.microsoft\.com\/v1\.0\/parcels\/delta\?\$deltatoken=/);
  assert.is(later["@odata.nextLink"], undefined);
});

mock("links, and what Location says, lead back to the mock", async () => {
  const ask = asker(parcelPages);
  const home = "http://127.0.0.1:4010/v1.0";
  const list = Object((await ask(`GET ${home}/parcels`)).body);
  assert.is(list["@odata.nextLink"], `${home}/parcels?$skiptoken=abc`);
  const created = await ask(`POST ${home}/parcels`, { body: { label: "Books", weight: 3 } });
  assert.is(created.status, 201);
  assert.is(created.headers.get("location"), `${home}/parcels/p-1`);
});

mock("work that a 202 leaves behind goes on for one question, wherever the docs have its monitor", async () => {
  const ask = asker(parcelPages);
  const begun = await ask("POST http://127.0.0.1:4010/v1.0/parcels/p-1/weigh");
  assert.is(begun.status, 202);
  const monitor = begun.headers.get("location") ?? "";
  assert.is(monitor, "http://127.0.0.1:4010/work/17");
  const [one, two] = [await ask(`GET ${monitor}`), await ask(`GET ${monitor}`)];
  assert.equal([one.status, one.headers.get("retry-after")], [202, "1"]);
  assert.equal([two.status, two.body], [200, { status: "succeeded" }]);
});

mock("a redirect to files elsewhere leads to bytes of the mock", async () => {
  const ask = asker(parcelPages);
  const found = await ask("GET http://127.0.0.1:4010/parcels/p-1/photo/$value");
  assert.is(found.status, 302);
  const location = found.headers.get("location") ?? "";
  assert.match(location, /^http:\/\/127\.0\.0\.1:4010\//);
  assert.is((await ask(`GET ${location}`)).status, 200);
});

mock("an unknown path names those that are near, a wrong method those that there are", async () => {
  const ask = asker(parcelPages);
  const unknown = await ask("GET /parcel/p-1");
  assert.is(unknown.status, 404);
  assert.match(
    messageOf(unknown),
    /^The docs have no such path\. Near are: GET \/parcels\/\{parcelId\} \(api\/parcel-get\.md, line \d+\)/,
  );
  const wrong = await ask("DELETE /parcels/p-1");
  assert.equal([wrong.status, wrong.headers.get("allow")], [405, "GET"]);
});

mock("a page of another origin may ask, and may read what it needs", async () => {
  const ask = asker(parcelPages);
  const headers = { Origin: "http://app.example" };
  const asked = await ask("OPTIONS /parcels", {
    headers: { ...headers, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization" },
  });
  assert.is(asked.status, 204);
  assert.is(asked.headers.get("access-control-allow-origin"), "http://app.example");
  assert.is(asked.headers.get("access-control-allow-headers"), "authorization");
  const got = await ask("GET /parcels", { headers });
  assert.is(got.headers.get("access-control-allow-origin"), "http://app.example");
  assert.match(got.headers.get("access-control-expose-headers") ?? "", "location");
});

mock("a HEAD has the headers of the GET and no body", async () => {
  const { status, headers, body } = await asker(parcelPages)("HEAD /parcels/p-1");
  assert.equal([status, headers.get("content-type"), body], [200, "application/json", ""]);
});

mock("where the mock stands can be said: below a path of its own", async () => {
  const ask = asker(parcelPages, { baseUrl: "http://app.example/api" });
  const { status, body } = await ask("GET http://app.example/api/parcels");
  assert.is(status, 200);
  assert.is(Object(body)["@odata.nextLink"], "http://app.example/api/parcels?$skiptoken=abc");
});

mock.run();
