import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { TypeExpression } from "../../generator/read/page.js";
import { words } from "../model/api-of.js";
import { pageOf } from "./page-of.js";

const typeExpression = suite("read/type-expression");

const definitions = "[courier]: courier.md\n[depot]: https://depots.example.com";

/** What a cell says, in short: `→` is a link's target, `?` a name to look up. */
function read(cell: string): string {
  const page = pageOf(
    `# parcel resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|it|${cell}|Words.|\n\n${definitions}`,
    "resources/parcel.md",
  );
  const text = page.properties?.tables[0]?.rows[0]?.type?.expression;
  return text ? shown(text) : "nothing";
}

function shown(text: TypeExpression): string {
  switch (text.kind) {
    case "resolved":
      return words(text.type);
    case "link":
      return `→${text.link.url}`;
    case "name":
      return `?${text.name}`;
    case "enumeration":
      return "enumeration";
    case "collection":
      return `${shown(text.of)}[]`;
    case "map":
      return `map of ${shown(text.of)}`;
    case "either":
      return `(${text.of.map(shown).join(" | ")})`;
  }
}

const cells: Readonly<Record<string, readonly (readonly [cell: string, says: string])[]>> = {
  "formats beside the type, and words for lists and maps": [
    ["string (date-time)", "DateTimeOffset"],
    ["string uuid", "Guid"],
    ["integer (int64) minimum: 1", "Int64"],
    ["string<date-time>", "DateTimeOffset"],
    ["string (postcode)", "String"],
    ["enum<string>", "enumeration"],
    ["enum: north, south", '"north" | "south"'],
    ["array", "unknown[]"],
    ["array (of berth)", "?berth[]"],
    ["map", "unknown"],
    ["?string", "String"],
  ],
  "scalars by every spelling": [
    ["String", "String"],
    ["string", "String"],
    ["Boolean", "Boolean"],
    ["bool", "Boolean"],
    ["Int", "Int32"],
    ["Integer", "Int32"],
    ["int64", "Int64"],
    ["Int16", "Int16"],
    ["Byte", "Byte"],
    ["numeric", "Double"],
    ["Float", "Single"],
    ["Decimal", "Decimal"],
    ["DateTimeOffSet", "DateTimeOffset"],
    ["DateTime", "DateTimeOffset"],
    ["Timestamp", "DateTimeOffset"],
    ["date-time", "DateTimeOffset"],
    ["unix timestamp", "Int64"],
    ["uint32", "Int64"],
    ["float64", "Double"],
    ["Date", "Date"],
    ["TimeOfDay", "TimeOfDay"],
    ["Duration", "Duration"],
    ["GUID", "Guid"],
    ["Url", "Url"],
    ["Edm.Binary", "Binary"],
    ["edm.DateTime", "DateTimeOffset"],
    ["`Edm.boolean `", "Boolean"],
    ["**Stream**", "Stream"],
    ["String\u200b", "String"],
    ["String&nbsp;", "String"],
  ],
  "free JSON": [
    ["Json", "unknown"],
    ["Object", "unknown"],
    ["JSON object", "unknown"],
    ["Untyped JSON object", "unknown"],
  ],
  collections: [
    ["String collection", "String[]"],
    ["String Collection", "String[]"],
    ["Collection(String)", "String[]"],
    ["`collection(string)`", "String[]"],
    ["Collection of String", "String[]"],
    ["String array", "String[]"],
    ["String[]", "String[]"],
    ["Collection(Edm.Int32)", "Int32[]"],
    ["[courier](courier.md) collection", "→courier.md[]"],
    ["Collection([courier](courier.md))", "→courier.md[]"],
    ["Collection([courier][])", "→courier.md[]"],
    ["Collection(microsoft.graph.courier)", "?microsoft.graph.courier[]"],
    ["microsoft.graph.courier collection", "?microsoft.graph.courier[]"],
    ["courier collection", "?courier[]"],
    ["courier collection collection", "?courier[]"],
    ["Enumeration collection", "enumeration[]"],
  ],
  "a collection is a word of its own": [
    ["stampCollection", "?stampCollection"],
    ["[stampCollection](stampcollection.md)", "→stampcollection.md"],
  ],
  "links and names": [
    ["[courier](courier.md)", "→courier.md"],
    ["[courier][]", "→courier.md"],
    ["[**courier**](courier.md)", "→courier.md"],
    ["**[courier](courier.md)**", "→courier.md"],
    ["[courier](courier.md#properties) resource", "→courier.md#properties"],
    ["[pace](enums.md#pace-values) enum", "→enums.md#pace-values"],
    ["[waybill][]", "?waybill"],
    ["[waybill](waybill.md", "?waybill"],
    ["courier", "?courier"],
    ["**courier**", "?courier"],
    ["microsoft.graph.courier", "?microsoft.graph.courier"],
    ["#microsoft.graph.courier", "?microsoft.graph.courier"],
    ["Enumeration", "enumeration"],
    ["enum", "enumeration"],
  ],
  "the type stands first, words behind it are a note": [
    ["string (url)", "String"],
    ["string (readonly)", "String"],
    ["String (enum)", "String"],
    ["string, maximum size 20", "String"],
    ["String - optional", "String"],
    ["(Optional) String", "String"],
    ["String (optional)", "String"],
    ["Relative URL", "Url"],
    ["[courier](courier.md) collection. Who carries it, one by one.", "→courier.md[]"],
  ],
  "several types": [
    ["[courier](courier.md) or [depot](depot.md)", "(→courier.md | →depot.md)"],
    ["string/number", "(String | Double)"],
    ["Nullable<Int32>", "Int32"],
    ["[Price list](pricelist.md)", "→pricelist.md"],
    ["(boolean or string) collection", "(Boolean | String)[]"],
  ],
  "nothing that names a type": [
    ["", "nothing"],
    ["Zero means that it never left the depot.", "nothing"],
  ],
};

for (const [concept, table] of Object.entries(cells)) {
  typeExpression(concept, () => {
    assert.equal(
      table.map(([cell]) => [cell, read(cell)]),
      table.map(([cell, says]) => [cell, says]),
    );
  });
}

typeExpression.run();
