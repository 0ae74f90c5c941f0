/** Redirects of reads. */
import type { ApiRequest, ApiResponse, Client } from "./client.js";

const redirect = /^30[12378]$/;

/**
 * Sends a read and follows at most five redirects. Files lie elsewhere as a rule: only the first request carries the token and other
 * headers.
 */
export async function follow(client: Client, request: ApiRequest): Promise<ApiResponse> {
  const { method, signal, timeout, stream = false } = request;
  let response = await client.send({ ...request, foreign: true });
  for (let hops = 0; method === "GET" && hops < 5; hops++) {
    // A browser hides where a redirect leads, and leaves the token behind by itself when it follows.
    if (response.type === "opaqueredirect") return client.send({ ...request, redirect: "follow" });
    const location = response.headers.get("location");
    if (!location || !redirect.test(`${response.status}`)) return response;
    await response.body?.cancel();
    const url = response.url ? new URL(location, response.url).href : location;
    response = await client.send({ method, url, headers: new Headers(), signal, timeout, stream, foreign: true });
  }
  return response;
}
