/** Bodies and answers as pages write them: content types, statuses, answers without a status line, requests that no typed call makes. */
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
  type OperationParts,
} from "./api-of.js";

const test = suite("model/answers");

const resources = {
  "resources/lamp.md": resource("lamp", {
    properties: ["|id|String|Its name.|", "|height|Int32|In metres.|"],
    relationships: ["|keeper|[keeper](keeper.md)|Who lights it.|"],
  }),
  "resources/keeper.md": resource("keeper", { properties: ["|id|String|Their name.|"] }),
};
const lamp = "a [lamp](../resources/lamp.md) object in the response body";
const lamps = "a collection of [lamp](../resources/lamp.md) objects in the response body";

function apiWith(parts: OperationParts): Api {
  return apiOf({
    ...resources,
    "api/lamp-tend.md": operation({ title: "Tend lamp", request: "GET /lamps/{lampId}", ...parts }),
  });
}

function messages(api: Api, rule: string): readonly string[] {
  return api.findings.filter((one) => one.rule === rule).map(({ message }) => message);
}

function answer({ result }: Operation): string {
  const optional = "optional" in result && result.optional ? " or nothing" : "";
  return `${result.kind} ${"type" in result ? words(result.type) : ""}${optional}`.trim();
}

// content types

interface Sending {
  readonly request: string;
  readonly headers?: readonly string[];
}

function sent({ request, headers }: Sending): Operation["body"] {
  const api = apiWith({
    request: "POST /lamps",
    ...(headers && { headers }),
    body: "In the request body, supply what the lamp shall show.",
    response: "If successful, this method returns a `204 No Content` response code.",
    examples: [exchange({ request, response: "HTTP/1.1 204 No Content" })],
  });
  return operationOf(api).body;
}

test("the content type of a text or of bytes is the one of the example", () => {
  const page = "<!DOCTYPE html>\n<p>Light</p>";
  assert.equal(sent({ request: `POST /lamps\nContent-Type: text/html\n\n${page}` }), {
    kind: "text",
    contentType: "text/html",
  });
  assert.equal(sent({ request: "POST /lamps\nContent-Type: text/csv\n\nid,height\nl-1,4" }), {
    kind: "text",
    contentType: "text/csv",
  });
  assert.equal(sent({ request: "POST /lamps\nContent-Type: image/png\n\nBytes of the picture" }), {
    kind: "binary",
    contentType: "image/png",
  });
});

test("several parts are a body of their own, whose boundary the caller chooses", () => {
  const parts = "--cut\nContent-Type: text/plain\n\nlight\n--cut--";
  assert.equal(sent({ request: `POST /lamps\nContent-Type: multipart/mixed; boundary=cut\n\n${parts}` }), {
    kind: "multipart",
    contentType: "multipart/mixed",
  });
});

test("where the table of headers allows several content types, all are known", () => {
  const headers = ["|Content-Type|`text/html` or `text/markdown`. Required.|"];
  assert.equal(sent({ request: "POST /lamps\nContent-Type: text/html\n\n<p>Light</p>", headers }), {
    kind: "text",
    contentType: "text/html",
    contentTypes: ["text/html", "text/markdown"],
  });
});

test("JSON of a type of its own says so", () => {
  const request = 'POST /lamps\nContent-Type: application/merge-patch+json\n\n{ "height": 4 }';
  const body = sent({ request });
  assert.is(body?.kind === "json" ? body.contentType : undefined, "application/merge-patch+json");
});

// statuses

test("200 or 204: the object, or nothing", () => {
  const response = `If successful, this method returns a \`200 OK\` response code and ${lamp}, or \`204 No Content\` when nothing changed.`;
  assert.is(answer(operationOf(apiWith({ response }))), "object object lamp or nothing");
});

test("201, or 202 with a header that tells where to follow the work: both are told apart by the value", () => {
  const response = `If successful, this method returns a \`201 Created\` response code and ${lamp}. Work that takes longer is answered with \`202 Accepted\` and a \`Location\` header.`;
  assert.is(answer(operationOf(apiWith({ response }))), "accepted object lamp");
});

test("200 or 204 of a list is a list, which may be empty", () => {
  const response = `If successful, this method returns a \`200 OK\` response code and ${lamps}, or \`204 No Content\`.`;
  assert.is(answer(operationOf(apiWith({ response }))), "list object lamp");
});

// contradictions

