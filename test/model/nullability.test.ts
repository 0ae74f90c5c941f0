/** What can be null, on what evidence. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import { apiOf, exchange, json, operation, propertyOf, resource, type Pages, type ResourceParts } from "./api-of.js";

const name = suite("model/nullability");

const sentence =
  "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object in the response body.";

/** One type, and answers that show it. */
function read(parts: ResourceParts, ...bodies: readonly unknown[]): Api {
  const get = operation({
    response: sentence,
    examples: bodies.map((body) => exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", body) })),
  });
  return apiOf({ "resources/parcel.md": resource("parcel", parts), "api/parcel-get.md": get });
}

const descriptions: readonly (readonly [words: string, nullable: boolean])[] = [
  ["For the courier.", false],
  ["Nullable.", true],
  ["Read-only. Nullable.", true],
  ["For the courier. Can be null.", true],
  ["May be `null`.", true],
  ["Can be set to `null`.", true],
  ["Is `null` if nobody came.", true],
  ["The note or `null`.", true],
  ["Not nullable.", false],
  ["Non-nullable.", false],
  ["Cannot be null.", false],
  ["Must not be `null`.", false],
];

for (const [words, nullable] of descriptions) {
  name(`${nullable ? "nullable" : "not nullable"}: ${words}`, () => {
    const api = read({ properties: [`|note|String|${words}|`] });
    assert.is(propertyOf(api, "parcel.note").nullable, nullable);
  });
}

name("the annotation lists nullable properties", () => {
  const { nullable, evidence } = propertyOf(
    read({ properties: ["|note|String|For the courier.|"], annotation: { nullableProperties: ["note"] } }),
    "parcel.note",
  );
  assert.ok(nullable);
  assert.equal(
    evidence.filter(({ about }) => about === "nullable").map(({ because, page }) => [because, page]),
    [["the annotation lists it among the nullable properties", "resources/parcel.md"]],
  );
});

name("a null in an example", () => {
  const api = read(
    { properties: ["|note|String|For the courier.|", "|size|Int32|In litres.|"] },
    { note: null, size: 3 },
  );
  const { nullable, evidence } = propertyOf(api, "parcel.note");
  assert.ok(nullable);
  assert.equal(
    evidence.filter(({ about }) => about === "nullable").map(({ because, page }) => [because, page]),
    [["null in an example", "api/parcel-get.md"]],
  );
  assert.not(propertyOf(api, "parcel.size").nullable);
});

name("a null in the second of two examples", () => {
  const api = read({ properties: ["|note|String|For the courier.|"] }, { note: "ring twice" }, { note: null });
  assert.ok(propertyOf(api, "parcel.note").nullable);
});

name("a null counts for the type that declares the property, at any depth", () => {
  const pages: Pages = {
    "resources/thing.md": resource("thing", { properties: ["|note|String|For the courier.|"] }),
    "resources/crate.md": resource("crate", {
      text: "Inherits from [thing](thing.md).",
      properties: ["|bars|Int32|How many.|"],
    }),
    "resources/parcel.md": resource("parcel", { properties: ["|inner|[crate](crate.md) collection|What it holds.|"] }),
    "api/parcel-get.md": operation({
      response: sentence,
      examples: [
        exchange({
          request: "GET /parcels/p-1",
          response: json("HTTP/1.1 200 OK", {
            inner: [
              { note: "x", bars: 2 },
              { note: null, bars: null },
            ],
          }),
        }),
      ],
    }),
  };
  const api = apiOf(pages);
  assert.ok(propertyOf(api, "thing.note").nullable);
  assert.ok(propertyOf(api, "crate.bars").nullable);
  assert.not(propertyOf(api, "parcel.inner").nullable);
});

name("a null in a request counts, too", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|note|String|For the courier.|"] }),
    "api/parcel-update.md": operation({
      title: "Update parcel",
      request: "PATCH /parcels/{id}",
      body: "In the request body, supply a JSON representation of a [parcel](../resources/parcel.md) object.",
      response: "If successful, this method returns a `204 No Content` response code.",
      examples: [
        exchange({ request: json("PATCH /parcels/p-1", { note: null }), response: "HTTP/1.1 204 No Content" }),
      ],
    }),
  });
  assert.ok(propertyOf(api, "parcel.note").nullable);
});

name("words that exclude null outweigh an example, and so does the key", () => {
  const rows = ["|id|String|Its name.|", "|size|Int32|In litres. Not nullable.|"];
  const api = read({ properties: rows, annotation: { keyProperty: "id" } }, { id: null, size: null });
  assert.not(propertyOf(api, "parcel.id").nullable);
  assert.not(propertyOf(api, "parcel.size").nullable);
  assert.equal(
    api.findings.filter(({ rule }) => rule === "example-type").map(({ symbol }) => symbol),
    ["parcel.id", "parcel.size"],
  );
});

name("a null in the answer to a failed call says nothing", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|note|String|For the courier.|"] }),
    "api/parcel-get.md": operation({
      response: sentence,
      examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 404 Not Found", { note: null }) })],
    }),
  });
  assert.not(propertyOf(api, "parcel.note").nullable);
});

name("every fact has its evidence, with the place of the words", () => {
  const { evidence } = propertyOf(read({ properties: ["|note|String|Read-only. Nullable.|"] }), "parcel.note");
  assert.equal(
    evidence.map(({ about, because, place }) => [about, because, place.line, place.column]),
    [
      ["type", "the properties table says String", 11, 7],
      ["nullable", "the description says that it can be null", 11, 14],
      ["read-only", "the description says that it is read-only", 11, 14],
    ],
  );
});

name.run();
