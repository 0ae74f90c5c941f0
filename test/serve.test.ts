/** The mock server over a real socket: for a plain `fetch`, for Microsoft's client, for the generated package, and for what is no request. */
import { rmSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Client } from "@microsoft/microsoft-graph-client";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  createClient,
  createUploadSessionForSynchronizationTemplate,
  getSynchronizationJob,
  listJobs,
  upload,
} from "../output/src/index.js";
import { get_synchronizationjob } from "../output/fixtures/synchronizationJob.js";
import { root } from "./helpers/npm.js";
import { parcels } from "./helpers/parcels.js";
import { serveDocs, type Serving } from "./helpers/serving.js";
import { inFolder, put } from "./helpers/temporary.js";
import { until } from "./helpers/until.js";

const serving = suite("serve");
let server: Serving;
serving.before(async () => {
  server = await serveDocs(root, "docs", "--no-cache");
});
serving.after(async () => void (await server.end("SIGKILL")));

const jobs = "/applications/a/synchronization/jobs";
const token = "s3cret";
const authorization = { Authorization: `Bearer ${token}` };

/** What comes back for bytes that no client would send. */
function send(text: string): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => void socket.end(text));
    let got = "";
    socket.on("data", (chunk) => (got += chunk.toString()));
    socket.on("close", () => resolve(got));
    socket.on("error", reject);
  });
}

serving("a plain fetch gets the documented answer, and the log has a line that names the page", async () => {
  const answer = await fetch(`${server.origin}/beta${jobs}/b`, { headers: authorization });
  assert.is(answer.status, 200);
  assert.equal(await answer.json(), get_synchronizationjob.response.body);
  const line = await server.printed(/^GET \/beta\/applications\/a\/synchronization\/jobs\/b /);
  assert.match(
    line,
    /→ 200 synchronizationjob-get, get_synchronizationjob, api\/synchronizationjob-get\.md:\d+, \d+ ms$/,
  );
});

serving("no line holds a token", async () => {
  await fetch(`${server.origin}${jobs}?access_token=${token}`, { headers: authorization });
  await server.printed(/access_token=…/);
  assert.not.match(server.lines().join("\n"), token);
});

serving("Microsoft's client reads through it, next links as well", async () => {
  const client = Client.init({
    baseUrl: `${server.origin}/`,
    defaultVersion: "beta",
    customHosts: new Set(["127.0.0.1"]),
    authProvider: (done) => done(null, token),
  });
  const { value, "@odata.nextLink": next } = await client.api(jobs).get();
  assert.is(value.length, 1);
  assert.is(new URL(next).origin, server.origin);
  assert.equal((await client.api(next).get()).value, []);
});

serving("the generated package reads through it, all pages of a list", async () => {
  const client = createClient({ baseUrl: `${server.origin}/beta`, token });
  const where = { applicationId: "a", synchronizationJobId: "b" };
  assert.equal((await getSynchronizationJob(client, where)).templateId, "contosoHr");
  const all: unknown[] = [];
  for await (const job of listJobs(client, { applicationId: "a" })) all.push(job);
  assert.is(all.length, 1);
});

serving("a file goes to the mock in pieces, wherever the docs would send it", async () => {
  const client = createClient({ baseUrl: `${server.origin}/beta`, token });
  const where = { applicationId: "a", synchronizationTemplateId: "b" };
  const session = await createUploadSessionForSynchronizationTemplate(client, where);
  assert.is(new URL(session.uploadUrl ?? "").origin, server.origin);
  const sent: number[] = [];
  await upload(client, session, new Blob(["0123456789"]), { chunkSize: 4, progress: (bytes) => sent.push(bytes) });
  assert.equal(sent, [4, 8, 10]);
  // It is complete, and the session is over.
  assert.is((await fetch(session.uploadUrl ?? "")).status, 404);
});

serving("its index shows every operation with a request to copy, and runs nothing", async () => {
  const answer = await fetch(`${server.origin}/`);
  assert.match(answer.headers.get("content-type") ?? "", "text/html");
  assert.match(answer.headers.get("content-security-policy") ?? "", "default-src 'none'");
  const page = await answer.text();
  const { operations } = JSON.parse(readFileSync("output/api.json", "utf8"));
  assert.is(page.match(/<details /g)?.length, operations.length);
  assert.is(page.match(/<pre>curl -g -X /g)?.length, operations.length);
  assert.not.match(page, "<script");
});

