/** Pages whose call answers with a redirect to a file, or with JSON: nothing is settled from the JSON, so that it is compared here. */
import type { HttpResponse } from "../../read/page.js";
import { bodyShape } from "../operations/body-shape.js";
import type { OperationDraft } from "../operations/draft.js";
import { annotatedType, leaf, sameTypes } from "../operations/response-type.js";
import { typeInWords } from "../describe.js";
import type { Docs } from "../types/docs.js";

const OK = 200;

/** Findings `response-collection-differs` and `response-type-differs` of the sentence on the JSON. */
export function reportRedirected(drafts: readonly OperationDraft[], docs: Docs): void {
  for (const draft of drafts) {
    const shown = draft.responses.find(({ status, body }) => status === OK && body.kind === "json");
    if (draft.operation.result.kind === "stream" && draft.stated.statuses.includes(OK) && shown)
      compare(draft, shown, docs);
  }
}

function compare({ page, operation, stated }: OperationDraft, shown: HttpResponse, docs: Docs): void {
  const { type, collection } = stated;
  if (type === undefined || shown.body.kind !== "json") return;
  const shape = bodyShape(shown.body, docs.envelope);
  const isList = shape === "list" || shape === "array";
  if (collection !== undefined && collection !== isList)
    docs.report("response-collection-differs", page.path, shown.body.place, operation.id, {
      source: "text",
      said: collection ? "a collection" : "one object",
      shown: isList ? "a collection" : "one object",
    });
  const annotated = annotatedType(shown.annotation, page, docs);
  if (annotated === undefined || sameTypes(leaf(annotated), leaf(type))) return;
  docs.report("response-type-differs", page.path, shown.annotation?.place ?? shown.place, operation.id, {
    written: typeInWords(leaf(type)),
    annotated: typeInWords(leaf(annotated)),
  });
}