const promise = (what: string): string => `If successful, this method returns a \`200 OK\` response code and ${what}.`;
const shown = (response: string, type = "microsoft.graph.lamp"): readonly string[] => [
  exchange({ name: "tend_lamp", request: "GET /lamps/l-1", response, type }),
];

test("one object is promised, and an array stands in the example: a finding", () => {
  const api = apiWith({ response: promise(lamp), examples: shown(json("HTTP/1.1 200 OK", [{ id: "l-1" }])) });
  assert.equal(messages(api, "response-collection-differs"), [
    "The text says one object, the example shows a collection.",
  ]);
});

test("an array stands in the example of a collection: no contradiction", () => {
  const api = apiWith({ response: promise(lamps), examples: shown(json("HTTP/1.1 200 OK", [{ id: "l-1" }])) });
  assert.equal(findingsOf(api), []);
});

test("an object is promised, and the example holds nothing: a finding", () => {
  const api = apiWith({ response: promise(lamp), examples: shown("HTTP/1.1 200 OK\nContent-Type: application/json") });
  assert.equal(messages(api, "response-empty"), ["The page promises lamp, the example's answer is empty."]);
});

// answers without a status line

const bare = (label: string, body: string): string =>
  ["**Request**", "```http\nGET https://lamps.example/v1.0/lamps/l-1\n```", label, `\`\`\`json\n${body}\n\`\`\``].join(
    "\n\n",
  );

test("JSON behind the word Response answers the request above it, with the status of the words; its line lacks a status", () => {
  const response = `If successful, this method returns a \`201 Created\` response code and ${lamp}.`;
  const api = apiWith({
    response,
    examples: [bare("**Response**\n\n> The answer may be cut.", '{ "id": "l-1", "colour": "red" }')],
  });
  const [example] = operationOf(api).examples;
  assert.equal(example?.response, {
    status: 201,
    headers: { "Content-Type": "application/json" },
    body: { id: "l-1", colour: "red" },
  });
  assert.equal(findingsOf(api), ["status-line ", "example-property lamp.colour"]);
});

test("JSON that the words call a body to send answers nothing", () => {
  const api = apiWith({ response: promise(lamp), examples: [bare("The request body:", '{ "id": "l-1" }')] });
  assert.is(operationOf(api).examples[0]?.response, undefined);
});

test("an example heading below the request line and below the answer holds an example, not another line", () => {
  const text = operation({ title: "Delete lamp", request: "DELETE /lamps/{lampId}" });
  const page = `${text}\n\n### Example\n\n\`\`\`http\nDELETE /lamps/l-1\n\`\`\`\n\n## Response\n\nA \`204 No Content\` response is returned.\n\n### Example\n\n\`\`\`http\nHTTP/1.1 204 No Content\n\`\`\``;
  const { routes, examples } = operationOf(apiOf({ ...resources, "api/lamp-delete.md": page }));
  assert.equal(
    routes.map(({ template }) => template),
    ["/lamps/{lampId}"],
  );
  assert.equal(
    examples.map(({ call, response }) => [call?.where, response?.status]),
    [[{ lampId: "l-1" }, 204]],
  );
});

// requests that no typed call makes

function untyped(parts: OperationParts): readonly [readonly string[] | undefined, readonly string[]] {
  const api = apiWith(parts);
  return [operationOf(api).examples[0]?.untyped, messages(api, "example-untyped")];
}

test("an option that names what the result does not have", () => {
  const example = exchange({
    request: "GET /lamps/l-1?$select=id,keeper",
    response: json("HTTP/1.1 200 OK", { id: "l-1" }),
  });
  assert.equal(untyped({ response: promise(lamp), examples: [example] }), [
    ["$select"],
    ["The example's request is not what the page says of it: keeper in $select is no property of lamp."],
  ]);
});

for (const [option, page] of [
  ["$expand=keeper($select=id)", "options of what is expanded"],
  ["$expand=lamps.spark/keeper", "a derived type"],
  ["$skiptoken=X1", "what only an answer hands out"],
]) {
  test(`typed calls are narrower than the page, which is not blamed: ${page}`, () => {
    const example = exchange({ request: `GET /lamps/l-1?${option}`, response: json("HTTP/1.1 200 OK", { id: "l-1" }) });
    assert.equal(untyped({ response: promise(lamp), examples: [example] })[1], []);
  });
}

test("a required header that the example lacks", () => {
  const example = exchange({ request: "GET /lamps/l-1", response: json("HTTP/1.1 200 OK", { id: "l-1" }) });
  const parts = { response: promise(lamp), headers: ["|Lamp-Oil|Which oil. Required.|"], examples: [example] };
  assert.equal(untyped(parts), [
    ["headers"],
    ["The example's request is not what the page says of it: it lacks the required header Lamp-Oil."],
  ]);
});

