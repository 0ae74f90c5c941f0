/** Answers that are lists: what they are of, and how the house has their pages. */
import type { HttpResponse } from "../../read/page.js";
import type { Result, TypeRef } from "../api.js";
import type { Docs } from "../types/docs.js";
import type { TypeTable } from "../types/type-table.js";
import { itemsIn } from "./body-shape.js";

/** What a list is of: where a type is described for the whole page of it, what that holds as its items. */
export function itemOf(
  type: TypeRef,
  response: HttpResponse | undefined,
  types: TypeTable,
  { envelope }: Docs,
): TypeRef {
  const held = response?.body.kind === "json" ? itemsIn(response.body.value, envelope)?.name : undefined;
  const whole = type.kind !== "object" || held === undefined ? undefined : types.properties(type.name).get(held);
  return whole?.property.type.kind === "collection" ? whole.property.type.of : type;
}

/** In the way of the house, unless the example shows OData's. */
export function listResult(type: TypeRef, response: HttpResponse | undefined, { envelope }: Docs): Result {
  const shown = response?.body.kind === "json" ? response.body.value : undefined;
  const isLinked = envelope?.link === true && Array.isArray(shown);
  const held = itemsIn(shown, envelope);
  if (isLinked) return { kind: "list", type, house: { items: "", link: true } };
  if (envelope?.ownNames) {
    const { ownNames: _ownNames, ...house } = envelope;
    return { kind: "list", type, ...(held && { house: { ...house, items: held.name } }) };
  }
  const isHouse = envelope !== undefined && (shown === undefined || held !== undefined);
  return { kind: "list", type, ...(isHouse && { house: envelope }) };
}
