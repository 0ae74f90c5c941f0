/** A real server that answers with one documented example, for requests that are addressed as the example says. */
import type { AnyFixture } from "../../templates/runtime/index.js";
import { serve } from "../templates/server.js";
import type { Server } from "../templates/server.js";

/** What a file holds that a documented redirect leads to. */
export const file = "Time,Object\r\n2026-03-02T07:21:12Z,1\r\n";

/** Other requests get 404. The file behind a documented `Location` is served as well. */
export function serveDocumented({ request, response }: AnyFixture): Promise<Server> {
  const { status, headers, body, text } = response;
  return serve((incoming, outgoing) => {
    const url = normalUrl(addressed(incoming.url ?? ""));
    if (url === headers["Location"]) return void outgoing.writeHead(200, { "content-type": "text/csv" }).end(file);
    if (incoming.method !== request.method || url !== normalUrl(request.url)) {
      return void outgoing.writeHead(404, { "content-type": "text/plain" }).end(`no example for ${url}`);
    }
    const content = body === undefined ? text : JSON.stringify(body);
    outgoing.writeHead(status, headers).end(content);
  });
}

/** A `fetch` that brings every request to the server, whatever host it is for: `https://host/path` goes to `/https://host/path` there. */
export function fetchFrom(origin: string): typeof fetch {
  return (target, init) => fetch(`${origin}/${target instanceof Request ? target.url : String(target)}`, init);
}

/** The URL that a request was for. */
export function addressed(path: string): string {
  return path.slice(1);
}

/** A URL as the service reads it: decoded, query parameters in order. */
export function normalUrl(text: string): string {
  const { origin, pathname, searchParams } = new URL(text);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).sort();
  return origin + decodeURIComponent(pathname) + (query.length > 0 ? `?${query.join("&")}` : "");
}
