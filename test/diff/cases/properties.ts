/** Properties of types. */
import { resource, type Pages } from "../../model/api-of.js";
import { enumeration, create, GET, get, list, LIST, parcel, thing, users, goods } from "./parcels.js";
import type { Case } from "../case.js";

/** A parcel that is only read, with one row. */
const read = (...rows: readonly string[]): Pages => ({
  ...parcel(["|weight|Int32|In grams.|", ...rows]),
  ...others,
  ...get(),
});
/** A parcel that is only written. */
const written = (...rows: readonly string[]): Pages => ({
  ...parcel(["|weight|Int32|In grams.|", ...rows]),
  ...others,
  ...create({ response: "If successful, this method returns a `204 No Content` response code." }),
});
const others: Pages = { ...enumeration("size", ["small", "large"]), ...users("size") };
const note = (type: string, words = "What is in it."): string => `|note|${type}|${words}|`;
const reads = (use: string): string => `const parcel = await api.getParcel(client, { parcelId: "1" });\n${use}`;
const READ_TEXT = reads(`const text: string | undefined = parcel.note;\nreturn text;`);
const makes = (body: string): string => `await api.createParcel(client, ${body});`;

const base = (rows: readonly string[]): Pages => ({ "resources/item.md": thing("item", rows) });
/** A parcel that is an item. */
const derived = (rows: readonly string[]): Pages =>
  parcel(["|weight|Int32|In grams.|", ...rows], {
    annotation: { keyProperty: "id", baseType: "microsoft.graph.item" },
  });
/** A parcel with relationships, in a list that takes all options. */
const linked = (properties: readonly string[], relationships: readonly string[]): Pages => ({
  ...others,
  ...parcel(properties, relationships.length > 0 ? { relationships } : {}),
  ...list({ query: "This method supports the `$expand` and `$select` OData query parameters." }),
});

export const propertyCases: readonly Case[] = [
  {
    rule: "property-added",
    old: read(),
    new: read(note("String")),
    there: { stays: GET },
    back: { red: READ_TEXT, stays: GET },
  },
  {
    rule: "property-added-required",
    old: { "resources/parcel.md": resource("parcel", { properties: ["|weight|Int32|In grams.|"] }), ...get() },
    new: { ...parcel(["|weight|Int32|In grams.|"]), ...get() },
    there: { stays: GET, notices: "const mock: api.Parcel = { weight: 5 };\nreturn mock;" },
    back: { red: reads("const id: string = parcel.id;\nreturn id;"), stays: GET },
  },
  {
    rule: "property-required",
    with: ["property-optional"],
    old: { ...parcel([note("String")]), ...get() },
    new: { ...parcel([note("String")], { annotation: { keyProperty: "note" } }), ...get() },
    there: { stays: READ_TEXT, notices: `const mock: api.Parcel = { id: "1" };\nreturn mock;` },
    also: { red: reads("const id: string = parcel.id;\nreturn id;") },
  },
  {
    rule: "property-type-wider",
    old: { ...others, ...goods, ...parcel(["|content|egg|What is in it.|"]), ...get() },
    new: { ...others, ...goods, ...parcel(["|content|food|What is in it.|"]), ...get() },
    there: { red: reads("return parcel.content?.hard;"), stays: reads("return parcel.content?.fresh;") },
    back: { stays: reads("return parcel.content?.fresh;") },
  },
  {
    rule: "property-type-wider",
    old: { ...others, ...goods, ...written("|content|egg|What is in it.|"), ...goods },
    new: { ...others, ...goods, ...written("|content|food|What is in it.|"), ...goods },
    there: { stays: makes("{ content: { fresh: true } }") },
    back: {
      red: `const food: api.Food = { id: "1" };\n${makes("{ content: food }")}`,
      stays: makes("{ content: { fresh: true } }"),
    },
  },
  {
    rule: "property-became-relationship",
    old: linked([note("String"), "|box|box|Around it.|"], []),
    new: linked([note("String")], ["|box|box|Around it.|"]),
    there: {
      red: "const { items } = await api.listParcels(client);\nreturn items.map(({ box }) => box?.wide);",
      stays: LIST,
    },
    back: { red: `await api.listParcels(client, { expand: ["box"] });`, stays: LIST },
  },
  {
    rule: "relationship-added",
    with: ["type-reached"],
    old: linked([note("String")], []),
    new: linked([note("String")], ["|box|[box](box.md)|Around it.|"]),
    there: { stays: LIST },
    back: { red: `await api.listParcels(client, { expand: ["box"] });`, stays: LIST },
  },
  {
    rule: "property-renamed",
    old: read(note("String")),
    new: read("|memo|String|What is in it.|"),
    there: { red: READ_TEXT, stays: GET },
  },
  {
    rule: "property-null-allowed",
    with: ["description-changed"],
    old: read(note("String")),
    new: read(note("String", "What is in it. Can be null.")),
    there: { red: READ_TEXT, stays: GET },
    back: { stays: reads(`return parcel.note === null || parcel.note === undefined;`) },
  },
  {
    rule: "property-null-allowed",
    with: ["description-changed"],
    old: written(note("String")),
    new: written(note("String", "What is in it. Can be null.")),
    there: { stays: makes(`{ note: "x" }`) },
    back: { red: makes("{ note: null }"), stays: makes(`{ note: "x" }`) },
  },
  {
    rule: "property-type-replaced",
    old: read(note("String")),
    new: read(note("Int32")),
    there: { red: READ_TEXT, stays: GET },
    back: { red: reads(`const count: number = parcel.note ?? 0;\nreturn count;`) },
  },
  {
    rule: "property-scalar-changed",
    old: read(note("Int32")),
    new: read(note("Int64")),
    there: { stays: reads(`const count: number = parcel.note ?? 0;\nreturn count;`) },
  },
  {
    rule: "property-type-unknown",
    old: read(note("String")),
    new: read(note("Json")),
    there: { red: READ_TEXT, stays: GET },
    back: { stays: reads("return parcel.note;") },
  },
  {
    rule: "property-type-unknown",
    old: written(note("String")),
    new: written(note("Json")),
    there: { stays: makes(`{ note: "x" }`) },
    back: { red: makes("{ note: { deep: true } }"), stays: makes(`{ note: "x" }`) },
  },
  {
    rule: "property-became-collection",
    old: read(note("String")),
    new: read(note("String collection")),
    there: { red: READ_TEXT, stays: GET },
    back: { red: reads("return (parcel.note ?? []).map((one) => one.length);") },
  },
  {
    rule: "property-moved",
    with: ["property-added"],
    old: { ...base([]), ...derived([note("String")]), ...get() },
    new: { ...base([note("String")]), ...derived([]), ...get() },
    there: { stays: READ_TEXT },
    back: { stays: READ_TEXT },
  },
  {
    rule: "property-read-only",
    with: ["description-changed"],
    old: written(note("String")),
    new: written(note("String", "What is in it. Read-only.")),
    there: { stays: makes(`{ note: "x" }`) },
    back: { stays: makes(`{ note: "x" }`) },
  },
  {
    rule: "text-became-enumeration",
    old: read(note("String")),
    new: read(note("size")),
    there: { red: reads(`return parcel.note === "huge";`), stays: READ_TEXT },
    back: { red: reads(`const size: "small" | "large" | undefined = parcel.note;\nreturn size;`), stays: GET },
  },
  {
    rule: "text-became-enumeration",
    old: written(note("String")),
    new: written(note("size")),
    there: { red: makes(`{ note: "huge" }`) },
    back: { stays: makes(`{ note: "small" }`) },
  },
];