serving(
  "the requests to copy lead to where whoever looks has the server, not to what somebody else called it",
  async () => {
    assert.match(
      await send("GET / HTTP/1.1\r\nHost: else.example\r\nConnection: close\r\n\r\n"),
      "http://else.example/",
    );
    assert.not.match(await (await fetch(`${server.origin}/`)).text(), "else.example");
  },
);

serving("no answer runs anything in a browser, whatever type it says it has", async () => {
  for (const path of ["/", jobs, "/nowhere"]) {
    const { headers } = await fetch(server.origin + path);
    assert.match(headers.get("content-security-policy") ?? "", /^sandbox; default-src 'none';/, path);
    assert.is(headers.get("x-content-type-options"), "nosniff");
  }
});

serving("what is no request is answered or refused, and harms nobody", async () => {
  for (const [text, status] of [
    ["GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404],
    ["GET http://else.example/beta/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404],
    ["GET / HTTP/1.1\r\n\r\n", 400],
    ["TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["GET // HTTP/1.1\r\nHost: <b>\r\nConnection: close\r\n\r\n", 404],
    ["NONSENSE\r\n\r\n", 400],
  ] as const)
    assert.match(await send(text), new RegExp(`^HTTP/1\\.1 ${status} `), text);
  assert.is((await fetch(`${server.origin}${jobs}`)).status, 200);
});

const life = suite("the life of a server");

const withParcels = (use: (folder: string) => Promise<void>): Promise<void> =>
  inFolder((folder) => {
    for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
    return use(folder);
  });

life("what changes on a page is served, what is gone is not, and half a page keeps its old answers", () =>
  withParcels(async (folder) => {
    await using own = await serveDocs(folder, "--no-cache");
    const page = parcels["api/parcel-get.md"] ?? "";
    const status = async (path: string): Promise<number> => (await fetch(own.origin + path)).status;
    const changed = async (text: string, path: string, wanted: number): Promise<void> => {
      put(folder, { "docs/api/parcel-get.md": text });
      await until(async () => (await status(path)) === wanted);
      assert.is(await status(path), wanted);
    };
    assert.is(await status("/parcels/7"), 200);
    await changed(page.replaceAll("/parcels/", "/boxes/"), "/boxes/7", 200);
    // Another page still changes parcels.
    assert.is(await status("/parcels/7"), 405);
    await changed("# Get parcel\n\nTo be written.\n", "/boxes/7", 200);
    rmSync(join(folder, "docs/api/parcel-get.md"));
    await until(async () => (await status("/boxes/7")) === 404);
    assert.is(await status("/boxes/7"), 404);
  }),
);

life("what a page includes from beside the docs is watched as well", () =>
  withParcels(async (folder) => {
    const page = parcels["api/parcel-get.md"] ?? "";
    const [block = ""] = /```http\nGET \/parcels\/[\s\S]*?```/.exec(page) ?? [];
    put(folder, {
      "docs/api/parcel-get.md": page.replace(block, () => "[!INCLUDE [request](../../includes/request.md)]"),
      "includes/request.md": block,
    });
    await using own = await serveDocs(folder, "--no-cache");
    const told = own.printed(/^The docs have changed/);
    put(folder, { "includes/request.md": block.replace("/parcels/", "/boxes/") });
    await told;
    assert.is((await fetch(`${own.origin}/boxes/7`)).status, 200);
  }),
);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  life(`${signal} ends it cleanly, though a connection is open`, () =>
    withParcels(async (folder) => {
      await using own = await serveDocs(folder, "--no-cache");
      await fetch(`${own.origin}/parcels/7`);
      assert.is(await own.end(signal), 0);
    }),
  );

life("only this machine reaches it, unless it is said otherwise; a port that is taken is said", () =>
  withParcels(async (folder) => {
    await using own = await serveDocs(folder, "--no-cache");
    assert.match(own.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    const { port } = new URL(own.origin);
    const other = await serveDocs(folder, "--no-cache", "--port", port).catch(String);
    assert.match(String(other), "EADDRINUSE");
  }),
);

serving.run();
life.run();
