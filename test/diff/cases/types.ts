/** Types and enumerations. */
import { resource, type Pages } from "../../model/api-of.js";
import type { Case } from "../case.js";
import { create, enumeration, GET, get, parcel, thing, users } from "./parcels.js";

const WEIGHT = "|weight|Int32|In grams.|";
const NOTE = "|note|String|What is in it.|";
const plain: Pages = { ...parcel([WEIGHT, NOTE]), ...get() };
const extra = (name: string, rows: readonly string[] = [WEIGHT, NOTE]): Pages => ({
  [`resources/${name}.md`]: thing(name, rows),
});
/** A type based on another. */
const below = (name: string, base: string, rows: readonly string[] = ["|tall|Int32|In mm.|"]): Pages => ({
  [`resources/${name.toLowerCase()}.md`]: thing(name, rows, {
    annotation: { keyProperty: "id", baseType: `microsoft.graph.${base}` },
  }),
});
const reads = (use: string): string => `const parcel = await api.getParcel(client, { parcelId: "1" });\n${use}`;
const many = (count: number): Pages =>
  Object.assign(
    {},
    ...Array.from({ length: count }, (_, i) =>
      below(`kind${String.fromCharCode(97 + Math.floor(i / 26))}${String.fromCharCode(97 + (i % 26))}`, "parcel"),
    ),
  );
/** A parcel of a size that the page of the enumeration lists, only read. */
const sized = (members: readonly string[], text?: string): Pages => ({
  ...parcel([WEIGHT, "|size|size|How large.|"]),
  ...users("size"),
  ...get(),
  ...enumeration("size", members, text),
});
const EXHAUSTIVE = reads(`switch (parcel.size) {
  case "small":
  case "large":
  case undefined:
    return 1;
  default: {
    const none: never = parcel.size;
    return none;
  }
}`);
const SMALL = reads(`return parcel.size === "small";`);
/** A parcel that lists its values inline. */
const inline = (words: string, written = false): Pages => ({
  ...parcel([WEIGHT, `|size|String|How large. ${words}|`]),
  ...(written ? create({ response: "If successful, this method returns a `204 No Content` response code." }) : get()),
});

