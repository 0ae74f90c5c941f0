/** Bodies of examples with the type that each stands for: what nullability and fit are read from. */
import type { Body, Page } from "../../read/page.js";
import type { RequestBody, Result, TypeRef } from "../api.js";
import { visitInput, visitProperties, visitValue } from "./fit.js";
import { own } from "../../shared/own.js";
import { isObject } from "../../shared/json/json.js";
import { bodyShape } from "../operations/body-shape.js";
import type { TypeTable } from "../types/type-table.js";
import type { Misfit } from "./misfit.js";
import type { Path } from "./misfit.js";
import type { Visit } from "./misfit.js";

export type JsonBody = Extract<Body, { kind: "json" }>;

/** A JSON body of an example and what it is declared to be. */
export interface CheckedBody {
  readonly page: Page;
  /** Id of the operation. */
  readonly id: string;
  readonly body: JsonBody;
  readonly declared:
    { readonly kind: "request"; readonly body: RequestBody } | { readonly kind: "response"; readonly result: Result };
}

const NOTHING: Visit = { misfits: [], nulls: [], values: [], bound: [] };

/** Visits a body against what it is declared to be; undefined parts of the contract fit anything. */
export function visitBody({ body, declared, id }: CheckedBody, types: TypeTable): Visit {
  return declared.kind === "request"
    ? visitRequest(body.value, declared.body, id, types)
    : visitResponse(body, declared.result, id, types);
}

function visitRequest(value: unknown, body: RequestBody, id: string, types: TypeTable): Visit {
  if (body.kind === "reference")
    return isObject(value) && typeof value["@odata.id"] === "string"
      ? NOTHING
      : wrongBody(value, id, '{"@odata.id": "…"}');
  if (body.kind !== "json") return wrongBody(value, id, body.kind);
  if (body.properties)
    return isObject(value) ? visitProperties(value, body.properties, body.of, id, types) : wrongBody(value, id, "{…}");
  return body.of ? visitInput(value, body.of, body.required ?? [], id, types) : NOTHING;
}

function wrongBody(value: unknown, id: string, expected: string): Visit {
  const misfit: Misfit = {
    kind: "type",
    path: [],
    name: "body",
    owner: id,
    expected: { kind: "literals", values: [expected] },
    value,
  };
  return { ...NOTHING, misfits: [misfit] };
}

function visitResponse(body: JsonBody, result: Result, id: string, types: TypeTable): Visit {
  const { value } = body;
  switch (result.kind) {
    case "none":
    case "text":
    case "stream":
      return NOTHING;
    case "accepted":
      return result.type ? visitValue(value, result.type, id, [], types) : NOTHING;
    case "value":
      return visitWrapper(value, result.type, id, types);
    case "list":
    case "delta":
      if (result.kind === "list" && result.house) return visitPage(value, result.type, result.house.items, id, types);
      return visitWrapper(value, { kind: "collection", of: result.type }, id, types);
    case "object":
      if (result.unwrap && bodyShape(body) === "wrapped") return visitWrapper(value, result.type, id, types);
      return visitValue(value, result.type, id, [], types);
  }
}

/** A page of the house's own shape: what stands beside the items says nothing of them. */
function visitPage(value: unknown, type: TypeRef, items: string, id: string, types: TypeTable): Visit {
  if (items === "" && Array.isArray(value)) return visitValue(value, { kind: "collection", of: type }, id, [], types);
  const list = isObject(value) ? own(value, items) : undefined;
  return Array.isArray(list)
    ? visitValue(list, { kind: "collection", of: type }, id, [items], types)
    : wrongBody(value, id, `{"${items}": […]}`);
}

/** `{"value": …}` with annotations beside it; of an answer that only the example tells of, `{"count": 1, "value": […]}` is all of it. */
function visitWrapper(value: unknown, type: TypeRef, id: string, types: TypeTable): Visit {
  if (!isObject(value) || !("value" in value)) return wrongBody(value, id, '{"value": …}');
  const path: Path = ["value"];
  const inner = visitValue(value["value"], type, id, path, types);
  if (type.kind === "unknown" || (type.kind === "collection" && type.of.kind === "unknown")) return inner;
  const extra = Object.entries(value).filter(([key]) => key !== "value" && !key.includes("@"));
  return {
    ...inner,
    misfits: [
      ...inner.misfits,
      ...extra.map(([key, shown]): Misfit => ({
        kind: "extra",
        path: [key],
        name: key,
        owner: id,
        expected: { kind: "unknown" },
        value: shown,
      })),
    ],
  };
}
