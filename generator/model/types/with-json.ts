/** Rows with what the JSON representation adds. */
import type { ReadRow } from "./properties.js";
import type { NotedType } from "./json-representation.js";
import type { Page } from "../../read/page.js";
import type { Locate } from "../../shared/json/locate.js";
import { differ } from "./wire-kind.js";
import { typeInWords } from "../describe.js";
import type { Evidence } from "../api.js";
import { withClaim, settle } from "../claims.js";

/** A row with what the JSON representation claims: its type, where the table gives none or one that cannot be right, and null. */
export function withJson(row: ReadRow, json: NotedType | undefined, { path }: Page, locate: Locate): ReadRow {
  const { property, untyped } = row;
  const speaks = json && (untyped || (json.certain && differ(property.type, json.type)));
  if (!json || !(speaks || json.nullable)) return row;
  const from = { from: "json", page: path, place: locate(json.path) } as const;
  const because = `the JSON representation shows ${typeInWords(json.type)}`;
  const shown: Evidence<unknown> = { ...from, about: "type", says: json.type, because };
  const isType = ({ about }: Evidence): boolean => about === "type";
  const types = [...property.evidence.filter(isType), ...(speaks ? [shown] : [])];
  const others = property.evidence.filter((one) => !isType(one));
  const nullable = json.nullable
    ? withClaim(others, { ...from, about: "nullable", says: true, because: "the JSON representation shows null" })
    : { value: property.nullable, all: others };
  return {
    ...row,
    untyped: false,
    property: {
      ...property,
      type: untyped ? json.type : property.type,
      nullable: nullable.value,
      evidence: [...(settle(types)?.evidence ?? []), ...nullable.all],
    },
  };
}
