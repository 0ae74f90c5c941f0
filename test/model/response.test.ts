/** What a call answers: the page's sentence, the annotation and the example together. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Operation, Result } from "../../generator/model/api.js";
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
  type Pages,
} from "./api-of.js";

const responseTests = suite("model/response");

const id = "|id|String|Its name.|";
const pages: Pages = {
  "resources/parcel.md": resource("parcel", { properties: [id] }),
  "resources/crate.md": resource("crate", {
    text: "Inherits from [parcel](parcel.md).",
    properties: ["|bars|Int32|How many.|"],
  }),
  "resources/reading.md": resource("reading", { properties: ["|value|Int32|What it shows.|"] }),
  "resources/errors.md": "# Errors\n\nWhat goes wrong.",
};
const ok = "If successful, this method returns a `200 OK` response code and";
const single = `${ok} a [parcel](../resources/parcel.md) object in the response body.`;
const many = `${ok} a collection of [parcel](../resources/parcel.md) objects in the response body.`;

interface Exchange {
  readonly response?: string;
  /** Status line and further headers of the example's response. */
  readonly head?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly request?: string;
}

function pageOf({ response, head = "HTTP/1.1 200 OK", body, type, request }: Exchange): string {
  const parts: OperationParts = {
    title: "Look after parcels",
    ...(response === undefined ? {} : { response }),
    ...(request === undefined ? {} : { request }),
  };
  const shown = body === undefined ? head : json(head, body);
  const example = exchange({ request: "GET /parcels/p-1", response: shown, ...(type === undefined ? {} : { type }) });
  return operation(body === undefined && head === "HTTP/1.1 200 OK" ? parts : { ...parts, examples: [example] });
}

function read(given: Exchange): Operation {
  return operationOf(apiOf({ ...pages, "api/parcel-look.md": pageOf(given) }));
}

/** `list of object parcel`, `none`, … */
function short(result: Result): string {
  const type = "type" in result && result.type ? ` of ${words(result.type)}` : "";
  return `${result.kind}${type}${result.kind === "object" && result.unwrap ? " unwrapped" : ""}`;
}

function answer(given: Exchange): string {
  return short(read(given).result);
}

const sentences: readonly (readonly [sentence: string, answer: string])[] = [
  [many, "list of object parcel"],
  [`${ok} a list of [parcel](../resources/parcel.md) objects in the body.`, "list of object parcel"],
  [`${ok} an array of [parcel](../resources/parcel.md) in the body.`, "list of object parcel"],
  [`${ok} a page containing [parcel](../resources/parcel.md) objects.`, "list of object parcel"],
  [`${ok} a [parcel](../resources/parcel.md) collection in the response body.`, "list of object parcel"],
  [`${ok} [parcel](../resources/parcel.md) objects in the response body.`, "list of object parcel"],
  [single, "object of object parcel"],
  [`${ok} a [parcel](../resources/parcel.md) in the response body.`, "object of object parcel"],
  [`${ok} the updated [parcel](../resources/parcel.md) resource.`, "object of object parcel"],
  [
    `${ok} a [parcel](../resources/parcel.md) that holds a collection of [crate](../resources/crate.md).`,
    "object of object parcel",
  ],
  [`${ok} a **parcel** object in the response body.`, "object of object parcel"],
  [`${ok} a \`crate\` resource in the response body.`, "object of object crate"],
  [`${ok} String collection in the response body.`, "list of String"],
  [`${ok} a collection of strings in the response body.`, "list of String"],
  [`${ok} a String in the response body.`, "value of String"],
  [`${ok} a Boolean value in the response body.`, "value of Boolean"],
  [`${ok} an Int32 in the response body.`, "value of Int32"],
  [`${ok} a Stream in the response body.`, "stream"],
  ["If successful, this method returns a `204 No Content` response code.", "none"],
  ["If successful, this method returns `204, No content`. It does not return anything in the response body.", "none"],
  ["If successful, this method returns a `202 Accepted` response code. The body is empty.", "accepted"],
  ["If successful, this method returns a `302 Found` response that redirects to the file.", "stream"],
  [`${ok} the binary data of the photo.`, "stream"],
  ["If successful, this method returns a `200 OK` response code.", "none"],
  [`${single} If it fails, see [errors](../resources/errors.md).`, "object of object parcel"],
  [`See [errors](../resources/errors.md).\n\n${many}`, "list of object parcel"],
  [
    "If successful, this method returns a `202 Accepted` response code and a `Location` header with the URI of the [parcel](../resources/parcel.md) made.",
    "accepted",
  ],
];

