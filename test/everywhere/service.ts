/** A service for `fixtures/calls.js`, with its files on another origin, as real ones have them. */
import * as assert from "uvu/assert";
import { answer, serve } from "../templates/server.js";
import type { Behaviour, Server } from "../templates/server.js";

export interface Service extends AsyncDisposable {
  readonly baseUrl: string;
  readonly api: Server;
  readonly storage: Server;
}

/** What `calls` returns when everything works. */
export const expected = {
  job: { id: "b c" },
  jobs: ["1", "2", "3"],
  error: "404 notFound",
  bytes: [0, 255, 128],
  documented: "contosoHr.bd2b1a5f6c3d4e7f8a9b0c1d2e3f4a5b.3c9e2f7a-5b1d-4a86-9e0c-7d4f2b8a6c13",
};

/** For pages of any origin: a browser asks before it sends a token elsewhere. */
const open = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-expose-headers": "location, retry-after",
};

export async function startService(): Promise<Service> {
  const file: Behaviour = (_, response) => void response.writeHead(200, open).end(Buffer.from([0, 255, 128]));
  const storage = await serve(file);
  const api = await serve((request, response) => {
    const base = `http://${request.headers.host}/beta`;
    const behave =
      request.method === "OPTIONS" ? answer(204, undefined, open) : answerTo(request.url ?? "", base, storage.origin);
    behave(request, response);
  });
  return {
    baseUrl: `${api.origin}/beta`,
    api,
    storage,
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await storage[Symbol.asyncDispose]();
    },
  };
}

function answerTo(url: string, base: string, storage: string): Behaviour {
  const path = "/applications/a/synchronization";
  switch (url.replace("/beta", "")) {
    case `${path}/jobs/b%20c?$select=id`:
      return answer(200, { value: { id: "b c" } }, open);
    case `${path}/jobs`:
      return answer(
        200,
        { value: [{ id: "1" }, { id: "2" }], "@odata.nextLink": `${base}${path}/jobs?$skiptoken=2` },
        open,
      );
    case `${path}/jobs?$skiptoken=2`:
      return answer(200, { value: [{ id: "3" }] }, open);
    case `${path}/templates/t/logo/$value`:
      return answer(302, undefined, { ...open, location: `${storage}/logo.png?signature=1` });
    default:
      return answer(404, { error: { code: "notFound", message: "There is none." } }, open);
  }
}

/** Every call to the service carried the token, the one for the file did not. */
export function assertTokenStaysHome({ api, storage }: Service): void {
  const sent = api.reached.filter(({ method }) => method !== "OPTIONS");
  assert.ok(sent.length >= 5 && sent.every(({ authorization }) => authorization === "Bearer secret"));
  assert.equal(
    storage.reached.map(({ method, authorization }) => ({ method, authorization })),
    [{ method: "GET", authorization: undefined }],
  );
}
