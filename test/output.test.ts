/** The generated package as npm would publish it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";
import { packOutput } from "./helpers/packed.js";
import { inFolder, put } from "./helpers/temporary.js";

const output = suite("generated package");

output("publint and attw have nothing to say about its tarball", () =>
  inFolder(async (folder) => {
    const { built, tarball } = packOutput(folder);
    const { messages } = await publint({ pkgDir: built, pack: false });
    assert.equal(messages, []);
    // Ends with an error when it finds a problem.
    run(folder, join(root, "node_modules/.bin/attw"), tarball, "--profile", "esm-only", "--quiet");
  }),
);

output("a CommonJS program: node16 says that this is an ES module, nodenext and Node itself take it", () =>
  inFolder(async (folder) => {
    const { built } = packOutput(folder);
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(built, join(folder, "node_modules/synchronization-client"));
    put(folder, {
      "static.cts": `import { createClient } from "synchronization-client";\nconsole.log(typeof createClient);\n`,
      "dynamic.cts": `void import("synchronization-client").then(({ createClient }) => console.log(typeof createClient));\n`,
      "plain.cjs": `console.log(typeof require("synchronization-client").createClient);\n`,
    });
    const tsc = (module: string, file: string): string => {
      const options = [
        "--ignoreConfig",
        "--noEmit",
        "--strict",
        "--types",
        "",
        "--lib",
        "es2022,dom",
        "--module",
        module,
      ];
      const compiler = join(root, "node_modules/typescript/bin/tsc");
      return spawnSync("node", [compiler, ...options, file], { cwd: folder, encoding: "utf8" }).stdout;
    };
    assert.match(tsc("node16", "static.cts"), /TS1479: .*ECMAScript module/);
    assert.is(tsc("node16", "dynamic.cts"), "");
    assert.is(tsc("nodenext", "static.cts"), "");
    assert.is(run(folder, "node", "--no-warnings", "plain.cjs").trim(), "function");
  }),
);

output.run();
