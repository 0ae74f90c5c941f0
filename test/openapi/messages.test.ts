/** What is sent and comes back, documented examples, and who may call. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { MediaType, OpenApiDocument } from "../../generator/emit/openapi/document.js";
import { exchange, json, operation, resource, type Pages } from "../model/api-of.js";
import { documentOf, operationAt, ref, schemaAt } from "./document-of.js";

const messages = suite("messages of the OpenAPI document");

const parcel = resource("parcel", {
  properties: ["|id|String|Names it. Read-only.|", "|weight|Int32|In grams.|"],
});

const reading = (examples: readonly string[], more: Partial<Parameters<typeof operation>[0]> = {}): Pages => ({
  "resources/parcel.md": parcel,
  "api/parcel-get.md": operation({
    response: "Returns `200 OK` and a [parcel](../resources/parcel.md) object.",
    examples,
    ...more,
  }),
});

const get = "GET /parcels/{parcelId}";

/** What an answer holds, by media type. */
function contentOf(document: OpenApiDocument, line: string, status: string): Readonly<Record<string, MediaType>> {
  const response = operationAt(document, line).responses[status];
  return response !== undefined && "content" in response ? (response.content ?? {}) : {};
}

messages(
  "a documented answer is a named example of its status, and its path gives the values of the parameters",
  () => {
    const document = documentOf(
      reading([
        exchange({
          name: "get heavy",
          request: "GET https://graph.microsoft.com/v1.0/parcels/p-17",
          response: json("HTTP/1.1 200 OK", { id: "p-17", weight: 3 }),
          type: "microsoft.graph.parcel",
        }),
      ]),
    );
    assert.equal(contentOf(document, get, "200"), {
      "application/json": {
        schema: ref("parcel"),
        examples: { get_heavy: { summary: "Request", value: { id: "p-17", weight: 3 } } },
      },
    });
    const [id] = operationAt(document, get).parameters ?? [];
    assert.equal(id && "examples" in id && id.examples, { get_heavy: { summary: "Request", value: "p-17" } });
  },
);

messages("an answer that the types do not allow is no example: it stands aside, with the reason and its line", () => {
  const document = documentOf(
    reading([
      exchange({
        name: "get_odd",
        request: "GET https://graph.microsoft.com/v1.0/parcels/p-17",
        response: json("HTTP/1.1 200 OK", { id: "p-17", weight: "heavy" }),
        type: "microsoft.graph.parcel",
      }),
    ]),
  );
  assert.equal(contentOf(document, get, "200"), { "application/json": { schema: ref("parcel") } });
  const [aside] = Object(operationAt(document, get)["x-docwright-examples"]);
  assert.is(aside.name, "get_odd");
  assert.equal(aside.why, ["response/weight is no integer"]);
  assert.equal(aside.response.body, { id: "p-17", weight: "heavy" });
  assert.is(typeof aside.line, "number");
});

messages("errors have the shape of the house; those that are documented stand under their status", () => {
  const body = { error: { code: "notFound", message: "There is none." } };
  const document = documentOf(
    reading([
      exchange({
        name: "missing",
        request: "GET https://graph.microsoft.com/v1.0/parcels/p-0",
        response: json("HTTP/1.1 404 Not Found", body),
      }),
    ]),
  );
  const { responses } = operationAt(document, get);
  assert.equal(Object.keys(responses), ["200", "404", "4XX", "5XX"]);
  assert.equal(responses["4XX"], { $ref: "#/components/responses/error" });
  assert.equal(contentOf(document, get, "404")["application/json"]?.examples, {
    missing: { summary: "Request", value: body },
  });
});

messages("lists, counts, streams and answers without content", () => {
  const document = documentOf({
    "resources/parcel.md": parcel,
    "api/parcel-list.md": operation({
      title: "List parcels",
      request: "GET /parcels",
      response: "Returns `200 OK` and a collection of [parcel](../resources/parcel.md) objects.",
    }),
    "api/parcel-delete.md": operation({
      title: "Delete parcel",
      request: "DELETE /parcels/{parcelId}",
      response: "Returns `204 No Content`.",
    }),
    "api/parcel-count.md": operation({
      title: "Count parcels",
      request: "GET /parcels/$count",
      response: "Returns `200 OK` and the number of parcels as text.",
      examples: [
        exchange({ request: "GET /parcels/$count", response: "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n17" }),
      ],
    }),
  });
  assert.equal(contentOf(document, "GET /parcels", "200"), {
    "application/json": { schema: ref("parcelCollectionResponse") },
  });
  const page = schemaAt(document, "parcelCollectionResponse");
  assert.equal(page.required, ["value"]);
  assert.equal(page.properties?.["value"], { type: "array", items: ref("parcel") });
  assert.equal(operationAt(document, "GET /parcels")["x-ms-pageable"], {
    nextLinkName: "@odata.nextLink",
    operationName: "listMore",
  });
  assert.equal(operationAt(document, "DELETE /parcels/{parcelId}").responses["204"], { description: "No Content" });
  // The digits alone: a mock could write neither an object nor a number as plain text.
  const digits: MediaType = {
    schema: { type: "string", pattern: "^[0-9]+$" },
    examples: { parcel_count: { summary: "Request", value: "17" } },
  };
  assert.equal(contentOf(document, "GET /parcels/$count", "200"), { "text/plain": digits });
});