const lampsWith = (query: string): OperationParts => ({
  request: "GET /lamps/{lampId}?size={size}",
  arguments: ["|size|Int32 collection|Sizes.|", "|toString|String|A word. Optional.|"],
  response: promise(lamp),
  examples: [exchange({ request: `GET /lamps/l-1?${query}`, response: json("HTTP/1.1 200 OK", { id: "l-1" }) })],
});

test("of a list of values each has the documented type", () => {
  assert.equal(untyped(lampsWith("size=1&size=2")), [[], []]);
  assert.equal(untyped(lampsWith("size=1&size=big")), [
    ["where"],
    ["The example's request is not what the page says of it: big is no value of size."],
  ]);
});

test("a value that may be left out and has the name of what every object has", () => {
  assert.equal(untyped(lampsWith("size=1&toString=a")), [
    ["where"],
    [
      "The example's request is not what the page says of it: toString, which may be left out, is called like what every object has.",
    ],
  ]);
});

const change = (body: string): OperationParts => ({
  request: "PATCH /lamps/{lampId}",
  body: "In the request body, supply the values of a [lamp](../resources/lamp.md) that change.",
  response: promise(lamp),
  examples: [
    exchange({
      request: `PATCH /lamps/l-1\nContent-Type: application/json\n\n${body}`,
      response: json("HTTP/1.1 200 OK", { id: "l-1" }),
    }),
  ],
});

test("a number that JavaScript does not have", () => {
  assert.equal(untyped(change('{ "height": 9007199254740993 }')), [["what"], []]);
});

test("a body whose misfit is a finding already is not reported twice", () => {
  assert.equal(untyped(change('{ "height": "tall" }')), [["what"], []]);
});

test("the name of a type in a body is what a caller may write, other annotations within it are not", () => {
  const typed = '{ "keeper": { "@odata.type": "microsoft.graph.keeper", "id": "k-1" } }';
  assert.equal(untyped(change(typed)), [[], []]);
  const strange = '{ "keeper": { "id@odata.count": 1, "id": "k-1" } }';
  assert.equal(untyped(change(strange)), [["what"], []]);
});

// names that are nearly right

test("a type that an example spells in other letters is a finding at its line", () => {
  const family = {
    ...resources,
    "resources/spark.md": resource("spark", {
      text: "Inherits from [lamp](lamp.md).",
      properties: ["|glow|Int32|How much.|"],
    }),
  };
  const body = { "@odata.type": "#microsoft.graph.Spark", id: "l-1", glow: 4 };
  const page = operation({
    request: "GET /lamps/{lampId}",
    response: promise(lamp),
    examples: shown(json("HTTP/1.1 200 OK", body)),
  });
  assert.equal(messages(apiOf({ ...family, "api/lamp-tend.md": page }), "example-discriminator"), [
    'The example says "#microsoft.graph.Spark" in @odata.type, which is neither lamp nor a type based on it. Did you mean #microsoft.graph.spark?',
  ]);
});

const lit = (body: string, rows: readonly string[]): Api =>
  apiWith({
    request: "POST /lamps/{lampId}/light",
    body: [
      "In the request body, provide these parameters.",
      ["|Parameter|Type|Description|", "|:---|:---|:---|", ...rows].join("\n"),
    ].join("\n\n"),
    response: "If successful, this method returns a `204 No Content` response code.",
    examples: [
      exchange({
        request: `POST /lamps/l-1/light\nContent-Type: application/json\n\n${body}`,
        response: "HTTP/1.1 204 No Content",
      }),
    ],
  });

test("a parameter that only differs in letter case is one finding, which names it", () => {
  const api = lit('{ "flame": "low" }', ["|Flame|String|How high. Required.|"]);
  assert.equal(findingsOf(api), ["example-property lamp-tend.flame"]);
  assert.match(messages(api, "example-property")[0] ?? "", /Did you mean Flame\?$/);
});

test("a relationship that is bound by its address stands for the required one", () => {
  const api = lit('{ "keeper@odata.bind": "https://lamps.example/v1.0/keepers/k-1" }', [
    "|keeper|[keeper](../resources/keeper.md)|Who does it. Required.|",
  ]);
  assert.equal(findingsOf(api), []);
  assert.equal(operationOf(api).examples[0]?.untyped, []);
});

test.run();
