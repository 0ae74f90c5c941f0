/** `check --watch` and `generate --watch`, as an editor's terminal runs them: page by page, what a change brings and mends. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "./helpers/npm.js";
import { parcels, permissionTable } from "./helpers/parcels.js";
import { docwright } from "./helpers/run.js";
import { inFolder, put } from "./helpers/temporary.js";
import { until } from "./helpers/until.js";

const watch = suite("--watch");
const page = "docs/api/parcel-get.md";
const get = parcels["api/parcel-get.md"] ?? "";
const slipped = get.replace('"weight": 3', '"weight": "3 kg"');

/** Runs a command in a project with the parcels; `next` resolves to what it prints until it waits for the next change. */
async function watched(
  command: string,
  use: (folder: string, next: () => Promise<string>) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
    const words = [
      "--import",
      import.meta.resolve("tsx"),
      join(root, "generator/cli/bin.ts"),
      command,
      "--watch",
      "--no-cache",
    ];
    const child = spawn("node", words, { cwd: folder, env: { ...process.env, NODE_V8_COVERAGE: "" } });
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => (text += data.toString("utf8")));
    const next = async (): Promise<string> => {
      await until(() => text.includes("watching for changes") || child.exitCode !== null);
      assert.match(text, "watching for changes");
      const round = text;
      text = "";
      return round;
    };
    try {
      await use(folder, next);
    } finally {
      child.kill();
      if (child.exitCode === null) await new Promise((resolve) => child.once("close", resolve));
    }
  });
}

watch("check shows all once, then what each change brings, on one line for a problem matcher, and what it mends", () =>
  watched("check", async (folder, next) => {
    assert.match(await next(), "findings  nothing");
    put(folder, { [page]: slipped });
    const brought = await next();
    assert.match(brought, /^docs\/api\/parcel-get\.md:\d+:\d+ warning The example shows .* \(example-type\)$/m);
    assert.match(brought, "findings  1 warning");
    // another slip: the old one is not told again
    put(folder, { [page]: slipped.replace(permissionTable, "Ask.") });
    const more = await next();
    assert.match(more, "(permissions-missing)");
    assert.not.match(more, "(example-type)");
    put(folder, { [page]: get });
    assert.match(
      await next(),
      /^docs\/api\/parcel-get\.md: mended: The page has no permissions table\. \(permissions-missing\)$/m,
    );
    rmSync(join(folder, "docs"), { recursive: true });
    assert.match(await next(), "docs");
  }),
);

watch("generate writes what changed; while a page has a new error the package stays as it was", () =>
  watched("generate", async (folder, next) => {
    assert.match(await next(), "pages     5 pages");
    const file = join(folder, "output/src/parcel.ts");
    put(folder, {
      "docs/resources/parcel.md": (parcels["resources/parcel.md"] ?? "").replace("In kilograms.", "In grams."),
    });
    assert.match(await next(), /output {4}output: \d files? written/);
    assert.match(readFileSync(file, "utf8"), "In grams.");
    const written = readFileSync(file, "utf8");
    put(folder, { [page]: get.replace("GET /parcels/{parcelId}", "") });
    assert.match(await next(), "output    output: left as it is");
    // still broken, whatever else changes
    put(folder, {
      "docs/api/parcel-post.md": (parcels["api/parcel-post.md"] ?? "").replace("Sends a parcel.", "Sends one."),
    });
    assert.match(await next(), "output    output: left as it is");
    assert.is(readFileSync(file, "utf8"), written);
    put(folder, { [page]: get });
    assert.match(await next(), /output {4}output: \d files? written/);
    assert.match(readFileSync(file, "utf8"), "Sends one.");
  }),
);

watch("it goes with nothing that ends, or writes", () =>
  inFolder(async (folder) => {
    for (const [path, text] of Object.entries(parcels)) put(folder, { [`docs/${path}`]: text });
    for (const words of [
      ["check", "--fix"],
      ["check", "--format", "json"],
      ["generate", "--check"],
    ]) {
      const { code, errors } = await docwright(folder, ...words, "--watch");
      assert.is(code, 3);
      assert.match(errors, "--watch");
    }
  }),
);

watch.run();
