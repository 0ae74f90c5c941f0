/** The pages that cases begin with: a parcel, how it is read, made and listed. */
import type { Pages } from "../../model/api-of.js";
import { operation, resource, type OperationParts, type ResourceParts } from "../../model/api-of.js";

const ANSWER = (status: string, what: string): string =>
  `If successful, this method returns a \`${status}\` response code and ${what} in the response body.`;
export const ONE = ANSWER("200 OK", "a [parcel](../resources/parcel.md) object");
const MADE = ANSWER("201 Created", "a [parcel](../resources/parcel.md) object");
export const MANY = ANSWER("200 OK", "a collection of [parcel](../resources/parcel.md) objects");
export const NOTHING =
  "If successful, this method returns a `204 No Content` response code. It does not return anything in the response body.";
export const SENDS =
  "In the request body, supply a JSON representation of the [parcel](../resources/parcel.md) object.";

/** A parcel with its key and these rows. */
export function parcel(rows: readonly string[] = [], more: ResourceParts = {}): Pages {
  return { "resources/parcel.md": thing("parcel", rows, more) };
}

/** A type with its key and these rows. */
export function thing(name: string, rows: readonly string[] = [], more: ResourceParts = {}): string {
  return resource(name, {
    properties: ["|id|String|The key.|", ...rows],
    annotation: { keyProperty: "id" },
    ...more,
  });
}

export function get(parts: OperationParts = {}): Pages {
  return {
    "api/parcel-get.md": operation({
      title: "Get parcel",
      request: "GET /parcels/{parcelId}",
      response: ONE,
      ...parts,
    }),
  };
}

export function create(parts: OperationParts = {}): Pages {
  return {
    "api/parcel-post.md": operation({
      title: "Create parcel",
      request: "POST /parcels",
      body: SENDS,
      response: MADE,
      ...parts,
    }),
  };
}

export function list(parts: OperationParts = {}): Pages {
  return {
    "api/parcel-list.md": operation({ title: "List parcels", request: "GET /parcels", response: MANY, ...parts }),
  };
}

/** An action without a body. */
export function send(parts: OperationParts = {}): Pages {
  return {
    "api/parcel-send.md": operation({
      title: "parcel: send",
      request: "POST /parcels/{parcelId}/send",
      response: NOTHING,
      ...parts,
    }),
  };
}

export function bodyTable(...rows: readonly string[]): string {
  return [
    "In the request body, supply these parameters.",
    "",
    "|Property|Type|Description|",
    "|:---|:---|:---|",
    ...rows,
  ].join("\n");
}

export const GET = `await api.getParcel(client, { parcelId: "1" });`;
export const SEND = `await api.sendParcel(client, { parcelId: "1" });`;
export const LIST = `await api.listParcels(client);`;

/** A page of an enumeration with these members; what stands behind a colon is its description. */
export function enumeration(name: string, members: readonly string[], text = "What there is."): Pages {
  const rows = members.map((member) => {
    const [value = "", description = ""] = member.split(": ");
    return `|${value}|${description}|`;
  });
  const page = [
    `# ${name} enum type`,
    "Namespace: microsoft.graph",
    text,
    "## Members",
    ["|Member|Description|", "|:---|:---|", ...rows].join("\n"),
  ].join("\n\n");
  return { [`enums/${name.toLowerCase()}.md`]: page };
}

/** Two types that have an enumeration: one that several use stands in a module of its own, whatever happens. */
export function users(name: string): Pages {
  return {
    "resources/box.md": thing("box", ["|wide|Int32|In mm.|", `|kind|${name}|Of what kind.|`]),
    "resources/lid.md": thing("lid", ["|round|Boolean|Or not.|", `|kind|${name}|Of what kind.|`]),
  };
}

/** Food, and eggs, which are food. */
export const goods: Pages = {
  "resources/food.md": thing("food", ["|fresh|Boolean|Or not.|", "|smoked|Boolean|Or not.|"]),
  "resources/egg.md": thing("egg", ["|hard|Boolean|Or not.|"], {
    annotation: { keyProperty: "id", baseType: "microsoft.graph.food" },
  }),
};
