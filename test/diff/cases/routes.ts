/** Routes and the keys of `where`; query options and headers. */
import { operation, type Pages } from "../../model/api-of.js";
import type { Case } from "../case.js";
import { enumeration, GET, get, list, LIST, parcel, send, SEND, users } from "./parcels.js";

const types = parcel(["|weight|Int32|In grams.|"]);
/** A page with these request lines. */
const lines = (...all: readonly string[]) => ({ ...types, ...send({ request: all.join("\n") }) });
const ONE_KEY = "POST /parcels/{parcelId}/send";
const OTHER_KEY = "POST /letters/{letterId}/send";
const SAME_KEY = "POST /storage/parcels/{parcelId}/send";
const search = (line: string, rows: readonly string[]) => ({ ...types, ...list({ request: line, arguments: rows }) });

const OF_DEPOT = `await api.listParcels(client, { depotId: "1" });`;

const sizes = { ...enumeration("size", ["small", "large"]), ...users("size") };

export const routeCases: readonly Case[] = [
  {
    rule: "route-added",
    with: ["where-type-added"],
    old: lines(ONE_KEY),
    new: lines(ONE_KEY, OTHER_KEY),
    there: { stays: SEND },
    back: { red: `await api.sendParcel(client, { letterId: "1" });`, stays: SEND },
  },
  {
    rule: "route-added-before",
    old: lines(ONE_KEY, OTHER_KEY),
    new: lines(SAME_KEY, ONE_KEY, OTHER_KEY),
    there: { sends: SEND },
    back: { sends: SEND },
  },
  {
    rule: "route-added-behind",
    old: lines(ONE_KEY, OTHER_KEY),
    new: lines(ONE_KEY, SAME_KEY, OTHER_KEY),
    there: { stays: SEND },
    back: {
      stays: SEND,
      red: `await api.sendParcel(client, { route: "/storage/parcels/{parcelId}/send", parcelId: "1" });`,
    },
  },
  {
    rule: "route-order-changed",
    old: lines(ONE_KEY, SAME_KEY),
    new: lines(SAME_KEY, ONE_KEY),
    there: { sends: SEND },
  },
  {
    rule: "route-order-free",
    old: lines(ONE_KEY, OTHER_KEY),
    new: lines(OTHER_KEY, ONE_KEY),
    there: { stays: SEND },
  },
  {
    rule: "route-text-changed",
    old: lines(ONE_KEY),
    new: lines("POST /packages/{parcelId}/send"),
    there: { sends: SEND },
  },
  {
    rule: "placeholder-renamed",
    old: lines(ONE_KEY),
    new: lines("POST /parcels/{parcelNumber}/send"),
    there: { red: SEND },
  },
  {
    rule: "placeholder-added",
    old: lines(ONE_KEY),
    new: lines("POST /depots/{depotId}/parcels/{parcelId}/send"),
    there: { red: SEND },
    back: { red: `await api.sendParcel(client, { depotId: "2", parcelId: "1" });` },
  },
  {
    rule: "where-appeared",
    old: lines("POST /parcels/send"),
    new: lines(ONE_KEY),
    there: { red: `await api.sendParcel(client, { headers: { "X-Why": "fun" } });` },
    back: { red: SEND },
  },
  {
    rule: "where-type-added",
    with: ["route-added"],
    old: lines(ONE_KEY),
    new: lines(ONE_KEY, OTHER_KEY),
    there: { stays: SEND },
    back: { red: `const where: api.SendParcelWhere = { parcelId: "1" };\nawait api.sendParcel(client, where);` },
  },
  {
    rule: "query-parameter-added",
    old: search("GET /depots/{depotId}/parcels", []),
    new: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|Int32|At most. Optional.|"]),
    there: { stays: OF_DEPOT },
    back: { red: `await api.listParcels(client, { depotId: "1", weight: 5 });`, stays: OF_DEPOT },
  },
  {
    rule: "query-parameter-added-required",
    old: search("GET /depots/{depotId}/parcels", []),
    new: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|Int32|At most. Required.|"]),
    there: { red: OF_DEPOT },
    back: { red: `await api.listParcels(client, { depotId: "1", weight: 5 });` },
  },
  {
    rule: "placeholder-optional",
    with: ["description-changed"],
    old: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|Int32|At most. Required.|"]),
    new: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|Int32|At most. Optional.|"]),
    there: { stays: `await api.listParcels(client, { depotId: "1", weight: 5 });` },
    back: { red: OF_DEPOT },
  },
  {
    rule: "placeholder-type-replaced",
    old: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|Int32|At most. Required.|"]),
    new: search("GET /depots/{depotId}/parcels?weight={weight}", ["|weight|String|At most. Required.|"]),
    there: { red: `await api.listParcels(client, { depotId: "1", weight: 5 });` },
    back: { red: `await api.listParcels(client, { depotId: "1", weight: "5" });` },
  },
  {
    rule: "placeholder-type-wider",
    old: { ...sizes, ...search("GET /depots/{depotId}/parcels?size={size}", ["|size|size|How large. Required.|"]) },
    new: { ...sizes, ...search("GET /depots/{depotId}/parcels?size={size}", ["|size|String|How large. Required.|"]) },
    there: { stays: `await api.listParcels(client, { depotId: "1", size: "small" });` },
    back: { red: `await api.listParcels(client, { depotId: "1", size: "huge" });` },
  },
  {
    rule: "route-sample-added",
    old: search("GET /depots/{depotId}/parcels(kind='{kind}')", []),
    new: search("GET /depots/{depotId}/parcels(kind='{kind}')\nGET /depots/{depotId}/parcels(kind='small')", []),
    there: { stays: `await api.listParcels(client, { depotId: "1", kind: "small" });` },
    back: { stays: `await api.listParcels(client, { depotId: "1", kind: "small" });` },
  },
];

