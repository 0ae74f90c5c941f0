/** The packed package, installed in an empty folder, makes its calls under every runtime. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { runBeside } from "../helpers/npm.js";
import { installOutput } from "../helpers/packed.js";
import { starts, toolsOf } from "../helpers/tools.js";
import { assertTokenStaysHome, expected, startService } from "./service.js";

const runtimes = suite("runtimes");
const tools = toolsOf("everywhere");

/** Name, program, words before the name of the file to run. */
const commands: readonly (readonly [name: string, program: string, ...words: string[]])[] =
  tools === undefined
    ? []
    : [
        ["Node 20", join(tools, "node20/bin/node")],
        ["Node 22", join(tools, "node22/bin/node")],
        ["Bun", join(tools, "bun/bin/bun.exe")],
        ["Deno", join(tools, "deno/bin.cjs"), "run", "--no-lock", "--allow-net=127.0.0.1", "--node-modules-dir=manual"],
      ];

const folder = mkdtempSync(join(tmpdir(), "docwright-runtimes-"));
runtimes.before(() => void installOutput(folder));
runtimes.after(() => rmSync(folder, { recursive: true }));

for (const [name, program, ...words] of commands) {
  if (!starts(program)) {
    console.log(`skipped: the package under ${name} (its npm package has no program for this machine)`);
    continue;
  }
  runtimes(name, async () => {
    await using service = await startService();
    const printed = await runBeside(join(folder, "user"), program, ...words, "main.js", service.baseUrl);
    assert.equal(JSON.parse(printed), expected);
    assertTokenStaysHome(service);
  });
}

runtimes.run();
