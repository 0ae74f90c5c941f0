/** Bodies that are no JSON: the content types of examples and of the table of headers tell, else the words. */
import type { HttpRequest, Page } from "../../read/page.js";
import { isRaw, type RoutePath } from "../../shared/odata/segments.js";
import type { RequestBody } from "../api.js";
import { saysOfBody } from "./body-source.js";
import { contentTypeOf, documentedTypes, isJsonType, mediaType } from "./content-type.js";

const TEXT_TYPE = /^(?:text\/|application\/(?:xhtml|xml)|multipart\/)/i;
const MULTIPART = /^multipart\//;

interface RawSource {
  readonly page: Page;
  readonly path: RoutePath;
  /** The first example that sends a body. */
  readonly shown: HttpRequest | undefined;
}

/** Text, bytes or parts; undefined where the body is JSON, or nothing tells what it is. */
export function rawBody({ page, path, shown }: RawSource): RequestBody | undefined {
  if (shown?.body.kind === "json") return undefined;
  const sent = contentTypeOf(shown);
  if (sent !== undefined && !isJsonType(sent)) return bodyOfType(sent, page);
  const types = documentedTypes(page);
  const [type] = types;
  if (
    type !== undefined &&
    sent === undefined &&
    !types.some(isJsonType) &&
    (shown !== undefined || !saysOfBody(page, "object"))
  )
    return bodyOfType(type, page);
  return (saysOfBody(page, "binary") && !saysOfBody(page, "representation")) || isRaw(path)
    ? { kind: "binary" }
    : undefined;
}

/** A body of a type that is no JSON, with the others that the table of headers allows. */
function bodyOfType(contentType: string, page: Page): RequestBody {
  const media = mediaType(contentType);
  if (media !== undefined && MULTIPART.test(media)) return { kind: "multipart", contentType: media };
  const all = documentedTypes(page).filter((type) => !isJsonType(type));
  return {
    kind: TEXT_TYPE.test(contentType) ? "text" : "binary",
    ...(media !== undefined && { contentType }),
    ...(media !== undefined && all.length > 1 && all.includes(media) && { contentTypes: all }),
  };
}
