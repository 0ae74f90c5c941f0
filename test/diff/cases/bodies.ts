/** Request bodies. */
import type { Pages } from "../../model/api-of.js";
import { exchange, json } from "../../model/api-of.js";
import type { Case } from "../case.js";
import { bodyTable, create, enumeration, parcel, send, SEND, SENDS, thing, users, goods } from "./parcels.js";

const types: Pages = {
  ...parcel(["|weight|Int32|In grams.|", "|note|String|What is in it.|"]),
  ...enumeration("size", ["small", "large"]),
  ...users("size"),
};
const table = (...rows: readonly string[]): Pages => ({ ...types, ...send({ body: bodyTable(...rows) }) });
const WEIGHT = "|weight|Int32|In grams. Optional.|";
const call = (body: string): string => `await api.sendParcel(client, { parcelId: "1" }, ${body});`;
/** A body of one kind of row, before and after. */
const row = (type: string, words = "Optional."): Pages => table(WEIGHT, `|note|${type}|What is in it. ${words}|`);
const MAKE = `await api.createParcel(client, { weight: 5 });`;
const BYTES = "In the request body, supply the binary content of the file.";

const NONE = "If successful, this method returns a `204 No Content` response code.";
const letter: Pages = { "resources/letter.md": thing("letter", ["|stamp|String|On it.|"]) };
/** What is sent by its address. */
const BOUND = { "box@odata.bind": "https://api.parcels.example/v1/boxes/1" };
const sent = (body: object, name = "send"): string =>
  exchange({
    name,
    request: json("POST https://api.parcels.example/v1/parcels/1/send", body),
    response: "HTTP/1.1 204 No Content",
  });
const pictures = (kinds: string): readonly string[] => [`|Content-Type|${kinds}. Required.|`];

