/** The generated package as npm would publish it. */
import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { publint } from "publint";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";
import { inFolder } from "./helpers/temporary.js";

const output = suite("generated package");

output("publint and attw have nothing to say about its tarball", () =>
  inFolder(async (folder) => {
    const built = join(folder, "package");
    cpSync(join(root, "output"), built, {
      recursive: true,
      filter: (path) => !["node_modules", "dist"].includes(basename(path)),
    });
    run(built, join(root, "node_modules/.bin/tsc"), "-p", "tsconfig.build.json");
    const tarball = join(
      folder,
      run(built, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", folder).trim(),
    );
    const { messages } = await publint({ pkgDir: built, pack: false });
    assert.equal(messages, []);
    // Ends with an error when it finds a problem.
    run(folder, join(root, "node_modules/.bin/attw"), tarball, "--profile", "esm-only", "--quiet");
  }),
);

output.run();
