/** What is asked of V8 is what it knows: of a flag that it does not know it would complain in each run. */
import { spawnSync } from "node:child_process";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { optimizingFlags } from "../generator/run/optimizing.js";

const optimizing = suite("optimizing");

const major = process.versions.node.split(".", 1)[0] ?? "";

optimizing("this Node has the flag, with the value that is put back for a process that goes on", () => {
  const flag = optimizingFlags.get(major);
  if (flag === undefined) return;
  const { stdout } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  assert.match(stdout, new RegExp(`default: ${flag.name}=${flag.usual}$`, "m"));
});

optimizing("to run later is never sooner", () => {
  for (const { usual, late } of optimizingFlags.values()) assert.ok(late > usual);
});

optimizing.run();
