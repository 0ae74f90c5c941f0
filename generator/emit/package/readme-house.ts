/** What a chapter may promise of the service, as far as its docs tell. */
import type { Book } from "./readme-page.js";

export interface RequestIds {
  /** The header that an answer tells the id of its request in. */
  readonly header?: string;
  /** Whether an error comes with it. */
  readonly inErrors: boolean;
}

/** The header that the runtime finds the id of an error in. */
const ODATA_HEADER = "request-id";
const HEADER = /^(?:x-)?(?:[a-z]+-)?(?:request|correlation)-?id$/i;

/** Services that speak OData have the header of Graph; others what an answer or an error of their docs shows. */
export function requestIdsOf({ plan: { api } }: Book): RequestIds {
  const isOData = api.errorBody === undefined && api.operations.some(({ query }) => query !== "none");
  const shown = api.operations
    .flatMap(({ examples }) => examples.flatMap(({ response }) => Object.keys(response?.headers ?? {})))
    .find((name) => HEADER.test(name));
  const header = shown?.toLowerCase() ?? (isOData ? ODATA_HEADER : undefined);
  const { requestId, outerRequestId } = api.errorBody ?? {};
  const inErrors = isOData || header === ODATA_HEADER || (requestId ?? outerRequestId) !== undefined;
  return { ...(header !== undefined && { header }), inErrors };
}
