/** Upload sessions: the docs show addresses elsewhere, to which a mock sends nobody's files. */
import type { Asked } from "./asked.js";
import { isForeign } from "./answer.js";
import { at, withAt } from "./members.js";

export interface Uploads {
  /** The documented session at an address of this mock. */
  opened(body: unknown, base: string, rewrite: (text: string) => string): unknown;
  /** What becomes of a piece of a file; undefined for another address. */
  ask(asked: Pick<Asked, "method" | "path" | "headers">): Response | undefined;
}

const most = 1000;
const place = /^\/__docwright\/upload\/(\d{1,9})$/;
const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/;
const member = "uploadUrl";

export function createUploads(): Uploads {
  /** The first byte that a session lacks. */
  const sessions = new Map<string, number>();
  let count = 0;
  return {
    opened(body, base, rewrite) {
      // OData wraps what an action returns, or not.
      const path = [member, `value.${member}`].find((each) => typeof at(body, each) === "string");
      const address = path === undefined ? undefined : at(body, path);
      if (path === undefined || typeof address !== "string" || !isForeign(rewrite(address), base)) return body;
      const id = String(++count);
      sessions.set(id, 0);
      const [oldest] = sessions.keys();
      if (sessions.size > most && oldest !== undefined) sessions.delete(oldest);
      return withAt(body, path, `${base}/__docwright/upload/${id}`);
    },
    ask({ method, path, headers }) {
      const id = place.exec(path)?.[1] ?? "";
      const next = sessions.get(id);
      if (next === undefined) return undefined;
      if (method === "GET") return expecting(next, 200);
      if (method === "DELETE") {
        sessions.delete(id);
        return new Response(null, { status: 204 });
      }
      if (method !== "PUT") return undefined;
      const [, from, to, size] = (range.exec(headers.get("content-range") ?? "") ?? []).map(Number);
      const ends = to === undefined ? Infinity : to + 1;
      if (from !== undefined && (from !== next || ends <= from)) return expecting(next, 416);
      if (size !== undefined && ends < size) {
        sessions.set(id, ends);
        return expecting(ends, 202);
      }
      sessions.delete(id);
      return Response.json({}, { status: 201 });
    },
  };
}

function expecting(next: number, status: number): Response {
  return Response.json({ nextExpectedRanges: [`${next}-`] }, { status });
}
