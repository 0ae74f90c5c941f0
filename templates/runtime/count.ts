/** How many items a list has, without the list. */
import { receive } from "./call.js";
import type { Client } from "./client.js";
import { ApiError } from "./error.js";
import { headersOf } from "./entries.js";

/** Of the options of a list these say which items are meant. */
const choosing = /^\$(?:filter|search|apply)=|^[^$]/i;

/**
 * The number of items that a list has: asks for `$count` below the path of the list, with its filter and search, and for no item.
 * `const count = await countOf(client, (one) => listUsers(one, { filter }))`
 * @throws TypeError when nothing was sent
 */
export async function countOf(client: Client, run: (client: Client) => PromiseLike<unknown>): Promise<number> {
  const kept: { count?: number } = {};
  await run({
    async send(request) {
      const headers = headersOf([...request.headers, ["accept", "text/plain"]]);
      const answer = await client.send({ ...request, url: countAddress(request.url), headers });
      const count = await receive<unknown>(answer, "object");
      if (typeof count !== "number") throw new ApiError("malformed", "a count that is no number", { status: -1 });
      kept.count = count;
      return Response.json({ value: [] });
    },
  });
  if (kept.count === undefined)
    throw new TypeError("Nothing was sent: call the operation with the client that is handed over");
  return kept.count;
}

function countAddress(url: string): string {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const kept = query.split("&").filter((pair) => pair && choosing.test(decodeURIComponent(pair)));
  return `${path}/$count${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}
