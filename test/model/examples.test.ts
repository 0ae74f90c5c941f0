/** Documented examples as calls of their operation. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Example } from "../../generator/model/api.js";
import { apiOf, exchange, json, operation, operationOf, resource, type OperationParts } from "./api-of.js";

const exampleTests = suite("model/examples");

const parcel = resource("parcel", {
  properties: ["|id|String|Its name.|", "|weight|Int32|In kilograms.|"],
  relationships: ["|label|[parcel](parcel.md)|What it is called after.|"],
});
const one =
  "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object in the response body.";

function read(parts: OperationParts): readonly Example[] {
  const page = operation({ title: "Look after parcel", response: one, ...parts });
  return operationOf(apiOf({ "resources/parcel.md": parcel, "api/parcel-look-after.md": page })).examples;
}

/** The only example of a page. */
function only(parts: OperationParts): Example {
  const [example] = read(parts);
  if (!example) throw new Error("no example");
  return example;
}

const answered = json("HTTP/1.1 200 OK", { id: "p-1", weight: 3 });

exampleTests("an exchange as it was written", () => {
  const example = only({
    request: "POST /parcels",
    body: "Supply a JSON representation of the parcel.",
    examples: [
      exchange({
        name: "send_parcel",
        request: json("POST https://api.example.org/v1.0/parcels", { weight: 3 }),
        response: answered,
      }),
    ],
  });
  const { name: called, request, response, requestFit, responseFit, findings } = example;
  assert.equal(
    { called, request, response, requestFit, responseFit, findings },
    {
      called: "send_parcel",
      request: {
        method: "POST",
        url: "https://api.example.org/v1.0/parcels",
        headers: { "Content-Type": "application/json" },
        body: { weight: 3 },
      },
      response: { status: 200, headers: { "Content-Type": "application/json" }, body: { id: "p-1", weight: 3 } },
      requestFit: "exact",
      responseFit: "exact",
      findings: [],
    },
  );
});

exampleTests("a name is the documented one, else the page's; the next of that name has a number", () => {
  const shown = (called?: string) =>
    exchange({ request: "GET /parcels/p-1", response: answered, ...(called === undefined ? {} : { name: called }) });
  assert.equal(
    read({ examples: [shown("find"), shown("find"), shown(), shown()] }).map((example) => example.name),
    ["find", "find_2", "parcel_look_after", "parcel_look_after_2"],
  );
});

const lines = "GET /me/parcels/{id}\nGET /couriers/{id}/parcels/{id}\nGET /me/parcels/first";
const calls: readonly (readonly [url: string, call: Example["call"] | undefined])[] = [
  ["https://api.example.org/v1.0/me/parcels/p-1", { route: 0, where: { parcelId: "p-1" }, query: {} }],
  ["/couriers/c%201/parcels/p-1", { route: 1, where: { courierId: "c 1", parcelId: "p-1" }, query: {} }],
  ["/me/parcels/first", { route: 2, where: {}, query: {} }],
  [
    "/me/parcels/p-1?$select=id,weight&$expand=label",
    { route: 0, where: { parcelId: "p-1" }, query: { select: "id,weight", expand: "label" } },
  ],
  ["/crates/p-1", undefined],
  ["/me/parcels/..", undefined],
  ["/me/parcels/p-1/label", undefined],
  ["https:///me/parcels/p-1", undefined],
  ["https://api.example.%/me/parcels/p-1", undefined],
  ["https://api.example.org\\/me/parcels/p-1", undefined],
  ["/me/parcels/p-1?$select=id&$select=weight", undefined],
  ["/me/parcels/p-1?$top=1&top=1", undefined],
  ["/me/./parcels/p-1", undefined],
  ["/me/parcels/x/%2E%2e/p-1", undefined],
  ["/me/parcels/p-1\u0008", undefined],
];

for (const [url, call] of calls) {
  exampleTests(`call: ${url}`, () => {
    const example = only({ request: lines, examples: [exchange({ request: `GET ${url}`, response: answered })] });
    assert.equal(example.call, call);
    assert.equal(example.findings, call ? [] : ["example-url"]);
  });
}

exampleTests("a call with another method is none of this operation", () => {
  const example = only({ examples: [exchange({ request: "PUT /parcels/p-1", response: answered })] });
  assert.is(example.call, undefined);
  assert.equal(example.findings, ["example-method"]);
});

