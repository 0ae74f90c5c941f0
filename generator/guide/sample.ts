/** The pages that the guide shows: a tiny API of parcels, as each house would write it. */
import { graph } from "../dialect/graph.js";
import { plain } from "../dialect/plain.js";
import { enumPage, operationPage, resourcePage } from "./skeleton.js";
import { objectOf, type House, type OperationSubject, type PagePart } from "./subject.js";

export type Topic = "operation" | "list" | "resource" | "enum";

const example = "https://api.example.com/v1";

export const houses: Readonly<Record<House["name"], House>> = {
  graph: {
    name: "graph",
    namespace: graph.rootNamespace,
    baseUrl: "https://graph.microsoft.com/v1.0",
    requestBase: "",
    items: "value",
    permissions: true,
  },
  plain: {
    name: "plain",
    namespace: plain.rootNamespace,
    baseUrl: example,
    requestBase: example,
    items: "items",
    permissions: false,
  },
};

/** Where each page lies, and its parts. */
export function samplePages(
  house: House,
): Readonly<Record<Topic, { readonly path: string; readonly parts: readonly PagePart[] }>> {
  const inGraph = house.name === "graph";
  const type = (name: string): string => (inGraph ? `${house.namespace}.${name}` : name);
  const scalar = (name: string): string => (inGraph ? name : name.toLowerCase());
  const about = (kind: "create" | "list"): OperationSubject => ({
    house,
    kind,
    title: kind === "create" ? "Create parcel" : "List parcels",
    description: kind === "create" ? "Sends a parcel." : "Lists the parcels that are on their way.",
    path: "/parcels",
    called: "/parcels",
    type: type("parcel"),
    link: inGraph ? "[parcel](../resources/parcel.md)" : "[parcel](parcel.md)",
    sent: {
      rows: [`|weight|${scalar("Int32")}|In kilograms. Required.|`, `|state|parcelState|How far it has come.|`],
      json: objectOf(['"weight": 3']),
    },
    json: objectOf(['"id": "17"', '"weight": 3', '"state": "sent"']),
    permissions: kind === "create" ? "Parcel.ReadWrite.All" : "Parcel.Read.All, Parcel.ReadWrite.All",
  });
  return {
    operation: { path: inGraph ? "api/parcel-post.md" : "create-parcel.md", parts: operationPage(about("create")) },
    list: { path: inGraph ? "api/parcel-list.md" : "list-parcels.md", parts: operationPage(about("list")) },
    resource: {
      path: inGraph ? "resources/parcel.md" : "parcel.md",
      parts: resourcePage({
        house,
        title: inGraph ? "parcel resource type" : "parcel",
        description: "Something on its way.",
        type: type("parcel"),
        properties: [
          { row: `|weight|${scalar("Int32")}|In kilograms.|`, json: inGraph ? '"weight": "Integer"' : '"weight": 3' },
          {
            row: "|state|[parcelState](parcelstate.md)|How far it has come.|",
            json: inGraph ? '"state": "String"' : '"state": "sent"',
          },
        ],
      }),
    },
    enum: {
      path: inGraph ? "resources/parcelstate.md" : "parcelstate.md",
      parts: enumPage({
        house,
        title: "parcelState",
        description: "How far a parcel has come.",
        type: "parcelState",
        rows: ["|sent|On its way.|", "|delivered|Handed over.|"],
      }),
    },
  };
}
