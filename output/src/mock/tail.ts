/** What OData lets follow the path of any list: its count, a cast to a derived type. */
import type { Asked } from "./asked.js";
import { documentedAnswer } from "./documented.js";
import type { Outcome, Workshop } from "./workshop.js";
import { itemsOf } from "./pages.js";

const cast = /^[\w]+(?:\.\w+){2,}$/;

/** The answer for a path of which a part is documented; undefined where it has no such tail. */
export async function tailAnswer(asked: Asked, workshop: Workshop): Promise<Outcome | undefined> {
  const last = asked.segments.at(-1)?.name ?? "";
  const counts = last.toLowerCase() === "$count";
  if (asked.method !== "GET" || (!counts && !cast.test(last))) return undefined;
  const shorter = {
    ...asked,
    segments: asked.segments.slice(0, -1),
    path: asked.path.slice(0, asked.path.lastIndexOf("/")),
    address: asked.address.slice(0, asked.address.lastIndexOf("/")),
  };
  const matches = workshop.router
    .find(shorter.segments)
    .filter(({ operation }) => operation.method === "GET" && operation.result === "list");
  const outcome = await documentedAnswer(shorter, matches, workshop);
  if (!counts || outcome?.response?.ok !== true || outcome.operation === undefined) return outcome;
  const items = itemsOf(await outcome.response.json(), outcome.operation) ?? [];
  const headers = { "Content-Type": "text/plain" };
  return { ...outcome, response: new Response(`${items.length}`, { headers }) };
}
