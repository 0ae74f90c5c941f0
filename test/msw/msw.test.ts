/** The mock of the packed package as the one handler of MSW, in Node and in a real Chromium: every OData address reaches it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { runBeside } from "../helpers/npm.js";
import { installOutput } from "../helpers/packed.js";
import { toolsOf } from "../helpers/tools.js";
import { serve, type Server } from "../templates/server.js";

/** The little that is used of playwright-core. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; headless: boolean; args: readonly string[] }): Promise<Browser>;
  };
}
interface Browser {
  newPage(): Promise<{ goto(url: string): Promise<unknown>; evaluate(code: string): Promise<unknown> }>;
  close(): Promise<void>;
}

const calls = `
import { http } from "msw";
import { createClient, getSynchronizationJob, isApiError } from "synchronization-client";
import { listJobs } from "synchronization-client/synchronization";
import { createMock } from "synchronization-client/mock";

const baseUrl = "https://graph.microsoft.com/beta";
export const handler = http.all(baseUrl + "/*", ({ request }) => createMock({ pageSize: 1 }).respond(request));

export async function calls() {
  const client = createClient({ token: "secret", retry: { limit: 0 } });
  const where = { applicationId: "a", synchronizationJobId: "b c" };
  const job = await getSynchronizationJob(client, where);
  const jobs = [];
  for await (const { templateId } of listJobs(client, { applicationId: "a" })) jobs.push(templateId);
  const keyed = await (await fetch(baseUrl + "/applications('a')/synchronization/jobs('b')?$select=templateId")).json();
  const wrong = await (await fetch(baseUrl + "/applications/a/synchronisation/jobs")).json();
  return { job: job.templateId, jobs, keyed: keyed.value, wrong: wrong.error.code };
}
`;
const inNode = `
import { setupServer } from "msw/node";
import { calls, handler } from "./calls.js";

const server = setupServer(handler);
server.listen({ onUnhandledRequest: "error" });
console.log(JSON.stringify(await calls()));
server.close();
`;
const inBrowser = `
import { setupWorker } from "msw/browser";
import { calls, handler } from "./calls.js";

const worker = setupWorker(handler);
window.result = worker.start({ quiet: true }).then(calls);
`;
const expected = {
  job: "contosoHr",
  jobs: ["contosoHr"],
  keyed: { "@odata.type": "#microsoft.graph.synchronizationJob", templateId: "contosoHr" },
  wrong: "notFound",
};

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const msw = suite("the mock with MSW");
const tools = toolsOf("msw");
const folder = mkdtempSync(join(tmpdir(), "docwright-msw-"));
const user = join(folder, "user");
msw.before(() => {
  if (tools === undefined) return;
  installOutput(folder);
  symlinkSync(join(tools, "msw"), join(user, "node_modules/msw"));
  for (const [name, text] of Object.entries({ calls, node: inNode, browser: inBrowser }))
    writeFileSync(join(user, `${name}.js`), text);
});
msw.after(() => rmSync(folder, { recursive: true }));

if (tools !== undefined) {
  msw("in Node", async () => {
    assert.equal(JSON.parse(await runBeside(user, "node", "--preserve-symlinks-main", "node.js")), expected);
  });
}

const executablePath = programs.find((path) => existsSync(path));
if (tools === undefined || executablePath === undefined) {
  console.log("skipped: MSW in headless Chromium (there is none on this machine)");
} else {
  msw("in Chromium, by its service worker", async () => {
    await build({
      entryPoints: [join(user, "browser.js")],
      outfile: join(user, "page.js"),
      bundle: true,
      format: "esm",
    });
    copyFileSync(join(tools, "msw/lib/mockServiceWorker.js"), join(user, "mockServiceWorker.js"));
    await using site = await serveFiles();
    const { chromium }: Playwright = createRequire(`${tools}/`)("playwright-core");
    const launched = await chromium.launch({ executablePath, headless: true, args: flags.split(" ") });
    try {
      const page = await launched.newPage();
      await page.goto(`${site.origin}/`);
      assert.equal(await page.evaluate("window.result"), expected);
    } finally {
      await launched.close();
    }
  });
}
msw.run();

function serveFiles(): Promise<Server> {
  return serve(({ url = "" }, response) => {
    const isScript = ["/page.js", "/mockServiceWorker.js"].includes(url);
    const type = isScript ? "text/javascript" : "text/html";
    const page = '<!doctype html><script type="module" src="/page.js"></script>';
    response.writeHead(200, { "content-type": type }).end(isScript ? readFileSync(join(user, url)) : page);
  });
}
