/** What the cache takes for the same tool: the same versions of all packages, also of those that only packages use. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installedPackages } from "../generator/run/installed-packages.js";
import { inFolder, put } from "./helpers/temporary.js";

const installed = suite("installed packages");

function manifest(version: string, ...dependencies: readonly string[]): string {
  return JSON.stringify({ version, dependencies: Object.fromEntries(dependencies.map((name) => [name, "*"])) });
}

installed("those that packages use count, each where Node finds it; a circle ends", () =>
  inFolder((folder) => {
    put(folder, {
      "tool/package.json": manifest("1.0.0", "parser", "@scope/printer"),
      "node_modules/parser/package.json": manifest("2.0.0", "tokens"),
      "node_modules/@scope/printer/package.json": manifest("3.0.0", "tokens", "parser"),
      "node_modules/@scope/printer/node_modules/tokens/package.json": manifest("4.1.0"),
      "node_modules/tokens/package.json": manifest("4.0.0"),
      "node_modules/stranger/package.json": manifest("5.0.0"),
    });
    const before = ["@scope/printer@3.0.0", "parser@2.0.0", "tokens@4.0.0", "tokens@4.1.0"];
    assert.equal(installedPackages(join(folder, "tool")), before);
    put(folder, { "node_modules/tokens/package.json": manifest("4.0.1") });
    assert.equal(
      installedPackages(join(folder, "tool")),
      before.map((each) => each.replace("4.0.0", "4.0.1")),
    );
  }),
);

installed("a link is followed to where the package lies, with its own packages beside it", () =>
  inFolder((folder) => {
    put(folder, {
      "tool/package.json": manifest("1.0.0", "parser"),
      "store/parser/node_modules/parser/package.json": manifest("2.0.0", "tokens"),
      "store/parser/node_modules/tokens/package.json": manifest("4.0.0"),
    });
    mkdirSync(join(folder, "tool/node_modules"));
    symlinkSync(join(folder, "store/parser/node_modules/parser"), join(folder, "tool/node_modules/parser"), "junction");
    assert.equal(installedPackages(join(folder, "tool")), ["parser@2.0.0", "tokens@4.0.0"]);
  }),
);

installed("what is not there is left out", () =>
  inFolder((folder) => {
    put(folder, { "package.json": manifest("1.0.0", "optional") });
    assert.equal(installedPackages(folder), []);
  }),
);

installed.run();
