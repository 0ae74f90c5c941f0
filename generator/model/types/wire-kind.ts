/** What types are on the wire. */
import type { TypeRef } from "../api.js";
import { jsonKind } from "./scalars.js";

/** Whether two types cannot both be right: a collection against a single value, or different things on the wire. */
export function differ(table: TypeRef, json: TypeRef): boolean {
  if (table.kind === "unknown" || json.kind === "unknown") return false;
  if (table.kind === "collection" || json.kind === "collection") {
    return (
      table.kind !== json.kind ||
      (table.kind === "collection" && json.kind === "collection" && differ(table.of, json.of))
    );
  }
  return wireKind(table) !== wireKind(json);
}

function wireKind(type: TypeRef): string {
  if (type.kind === "scalar") return jsonKind(type.name);
  return type.kind === "object" || type.kind === "map" ? "object" : "string";
}
