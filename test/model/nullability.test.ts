/** What can be null, on what evidence. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import {
  apiOf,
  exchange,
  json,
  operation,
  operationOf,
  propertyOf,
  resource,
  type Pages,
  type ResourceParts,
} from "./api-of.js";

const nullability = suite("model/nullability");

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
  nullability(`${nullable ? "nullable" : "not nullable"}: ${words}`, () => {
    const api = read({ properties: [`|note|String|${words}|`] });
    assert.is(propertyOf(api, "parcel.note").nullable, nullable);
  });
}

nullability("the annotation lists nullable properties", () => {
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

nullability("a null in an example", () => {
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

nullability("a null in the second of two examples", () => {
  const api = read({ properties: ["|note|String|For the courier.|"] }, { note: "ring twice" }, { note: null });
  assert.ok(propertyOf(api, "parcel.note").nullable);
});

nullability("a null counts for the type that declares the property, at any depth", () => {
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

nullability("a null in a request counts, too", () => {
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

nullability("words that exclude null outweigh an example, and so does the key", () => {
  const rows = ["|id|String|Its name.|", "|size|Int32|In litres. Not nullable.|"];
  const api = read({ properties: rows, annotation: { keyProperty: "id" } }, { id: null, size: null });
  assert.not(propertyOf(api, "parcel.id").nullable);
  assert.not(propertyOf(api, "parcel.size").nullable);
  assert.equal(
    api.findings.filter(({ rule }) => rule === "example-type").map(({ symbol }) => symbol),
    ["parcel.id", "parcel.size"],
  );
});

nullability("a null in the answer to a failed call says nothing", () => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: ["|note|String|For the courier.|"] }),
    "api/parcel-get.md": operation({
      response: sentence,
      examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 404 Not Found", { note: null }) })],
    }),
  });
  assert.not(propertyOf(api, "parcel.note").nullable);
});

nullability("every fact has its evidence, with the place of the words", () => {
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

/** A house that shows null for three properties of which its pages say nothing. */
const silent = {
  properties: [
    "|id|String|Its name.|",
    "|note|String|For the courier.|",
    "|door|String|Where to ring.|",
    "|floor|Int32|How high up.|",
    "|size|Int32|In litres.|",
    "|stamps|String collection|What is on it.|",
    "|seal|String|What holds it shut. Never null.|",
    "|sender|String|Who sends it. Required.|",
    "|photo|Edm.Stream|How it looks.|",
  ],
  annotation: { keyProperty: "id" },
};
const unsaid = { note: null, door: null, floor: null };

nullability("where answers show nulls that no page tells of, what may be absent may be null", () => {
  const api = read(silent, unsaid);
  const can = (name: string): boolean => propertyOf(api, `parcel.${name}`).nullable;
  assert.ok(["size", "stamps", "sender"].every(can));
  assert.not(["id", "seal", "photo"].some(can));
  assert.equal(
    propertyOf(api, "parcel.size").evidence.flatMap(({ about, from, because }) =>
      about === "nullable" ? [[from, because]] : [],
    ),
    [["convention", "what may be absent may be null here (optionalMeansNullable)"]],
  );
});

nullability("two such nulls are slips", () => {
  const api = read(silent, { note: null, door: null });
  assert.ok(propertyOf(api, "parcel.note").nullable);
  assert.not(propertyOf(api, "parcel.size").nullable);
});

nullability("where pages tell of most nulls that answers show, silence means that there is none", () => {
  const told = ["a", "b", "c"].map((each) => `|${each}|String|Nullable.|`);
  const api = read(
    { properties: [...silent.properties, ...told], annotation: silent.annotation },
    { ...unsaid, a: null, b: null, c: null },
  );
  assert.not(propertyOf(api, "parcel.size").nullable);
});

nullability("the user's word goes before what answers show", () => {
  const pages = { "resources/parcel.md": resource("parcel", silent) };
  assert.not(propertyOf(apiOf(pages), "parcel.size").nullable);
  assert.ok(propertyOf(apiOf(pages, { optionalMeansNullable: true }), "parcel.size").nullable);
  const off = apiOf(
    {
      ...pages,
      "api/parcel-get.md": operation({
        response: sentence,
        examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", unsaid) })],
      }),
    },
    { optionalMeansNullable: false },
  );
  assert.ok(propertyOf(off, "parcel.note").nullable);
  assert.not(propertyOf(off, "parcel.size").nullable);
});

for (const [shown, nullable] of [
  [30, false],
  [29, true],
] as const) {
  nullability(
    `a product whose examples show ${shown} numbers and no null: its numbers ${nullable ? "can" : "cannot"} be null`,
    () => {
      const numbers = Array.from({ length: shown }, (_, i) => `n${i}`);
      const van = resource("van", {
        properties: [...numbers, "unseen"]
          .map((each) => `|${each}|Int32|A number.|`)
          .concat("|plate|String|Its plate.|"),
      });
      const api = apiOf({
        "resources/parcel.md": resource("parcel", silent),
        "resources/van.md": `---\nms.prod: "Fleet"\n---\n\n${van}`,
        "api/parcel-get.md": operation({
          response: sentence,
          examples: [exchange({ request: "GET /parcels/p-1", response: json("HTTP/1.1 200 OK", unsaid) })],
        }),
        "api/van-get.md": operation({
          title: "Get van",
          request: "GET /vans/{vanId}",
          response:
            "If successful, this method returns a `200 OK` response code and a [van](../resources/van.md) object in the response body.",
          examples: [
            exchange({
              request: "GET /vans/v-1",
              response: json("HTTP/1.1 200 OK", Object.fromEntries(numbers.map((each) => [each, 1]))),
            }),
          ],
        }),
      });
      assert.is(propertyOf(api, "van.unseen").nullable, nullable);
      assert.ok(propertyOf(api, "van.plate").nullable, "what is no number is null where nothing is set");
      assert.ok(propertyOf(api, "parcel.size").nullable, "another product");
    },
  );
}

nullability("a GUID that is the id of its object is never null by that convention, one of something else is", () => {
  const properties = ["|id|Guid|The unique ID of the parcel.|", "|ownerId|Guid|Who sends it.|"];
  const api = apiOf({ "resources/parcel.md": resource("parcel", { properties }) }, { optionalMeansNullable: true });
  assert.not(propertyOf(api, "parcel.id").nullable);
  assert.ok(propertyOf(api, "parcel.ownerId").nullable);
});

nullability("what can be null by that convention is cleared by null", () => {
  const update = operation({
    title: "Update parcel",
    request: "PATCH /parcels/{id}",
    body: [
      "In the request body, supply the values for relevant fields of the [parcel](../resources/parcel.md) that should be updated.",
      "|Property|Type|Description|\n|:---|:---|:---|\n|size|Int32|In litres.|\n|seal|String|What holds it shut.|",
    ].join("\n\n"),
    response: "If successful, this method returns a `204 No Content` response code.",
  });
  const api = apiOf(
    { "resources/parcel.md": resource("parcel", silent), "api/parcel-update.md": update },
    { optionalMeansNullable: true },
  );
  const { body } = operationOf(api);
  assert.equal(body?.kind === "json" && body.properties?.map(({ name: each, nullable }) => [each, nullable]), [
    ["size", true],
    ["seal", false],
  ]);
});

nullability.run();
