/** Pages that show more than one call: other scenarios, requests to addresses that an answer hands out, several methods. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api, Operation } from "../../generator/model/api.js";
import {
  apiOf,
  exchange,
  findingsOf,
  json,
  operation,
  operationOf,
  resource,
  words,
  type ExchangeParts,
} from "./api-of.js";

const scenarios = suite("model/scenarios");

const resources = {
  "resources/parcel.md": resource("parcel", { properties: ["|id|String|Its name.|", "|weight|Int32|In kilograms.|"] }),
  "resources/receipt.md": resource("receipt", { properties: ["|total|Int32|In cents.|"] }),
  "resources/upload.md": resource("upload", { properties: ["|url|String|Where to.|"] }),
};
const answers = (type: string): string =>
  `If successful, this method returns a \`200 OK\` response code and a [${type}](../resources/${type}.md) object in the response body.`;

function read(page: string): Api {
  return apiOf({ ...resources, "api/parcel-look-after.md": page });
}

function result({ result: answer, statuses }: Operation): string {
  return `${answer.kind} ${"type" in answer ? words(answer.type) : ""} ${statuses.join()}`.replace("  ", " ");
}

const own: ExchangeParts = {
  name: "get_parcel",
  request: "GET /parcels/p-1",
  response: json("HTTP/1.1 200 OK", { id: "p-1" }),
};
const billed = (body: unknown): ExchangeParts => ({
  name: "get_receipt",
  request: "GET /parcels/p-1?view=bill",
  response: json("HTTP/1.1 200 OK", body),
  type: "microsoft.graph.receipt",
});

scenarios("an example of another scenario is compared with the type that its annotation names", () => {
  const page = operation({ response: answers("parcel"), examples: [own, billed({ total: 5 })].map(exchange) });
  const api = read(page);
  assert.is(result(operationOf(api)), "object object parcel 200");
  assert.equal(
    operationOf(api).examples.map(({ responseFit, findings }) => [responseFit, findings]),
    [
      ["exact", []],
      ["none", []],
    ],
  );
  assert.equal(findingsOf(api), []);
});

scenarios("what it shows beyond that type is found, and blamed on that type", () => {
  const page = operation({ response: answers("parcel"), examples: [own, billed({ total: 5, tip: 1 })].map(exchange) });
  assert.equal(findingsOf(read(page)), ["example-property receipt.tip"]);
});

scenarios("a wrong annotation does no harm to a body that fits the operation's answer", () => {
  const page = operation({ response: answers("parcel"), examples: [own, billed({ id: "p-1" })].map(exchange) });
  const api = read(page);
  assert.equal([operationOf(api).examples[1]?.responseFit, findingsOf(api)], ["exact", []]);
});

scenarios("words that promise text, an annotation that names a type: the body decides", () => {
  const text =
    "If successful, this method returns a `200 OK` response code and a String collection in the response body.";
  const shown = (value: readonly unknown[]): Api =>
    read(
      operation({
        response: text,
        examples: [exchange({ ...own, response: json("HTTP/1.1 200 OK", { value }), type: "microsoft.graph.parcel" })],
      }),
    );
  assert.is(result(operationOf(shown([{ id: "p-1" }]))), "list object parcel 200");
  assert.equal(findingsOf(shown([{ id: "p-1" }])), ["response-type-differs parcel-look-after"]);
  assert.is(result(operationOf(shown(["p-1"]))), "list String 200");
});

scenarios("only the annotated example tells the type", () => {
  const example = exchange({
    ...own,
    response: json("HTTP/1.1 200 OK", { id: "p-1" }),
    type: "microsoft.graph.parcel",
  });
  const api = read(operation({ examples: [example] }));
  assert.is(result(operationOf(api)), "object object parcel 200");
  assert.equal(
    api.findings.filter(({ rule }) => rule === "response-missing"),
    [],
  );
});

const session = operation({
  title: "Send a large parcel",
  request: "POST /parcels/{parcelId}/startUpload",
  examples: [
    exchange({
      name: "start",
      request: "POST https://api.example.org/v1.0/parcels/p-1/startUpload",
      response: json("HTTP/1.1 200 OK", { url: "https://up.example.org/1" }),
      type: "microsoft.graph.upload",
    }),
    "### Request",
    '<!-- { "blockType": "request", "opaqueUrl": true, "name": "piece" } -->',
    "```http\nPUT https://up.example.org/1\nContent-Range: bytes 0-1/2\n\n<bytes>\n```",
    "### Response",
    "A piece is answered by `202 Accepted`, the last one by a [receipt](../resources/receipt.md).",
    '<!-- { "blockType": "response" } -->',
    "```http\nHTTP/1.1 202 Accepted\n```",
  ],
});

scenarios(
  "a request to an address that was handed out is no call of the operation, and nothing is wrong with it",
  () => {
    const api = read(session);
    const { examples, headers } = operationOf(api);
    assert.equal(findingsOf(api), []);
    assert.equal(
      examples.map((example) => [example.name, example.call?.where, example.findings]),
      [
        ["start", { parcelId: "p-1" }, []],
        ["piece", undefined, []],
      ],
    );
    assert.equal(headers, []);
  },
);

scenarios("the operation answers what is said before the next request", () => {
  assert.is(result(operationOf(read(session))), "object object upload 200");
});

const sections = (line: string, body: string, response: string): string =>
  `### HTTP request\n\n\`\`\`http\n${line}\n\`\`\`\n\n### Request body\n\n${body}\n\n### Response\n\n${response}`;

scenarios("methods with sections of their own take and answer what those say", () => {
  const nothing = "Do not supply a request body for this method.";
  const page = [
    "# Manage a parcel",
    "## List",
    sections("GET /parcels", nothing, "A collection of [parcel](../resources/parcel.md) objects."),
    "## Replace",
    sections(
      "PUT /parcels/{id}",
      "|Property|Type|Description|\n|:--|:--|:--|\n|weight|Int32|Required.|\n\nSupply the properties.",
      "`200 OK` and the [receipt](../resources/receipt.md).",
    ),
    "## Delete",
    sections("DELETE /parcels/{id}", nothing, "`204 No Content`."),
  ].join("\n\n");
  assert.equal(
    read(page).operations.map((one) => [one.id, one.body?.kind, result(one)]),
    [
      ["parcel-look-after#delete", undefined, "none 204"],
      ["parcel-look-after#list", undefined, "list object parcel "],
      ["parcel-look-after#replace", "json", "object object receipt 200"],
    ],
  );
});

scenarios("methods that share their sections answer the same", () => {
  const page = operation({ request: "PATCH /parcels/{id}\nPUT /parcels/{id}", response: answers("parcel") });
  assert.equal(read(page).operations.map(result), ["object object parcel 200", "object object parcel 200"]);
});

scenarios("a section whose call goes where an answer led goes on with the example of the operation above it", () => {
  const request = (annotation: string, line: string): string =>
    `<!-- { "blockType": "request"${annotation} } -->\n\`\`\`http\n${line}\n\`\`\``;
  const response = '<!-- { "blockType": "response" } -->\n```http\nHTTP/1.1 204 No Content\n```';
  const pieces = ["## Send pieces", request(', "opaqueUrl": true', "PUT https://up.example.org/u1"), response];
  const begin = ["## Begin to send", request("", "POST /parcels/{id}/startUpload"), response];
  const api = read(["# Send a large parcel", ...begin, ...pieces].join("\n\n"));
  assert.equal(
    api.operations.map(({ id, routes, examples }) => [id, routes.map(({ template }) => template), examples.length]),
    [["parcel-look-after#begin-to-send", ["/parcels/{parcelId}/startUpload"], 2]],
  );
  assert.is(api.baseUrl, undefined);
  // alone it is no operation at all
  assert.equal(
    read(["# Send pieces", ...pieces].join("\n\n")).operations.flatMap(({ routes }) => routes),
    [],
  );
});

scenarios.run();
