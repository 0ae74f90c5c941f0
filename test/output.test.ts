/** The generated package as npm would publish it. */
import { join } from "node:path";
import { publint } from "publint";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";
import { packOutput } from "./helpers/packed.js";
import { inFolder } from "./helpers/temporary.js";

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

output.run();
