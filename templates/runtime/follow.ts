/** Redirects of reads. */
import type { ApiRequest, ApiResponse, Client } from "./client.js";
import { addressOf, resolve, sameOrigin } from "./link.js";

const redirect = /^30[12378]$/;

/**
 * Sends a read and follows at most five redirects. Files lie elsewhere as a rule: only the first request carries the call's headers, and once
 * a redirect has led to another origin, none carries the token any more, not even one that leads back: the other origin would choose what
 * is read with it.
 */
export async function follow(client: Client, request: ApiRequest): Promise<ApiResponse> {
  const { method, signal, timeout, stream = false } = request;
  let response = await client.send({ ...request, foreign: true });
  let bare = false;
  let last = request.url[0] === "/" ? "" : request.url;
  for (let hops = 0; method === "GET" && hops < 5; hops++) {
    // A browser hides where a redirect leads, and leaves the token behind by itself when it follows.
    if (response.type === "opaqueredirect") return client.send({ ...request, redirect: "follow" });
    const location = response.headers.get("location");
    if (!location || !redirect.test(`${response.status}`)) return response;
    await response.body?.cancel();
    const from = addressOf(response) || last;
    last = resolve(location, from);
    bare ||= from !== "" && !sameOrigin(from, last);
    const headers = new Headers();
    response = await client.send({ method, url: last, headers, signal, timeout, stream, foreign: true, bare });
  }
  return response;
}
