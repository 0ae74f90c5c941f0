/** Operations and functions. */
import { operation, type Pages } from "../../model/api-of.js";
import type { Case } from "../case.js";
import { GET, get, NOTHING, parcel, send, SEND, thing } from "./parcels.js";

const types = parcel(["|weight|Int32|In grams.|"]);

/** So that the namespace of most is another one. */
const other = { "resources/box.md": thing("box"), "resources/lid.md": thing("lid") };

export const operationCases: readonly Case[] = [
  {
    rule: "operation-added",
    old: { ...types, ...get() },
    new: { ...types, ...get(), ...send() },
    there: { stays: GET },
    back: { red: SEND },
  },
  {
    rule: "operation-unread",
    old: { ...types, ...get(), ...send() },
    new: { ...types, ...get(), ...send({ request: "POST" }) },
    there: { red: SEND, stays: GET },
    back: { stays: GET },
  },
  {
    rule: "operation-split",
    old: { ...types, ...get(), ...send({ request: "POST /parcels/{parcelId}/send\nPOST /letters/{letterId}/send" }) },
    new: {
      ...types,
      ...get(),
      ...sends("parcel"),
      ...sends("letter"),
    },
    there: { red: `await api.sendParcel(client, { letterId: "1" });`, stays: GET },
    back: { red: `await api.send(client, { letterId: "1" });` },
  },
  {
    rule: "function-renamed",
    old: { ...types, ...get() },
    new: { ...types, ...get() },
    renamed: { "parcel-get": { function: "readParcel" } },
    there: { red: GET },
    back: { red: `await api.readParcel(client, { parcelId: "1" });` },
  },
  {
    rule: "function-renamed-kept",
    old: { ...types, ...get() },
    new: { ...types, ...get() },
    renamed: { "parcel-get": { function: "readParcel", aliases: ["getParcel"] } },
    there: { stays: `${GET}\nconst sent: api.Operation = api.getParcelOperation;\nvoid sent;` },
    back: { red: `await api.readParcel(client, { parcelId: "1" });` },
  },
  {
    rule: "function-alias-added",
    old: { ...types, ...get() },
    new: { ...types, ...get() },
    renamed: { "parcel-get": { function: "getParcel", aliases: ["readParcel"] } },
    there: { stays: GET },
    back: { red: `await api.readParcel(client, { parcelId: "1" });` },
  },
  {
    rule: "method-changed",
    old: { ...types, ...send() },
    new: { ...types, ...send({ request: "PUT /parcels/{parcelId}/send" }) },
    there: { sends: SEND },
    back: { sends: SEND },
  },
  {
    rule: "operation-id-changed",
    old: { ...types, ...get() },
    new: { ...types, "api/parcel-read.md": get()["api/parcel-get.md"] ?? "" },
    there: { stays: GET },
    back: { stays: GET },
  },
  {
    rule: "function-moved",
    with: ["type-documented-name", "type-moved"],
    old: { ...types, ...get(), ...other },
    new: { ...parcel(["|weight|Int32|In grams.|"], { namespace: "microsoft.graph.mail" }), ...get(), ...other },
    there: {
      red: `import { getParcel } from "./src/parcel.js";\nawait getParcel(client, { parcelId: "1" });`,
      stays: GET,
    },
  },
  {
    rule: "operation-joined",
    old: { ...types, ...sends("parcel"), ...sends("letter") },
    new: { ...types, ...send({ request: "POST /parcels/{parcelId}/send\nPOST /letters/{letterId}/send" }) },
    there: { red: `await api.send(client, { letterId: "1" });` },
  },
];

function sends(what: string): Pages {
  return {
    [`api/${what}-mail.md`]: operation({
      title: `${what}: send`,
      request: `POST /${what}s/{${what}Id}/send`,
      response: NOTHING,
    }),
  };
}