export const typeCases: readonly Case[] = [
  {
    rule: "type-added",
    old: plain,
    new: { ...plain, ...extra("letter") },
    there: { stays: GET },
    back: { red: "const letter: api.Letter | undefined = undefined;\nreturn letter;", stays: GET },
  },
  {
    rule: "type-renamed",
    old: { ...plain, ...extra("letter", [WEIGHT, "|stamp|String|On it.|"]) },
    new: { ...plain, ...extra("envelope", [WEIGHT, "|stamp|String|On it.|"]) },
    there: { red: "const letter: api.Letter | undefined = undefined;\nreturn letter;", stays: GET },
  },
  {
    rule: "type-documented-name",
    with: ["type-moved"],
    old: { ...plain, ...extra("letter", [WEIGHT, "|stamp|String|On it.|"]) },
    new: {
      ...plain,
      "resources/letter.md": thing("letter", [WEIGHT, "|stamp|String|On it.|"], { namespace: "microsoft.graph.mail" }),
    },
    there: {
      stays: GET,
      red: `import type { Letter } from "./src/letter.js";\nconst letter: Letter | undefined = undefined;\nreturn letter;`,
    },
  },
  {
    rule: "type-moved",
    old: { ...plain, ...enumeration("size", ["small", "large"]), ...extra("box", ["|size|size|How large.|"]) },
    new: {
      ...plain,
      ...enumeration("size", ["small", "large"]),
      ...extra("box", ["|size|size|How large.|"]),
      ...extra("lid", ["|size|size|How large.|"]),
    },
    with: ["type-added"],
    there: {
      red: `import type { Size } from "./src/box.js";\nconst size: Size = "small";\nreturn size;`,
      stays: `const size: api.Size = "small";\nreturn size;`,
    },
  },
  {
    rule: "type-became-enumeration",
    old: { ...plain, ...extra("kind"), ...users("kind") },
    new: { ...plain, ...enumeration("kind", ["small", "large"]), ...users("kind") },
    with: ["property-type-replaced", "property-type-replaced"],
    there: { red: `const kind: api.Kind = { id: "1" };\nreturn kind;`, stays: GET },
    back: { red: `const kind: api.Kind = "small";\nreturn kind;`, stays: GET },
  },
  {
    rule: "base-gained",
    with: ["property-added"],
    old: {
      ...plain,
      ...extra("letter"),
      ...extra("item", [WEIGHT, NOTE, "|stamp|String|On it.|"]),
      ...below("box", "item"),
    },
    new: {
      ...plain,
      ...below("letter", "item", []),
      ...extra("item", [WEIGHT, NOTE, "|stamp|String|On it.|"]),
      ...below("box", "item"),
    },
    there: {},
  },
  {
    rule: "type-opened",
    old: plain,
    new: { ...parcel([WEIGHT, NOTE], { annotation: { keyProperty: "id", openType: true } }), ...get() },
    there: { stays: GET },
    back: { red: reads(`return parcel["extension_colour"];`), stays: GET },
  },
  {
    rule: "derived-added",
    with: ["type-added"],
    old: { ...plain, ...below("letter", "parcel") },
    new: { ...plain, ...below("letter", "parcel"), ...below("envelope", "parcel") },
    there: {},
  },
  {
    rule: "derived-first",
    with: ["type-added"],
    old: plain,
    new: { ...plain, ...below("letter", "parcel") },
    there: { stays: GET },
    back: { red: "const any: api.AnyParcel | undefined = undefined;\nreturn any;", stays: GET },
  },
  {
    rule: "union-dropped",
    with: ["type-added"],
    old: { ...plain, ...many(40) },
    new: { ...plain, ...many(41) },
    there: { red: "const any: api.AnyParcel | undefined = undefined;\nreturn any;", stays: GET },
    back: { stays: GET },
  },
  {
    rule: "type-reached",
    with: ["operation-added"],
    old: { ...parcel([WEIGHT, NOTE]) },
    new: plain,
    there: { stays: "const parcel: api.Parcel | undefined = undefined;\nreturn parcel;" },
    back: { stays: "const parcel: api.Parcel | undefined = undefined;\nreturn parcel;" },
  },
];

export const enumerationCases: readonly Case[] = [
  {
    rule: "value-added",
    old: sized(["small", "large"]),
    new: sized(["small", "large", "huge"]),
    there: { stays: SMALL, notices: EXHAUSTIVE },
    back: { red: reads(`return parcel.size === "huge";`), stays: SMALL },
  },
  {
    rule: "value-renamed",
    old: sized(["small", "large"]),
    new: sized(["Small", "large"]),
    there: { red: SMALL },
  },
  {
    rule: "future-value-added",
    old: sized(["small", "large"]),
    new: sized(["small", "large", "unknownFutureValue"]),
    there: { stays: SMALL, notices: EXHAUSTIVE },
    back: { red: reads(`return parcel.size === "unknownFutureValue";`), stays: SMALL },
  },
  {
    rule: "values-reordered",
    old: sized(["small", "large"]),
    new: sized(["large", "small"]),
    there: { stays: SMALL, notices: `const first: "small" = api.sizeValues[0];\nreturn first;` },
  },
  {
    rule: "values-opened",
    old: inline("Possible values are: `small`, `large`."),
    new: inline("Possible values are: `small`, `large`."),
    there: {},
  },
  {
    rule: "flags-gained",
    old: sized(["small", "large"], "What there is."),
    new: sized(["small", "large"], "What there is: a combination of values."),
    with: ["description-changed"],
    there: { red: EXHAUSTIVE, stays: SMALL },
    back: { red: reads(`return parcel.size === "small,large";`), stays: SMALL },
  },
];

void resource;
