/** Which paths and operations a document has. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { OperationObject } from "../../generator/emit/openapi/document.js";
import { exchange, json, operation } from "../model/api-of.js";
import { calls, documentOf, operationAt } from "./document-of.js";

const paths = suite("paths of the OpenAPI document");

/** A page with request lines. */
const page = (request: string, title = "List parcels"): string =>
  operation({
    title,
    request,
    response: "Returns `200 OK` and a collection of [parcel](../resources/parcel.md) objects.",
  });

paths("a route stands as it is documented: keys in parentheses, functions, casts, $count, $value and $ref", () => {
  const lines = [
    "GET /depots('{depotId}')/parcels",
    "GET /depots/{depotId}/parcels/$count",
    "GET /depots/{depotId}/near(place='{place}',within={within})",
    "GET /depots/{depotId}/parcels/microsoft.graph.heavyParcel",
    "GET /parcels/{parcelId}/label/$value",
    "DELETE /depots/{depotId}/parcels/{parcelId}/$ref",
  ];
  const pages = Object.fromEntries(lines.map((line, i) => [`api/call${i}-get.md`, page(line, `Call${i} parcels`)]));
  assert.equal(
    calls(documentOf(pages))
      .map((call) => call.slice(0, call.lastIndexOf(" ")))
      .sort(),
    [...lines].sort(),
  );
});

paths("what stands behind the question mark is asked in the query, and required where the line has it", () => {
  const document = documentOf({ "api/parcel-list.md": page("GET /parcels?from={from}&to={to}") });
  const { parameters = [] } = operationAt(document, "GET /parcels");
  assert.equal(parameters, [
    { name: "from", in: "query", required: true, schema: { type: "string" } },
    { name: "to", in: "query", required: true, schema: { type: "string" } },
  ]);
});

paths("an example that lacks what its line asks for stands with the path that it goes to, and shows its values", () => {
  const document = documentOf({
    "api/parcel-list.md": operation({
      title: "List parcels",
      request: "GET /parcels?from={from}\nGET /depots/{depotId}/parcels?from={from}&to={to}",
      response: "Returns `200 OK` and a collection of [parcel](../resources/parcel.md) objects.",
      examples: [
        exchange({
          request: "GET https://api.example/depots/d-7/parcels?from=a",
          response: json("HTTP/1.1 200 OK", { value: [] }),
        }),
      ],
    }),
  });
  const [first, further] = ["GET /parcels", "GET /depots/{depotId}/parcels"].map((call) => operationAt(document, call));
  assert.equal(namesOf(first), []);
  assert.equal(namesOf(further), ["parcel_list"]);
  const values = further?.parameters?.flatMap((each) =>
    "examples" in each ? [[each.name, each.examples?.["parcel_list"]?.value]] : [],
  );
  assert.equal(values, [
    ["depotId", "d-7"],
    ["from", "a"],
  ]);
});

/** Of the examples of its answers. */
function namesOf(operation: OperationObject | undefined): readonly string[] {
  const answers = Object.values(operation?.responses ?? {}).flatMap((each) =>
    "content" in each ? [each.content] : [],
  );
  return answers
    .flatMap((content) => Object.values(content ?? {}))
    .flatMap(({ examples = {} }) => Object.keys(examples));
}

paths("each route of a page is an operation; the further ones are named after what sets them apart", () => {
  const document = documentOf({
    "api/parcel-list.md": page("GET /parcels\nGET /depots/{depotId}/parcels\nGET /senders/{senderId}/parcels"),
  });
  assert.equal(calls(document), [
    "GET /depots/{depotId}/parcels listParcelsInDepots",
    "GET /parcels listParcels",
    "GET /senders/{senderId}/parcels listParcelsInSenders",
  ]);
  const grouped = operationAt(document, "GET /parcels")["x-ms-docs-grouped-path"];
  assert.equal(grouped, ["/depots/{depotId}/parcels", "/senders/{senderId}/parcels"]);
  // They lead to the first, which names them all.
  const further = operationAt(document, "GET /senders/{senderId}/parcels");
  assert.equal(further["x-ms-docs-grouped-path"], ["/parcels"]);
});

paths("a path has one spelling: that of the first page, whose placeholders the others take over", () => {
  const document = documentOf({
    "api/parcel-get.md": operation({ title: "Get parcel", request: "GET /parcels/{parcelId}" }),
    "api/parcel-delete.md": operation({ title: "Delete parcel", request: "DELETE /Parcels/{number}" }),
  });
  assert.equal(Object.keys(document.paths), ["/Parcels/{number}"]);
  const { parameters = [] } = operationAt(document, "GET /Parcels/{number}");
  assert.equal(parameters, [{ name: "number", in: "path", required: true, schema: { type: "string" } }]);
});