messages("a body that the page lists is written as it lists it", () => {
  const document = documentOf({
    "resources/parcel.md": parcel,
    "api/parcel-weigh.md": operation({
      title: "parcel: weigh",
      request: "POST /parcels/{parcelId}/weigh",
      body: "In the request body, supply:\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|scale|String|Which scale. Required.|\n|unit|String|Optional.|",
      response: "Returns `204 No Content`.",
    }),
  });
  const { requestBody } = operationAt(document, "POST /parcels/{parcelId}/weigh");
  const schema = requestBody?.content["application/json"]?.schema;
  assert.equal(schema?.required, ["scale"]);
  assert.equal(Object.keys(schema?.properties ?? {}), ["scale", "unit"]);
});

messages("permissions: any of the requirements is enough, the scopes of one are needed together", () => {
  const table = [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:---|:---|",
    "|Delegated (work or school account)|Parcel.Read, Parcel.ReadWrite and Depot.Read|",
    "|Delegated (personal Microsoft account)|Not supported.|",
    "|Application|Parcel.Read.All|",
  ].join("\n");
  const document = documentOf(reading([], { permissions: table }));
  const { security, ...call } = operationAt(document, get);
  assert.equal(security, [
    { delegatedWork: ["Parcel.Read"] },
    { delegatedWork: ["Parcel.ReadWrite", "Depot.Read"] },
    { application: ["Parcel.Read.All"] },
  ]);
  assert.equal(call["x-docwright-permissions"], [
    {
      page: "api/parcel-get.md",
      line: 9,
      delegatedWork: { least: [["Parcel.Read"]], higher: [["Parcel.ReadWrite", "Depot.Read"]] },
      delegatedPersonal: "unsupported",
      application: { least: [["Parcel.Read.All"]], higher: [] },
      lines: { delegatedWork: 11, delegatedPersonal: 12, application: 13 },
    },
  ]);
  assert.equal(Object.keys(document.components.securitySchemes), ["delegatedWork", "application"]);
});

messages("a table stands once where its page describes several calls, and each of them refers to it", () => {
  const table = (permission: string): string =>
    ["|Permission type|Permissions|", "|:---|:---|", `|Application|${permission}|`].join("\n");
  const document = documentOf({
    "api/parcel-list.md": operation({
      title: "List parcels",
      request: "GET /parcels\nGET /depots/{depotId}/parcels",
      permissions: table("Parcel.Read.All"),
    }),
    "api/letter-list.md": operation({
      title: "List letters",
      request: "GET /parcels",
      permissions: table("Letter.Read.All"),
    }),
  });
  const [own, shared] = ["Letter", "Parcel"].map((name) => ({ least: [[`${name}.Read.All`]], higher: [] }));
  const components = document.components["x-docwright-permissions"];
  assert.equal(components, {
    "parcel-list": { page: "api/parcel-list.md", line: 9, application: shared, lines: { application: 11 } },
  });
  const reference = { $ref: "#/components/x-docwright-permissions/parcel-list" };
  const further = operationAt(document, "GET /depots/{depotId}/parcels");
  assert.equal(further["x-docwright-permissions"], [reference]);
  // Here another page says who may call as well, and it says so of this call alone.
  assert.equal(operationAt(document, "GET /parcels")["x-docwright-permissions"], [
    { page: "api/letter-list.md", line: 9, application: own, lines: { application: 11 } },
    reference,
  ]);
});

messages("a page that does not tell leaves what holds for all: some token", () => {
  const document = documentOf(reading([]));
  assert.is(operationAt(document, get).security, undefined);
  assert.equal(document.security, [{ token: [] }, {}]);
});

messages.run();