for (const [sentence, is] of sentences) {
  responseTests(`${is}: ${sentence.replace(/\s+/g, " ")}`, () => assert.is(answer({ response: sentence }), is));
}

const statuses: readonly (readonly [sentence: string, statuses: readonly number[]])[] = [
  ["returns a `200 OK` response code", [200]],
  ["returns `204, No Content`", [204]],
  ["returns ```204 No Content```", [204]],
  ["returns a `201 Created` response code, or a `200 OK` response code", [201, 200]],
  ["returns a `200 OK`, or a `403 Forbidden` where nobody may look", [200]],
  ["tells what Parcel 365 knows, with a `200 OK` response code", [200]],
];

for (const [sentence, codes] of statuses) {
  responseTests(`statuses: ${sentence}`, () =>
    assert.equal(read({ response: `If successful, this method ${sentence}.` }).statuses, codes),
  );
}

responseTests("without a sentence the statuses of the examples", () => {
  assert.equal(read({ head: "HTTP/1.1 201 Created", body: { id: "p-1" } }).statuses, [201]);
});

const settled: readonly (readonly [why: string, given: Exchange, answer: string, ...findings: string[]])[] = [
  [
    "the annotation alone, in any letter case",
    { response: `${ok} it.`, type: "microsoft.graph.Parcel", body: { id: "p-1" } },
    "object of object parcel",
  ],
  [
    "an annotated collection",
    { response: `${ok} them.`, type: "Collection(microsoft.graph.parcel)", body: { value: [] } },
    "list of object parcel",
  ],
  [
    "the body's own type alone",
    { response: `${ok} it.`, body: { "@odata.type": "#microsoft.graph.crate", bars: 3 } },
    "object of object crate",
  ],
  [
    "an annotated derived type is one of the stated base",
    { response: single, type: "microsoft.graph.crate", body: { bars: 3 } },
    "object of object parcel",
  ],
  [
    "a stated derived type is one of the annotated base",
    { response: single.replaceAll("parcel", "crate"), type: "microsoft.graph.parcel", body: { id: "p-1" } },
    "object of object parcel",
  ],
  [
    "two strangers: the text",
    { response: single, type: "microsoft.graph.reading", body: { id: "p-1" } },
    "object of object parcel",
    "response-type-differs parcel-look",
  ],
  [
    "the body is a list though the text says one",
    { response: single, body: { value: [{ id: "p-1" }] } },
    "list of object parcel",
    "response-collection-differs parcel-look",
  ],
  [
    "the body is one though the text says many",
    { response: many, body: { id: "p-1" } },
    "object of object parcel",
    "response-collection-differs parcel-look",
  ],
  ["the body is an array", { response: many, body: [{ id: "p-1" }] }, "object of object parcel[]"],
];

for (const [why, given, is, ...findings] of settled) {
  responseTests(why, () => {
    const api = apiOf({ ...pages, "api/parcel-look.md": pageOf(given) });
    assert.is(short(operationOf(api).result), is);
    assert.equal(findingsOf(api), findings);
  });
}

// A value for an envelope, or for a type that has a property of that name.
const envelopes: readonly (readonly [why: string, given: Exchange, answer: string])[] = [
  [
    "one object wrapped: the object, and both shapes are read",
    { response: single, body: { value: { id: "p-1" } } },
    "object of object parcel unwrapped",
  ],
  [
    "annotations beside it change nothing",
    { response: single, body: { "@odata.context": "…", value: { id: "p-1" } } },
    "object of object parcel unwrapped",
  ],
  ["one object bare", { response: single, body: { id: "p-1" } }, "object of object parcel"],
  [
    "a type with a value of its own is not wrapped",
    { response: single.replaceAll("parcel", "reading"), body: { value: 3 } },
    "object of object reading",
  ],
  [
    "a scalar has an envelope",
    { response: `${ok} a Boolean value in the response body.`, body: { value: true } },
    "value of Boolean",
  ],
];

for (const [why, given, is] of envelopes) responseTests(`envelope: ${why}`, () => assert.is(answer(given), is));