export const bodyCases: readonly Case[] = [
  {
    rule: "body-added",
    old: { ...types, ...send() },
    new: table(WEIGHT),
    there: { red: `await api.sendParcel(client, { parcelId: "1" }, { headers: { "X-Why": "fun" } });` },
    back: { red: call("{ weight: 5 }") },
  },
  {
    rule: "body-may-be-omitted",
    with: ["description-changed", "body-property-optional"],
    old: row("String", "Required."),
    new: row("String", "Optional."),
    there: { stays: call(`{ note: "x" }`) },
    back: { red: SEND },
  },
  {
    rule: "body-kind-changed",
    old: { ...types, ...create({ body: BYTES }) },
    new: { ...types, ...create() },
    there: { red: `await api.createParcel(client, new Blob(["x"]));` },
    back: { red: MAKE },
  },
  {
    rule: "body-table-added",
    with: ["body-property-removed", "body-property-removed"],
    old: { ...types, ...create() },
    new: { ...types, ...create({ body: `${SENDS}\n\n${rows(WEIGHT)}` }) },
    there: { stays: MAKE },
    also: { red: `await api.createParcel(client, { note: "x" });` },
    back: {
      red: `const body: api.CreateParcelBody = { weight: 5 };\nawait api.createParcel(client, body);`,
      stays: MAKE,
    },
  },
  {
    rule: "body-property-added",
    old: table(WEIGHT),
    new: row("String"),
    there: { stays: call("{ weight: 5 }") },
    back: { red: call(`{ weight: 5, note: "x" }`), stays: call("{ weight: 5 }") },
  },
  {
    rule: "body-property-added-required",
    with: ["body-must-be-given"],
    old: table(WEIGHT),
    new: row("String", "Required."),
    there: { red: call("{ weight: 5 }") },
    back: { red: call(`{ weight: 5, note: "x" }`) },
  },
  {
    rule: "body-property-required",
    with: ["body-must-be-given", "description-changed"],
    old: row("String", "Optional."),
    new: row("String", "Required."),
    there: { red: call("{ weight: 5 }") },
    back: { stays: call(`{ note: "x" }`) },
  },
  {
    rule: "body-property-type-wider",
    old: row("size"),
    new: row("String"),
    there: { stays: call(`{ note: "small" }`) },
    back: { red: call(`{ note: "huge" }`), stays: call("{ weight: 5 }") },
  },
  {
    rule: "body-property-type-replaced",
    old: row("Int32"),
    new: row("String"),
    there: { red: call("{ note: 5 }") },
    back: { red: call(`{ note: "5" }`) },
  },
  {
    rule: "body-property-scalar-changed",
    old: row("Guid"),
    new: row("String"),
    there: { stays: call(`{ note: "x" }`) },
  },
  {
    rule: "body-property-null-allowed",
    with: ["description-changed"],
    old: row("String", "Optional."),
    new: row("String", "Optional. Can be null."),
    there: { stays: call(`{ note: "x" }`) },
    back: { red: call("{ note: null }"), stays: call(`{ note: "x" }`) },
  },
  {
    rule: "body-content-type-changed",
    with: ["example-changed"],
    old: { ...types, ...create({ body: BYTES, examples: [upload("image/png")] }) },
    new: { ...types, ...create({ body: BYTES, examples: [upload("image/jpeg")] }) },
    there: { sends: `await api.createParcel(client, new Uint8Array([1]));` },
  },
  {
    rule: "body-content-types-changed",
    old: {
      ...types,
      ...create({ body: BYTES, headers: pictures("image/png or image/gif"), examples: [upload("image/png")] }),
    },
    new: {
      ...types,
      ...create({ body: BYTES, headers: pictures("image/png or image/bmp"), examples: [upload("image/png")] }),
    },
    there: { stays: `await api.createParcel(client, new Uint8Array([1]));` },
  },
  {
    rule: "body-text-accepted",
    with: ["example-added"],
    old: { ...types, ...create({ examples: [made("{}", "application/json")] }) },
    new: {
      ...types,
      ...create({ examples: [made("{}", "application/json"), made("bWltZQ==", "text/plain", "as_text")] }),
    },
    there: { stays: MAKE },
    back: { red: `await api.createParcel(client, "bWltZQ==");`, stays: MAKE },
  },
  {
    rule: "body-type-replaced",
    old: { ...types, ...letter, ...create({ response: NONE }) },
    new: { ...types, ...letter, ...create({ response: NONE, body: SENDS.replaceAll("parcel", "letter") }) },
    with: ["type-reached", "type-unreached"],
    there: { red: MAKE },
  },
  {
    rule: "body-type-wider",
    old: { ...letter, ...goods, ...create({ response: NONE, body: SENDS.replaceAll("parcel", "egg") }) },
    new: { ...letter, ...goods, ...create({ response: NONE, body: SENDS.replaceAll("parcel", "food") }) },
    there: { stays: "await api.createParcel(client, { fresh: true });" },
    back: {
      red: `const food: api.Food = { id: "1" };\nawait api.createParcel(client, food);`,
      stays: "await api.createParcel(client, { fresh: true });",
    },
  },
  {
    rule: "body-binding-added",
    with: ["body-must-be-given", "example-changed"],
    old: {
      ...types,
      ...send({ body: bodyTable(WEIGHT, "|box|box|Around it. Optional.|"), examples: [sent({ weight: 5 })] }),
    },
    new: { ...types, ...send({ body: bodyTable(WEIGHT, "|box|box|Around it. Optional.|"), examples: [sent(BOUND)] }) },
    there: { stays: call("{ weight: 5 }") },
    also: { red: SEND },
    back: { red: call(`{ "box@odata.bind": "https://api.parcels.example/v1/boxes/1" }`), stays: call("{ weight: 5 }") },
  },
  {
    rule: "body-property-bound",
    with: ["body-binding-added", "example-added"],
    old: {
      ...types,
      ...send({ body: bodyTable(WEIGHT, "|box|box|Around it. Required.|"), examples: [sent({ box: {} })] }),
    },
    new: {
      ...types,
      ...send({
        body: bodyTable(WEIGHT, "|box|box|Around it. Required.|"),
        examples: [sent({ box: {} }), sent(BOUND, "bound")],
      }),
    },
    there: { stays: call("{ box: { wide: 5 } }") },
    back: { red: call(`{ "box@odata.bind": "https://api.parcels.example/v1/boxes/1" }`) },
  },
];

function upload(type: string, name = "upload"): string {
  return made("Binary data", type, name);
}

function made(body: string, type: string, name = "made"): string {
  return exchange({
    name,
    request: `POST https://api.parcels.example/v1/parcels\nContent-Type: ${type}\n\n${body}`,
    response: json("HTTP/1.1 201 Created", { id: "1" }),
  });
}

function rows(...all: readonly string[]): string {
  return ["|Property|Type|Description|", "|:---|:---|:---|", ...all].join("\n");
}
