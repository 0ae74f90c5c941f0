/** The packed package in a real Chromium: unbundled modules, another origin for the service, a third one for its files. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installOutput } from "../helpers/packed.js";
import { chromiumFor } from "../helpers/chromium.js";
import { serve } from "../templates/server.js";
import type { Server } from "../templates/server.js";
import { assertTokenStaysHome, expected, startService } from "./service.js";

const types: readonly (readonly [ending: RegExp, type: string])[] = [
  [/\.js$/, "text/javascript"],
  [/$/, "text/html"],
];

const browser = suite("browser");
const folder = mkdtempSync(join(tmpdir(), "docwright-browser-"));
browser.after(() => rmSync(folder, { recursive: true }));

const launch = chromiumFor("the package");
if (launch !== undefined) {
  browser("Chromium makes the calls, and leaves the token behind when it follows a redirect", async () => {
    await using service = await startService();
    await using site = await serveFiles(installOutput(folder));
    const launched = await launch();
    try {
      const page = await launched.newPage();
      await page.goto(`${site.origin}/`);
      const code = `import("/calls.js").then(({ calls }) => calls(${JSON.stringify(service.baseUrl)}))`;
      assert.equal(await page.evaluate(code), expected);
    } finally {
      await launched.close();
    }
    assertTokenStaysHome(service);
  });
}
browser.run();

/** A site whose pages import the package by its name. */
function serveFiles(root: string): Promise<Server> {
  const page = `<!doctype html><script type="importmap">${JSON.stringify({ imports: importMap(root) })}</script>`;
  return serve(({ url = "" }, response) => {
    const path = join(root, normalize(url));
    const content = url === "/" ? page : existsSync(path) ? readFileSync(path) : undefined;
    const type = types.find(([ending]) => ending.test(url))?.[1] ?? "";
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type }).end(content);
  });
}

/** What a bundler would read in the `exports` of the package. */
function importMap(root: string): Record<string, string> {
  const home = "/node_modules/synchronization-client";
  const { exports }: { exports: Record<string, string | { default: string }> } = JSON.parse(
    readFileSync(join(root, home, "package.json"), "utf8"),
  );
  const fixtures = readdirSync(join(root, home, "dist/fixtures")).filter((name) => name.endsWith(".js"));
  const entries = Object.entries(exports).flatMap(([name, target]): [string, string][] =>
    typeof target === "string" || name.includes("*") ? [] : [[name, target.default]],
  );
  return Object.fromEntries(
    [
      ...entries,
      ...fixtures.map((name) => [`./fixtures/${name.slice(0, -3)}`, `./dist/fixtures/${name}`] as const),
    ].map(([name, target]) => [join("synchronization-client", name), join(home, target)]),
  );
}