responseTests("a wrapped object is found", () => {
  const api = apiOf({ ...pages, "api/parcel-look.md": pageOf({ response: single, body: { value: { id: "p-1" } } }) });
  assert.equal(findingsOf(api), ["response-wrapped parcel-look"]);
});

const shapes: readonly (readonly [why: string, given: Exchange, answer: string])[] = [
  ["changes come as a delta", { response: many, request: "GET /parcels/delta" }, "delta of object parcel"],
  [
    "changes of a function with arguments",
    { response: many, request: "GET /parcels/delta(token='{t}')" },
    "delta of object parcel",
  ],
  ["a count is a number", { response: `${ok} the count.`, request: "GET /parcels/$count" }, "value of Int32"],
  ["a value is bytes", { response: `${ok} it.`, request: "GET /parcels/{id}/photo/$value" }, "stream"],
  [
    "a value that is written gives none back",
    {
      response: "If successful, this method returns a `200 OK` response code.",
      request: "PUT /parcels/{id}/photo/$value",
    },
    "none",
  ],
  [
    "content that is sent, of which an example shows the answer",
    { request: "PUT /parcels/{id}/content", head: "HTTP/1.1 204 No Content" },
    "none",
  ],
  [
    "a value that is read",
    {
      response: "If successful, this method returns a `200 OK` response code.",
      request: "GET /parcels/{id}/photo/$value",
    },
    "stream",
  ],
  [
    "a plain text",
    { response: `${ok} it.`, head: "HTTP/1.1 200 OK\nContent-Type: text/csv\n\nname,weight\np-1,3" },
    "text",
  ],
  ["a picture", { response: `${ok} it.`, head: "HTTP/1.1 200 OK\nContent-Type: image/png\n\n<bytes>" }, "stream"],
  [
    "accepted, with what is known already",
    {
      response: `If successful, this method returns a \`202 Accepted\` response code and a [parcel](../resources/parcel.md) object in the response body.`,
    },
    "accepted of object parcel",
  ],
];

for (const [why, given, is] of shapes) responseTests(why, () => assert.is(answer(given), is));

responseTests("204, or the object where the caller prefers that: words, a header or an example say so", () => {
  const either = "If successful, this method returns `204 No Content`, or `200 OK` and a";
  const response = `${either} [parcel](../resources/parcel.md) object in the response body.`;
  const update = {
    title: "Update parcel",
    request: "PATCH /parcels/{id}",
    body: "Supply the fields to change.",
    response,
  };
  const preferable = (parts: OperationParts): unknown => {
    const { result } = operationOf(apiOf({ ...pages, "api/parcel-update.md": operation({ ...update, ...parts }) }));
    return result.kind === "object" && result.optional && (result.preferable ?? false);
  };
  assert.is(preferable({}), false);
  assert.is(preferable({ response: `${response} The header is Prefer: return=representation.` }), true);
  assert.is(preferable({ headers: ["|Prefer|return=representation. Optional.|"] }), true);
  assert.is(preferable({ headers: ["|Prefer|return=minimal. Optional.|"] }), false);
  const request = json("PATCH /parcels/p-1\nPrefer: return=representation", { weight: 3 });
  assert.is(preferable({ examples: [exchange({ request, response: "HTTP/1.1 204 No Content" })] }), true);
});

responseTests("of answers that differ, that about the subject of the page counts", () => {
  const text = "Depending on the request, the response code is `201 Created`.";
  const create = { title: "Create crate", request: "POST /parcels\nPOST /parcels/{id}/crates", response: text };
  const answering = (type: string): string =>
    exchange({ request: "POST /parcels/p-1/crates", response: json("HTTP/1.1 201 Created", { id: "p" }), type });
  const examples = [answering("microsoft.graph.parcel"), answering("microsoft.graph.crate")];
  const page = operation({ ...create, body: "Supply a [crate](../resources/crate.md) object.", examples });
  assert.is(short(operationOf(apiOf({ ...pages, "api/crate-post.md": page })).result), "object of object crate");
});

responseTests("JSON in the section on the answer is in its body", () => {
  const sample = '```json\n{ "url": "https://parcels.example/p-1" }\n```';
  assert.is(answer({ response: `${ok} this:\n\n${sample}` }), "object of unknown");
});

responseTests.run();
