/** Annotations that programs need: the version of an object, objects that are bound by their address; own names of open types. */
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Api } from "../../generator/model/api.js";
import { apiOf, exchange, json, operation, resource, type Pages } from "./api-of.js";

const annotationTests = suite("model/annotations");

const pages: Pages = {
  "resources/parcel.md": resource("parcel", { properties: ["|id|String|Key.|", "|note|String|For the courier.|"] }),
};

const updating = (headers: readonly string[], body: unknown, others: Pages = {}): Api =>
  apiOf({
    ...pages,
    ...others,
    "api/parcel-update.md": operation({
      title: "Update parcel",
      request: "PATCH /parcels/{parcelId}",
      headers,
      body: "Supply a JSON representation of the [parcel](../resources/parcel.md).",
      response: "If successful, this method returns a `200 OK` and a [parcel](../resources/parcel.md) object.",
      examples: [exchange({ request: json("PATCH https://parcels.example/v1.0/parcels/1", body) })],
    }),
  });

const annotations = ({ types }: Api): unknown =>
  types
    .find((type) => type.name.endsWith(".parcel"))
    ?.properties.filter((property) => property.name.includes("@"))
    .map((property) => [property.name, property.type]);

const text = { kind: "scalar", name: "String" };

annotationTests("a version that a call has to name comes with what is read", () => {
  assert.equal(annotations(updating(["|If-Match|Its last version. Required.|"], { note: "x" })), [
    ["@odata.etag", text],
  ]);
  assert.equal(annotations(updating(["|If-Match|Its last version. Optional.|"], { note: "x" })), []);
});

annotationTests("a version that the page of the type lists itself is there once", () => {
  const listed = resource("parcel", { properties: ["|id|String|Key.|", "|@odata.etag|String|The version.|"] });
  const api = updating(["|If-Match|Its last version. Required.|"], { id: "x" }, { "resources/parcel.md": listed });
  assert.equal(annotations(api), [["@odata.etag", text]]);
});

annotationTests("what examples bind by its address can be bound", () => {
  assert.equal(annotations(updating([], { "carrier@odata.bind": "https://…" })), [["carrier@odata.bind", text]]);
  assert.equal(annotations(updating([], { "carriers@odata.bind": ["https://…"] })), [
    ["carriers@odata.bind", { kind: "collection", of: text }],
  ]);
});

const ownNames = (...rows: string[]): unknown => {
  const api = apiOf({
    "resources/parcel.md": resource("parcel", { properties: rows, annotation: { openType: true } }),
  });
  return api.types.map((type) => type.ownNames);
};

annotationTests(
  "own names are told from documented ones where there are enough of these, and none looks like an own one",
  () => {
    const rows = ["|note|String|A.|", "|weight|Int32|B.|", "|sent|DateTimeOffset|C.|"];
    assert.equal(ownNames(...rows), ["prefixed"]);
    assert.equal(ownNames(...rows.slice(1)), [undefined]);
    assert.equal(ownNames(...rows, "|last_seen|DateTimeOffset|D.|"), [undefined]);
  },
);

annotationTests.run();