paths("pages that describe one call are one operation, which names all of them", () => {
  const document = documentOf({
    "api/parcel-list.md": operation({ title: "List parcels", request: "GET /parcels", query: "Supports `$top`." }),
    "api/letter-list.md": operation({
      title: "List letters",
      request: "GET /parcels\nGET /letters",
      headers: ["|Prefer|How it comes. Optional.|"],
    }),
  });
  // The page with fewer routes owns it.
  assert.equal(calls(document), ["GET /letters listLetters", "GET /parcels listParcels"]);
  const call = operationAt(document, "GET /parcels");
  assert.equal(call["x-docwright-id"], "parcel-list");
  assert.equal(call["x-docwright-also"], ["letter-list"]);
  assert.match(call.description ?? "", "Described as well by `api/letter-list.md`");
  assert.equal(
    (call.parameters ?? []).map((each) => ("$ref" in each ? each.$ref : each.name)),
    ["#/components/parameters/odata.top", "Prefer"],
  );
});

paths("ids that differ in letter case alone are told apart: generators make file names of them", () => {
  const document = documentOf({
    "api/parcel-sort.md": operation({ title: "parcel: sortall", request: "POST /parcels/sortall" }),
    "api/parcel-sortall.md": operation({ title: "parcel: sortAll", request: "POST /parcels/all/sortAll" }),
  });
  const ids = calls(document).map((call) => call.slice(call.lastIndexOf(" ") + 1).toLowerCase());
  assert.is(new Set(ids).size, 2);
});

paths("options have one component each; lists are written with commas", () => {
  const document = documentOf({
    "api/parcel-list.md": operation({
      title: "List parcels",
      request: "GET /parcels",
      query: "Supports `$select` and `$top`.",
    }),
  });
  assert.equal(document.components.parameters, {
    "odata.select": {
      name: "$select",
      in: "query",
      description: "Properties to return.",
      style: "form",
      explode: false,
      schema: { type: "array", items: { type: "string" } },
    },
    "odata.top": {
      name: "$top",
      in: "query",
      description: "How many results a page holds.",
      schema: { type: "integer", minimum: 0 },
    },
  });
});

paths("--only leaves the operations whose page or path is meant, and the schemas that they need", () => {
  const pages = {
    "api/parcel-get.md": operation({ title: "Get parcel", request: "GET /parcels/{parcelId}" }),
    "api/depot-get.md": operation({
      title: "Get depot",
      request: "GET /depots/{depotId}\nGET /parcels/{parcelId}/depot",
    }),
  };
  assert.equal(calls(documentOf(pages, { only: ["/depots*"] })), ["GET /depots/{depotId} getDepot"]);
  assert.equal(calls(documentOf(pages, { only: ["api/parcel-*.md"] })), ["GET /parcels/{parcelId} getParcel"]);
  assert.equal(calls(documentOf(pages, { only: ["/parcels/*/depot"] })), ["GET /parcels/{parcelId}/depot getDepot"]);
  assert.equal(calls(documentOf(pages, { only: ["/parcels"] })), []);
});

paths("the order of the pages changes nothing", () => {
  const pages = Object.entries({
    "api/a-get.md": operation({ title: "Get parcel", request: "GET /parcels/{id}" }),
    "api/b-get.md": operation({ title: "Find parcel", request: "GET /parcels/{parcelId}" }),
    "api/c-list.md": operation({
      title: "List parcels",
      request: "GET /parcels",
      examples: [exchange({ request: "GET /parcels", response: json("HTTP/1.1 200 OK", { value: [] }) })],
    }),
  });
  const text = (entries: typeof pages): string => JSON.stringify(documentOf(Object.fromEntries(entries)));
  assert.is(text(pages.toReversed()), text(pages));
});

paths("a page's address stands there where the docs are published, its path and line always", () => {
  const pages = { "api/parcel-get.md": operation({ title: "Get parcel" }) };
  const line = "GET /parcels/{parcelId}";
  const published = operationAt(documentOf(pages, { docsUrl: "https://docs.example/reference/" }), line);
  assert.equal(published.externalDocs, { url: "https://docs.example/reference/api/parcel-get" });
  const plain = operationAt(documentOf(pages), line);
  assert.is(plain.externalDocs, undefined);
  assert.equal(plain["x-docwright-page"], { page: "api/parcel-get.md", line: 10 });
});

paths.run();
