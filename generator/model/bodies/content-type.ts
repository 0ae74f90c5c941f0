/** Content types of what an operation sends: what the table of headers names, and what the examples send. */
import type { HttpRequest, Page } from "../../read/page.js";

const MEDIA_TYPE = /\b(?:application|audio|image|message|model|multipart|text|video)\/[a-z\d](?:[a-z\d.+-]*[a-z\d])?/gi;
const WHOLE = /^\w[\w.+-]*\/(?:[\w.+-]*\w)$/;
const JSON_TYPE = /json/i;
const MULTIPART = /^multipart\//;
const PLAIN_JSON = "application/json";

/** The value of the header, as an example sends it: the last one counts. */
export function contentTypeOf(request: HttpRequest | undefined): string | undefined {
  return request?.headers.findLast(([name]) => name.toLowerCase() === "content-type")?.[1];
}

/** Lower-cased, without parameters; undefined for what is no content type (`applicationjson`, `image/*`). */
export function mediaType(contentType: string | undefined): string | undefined {
  const [type = ""] = (contentType ?? "").split(";", 1);
  return WHOLE.test(type.trim()) ? type.trim().toLowerCase() : undefined;
}

/** Content types in the table of headers, in order. */
export function documentedTypes(page: Page): readonly string[] {
  const rows = (page.headers?.tables ?? []).flatMap((table) => table.rows);
  const row = rows.find(({ name }) => /^content-type\b/i.test(name.text.trim()));
  return [...new Set((row?.description?.text.match(MEDIA_TYPE) ?? []).map((type) => type.toLowerCase()))];
}

export function isJsonType(contentType: string): boolean {
  return JSON_TYPE.test(contentType);
}

/** The type of the text that examples send where others send JSON. */
export function textTypeOf(requests: readonly HttpRequest[]): string | undefined {
  const types = requests.flatMap((request) => {
    const type = mediaType(contentTypeOf(request));
    return request.body.kind === "text" && type !== undefined && !isJsonType(type) && !MULTIPART.test(type)
      ? [type]
      : [];
  });
  return requests.some(({ body }) => body.kind === "json") ? types[0] : undefined;
}

/** The type of a JSON body where it is another than the usual one: the examples agree on it, or the table names nothing else. */
export function jsonTypeOf(page: Page, requests: readonly HttpRequest[]): string | undefined {
  const shown = requests.flatMap((request) =>
    request.body.kind === "none" ? [] : (mediaType(contentTypeOf(request)) ?? []),
  );
  const types = new Set(shown.length > 0 ? shown : documentedTypes(page));
  const [type] = types;
  return types.size === 1 && type !== undefined && type !== PLAIN_JSON && isJsonType(type) ? type : undefined;
}