exampleTests("each method of a page has its own examples", () => {
  const api = apiOf({
    "api/parcel-follow.md": operation({
      title: "Follow parcel",
      request: "POST /parcels/{id}/follow\nDELETE /parcels/{id}/follow",
      response: "If successful, this method returns a `204 No Content` response code.",
      examples: ["POST", "DELETE"].map((method) =>
        exchange({ name: method, request: `${method} /parcels/p-1/follow`, response: "HTTP/1.1 204 No Content" }),
      ),
    }),
  });
  assert.equal(
    api.operations.map(({ id, examples }) => [id, examples.map((example) => example.name)]),
    [
      ["parcel-follow", ["POST"]],
      ["parcel-follow-delete", ["DELETE"]],
    ],
  );
});

exampleTests("a request without a response is an example, with a finding", () => {
  const example = only({ examples: [exchange({ request: "GET /parcels/p-1" })] });
  assert.is(example.response, undefined);
  assert.is(example.responseFit, "none");
  assert.equal(example.findings, ["example-unpaired"]);
});

exampleTests("what a redirect leads to is an example of its own", () => {
  const redirected = exchange({
    request: "GET /parcels/p-1",
    response: "HTTP/1.1 302 Found\nLocation: https://files.example.org/p-1",
  });
  const file =
    '### Response\n\n<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 200 OK\nContent-Type: text/csv\n\nname,weight\n```';
  assert.equal(
    read({
      response: "If successful, this method returns a `302 Found` response that redirects to the file.",
      examples: [redirected, file],
    }).map((example) => [example.name, example.response?.status, example.response?.text, example.findings]),
    [
      ["parcel_look_after", 302, undefined, []],
      ["parcel_look_after_2", 200, "name,weight", []],
    ],
  );
});

exampleTests("a call that fails says nothing about the type", () => {
  const example = only({
    examples: [
      exchange({ request: "GET /parcels/p-9", response: json("HTTP/1.1 404 Not Found", { error: { code: "gone" } }) }),
    ],
  });
  assert.equal([example.response?.status, example.responseFit, example.findings], [404, "none", []]);
});

exampleTests("an example of something else than the page is about: its body proves nothing", () => {
  const example = only({
    examples: [exchange({ request: "GET /parcels/p-1/colour", response: json("HTTP/1.1 200 OK", { red: 200 }) })],
  });
  assert.equal([example.call, example.responseFit, example.findings], [undefined, "none", ["example-url"]]);
});

exampleTests("a body where the method has none", () => {
  const example = only({
    examples: [exchange({ request: json("GET /parcels/p-1", { weight: 3 }), response: answered })],
  });
  assert.equal([example.requestFit, example.findings], ["unfit", ["example-body"]]);
});

exampleTests(
  "a body that the operation does not send, where the example is about something else: there is no call to compare",
  () => {
    const example = only({
      examples: [exchange({ request: json("GET /parcels/p-1", { weight: 3 }), response: "HTTP/1.1 207 Multi-Status" })],
    });
    assert.equal([example.call, example.requestFit], [undefined, "none"]);
  },
);

exampleTests(
  "a request line that is shown as it stands, its placeholder without a letter of ASCII, gives the placeholder",
  () => {
    const example = only({
      request: "GET /parcels/{𝒳}",
      examples: [exchange({ request: "GET /parcels/{𝒳}", response: answered })],
    });
    assert.equal(example.call?.where, { "𝒳": "{𝒳}" });
  },
);

exampleTests("findings at the response are those of its example", () => {
  const example = only({
    examples: [
      exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", { value: { id: "p-1", weight: 3 } }) }),
    ],
  });
  assert.equal([example.responseFit, example.findings], ["exact", ["response-wrapped"]]);
});

exampleTests("every finding of an example stands in the API, too", () => {
  const page = operation({
    response: one,
    examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", { id: 4, wheels: 2 }) })],
  });
  const api = apiOf({ "resources/parcel.md": parcel, "api/parcel-get.md": page });
  const [example] = operationOf(api).examples;
  assert.equal(example?.findings, ["example-property", "example-type"]);
  for (const rule of example?.findings ?? []) assert.ok(api.findings.some((finding) => finding.rule === rule));
});

exampleTests.run();
