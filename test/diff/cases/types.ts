/** Types and enumerations. */
import type { Pages } from "../../model/api-of.js";
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
const inline = (type: string, written = false, more = ""): Pages => ({
  ...parcel([
    WEIGHT,
    `|size|${type}|How large. Possible values are: \`small\`, \`large\`${more === "" ? "" : `, ${more}`}.|`,
  ]),
  ...(written ? create({ response: "If successful, this method returns a `204 No Content` response code." }) : get()),
});

/** A letter is one of the items. */
const FAMILY = `const item = {} as api.AnyItem;\nreturn item["@odata.type"] === "#microsoft.graph.letter";`;
const item = extra("item", [WEIGHT, NOTE, "|stamp|String|On it.|"]);
const good = extra("good", [WEIGHT, NOTE, "|price|Int32|For it.|"]);

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
    },
    also: {
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
    with: ["property-added", "property-moved", "property-moved", "property-moved"],
    old: { ...plain, ...item, ...extra("letter"), ...below("box", "item") },
    new: { ...plain, ...item, ...below("letter", "item", []), ...below("box", "item") },
    there: { stays: `const letter: api.Letter = { id: "1", weight: 5 };\nreturn letter;` },
    back: {
      red: FAMILY,
    },
  },
  {
    rule: "base-replaced",
    with: ["property-removed", "property-added"],
    old: { ...plain, ...item, ...good, ...below("letter", "item"), ...below("box", "item"), ...below("lid", "good") },
    new: { ...plain, ...item, ...good, ...below("letter", "good"), ...below("box", "item"), ...below("lid", "good") },
    there: { red: FAMILY },
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
    rule: "type-annotation-changed",
    with: ["type-moved"],
    old: { ...plain, ...below("letter", "parcel"), ...below("lid", "parcel") },
    new: {
      ...plain,
      ...below("lid", "parcel"),
      "resources/letter.md": thing("letter", ["|tall|Int32|In mm.|"], {
        namespace: "microsoft.graph.mail",
        annotation: { keyProperty: "id", baseType: "microsoft.graph.parcel" },
      }),
    },
    there: { red: reads(`return parcel["@odata.type"] === "#microsoft.graph.letter";`), stays: GET },
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
    old: inline("Enumeration"),
    new: inline("String"),
    there: { red: reads(`const size: "small" | "large" | undefined = parcel.size;\nreturn size;`), stays: SMALL },
    back: { red: reads(`return parcel.size === "huge";`), stays: SMALL },
  },
  {
    rule: "values-opened",
    old: inline("Enumeration", true),
    new: inline("String", true),
    there: { stays: `await api.createParcel(client, { size: "small" });` },
    back: {
      red: `await api.createParcel(client, { size: "huge" });`,
      stays: `await api.createParcel(client, { size: "small" });`,
    },
  },
  {
    rule: "value-added",
    old: inline("Enumeration"),
    new: inline("Enumeration", false, "`huge`"),
    there: { stays: SMALL, notices: EXHAUSTIVE },
    back: { red: reads(`return parcel.size === "huge";`) },
    with: ["description-changed"],
  },
  {
    rule: "listed-value-added",
    with: ["description-changed"],
    old: inline("String"),
    new: inline("String", false, "`huge`"),
    there: { stays: SMALL },
    back: { stays: reads(`return parcel.size === "huge";`) },
  },
  {
    rule: "values-named",
    with: ["type-added"],
    old: { ...inline("Enumeration"), ...extra("box"), ...extra("lid") },
    new: { ...inline("Enumeration"), ...enumeration("size", ["small", "large"]), ...extra("box"), ...extra("lid") },
    there: { stays: SMALL },
    back: { stays: SMALL },
  },
  {
    rule: "enumeration-became-text",
    old: sized(["small", "large"]),
    new: { ...sized(["small", "large"]), ...parcel([WEIGHT, "|size|String|How large.|"]) },
    there: { red: reads(`const size: "small" | "large" | undefined = parcel.size;\nreturn size;`), stays: SMALL },
    back: { red: reads(`return parcel.size === "huge";`), stays: SMALL },
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
