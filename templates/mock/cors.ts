/** A mock is for pages of any origin. */

/** What programs read beside the headers that browsers show anyway. */
const exposed =
  "location, operation-location, azure-asyncoperation, retry-after, etag, link, request-id, client-request-id, x-docwright-operation, x-docwright-example, x-docwright-ignored, x-docwright-warning";

/** Opens an answer to the page that asked for it. */
export function cors(asked: Headers, answer: Headers): void {
  const origin = asked.get("origin");
  if (origin === null) return;
  answer.set("access-control-allow-origin", origin);
  answer.set("vary", "origin");
  answer.set("access-control-expose-headers", exposed);
}

/** What a browser asks before it sends a token or a body elsewhere; also what `OPTIONS` says of a path. */
export function preflight(asked: Headers, methods: readonly string[]): Response {
  const headers = new Headers({ allow: [...methods, "OPTIONS"].join(", "), "access-control-max-age": "600" });
  const method = asked.get("access-control-request-method");
  const names = asked.get("access-control-request-headers");
  if (method !== null) headers.set("access-control-allow-methods", method);
  if (names !== null) headers.set("access-control-allow-headers", names);
  return new Response(null, { status: 204, headers });
}
