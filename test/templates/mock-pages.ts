/** Pages of a parcel service that speaks OData, with what a mock makes something of. */
import { exchange, json, operation, resource } from "../model/api-of.js";
import type { Pages } from "../model/api-of.js";
import { base } from "./mock-of.js";

const parcel = { id: "p-1", label: "Books", weight: 3 };
export const three = [parcel, { id: "p-2", label: "Tea", weight: 1 }, { id: "p-3", label: "Lamp", weight: 4 }];

export const parcelPages: Pages = {
  "resources/parcel.md": resource("parcel", {
    properties: [
      "|id|String|The number. Key. Read-only.|",
      "|label|String|What is in it.|",
      "|weight|Int32|In kilograms.|",
      "|fragile|Boolean|Whether it breaks.|",
    ],
    annotation: { keyProperty: "id" },
    json: `{"id": "String", "label": "String", "weight": 1, "fragile": true}`,
  }),
  "api/parcel-get.md": operation({
    title: "Get parcel",
    request: "GET /parcels/{parcelId}",
    query: "This method supports the `$select` OData query parameter.",
    response:
      "If successful, this method returns a `200 OK` response code and a [parcel](../resources/parcel.md) object.",
    examples: [
      exchange({
        name: "get_first",
        request: `GET ${base}/parcels/p-1`,
        response: json("HTTP/1.1 200 OK", { "@odata.context": `${base}/$metadata#parcels/$entity`, ...parcel }),
        type: "microsoft.graph.parcel",
      }),
      exchange({
        name: "get_lost",
        request: `GET ${base}/parcels/p-9`,
        response: json("HTTP/1.1 404 Not Found", { error: { code: "lost", message: "Nobody knows." } }),
      }),
    ],
  }),
  "api/parcel-list.md": operation({
    title: "List parcels",
    request: "GET /parcels",
    query: "This method supports the `$select`, `$top`, `$filter` and `$count` OData query parameters.",
    response:
      "If successful, this method returns a `200 OK` response code and a collection of [parcel](../resources/parcel.md) objects.",
    examples: [
      exchange({
        name: "list_all",
        request: `GET ${base}/parcels`,
        response: json("HTTP/1.1 200 OK", { "@odata.nextLink": `${base}/parcels?$skiptoken=abc`, value: three }),
        type: "Collection(microsoft.graph.parcel)",
      }),
      exchange({
        name: "list_light",
        request: `GET ${base}/parcels?$filter=weight lt 2`,
        response: json("HTTP/1.1 200 OK", { value: [three[1]] }),
        type: "Collection(microsoft.graph.parcel)",
      }),
    ],
  }),
  "api/parcel-post.md": operation({
    title: "Create parcel",
    request: "POST /parcels",
    body: "In the request body, supply a JSON representation of the properties below.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|label|String|What is in it. Required.|\n|weight|Int32|In kilograms.|",
    response:
      "If successful, this method returns a `201 Created` response code and a [parcel](../resources/parcel.md) object.",
    examples: [
      exchange({
        name: "create_parcel",
        request: json(`POST ${base}/parcels`, { label: "Books", weight: 3 }),
        response: json(`HTTP/1.1 201 Created\nLocation: ${base}/parcels/p-1`, parcel),
        type: "microsoft.graph.parcel",
      }),
    ],
  }),
  "api/parcel-delta.md": operation({
    title: "parcel: delta",
    text: "Get what changed: created, updated or deleted parcels.",
    request: "GET /parcels/delta",
    response:
      "If successful, this method returns a `200 OK` response code and a collection of [parcel](../resources/parcel.md) objects.",
    examples: [
      exchange({
        name: "delta_first",
        request: `GET ${base}/parcels/delta`,
        response: json("HTTP/1.1 200 OK", {
          "@odata.nextLink": `${base}/parcels/delta?$skiptoken=s1`,
          value: [parcel],
        }),
        type: "Collection(microsoft.graph.parcel)",
      }),
      exchange({
        name: "delta_last",
        request: `GET ${base}/parcels/delta?$skiptoken=s1`,
        response: json("HTTP/1.1 200 OK", {
          "@odata.deltaLink": `${base}/parcels/delta?$deltatoken=d1`,
          value: [three[1]],
        }),
        type: "Collection(microsoft.graph.parcel)",
      }),
    ],
  }),
  "api/parcel-weigh.md": operation({
    title: "parcel: weigh",
    text: "Weighs a parcel again.",
    request: "POST /parcels/{parcelId}/weigh",
    response: "If successful, this method returns a `202 Accepted` response code.",
    examples: [
      exchange({
        name: "weigh_parcel",
        request: `POST ${base}/parcels/p-1/weigh`,
        response: "HTTP/1.1 202 Accepted\nLocation: https://scales.example/work/17",
      }),
    ],
  }),
  "api/parcel-near.md": operation({
    title: "parcel: near",
    text: "Finds parcels near a place.",
    request: "GET /parcels/near(place='{place}',within={within})",
    arguments: ["|place|String|Name of it.|", "|within|Int32|Kilometres.|"],
    response:
      "If successful, this method returns a `200 OK` response code and a collection of [parcel](../resources/parcel.md) objects.",
    examples: [
      exchange({
        name: "near_depot",
        request: `GET ${base}/parcels/near(place='depot',within=5)`,
        response: json("HTTP/1.1 200 OK", { value: [parcel] }),
        type: "Collection(microsoft.graph.parcel)",
      }),
    ],
  }),
  "api/parcel-photo.md": operation({
    title: "Download photo",
    text: "Gets the bytes of the photo of a parcel.",
    request: "GET /parcels/{parcelId}/photo/$value",
    response: "Returns a `302 Found` response that leads to the photo.",
    examples: [
      exchange({
        name: "photo",
        request: `GET ${base}/parcels/p-1/photo/$value`,
        response: "HTTP/1.1 302 Found\nLocation: https://files.example/p-1.jpg",
      }),
    ],
  }),
};
