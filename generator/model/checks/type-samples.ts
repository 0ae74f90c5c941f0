/** Examples on the pages of types, held against the type that they show. */
import { isObject } from "../../shared/json/json.js";
import type { Result } from "../api.js";
import { bodyFit } from "../examples/body-fit.js";
import type { Docs } from "../types/docs.js";
import type { TypeOnPage } from "../types/type-pages.js";
import type { TypeTable } from "../types/type-table.js";

/** Reports what of them does not fit, as of the answers of operations. */
export function reportSamples({ name, page, samples = [] }: TypeOnPage, types: TypeTable, docs: Docs): void {
  const result: Result = { kind: "object", type: { kind: "object", name }, unwrap: false };
  for (const body of samples) {
    if (body.kind !== "json" || !showsAny(body.value, name, types)) continue;
    // no operation answers it: what does not fit is told of the type
    bodyFit({ page, id: "", body, declared: { kind: "response", result } }, docs, types, []);
  }
}

/** What has none of the names of a type shows something else, such as a body that holds it. */
function showsAny(value: unknown, name: string, types: TypeTable): boolean {
  if (!isObject(value)) return false;
  const names = new Set([...types.properties(name).keys()].map((property) => property.toLowerCase()));
  return Object.keys(value).some((key) => names.has(key.toLowerCase()));
}