/** A call whose result no option shapes, with these options. */
function counted(options: string): Pages {
  const query =
    options === "all"
      ? "This method supports the [OData query parameters](/graph/query-parameters) to help customize the response."
      : `This method supports the ${options} OData query parameters.`;
  const response = "If successful, this method returns a `200 OK` response code and an Int32 in the response body.";
  return {
    "api/parcel-count.md": operation({ title: "Count parcels", request: "GET /parcels/count()", query, response }),
  };
}

const COUNT = `await api.countParcel(client);`;

export const optionCases: readonly Case[] = [
  {
    rule: "header-added",
    old: { ...types, ...get() },
    new: { ...types, ...get({ headers: ["|X-Trace|A name for the log. Optional.|"] }) },
    there: { stays: GET },
    back: { stays: `await api.getParcel(client, { parcelId: "1" }, { headers: { "X-Trace": "t" } });` },
  },
  {
    rule: "header-added-required",
    old: { ...types, ...get() },
    new: { ...types, ...get({ headers: ["|X-Trace|A name for the log. Required.|"] }) },
    there: { red: GET },
    back: { stays: `await api.getParcel(client, { parcelId: "1" }, { headers: { "X-Trace": "t" } });` },
  },
  {
    rule: "header-required",
    with: ["description-changed"],
    old: { ...types, ...get({ headers: ["|X-Trace|A name for the log. Optional.|"] }) },
    new: { ...types, ...get({ headers: ["|X-Trace|A name for the log. Required.|"] }) },
    there: { red: GET },
    back: { stays: `await api.getParcel(client, { parcelId: "1" }, { headers: { "X-Trace": "t" } });` },
  },
  {
    rule: "shaping-gained",
    old: { ...types, ...list({ query: "This method does not support the OData query parameters." }) },
    new: { ...types, ...list({ query: "This method supports the `$select` OData query parameter." }) },
    there: { stays: LIST },
    back: { red: `await api.listParcels(client, { select: ["weight"] });`, stays: LIST },
  },
  {
    rule: "option-added",
    old: { ...types, ...counted("`$top`") },
    new: { ...types, ...counted("`$top` and `$filter`") },
    there: { stays: COUNT },
    back: { red: `await api.countParcel(client, { filter: "weight gt 5" });`, stays: COUNT },
  },
  {
    rule: "options-listed",
    old: { ...types, ...counted("all") },
    new: { ...types, ...counted("`$top`") },
    there: { red: `await api.countParcel(client, { filter: "weight gt 5" });`, stays: COUNT },
    back: { stays: COUNT },
  },
  {
    rule: "options-documented",
    old: { ...types, ...list({ query: "This method supports the `$select` OData query parameter." }) },
    new: { ...types, ...list({ query: "This method supports the `$select` and `$top` OData query parameters." }) },
    there: { stays: `await api.listParcels(client, { top: 5 });` },
  },
];
