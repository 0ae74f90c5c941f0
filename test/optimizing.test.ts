/** What is asked of V8 is what it knows: of a flag that it does not know it would complain in each run. */
import { spawnSync } from "node:child_process";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { optimizingFlags } from "../generator/run/optimizing.js";

const optimizing = suite("optimizing");

const major = process.versions.node.split(".", 1)[0] ?? "";
const { stdout: options } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });

optimizing("this Node has the flags, with the values that are put back", () => {
  const flag = optimizingFlags.get(major);
  const own = flag === undefined ? [] : [`${flag.name}=${flag.usual}`];
  for (const each of [...own, "--heap-growing-percent=0", "--no-compact-on-every-full-gc", "--no-expose-gc"])
    assert.match(options, new RegExp(`default: ${each}$`, "m"));
});

optimizing("late is later than usual", () => {
  for (const { usual, late } of optimizingFlags.values()) assert.ok(late > usual);
});

optimizing.run();
