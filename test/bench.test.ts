import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run } from "./helpers/npm.js";

const bench = suite("bench");

bench("the figures are printed for the folder that is given", () => {
  const printed = run(root, "npm", "run", "bench", "--silent", "--", join(root, "docs"));
  const seconds = String.raw`\d+\.\d\d s`;
  assert.match(printed, /^pages {12}\d+$/m);
  assert.match(printed, new RegExp(`^bare parse {7}${seconds}$`, "m"));
  assert.match(
    printed,
    new RegExp(`^whole job, cold {2}${seconds}, peak \\d+ MB, \\d+\\.\\d\\d of bare parse, \\d+ pages/s$`, "m"),
  );
  for (const run of ["nothing changed ", "one page changed"])
    assert.match(printed, new RegExp(`^${run} ${seconds}, peak \\d+ MB, \\d+\\.\\d\\d of cold$`, "m"));
});

bench.run();
